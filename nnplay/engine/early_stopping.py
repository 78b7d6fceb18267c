"""Early stopping: notices when the validation loss no longer falls, and keeps the best weights.

The caller shows it every epoch's loss and asks; it never stops anything itself.
Source: Prechelt, "Early Stopping - But When?" (1998); names as Keras's callback.
"""

from __future__ import annotations

from math import inf

from nnplay.engine.calls import Array
from nnplay.engine.checks import check_number, check_whole


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
        """Whether it is time to stop."""
        return self._n_waiting >= self.patience

    def observe(self, epoch: int, loss: float, parameters: Array) -> bool:
        """Note the validation loss after an epoch, and say whether it is time to stop; NaN is no improvement."""
        if self.best_parameters is None or loss < self.best_loss - self.min_delta:
            self.best_loss, self.best_epoch = loss, epoch
            self.best_parameters = parameters.copy()
            self._n_waiting = 0
        else:
            self._n_waiting += 1
        return self.is_due
