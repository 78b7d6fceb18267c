"""What an edit changed: the project before, the project after, and which parts differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nnplay.project import Project


@dataclass(frozen=True, eq=False)
class Change:
    """One step of a document, done or undone.

    The parts of a project are frozen and shared between its versions, so "has this part changed?" is an identity test:
    it costs nothing, even for a million weights. Each property tells whether its part has changed.
    """

    before: Project
    after: Project

    @property
    def title(self) -> bool:
        """The project's name."""
        return self.before.title is not self.after.title

    @property
    def network(self) -> bool:
        """Layers, their settings or their links."""
        return self.before.network is not self.after.network

    @property
    def positions(self) -> bool:
        """Positions of the layers on the canvas."""
        return self.before.positions is not self.after.positions

    @property
    def parameters(self) -> bool:
        """Weights."""
        return self.before.parameters is not self.after.parameters

    @property
    def data(self) -> bool:
        """The data, their noise, training share and features."""
        return self.before.data is not self.after.data

    @property
    def training(self) -> bool:
        """Loss, optimizer or batch size."""
        return self.before.training is not self.after.training

    @property
    def stop(self) -> bool:
        """The rules that end a run."""
        return self.before.stop is not self.after.stop

    @property
    def seeds(self) -> bool:
        """One of the four seeds."""
        return self.before.seeds is not self.after.seeds

    @property
    def muted(self) -> bool:
        """Which parts of the network are muted."""
        return self.before.muted is not self.after.muted

    @property
    def history(self) -> bool:
        """The curves."""
        return self.before.history is not self.after.history

    @property
    def run(self) -> bool:
        """The present run: its curves, its name, or whether it is starred."""
        return self.before.run is not self.after.run

    @property
    def runs(self) -> bool:
        """The earlier runs."""
        return self.before.runs is not self.after.runs

    @property
    def experiments(self) -> bool:
        """The experiments."""
        return self.before.experiments is not self.after.experiments

    @property
    def classroom(self) -> bool:
        """What a class is shown."""
        return self.before.classroom != self.after.classroom

    @property
    def locked(self) -> bool:
        """The locked controls."""
        return self.before.locked is not self.after.locked

    @property
    def trainer(self) -> bool:
        """The state of the optimizer."""
        return self.before.trainer is not self.after.trainer

    @property
    def lesson(self) -> bool:
        """The position in a lesson, as saved with the project."""
        return self.before.lesson is not self.after.lesson
