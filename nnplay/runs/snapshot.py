"""The state of a network at one moment, running or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, inf, isnan, nan

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import Part, TrainerState
from nnplay.project import History, Project
from nnplay.runs.scores import Scores

_ROUNDING = 1e-6
"""More than the rounding error of summed fractions of epochs."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A network's weights with the state of its training.

    Attributes
    ----------
    run_id
        Increases with every run and evaluation.
    parameters
        (n_parameters,) float32, read-only: the snapshot's own copy, or the project's array.
    step, epoch
        Steps taken and epochs finished since the network's start, in all its runs.
    step_in_epoch, steps_per_epoch
        Position in the present epoch; both are 0 until the network trains.
    train_loss, test_loss
        The last known mean losses, NaN while unknown.
    train_accuracy, test_accuracy
        The last known accuracies; None while unknown, or if there are no classes.
    examples_per_second
        Speed over about the last second; 0 when nothing runs.
    muted
        Muted parts; ``parameters`` includes their weights all the same.
    elapsed_s
        Time spent on training since the network's start, in all its runs, without pauses.
    goal_epoch
        The epoch after which the run ends; infinity if there is no such limit.
    trainer
        The trainer's state; None if it was not requested.
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
        """Return a project's network at rest, not yet measured."""
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
        """Its losses and accuracies."""
        return Scores(self.train_loss, self.test_loss, self.train_accuracy, self.test_accuracy)

    @property
    def is_exact(self) -> bool:
        """Whether training on from here repeats the run: a run begins with a fresh optimizer."""
        return self.trainer is not None or self.step == 0

    @property
    def position(self) -> float:
        """Epochs finished, including the present one's fraction."""
        is_within = 0 < self.step_in_epoch < self.steps_per_epoch
        return self.epoch + (self.step_in_epoch / self.steps_per_epoch if is_within else 0.0)

    def scored(self, run_id: int, scores: Scores) -> Snapshot:
        """Return the same moment with these losses and accuracies; what was not measured stays as seen by
        training.
        """
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
        """Return the same moment with nothing running."""
        return replace(self, is_running=False, examples_per_second=0.0)


def _epochs(history: History, trainer: TrainerState | None) -> int:
    """Return the total number of epochs; one cut short counts as one, unless a trainer can resume within it."""
    last = float(history.epoch[-1]) if len(history.epoch) else 0.0
    if trainer is None:
        return ceil(last)
    share = trainer.n_seen / len(trainer.order)
    # The newest point of the curves is less than an epoch behind the trainer, which counts its own run only.
    return trainer.epoch + ceil(last - trainer.epoch - share % 1 - _ROUNDING)
