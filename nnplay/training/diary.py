"""The diary of a run: what is changed between its steps, as it happens."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nnplay.project import Event, Project
from nnplay.project.run_edits import events_of, setup_of


class Diary:
    """Notes what matters for the curves in every new version of the project.

    Attributes
    ----------
    events
        Those of the current run, in order.
    """

    def __init__(self) -> None:
        self.events: tuple[Event, ...] = ()
        # The weights before the last event, by which an edit that was taken back is recognised.
        self._weights: NDArray[np.float32] | None = None

    def restart(self, project: Project) -> None:
        """Begin with what a project knows of its run."""
        self.events, self._weights = events_of(project), None
        if self.events and project.run is not None:
            self._weights = project.run.parameters

    def note(self, before: Project, after: Project, epoch: float) -> None:
        """Note a change of the project; ``epoch`` is the current epoch of training."""
        if after.history is not before.history or epoch <= 0:
            return
        event = Event(epoch, setup_of(before), setup_of(after))
        weights: NDArray[np.float32] | None = before.parameters
        if self.events and self.events[-1].epoch == epoch:
            event = replace(event, before=self.events[-1].before)
            weights = self._weights
            self.events = self.events[:-1]
        has_new_weights = event.before.network is event.after.network and weights is not after.parameters
        if has_new_weights or not event.before.is_like(event.after):
            self.events = (*self.events, replace(event, has_new_weights=has_new_weights))
            self._weights = weights
