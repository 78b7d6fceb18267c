"""Early stopping: notices when the validation loss no longer falls, and keeps the best weights.

The caller passes in the loss of every epoch and asks; early stopping never stops anything itself.
Source: Prechelt, "Early Stopping - But When?" (1998); names as Keras's callback.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isnan

from nnplay.engine.calls import Array
from nnplay.engine.checks import check_number, check_whole


@dataclass(frozen=True, eq=False)
class EarlyStoppingState:
    """The state of early stopping between two epochs, for resuming later.

    Attributes
    ----------
    patience, min_delta
        The settings it was gathered under.
    best_loss, best_epoch, n_waiting
        The lowest loss seen (infinity for none), its epoch, and the epochs since.
    parameters
        (n_parameters,) the weights that gave it, read-only.
    """

    patience: int
    min_delta: float
    best_loss: float
    best_epoch: int
    n_waiting: int
    parameters: Array


class EarlyStopping:
    """Stops when the loss has not fallen by more than ``min_delta`` for ``patience`` observations.

    Attributes
    ----------
    best_loss, best_epoch
        The lowest loss seen and its epoch.
    best_parameters
        A copy of the weights that gave it; None before the first observation.
    """

    def __init__(self, patience: int = 10, min_delta: float = 0.0) -> None:
        check_whole("patience", patience, 1, 1_000_000)
        check_number("min delta", min_delta, is_zero_allowed=True)
        self.patience = patience
        self.min_delta = min_delta
        self.best_loss = inf
        self.best_epoch = 0
        self.best_parameters: Array | None = None
        self._n_waiting = 0

    @property
    def is_due(self) -> bool:
        """Whether training should stop."""
        return self._n_waiting >= self.patience

    def observe(self, epoch: int, loss: float, parameters: Array) -> bool:
        """Record the validation loss after an epoch and return whether to stop; NaN is no improvement."""
        if self.best_parameters is None or loss < self.best_loss - self.min_delta:
            self.best_loss, self.best_epoch = inf if isnan(loss) else loss, epoch
            self.best_parameters = parameters.copy()
            self.best_parameters.flags.writeable = False
            self._n_waiting = 0
        else:
            self._n_waiting += 1
        return self.is_due

    def export(self) -> EarlyStoppingState | None:
        """Return the state; None before the first observation."""
        if self.best_parameters is None:
            return None
        return EarlyStoppingState(
            self.patience, self.min_delta, self.best_loss, self.best_epoch, self._n_waiting, self.best_parameters
        )

    def resume(self, state: EarlyStoppingState) -> None:
        """Resume from a state that was saved under the same settings."""
        self.best_loss, self.best_epoch, self._n_waiting = state.best_loss, state.best_epoch, state.n_waiting
        self.best_parameters = state.parameters
