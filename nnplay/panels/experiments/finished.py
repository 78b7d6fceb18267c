"""A finished cell as the window shows it, read from its result in the thread that has made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import NnplayError
from nnplay.project import Project
from nnplay.project.storage.file import open_bytes
from nnplay.runs.sweeps import CellResult
from nnplay.runs.sweeps.lookout import planes_of


@dataclass(frozen=True, eq=False)
class FinishedCell:
    """One cell.

    Attributes
    ----------
    project
        What it has learned; None if it could not be trained.
    planes
        As in ``Sight``.
    epochs, losses
        Its learning curve, as in ``CellView``.
    """

    result: CellResult
    project: Project | None = None
    planes: NDArray[np.float32] | None = None
    epochs: Sequence[float] = ()
    losses: Sequence[float] = ()


def finished(result: CellResult) -> FinishedCell:
    """Read the project of a result; without one, or if it is damaged, the result alone is left."""
    if not result.project:
        return FinishedCell(result)
    try:
        project = open_bytes(result.project, Path(result.name)).project
    except NnplayError:
        return FinishedCell(result)
    history = project.history
    losses = history.judged_loss
    is_known = np.isfinite(losses)
    return FinishedCell(
        result, project, planes_of(project), history.epoch[is_known].tolist(), losses[is_known].tolist()
    )
