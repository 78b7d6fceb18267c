"""When a run ends by itself: the rules that a person sets, what judges them, and how a run has ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from math import inf, isnan

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import EarlyStopping
from nnplay.engine.checks import check_number, check_whole
from nnplay.training.scores import Scores

MOST_EPOCHS = 10_000_000


@dataclass(frozen=True)
class StopRules:
    """Each rule ends a run; None switches it off.

    Attributes
    ----------
    n_epochs
        After so many epochs, counted from where training was started; a pause does not begin the count anew.
    loss_below
        When the training loss of an epoch is below it.
    patience
        When the test loss (the training loss where there are no test data) has not fallen by more than ``min_delta``
        for so many epochs; the weights of the best epoch are then brought back.

    Raises
    ------
    SettingError
        If a number is outside its range.
    """

    n_epochs: int | None = None
    loss_below: float | None = None
    patience: int | None = None
    min_delta: float = 0.0

    def __post_init__(self) -> None:
        if self.n_epochs is not None:
            check_whole("number of epochs", self.n_epochs, 1, MOST_EPOCHS)
        if self.loss_below is not None:
            check_number("loss", self.loss_below)
        EarlyStopping(self.patience or 1, self.min_delta)


class Reason(Enum):
    """Why a run has ended by itself."""

    EPOCHS = auto()
    LOSS = auto()
    EARLY = auto()


@dataclass(frozen=True, eq=False)
class Ending:
    """How a run has ended by itself.

    Attributes
    ----------
    epoch, loss
        The last one and its training loss; for early stopping the best one and the loss that was watched there.
    parameters
        (n_parameters,) the best epoch's weights, to be brought back; None to keep those that there are.
    """

    reason: Reason
    epoch: int
    loss: float
    parameters: NDArray[np.float32] | None = None


class StopWatch:
    """Judges a run by its rules, epoch after epoch; lives with the run.

    Attributes
    ----------
    last_epoch
        The epoch at whose end the run is over; infinity without such a rule.
    """

    def __init__(self) -> None:
        self._rules = StopRules()
        self._early: EarlyStopping | None = None
        self.last_epoch = inf

    @property
    def needs_scores(self) -> bool:
        """Whether every epoch has to be measured."""
        return self._early is not None or self._rules.loss_below is not None

    def follow(self, rules: StopRules, epoch: int) -> None:
        """Judge by these rules from now on, ``epoch`` epochs having been finished."""
        before, self._rules = self._rules, rules
        if rules.n_epochs != before.n_epochs or epoch >= self.last_epoch:
            self.last_epoch = inf if rules.n_epochs is None else epoch + rules.n_epochs
        if rules.patience is None:
            self._early = None
        elif self._early is None or (rules.patience, rules.min_delta) != (before.patience, before.min_delta):
            self._early = EarlyStopping(rules.patience, rules.min_delta)

    def judge(self, epoch: int, scores: Scores, parameters: NDArray[np.float32]) -> Ending | None:
        """Look at an epoch that has just been finished and measured; None to go on."""
        limit, early = self._rules.loss_below, self._early
        if limit is not None and scores.train_loss < limit:
            return Ending(Reason.LOSS, epoch, scores.train_loss)
        if early is None:
            return None
        watched = scores.train_loss if isnan(scores.test_loss) else scores.test_loss
        if not early.observe(epoch, watched, parameters):
            return None
        self._early = None
        return Ending(Reason.EARLY, early.best_epoch, early.best_loss, early.best_parameters)
