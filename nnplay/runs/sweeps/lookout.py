"""The lookout: what a window shows of cells while they learn, computed in the thread that trains them.

What it sees are frozen values. Looking takes at most a seventh of the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from nnplay.data import PlaneChoice, feature_matrix
from nnplay.engine import Network
from nnplay.project import Project
from nnplay.project.inspection.probe import EXTENT
from nnplay.runs.mailbox import Mailbox
from nnplay.runs.scores import Scores
from nnplay.runs.sweeps.glimpse import Glimpse

SIDE = 24
"""Samples along each side of a cell's map: the maps of 64 cells are as many numbers as one large map."""

_INTERVAL_S = 0.09
"""Shortest time between two looks: eleven pictures a second."""

_SHARE = 0.15
"""Share of the time that looking may take."""


@dataclass(frozen=True, eq=False)
class Sight:
    """One cell at one moment.

    Attributes
    ----------
    planes
        (k, SIDE, SIDE) outputs over the plane, row 0 on top; None if the data are not points of the plane.
    is_out
        Whether it has ended or diverged.
    """

    epoch: int
    scores: Scores
    planes: NDArray[np.float32] | None
    is_out: bool = False


Sights = dict[int, Sight]
"""By number of the cell."""


def plane_inputs(project: Project) -> NDArray[np.float32] | None:
    """Return the inputs of a network all over the plane, (SIDE², n_inputs); None if its data are no points of it."""
    if not isinstance(project.data, PlaneChoice):
        return None
    axis = np.linspace(-EXTENT, EXTENT, SIDE, dtype=np.float32)
    x1, x2 = np.meshgrid(axis, axis[::-1])
    found: NDArray[np.float32] = feature_matrix(np.column_stack((x1.ravel(), x2.ravel())), project.data.features)
    return found


def planes_of(project: Project) -> NDArray[np.float32] | None:
    """Return what a trained project says all over the plane, as in ``Sight``."""
    inputs = plane_inputs(project)
    if inputs is None:
        return None
    network = Network(project.network)
    network.load(project.parameters, project.muted)
    with np.errstate(all="ignore"):
        return _as_planes(network.predict(inputs).reshape(len(inputs), -1))


class Lookout:
    """Watches the cells of a sweep, and leaves what it sees in ``sights``; the newest sight of each cell counts."""

    def __init__(self) -> None:
        self.sights: Mailbox[Sights] = Mailbox(lambda waiting, new: waiting | new)
        self._next = 0.0
        self._numbers: tuple[int, ...] = ()
        self._inputs: NDArray[np.float32] | None = None

    def watch(self, numbers: tuple[int, ...], glimpse: Glimpse) -> None:
        """Look at the cells of a task, if it is time to; called in the thread that trains them."""
        start = perf_counter()
        if start < self._next:
            return
        if numbers != self._numbers:
            self._numbers, self._inputs = numbers, plane_inputs(glimpse.project)
        planes = None if self._inputs is None else _as_planes(glimpse.predict(self._inputs))
        self.sights.put(
            {
                number: Sight(glimpse.epoch, scores, None if planes is None else planes[place], bool(is_out))
                for place, (number, scores, is_out) in enumerate(
                    zip(numbers, glimpse.scores, glimpse.is_out, strict=True)
                )
            }
        )
        now = perf_counter()
        self._next = now + max(_INTERVAL_S, (now - start) / _SHARE)


def _as_planes(outputs: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return outputs (..., SIDE², k) as planes (..., k, SIDE, SIDE), read-only."""
    planes = np.ascontiguousarray(np.moveaxis(outputs, -1, -2)).reshape(*outputs.shape[:-2], -1, SIDE, SIDE)
    planes.flags.writeable = False
    return planes
