"""What a run leaves behind, for one undoable edit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import NnplayError
from nnplay.project import History


@dataclass(frozen=True, eq=False)
class Outcome:
    """The weights and curves with which a run paused, finished, or was interrupted.

    Attributes
    ----------
    parameters
        (n_parameters,) float32, read-only. A project that holds this very array lets the run go on.
    history
        All points of the network, earlier runs included.
    n_epochs, n_steps
        Epochs finished and steps taken since the run was last started.
    error
        Why the run cannot go on, or None.
    """

    parameters: NDArray[np.float32]
    history: History
    n_epochs: int
    n_steps: int
    error: NnplayError | None
