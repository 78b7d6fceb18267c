"""What an edit did to the project: the value before, the value after, and which parts differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nnplay.project import Project


@dataclass(frozen=True, eq=False)
class Change:
    """One step of a document, done or undone.

    The parts of a project are frozen and shared between its versions, so "this part changed" is an
    identity test: it costs nothing, even for a million weights.
    """

    before: Project
    after: Project

    @property
    def title(self) -> bool:
        return self.before.title is not self.after.title

    @property
    def network(self) -> bool:
        return self.before.network is not self.after.network

    @property
    def positions(self) -> bool:
        return self.before.positions is not self.after.positions

    @property
    def parameters(self) -> bool:
        return self.before.parameters is not self.after.parameters

    @property
    def data(self) -> bool:
        return self.before.data is not self.after.data

    @property
    def training(self) -> bool:
        return self.before.training is not self.after.training

    @property
    def seeds(self) -> bool:
        return self.before.seeds is not self.after.seeds

    @property
    def history(self) -> bool:
        return self.before.history is not self.after.history
