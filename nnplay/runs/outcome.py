"""The outcome of a run, for one undoable edit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import NnplayError, TrainerState
from nnplay.project import Event, History, Project, run_edits
from nnplay.runs.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Outcome:
    """The weights and curves with which a run paused, finished or was interrupted.

    Attributes
    ----------
    parameters
        (n_parameters,) float32, read-only. A project that holds this very array lets the run continue.
    history
        All points of the network, including earlier runs.
    trainer
        The optimizer's state for resuming later; None if resuming would make no sense.
    events
        What was changed meanwhile; None for what the project knows of.
    n_epochs, n_steps
        Epochs finished and steps taken since the run last started.
    error
        Why the run cannot continue, or None.
    """

    parameters: NDArray[np.float32]
    history: History
    n_epochs: int
    n_steps: int
    error: NnplayError | None
    trainer: TrainerState | None = None
    events: tuple[Event, ...] | None = None

    @classmethod
    def of(
        cls,
        start: Snapshot,
        end: Snapshot,
        history: History,
        error: NnplayError | None,
        events: tuple[Event, ...] | None = None,
        *,
        is_last: bool,
    ) -> Outcome:
        """Return the outcome of a run from ``start`` to ``end``; after the last one (``is_last``), the optimizer starts
        fresh.
        """
        return cls(
            parameters=end.parameters,
            history=history,
            n_epochs=end.epoch - start.epoch,
            n_steps=end.step - start.step,
            error=error,
            trainer=None if is_last else end.trainer,
            events=events,
        )

    def applied_to(self, project: Project, ended: str = "") -> Project:
        """Return the project with what the run has learned, as one edit, undoable like any other.

        ``ended`` is as in ``Run``.
        """
        return run_edits.set_trained(
            project, self.parameters, self.history, self.trainer, events=self.events, ended=ended
        )
