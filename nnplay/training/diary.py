"""The diary of a session: what was changed while a network learned, and the earlier runs."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nnplay.data import DataChoice
from nnplay.engine import NetworkSpec, TrainingSettings
from nnplay.project import History, Project, Seeds

MOST_RUNS = 6
"""At most this many earlier runs are kept; more curves could not be told apart."""


@dataclass(frozen=True, eq=False)
class Setup:
    """Everything but the weights that decides how a network learns: the frozen parts of a project."""

    network: NetworkSpec
    training: TrainingSettings
    data: DataChoice
    seeds: Seeds

    @classmethod
    def of(cls, project: Project) -> Setup:
        """A project's."""
        return cls(project.network, project.training, project.data, project.seeds)

    def is_like(self, other: Setup) -> bool:
        """Return whether all parts are identical."""
        return all(getattr(self, name) is getattr(other, name) for name in ("network", "training", "data", "seeds"))


@dataclass(frozen=True, eq=False)
class Event:
    """A change between two steps; changes at the same moment are one event.

    Attributes
    ----------
    epoch
        When it happened, as a fractional epoch.
    weights
        (n_parameters,) before and after.
    """

    epoch: float
    before: Setup
    after: Setup
    weights: tuple[NDArray[np.float32], NDArray[np.float32]]

    @property
    def has_new_weights(self) -> bool:
        """Whether weights were edited, not only the network around them."""
        return self.before.network is self.after.network and self.weights[0] is not self.weights[1]


@dataclass(frozen=True, eq=False)
class EarlierRun:
    """A run that has ended with a reset or a new start: its last setup and its curves."""

    number: int
    setup: Setup
    history: History
    events: tuple[Event, ...]


class Diary:
    """Notes what matters for the curves in every new version of the project.

    Attributes
    ----------
    events
        Those of the current run, in order.
    earlier_runs
        The most recent ones, oldest first.
    number
        Number of the current run, from 1.
    """

    def __init__(self) -> None:
        self.events: tuple[Event, ...] = ()
        self.earlier_runs: tuple[EarlierRun, ...] = ()
        self.number = 1

    def note(self, before: Project, after: Project, epoch: float) -> None:
        """Note a change of the project; ``epoch`` is the current epoch of training."""
        returned = next((run for run in self.earlier_runs if run.history is after.history), None)
        if returned is not None:  # undone: that run is the current one again
            self.earlier_runs = tuple(run for run in self.earlier_runs if run is not returned)
            self.events, self.number = returned.events, returned.number
        elif after.history.is_empty and not before.history.is_empty:
            run = EarlierRun(self.number, Setup.of(before), before.history, self.events)
            self.earlier_runs = (*self.earlier_runs, run)[-MOST_RUNS:]
            # Undo may have brought an earlier run back under its own number: list each run once.
            self.events, self.number = (), 1 + max(each.number for each in self.earlier_runs)
        elif after.history is before.history and epoch > 0:
            self._add(Event(epoch, Setup.of(before), Setup.of(after), (before.parameters, after.parameters)))

    def forget_earlier_runs(self) -> None:
        """Forget the earlier runs."""
        self.earlier_runs = ()

    def _add(self, event: Event) -> None:
        if self.events and self.events[-1].epoch == event.epoch:
            last = self.events[-1]
            event = replace(event, before=last.before, weights=(last.weights[0], event.weights[1]))
            self.events = self.events[:-1]
        if event.has_new_weights or not event.before.is_like(event.after):
            self.events = (*self.events, event)
