"""StopWatch: judges a run by the rules for its end, in the window and in commands; and how a run has ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import inf, isnan

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import EarlyStopping, EarlyStoppingState
from nnplay.project.stop_rules import StopRules


class Reason(Enum):
    """Why a run has ended by itself."""

    EPOCHS = "epochs"
    LOSS = "loss"
    EARLY = "early_stopping"


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
        self._kept: EarlyStoppingState | None = None
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
            self._early = self._kept = None
        elif self._early is None or (rules.patience, rules.min_delta) != (before.patience, before.min_delta):
            self._early = EarlyStopping(rules.patience, rules.min_delta)
            kept, self._kept = self._kept, None
            if kept is not None and (kept.patience, kept.min_delta) == (rules.patience, rules.min_delta):
                self._early.resume(kept)

    def export(self) -> EarlyStoppingState | None:
        """What early stopping remembers, for a run that goes on later."""
        return self._kept if self._early is None else self._early.export()

    def resume(self, state: EarlyStoppingState | None) -> None:
        """Go on from what an earlier run exported, once rules with the same patience are followed."""
        self._kept = state

    def judge(self, epoch: int, train_loss: float, test_loss: float, parameters: NDArray[np.float32]) -> Ending | None:
        """Look at an epoch that has just been finished and measured (NaN: no such data); None to go on."""
        limit, early = self._rules.loss_below, self._early
        if limit is not None and train_loss < limit:
            return Ending(Reason.LOSS, epoch, train_loss)
        if early is None:
            return None
        watched = train_loss if isnan(test_loss) else test_loss
        if not early.observe(epoch, watched, parameters):
            return None
        self._early = None
        return Ending(Reason.EARLY, early.best_epoch, early.best_loss, early.best_parameters)
