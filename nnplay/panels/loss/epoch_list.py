"""EpochList: the scores of each epoch as a line of text, as Keras prints them, to read and to copy."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from nnplay.appearance import metrics

if TYPE_CHECKING:
    from nnplay.runs import GrowingHistory

MOST_LINES = 5_000
"""Earlier lines are left out; the panel's table has all of them."""


class EpochList(QPlainTextEdit):
    """Grows at its end while the network learns; stays where it is when somebody has scrolled up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._n_shown = 0
        self._last: tuple[float, ...] = ()
        self._n_epochs: int | None = None
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(metrics.font(metrics.Text.CAPTION).pixelSize())
        self.setFont(font)
        self.setReadOnly(True)
        self.setMaximumBlockCount(MOST_LINES)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)  # copied lines stay whole
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setAccessibleName(self.tr("Epochs"))

    def show_history(self, history: GrowingHistory, n_epochs: int | None) -> None:
        """Show the lines of a history; ``n_epochs`` is the last epoch of the run, None if no end is set."""
        if not self._continues(history) or n_epochs != self._n_epochs:
            self.clear()
            self._n_shown, self._n_epochs = 0, n_epochs
        first = max(self._n_shown, len(history) - MOST_LINES)
        lines = [epoch_line(_row(history, index), n_epochs) for index in range(first, len(history))]
        if lines:
            bar = self.verticalScrollBar()
            is_at_end = bar.value() == bar.maximum()
            self.appendPlainText("\n".join(lines))
            if is_at_end:
                bar.setValue(bar.maximum())
        self._n_shown = len(history)
        self._last = _row(history, len(history) - 1) if len(history) else ()

    def _continues(self, history: GrowingHistory) -> bool:
        """Return whether the history begins with the lines shown."""
        n = self._n_shown
        return n == 0 or (len(history) >= n and np.array_equal(_row(history, n - 1), self._last, equal_nan=True))


def epoch_line(row: tuple[float, ...], n_epochs: int | None) -> str:
    """Return a line for an epoch, its losses and accuracies, in Keras's words; unknown ones are left out."""
    epoch, train_loss, test_loss, train_accuracy, test_accuracy = row
    head = f"Epoch {epoch:.10g}" if n_epochs is None else f"Epoch {epoch:.10g}/{n_epochs}"
    values = {
        "loss": train_loss,
        "accuracy": train_accuracy,
        "val_loss": test_loss,
        "val_accuracy": test_accuracy,
    }
    return " - ".join([head, *(f"{name}: {value:.4f}" for name, value in values.items() if not isnan(value))])


def _row(history: GrowingHistory, index: int) -> tuple[float, ...]:
    columns = (
        history.epoch,
        history.train_loss,
        history.test_loss,
        history.train_accuracy,
        history.test_accuracy,
    )
    return tuple(float(column[index]) for column in columns)
