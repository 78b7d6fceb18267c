"""Metric: a quantity that the loss panel can show, with its names, its unit and its axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.plots.round_numbers import decades_around, round_up

if TYPE_CHECKING:
    from nnplay.project import History
    from nnplay.runs import GrowingHistory

Range = tuple[float, float]


@dataclass(frozen=True)
class Metric:
    """Two curves of a history; the texts are English, translated in the context "metrics".

    Attributes
    ----------
    columns
        Names of the history's columns for training and test data.
    factor
        The factor from the values of the history to those shown.
    most
        The upper end of the axis; None for no limit.
    """

    title_text: str
    axis_text: str
    name_texts: tuple[str, str]
    columns: tuple[str, str]
    factor: float = 1.0
    most: float | None = None

    def title(self) -> str:
        """Return its name in the list."""
        return QCoreApplication.translate("metrics", self.title_text)

    def axis(self) -> str:
        """Return the label of its axis, with the unit."""
        return QCoreApplication.translate("metrics", self.axis_text)

    def names(self, *, is_smoothed: bool) -> tuple[str, str]:
        """Return the names of the curves in the legend."""
        train, test = (QCoreApplication.translate("metrics", text) for text in self.name_texts)
        if is_smoothed:
            note = QCoreApplication.translate("metrics", "{name}, smoothed")
            train, test = note.format(name=train), note.format(name=test)
        return train, test

    def curves(self, history: GrowingHistory | History) -> tuple[np.ndarray, np.ndarray]:
        """Return the values on the training and on the test data, (k,) each."""
        train, test = (getattr(history, column) for column in self.columns)
        return (train, test) if self.factor == 1 else (self.factor * train, self.factor * test)

    def span(self, curves: Sequence[np.ndarray], is_log: bool) -> Range:
        """Return the range of the whole axis for some curves, ending at round numbers; exponents of ten if it is
        logarithmic.
        """
        if self.most is not None:
            return 0.0, self.most
        # NaN only where a value is unknown.
        greatest = np.fmax.reduce([np.fmax.reduce(curve) for curve in curves if len(curve)])
        if not np.isfinite(greatest) or greatest <= 0:
            return (-1.0, 0.0) if is_log else (0.0, 1.0)
        if not is_log:
            return 0.0, round_up(float(greatest))
        least = min(np.minimum.reduce(curve, where=curve > 0, initial=greatest) for curve in curves)
        return decades_around(float(least), float(greatest))


LOSS = Metric(
    QT_TRANSLATE_NOOP("metrics", "Loss"),
    QT_TRANSLATE_NOOP("metrics", "Loss"),
    (QT_TRANSLATE_NOOP("metrics", "Training loss"), QT_TRANSLATE_NOOP("metrics", "Test loss")),
    ("train_loss", "test_loss"),
)
ACCURACY = Metric(
    QT_TRANSLATE_NOOP("metrics", "Accuracy"),
    QT_TRANSLATE_NOOP("metrics", "Accuracy (%)"),
    (QT_TRANSLATE_NOOP("metrics", "Training accuracy"), QT_TRANSLATE_NOOP("metrics", "Test accuracy")),
    ("train_accuracy", "test_accuracy"),
    factor=100.0,
    most=100.0,
)
