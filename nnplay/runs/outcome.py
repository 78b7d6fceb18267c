"""What a run leaves behind, for one undoable edit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import NnplayError, TrainerState
from nnplay.project import History, Project, edits
from nnplay.runs.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Outcome:
    """The weights and curves with which a run paused, finished, or was interrupted.

    Attributes
    ----------
    parameters
        (n_parameters,) float32, read-only. A project that holds this very array lets the run go on.
    history
        All points of the network, earlier runs included.
    trainer
        What the optimizer has gathered, for going on later; None where that would make no sense.
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
    trainer: TrainerState | None = None

    @classmethod
    def of(
        cls, start: Snapshot, end: Snapshot, history: History, error: NnplayError | None, *, is_last: bool
    ) -> Outcome:
        """What a run from ``start`` to ``end`` leaves; after the ``is_last`` one the optimizer begins afresh."""
        return cls(
            parameters=end.parameters,
            history=history,
            n_epochs=end.epoch - start.epoch,
            n_steps=end.step - start.step,
            error=error,
            trainer=None if is_last else end.trainer,
        )

    def applied_to(self, project: Project) -> Project:
        """The project with what the run has learned: one edit, undoable like any other."""
        return edits.set_parameters(project, self.parameters, self.history, self.trainer)
