"""What there is to see of a network at one moment, running or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, inf, isnan, nan

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import Part, TrainerState
from nnplay.project import History, Project
from nnplay.runs.scores import Scores

_ROUNDING = 1e-6
"""More than sums of shares of epochs can be wrong by."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A network's weights with where its training stands.

    Attributes
    ----------
    run_id
        Grows with every run and evaluation.
    parameters
        (n_parameters,) float32, read-only: a copy that belongs to this snapshot, or the project's own array.
    step, epoch
        Steps taken and epochs finished since the network's start, over all its runs.
    step_in_epoch, steps_per_epoch
        Where in the present epoch; both are 0 until the network trains.
    train_loss, test_loss
        The newest known mean losses, NaN while unknown.
    train_accuracy, test_accuracy
        The newest known shares classified right; None while unknown, or where there are no classes.
    examples_per_second
        Speed over about the last second; 0 when nothing runs.
    muted
        Parts that the network does without; ``parameters`` have their weights all the same.
    elapsed_s
        Time that training has taken since the network's start, over all its runs and without their pauses.
    goal_epoch
        The epoch at whose end the run is over; infinity where nothing says so.
    trainer
        What the trainer has gathered by then; None where it was not asked.
    """

    run_id: int
    parameters: NDArray[np.float32]
    step: int
    epoch: int
    step_in_epoch: int
    steps_per_epoch: int
    train_loss: float
    test_loss: float
    train_accuracy: float | None
    test_accuracy: float | None
    examples_per_second: float
    elapsed_s: float
    is_running: bool
    muted: tuple[Part, ...] = ()
    goal_epoch: float = inf
    trainer: TrainerState | None = None

    @classmethod
    def of_project(cls, run_id: int, project: Project) -> Snapshot:
        """A project's network at rest, not yet measured."""
        return cls(
            run_id=run_id,
            parameters=project.parameters,
            step=project.history.step,
            epoch=_epochs(project.history, project.trainer),
            step_in_epoch=0,
            steps_per_epoch=0,
            train_loss=nan,
            test_loss=nan,
            train_accuracy=None,
            test_accuracy=None,
            examples_per_second=0.0,
            elapsed_s=project.history.seconds,
            is_running=False,
            muted=project.muted,
        )

    @property
    def scores(self) -> Scores:
        """Its losses and accuracies alone."""
        return Scores(self.train_loss, self.test_loss, self.train_accuracy, self.test_accuracy)

    @property
    def position(self) -> float:
        """Epochs finished, with the present one's share."""
        is_within = 0 < self.step_in_epoch < self.steps_per_epoch
        return self.epoch + (self.step_in_epoch / self.steps_per_epoch if is_within else 0.0)

    def scored(self, run_id: int, scores: Scores) -> Snapshot:
        """The same moment with its losses and accuracies; what was not measured anew stays what training has seen."""
        is_seen = isnan(scores.train_loss)
        return replace(
            self,
            run_id=run_id,
            train_loss=self.train_loss if is_seen else scores.train_loss,
            test_loss=scores.test_loss,
            train_accuracy=self.train_accuracy if is_seen else scores.train_accuracy,
            test_accuracy=scores.test_accuracy,
        )

    def stopped(self) -> Snapshot:
        """The same moment with nothing running."""
        return replace(self, is_running=False, examples_per_second=0.0)


def _epochs(history: History, trainer: TrainerState | None) -> int:
    """Epochs finished in all; one that was cut short counts as one, unless a trainer is to go on within it."""
    last = float(history.epoch[-1]) if len(history.epoch) else 0.0
    if trainer is None:
        return ceil(last)
    share = trainer.n_seen / len(trainer.order)
    # The newest point of the curves is less than an epoch behind the trainer, which counts its own run alone.
    return trainer.epoch + ceil(last - trainer.epoch - share % 1 - _ROUNDING)
