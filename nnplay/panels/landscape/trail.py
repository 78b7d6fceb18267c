"""Trail: the path of the weights during training, thinned out so that it never takes much memory."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot

from nnplay.runs import Snapshot
from nnplay.training import TrainingController

_NUMBERS = 2_000_000
"""Most numbers that are kept: 8 MB."""

_MOST = 240
"""Most positions on a path: more of them would look the same."""


class Trail(QObject):
    """Keeps evenly spaced positions of the path; if there are too many, every second one is dropped.

    Snapshots own their arrays or share the project's, so keeping one copies nothing.
    """

    def __init__(self, controller: TrainingController, parent: QObject) -> None:
        super().__init__(parent)
        self._places: list[NDArray[np.float32]] = []
        self._step = -1
        self._every = 1
        self._n_seen = 0
        controller.snapshot_changed.connect(self._on_snapshot_changed)
        if controller.snapshot is not None:
            self._on_snapshot_changed(controller.snapshot)

    def path(self, last: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        """Return the positions so far, ending with ``last`` (n_parameters,)."""
        places = [place for place in self._places if place.shape == last.shape and place is not last]
        return [*places, last]

    @Slot(object)
    def _on_snapshot_changed(self, snapshot: Snapshot) -> None:
        parameters = snapshot.parameters
        if self._places and (snapshot.step < self._step or self._places[-1].shape != parameters.shape):
            self._places.clear()
            self._every, self._n_seen = 1, 0
        if snapshot.step == self._step and self._places:
            return
        self._step = snapshot.step
        if self._n_seen % self._every == 0:
            self._places.append(parameters)
            if len(self._places) > max(4, min(_MOST, _NUMBERS // max(1, len(parameters)))):
                self._places = self._places[::2]
                self._every *= 2
        self._n_seen += 1
