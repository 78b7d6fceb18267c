"""The diary of a run: its curves as they grow, and what is changed between its steps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nnplay.project import Event, History, Project
from nnplay.project.run_edits import events_of, setup_of
from nnplay.runs.history import GrowingHistory


class Diary:
    """Notes what a run measures, and what matters for the curves in every new version of the project.

    Attributes
    ----------
    history
        The curves of the current run.
    events
        Those of the current run, in order.
    """

    def __init__(self) -> None:
        self.history = GrowingHistory()
        self.events: tuple[Event, ...] = ()
        # The curves that a project must hold to go on with these: what was last shown, or what a run left for it.
        self._known: History | None = None
        # The weights before the last event, by which an edit that was taken back is recognised.
        self._weights: NDArray[np.float32] | None = None

    def show(self, project: Project) -> bool:
        """Begin with what a project knows of its run, unless these are its curves already; return whether so."""
        if project.history is self._known:
            return False
        self._known = project.history
        self.history.restart(project.history)
        self.events, self._weights = events_of(project), None
        if self.events and project.run is not None:
            self._weights = project.run.parameters
        return True

    def take_back(self) -> bool:
        """Forget what was measured since a project was shown or frozen; return whether there was such a project."""
        if self._known is not None:
            self.history.restart(self._known)
        return self._known is not None

    def freeze(self, step: int, seconds: float) -> History:
        """Return the curves for a project, which goes on with these when it is shown."""
        self._known = self.history.freeze(step, seconds)
        return self._known

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
