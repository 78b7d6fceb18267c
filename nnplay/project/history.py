"""The curves of a run as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnplay.engine.checks import check_number, check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.seeds import MAX_SEED
from nnplay.project.errors import ProjectError

CURVES = ("epoch", "train_loss", "test_loss", "train_accuracy", "test_accuracy")

_Scalar = TypeVar("_Scalar", np.float32, np.float64)


def read_only(values: ArrayLike, dtype: type[_Scalar]) -> NDArray[_Scalar]:
    """The very array if it is read-only and of the type already, otherwise a read-only copy."""
    if isinstance(values, np.ndarray) and values.dtype == dtype and not values.flags.writeable:
        return values
    array = np.array(values, dtype)
    array.flags.writeable = False
    return array


def _no_numbers() -> NDArray[np.float64]:
    return read_only([], np.float64)


@dataclass(frozen=True, eq=False)
class History:
    """The curves of a network's training since its start.

    Attributes
    ----------
    epoch
        (k,) float64, read-only as all of them: how many epochs had been trained at each point.
    train_loss, test_loss
        (k,) mean losses; NaN where unknown.
    train_accuracy, test_accuracy
        (k,) shares classified right; NaN where there are no classes.
    step
        Steps trained in all.
    seconds
        How long that took in the window, without pauses; headless commands leave it, so that their files repeat.
    """

    epoch: NDArray[np.float64] = field(default_factory=_no_numbers)
    train_loss: NDArray[np.float64] = field(default_factory=_no_numbers)
    test_loss: NDArray[np.float64] = field(default_factory=_no_numbers)
    train_accuracy: NDArray[np.float64] = field(default_factory=_no_numbers)
    test_accuracy: NDArray[np.float64] = field(default_factory=_no_numbers)
    step: int = 0
    seconds: float = 0.0

    def __post_init__(self) -> None:
        check_whole("number of steps", self.step, 0, MAX_SEED)
        check_number("time", self.seconds, is_zero_allowed=True)
        for name in CURVES:
            object.__setattr__(self, name, read_only(getattr(self, name), np.float64))
        if len({getattr(self, name).shape for name in CURVES}) != 1 or self.epoch.ndim != 1:
            raise ProjectError(QT_TRANSLATE_NOOP("errors", "The curves of a training history differ in length."))

    @property
    def judged_loss(self) -> NDArray[np.float64]:
        """(k,) test losses; training losses if nothing is kept to test with."""
        return self.train_loss if np.isnan(self.test_loss).all() else self.test_loss

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been trained since the start."""
        return self.step == 0 and not len(self.epoch)


NO_HISTORY = History()
"""Of a network that has not been trained."""
