"""The curves of a network's training: arrays that grow while it runs."""

from __future__ import annotations

from collections.abc import Iterable
from math import nan
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nnplay.project import History
from nnplay.runs.scores import Scores

_COLUMNS = ("epoch", "train_loss", "test_loss", "train_accuracy", "test_accuracy")
_FIRST_CAPACITY = 1024


class HistoryPoint(NamedTuple):
    """The scores at one moment; if a run pauses within an epoch, ``epoch`` is fractional."""

    epoch: float
    scores: Scores


class GrowingHistory:
    """Every point that was measured, none thinned out, at a constant cost per point.

    The columns are in one array whose capacity doubles when it is full. Views that were handed out stay valid: growing
    or starting over never writes into the part that a reader sees.
    """

    def __init__(self) -> None:
        self._table = np.empty((len(_COLUMNS), _FIRST_CAPACITY))
        self._n = 0

    def __len__(self) -> int:
        return self._n

    @property
    def epoch(self) -> NDArray[np.float64]:
        """Epochs (k,), increasing; read-only like all columns."""
        return self._column(0)

    @property
    def train_loss(self) -> NDArray[np.float64]:
        """Mean losses on the training examples, (k,), NaN where unknown."""
        return self._column(1)

    @property
    def test_loss(self) -> NDArray[np.float64]:
        """Mean losses on the test examples, (k,), NaN where unknown."""
        return self._column(2)

    @property
    def train_accuracy(self) -> NDArray[np.float64]:
        """Training accuracy, (k,), 0 to 1, NaN where there is none."""
        return self._column(3)

    @property
    def test_accuracy(self) -> NDArray[np.float64]:
        """Test accuracy, (k,), 0 to 1, NaN where there is none."""
        return self._column(4)

    def extend(self, points: Iterable[HistoryPoint]) -> None:
        """Append points."""
        for epoch, scores in points:
            if self._n == self._table.shape[1]:
                self._grow()
            accuracies = (nan if a is None else a for a in (scores.train_accuracy, scores.test_accuracy))
            self._table[:, self._n] = (epoch, scores.train_loss, scores.test_loss, *accuracies)
            self._n += 1

    def restart(self, history: History) -> None:
        """Start with the curves that a project stores."""
        n = len(history.epoch)
        self._table = np.empty((len(_COLUMNS), max(_FIRST_CAPACITY, 2 * n)))
        for row, name in zip(self._table, _COLUMNS, strict=True):
            row[:n] = getattr(history, name)
        self._n = n

    def freeze(self, step: int, seconds: float = 0.0) -> History:
        """Copy into a value that a project can store, with the total numbers of steps and seconds of training."""
        columns = {name: self._table[i, : self._n].copy() for i, name in enumerate(_COLUMNS)}
        for column in columns.values():
            column.flags.writeable = False
        return History(**columns, step=step, seconds=seconds)

    def _column(self, index: int) -> NDArray[np.float64]:
        view = self._table[index, : self._n]
        view.flags.writeable = False
        return view

    def _grow(self) -> None:
        table = np.empty((len(_COLUMNS), 2 * self._n))
        table[:, : self._n] = self._table[:, : self._n]
        self._table = table
