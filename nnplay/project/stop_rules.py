"""Stop rules: when a run ends by itself, as a person sets it; what judges them lives with the run."""

from __future__ import annotations

from dataclasses import dataclass

from nnplay.engine import EarlyStopping
from nnplay.engine.checks import check_number, check_whole

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
        EarlyStopping(1 if self.patience is None else self.patience, self.min_delta)

    @property
    def is_endless(self) -> bool:
        """Whether no rule is on: a run goes on until a person ends it."""
        return self.n_epochs is None and self.loss_below is None and self.patience is None
