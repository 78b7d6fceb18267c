"""ProbabilityBars: one bar with its percentage for each class, the best one in the accent colour."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnplay.appearance.theme import Role, theme

_LEAST_ROW = 15
_LINE = 1.15
"""Height of a row, in text heights."""

_SPACE = 6
"""Gap between a label, its bar and its number."""

_LONGEST = 14
"""Most characters of a label; longer ones are cut."""

_LEAST_TRACK = 18
_GOOD_TRACK = 36
"""Width below which the percentages lose their decimals, to make room for the bars."""


class ProbabilityBars(QWidget):
    """Horizontal bars for the probabilities of ``labels``; without values the tracks are empty."""

    def __init__(self, labels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = tuple(labels)
        self._values: np.ndarray | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Probability of each class"))
        theme().changed.connect(self._on_theme_changed)

    @property
    def values(self) -> np.ndarray | None:
        """The probabilities shown, float64 (n_labels,), or None."""
        return self._values

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of the classes."""
        return self._labels

    def set_labels(self, labels: Sequence[str]) -> None:
        """Set other classes; the bars are then empty."""
        if tuple(labels) != self._labels:
            self._labels = tuple(labels)
            self._values = None
            self.updateGeometry()
            self.update()

    def set_values(self, values: np.ndarray | None) -> None:
        """Show ``values``, each in 0..1, one for each label; None empties the bars."""
        if values is None and self._values is None:
            return
        self._values = None if values is None else np.array(values, np.float64).reshape(len(self._labels))
        self.setAccessibleDescription("" if self._values is None else ", ".join(self._descriptions()))
        self.update()

    def percent_texts(self) -> list[str]:
        """Return the numbers beside the bars, as written."""
        if self._values is None:
            return []
        return [self.tr("{percent} %").format(percent=f"{100 * value:.1f}") for value in self._values]

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(14 * metrics.averageCharWidth() + 90, len(self._labels) * (metrics.height() + 4))

    def minimumSizeHint(self) -> QSize:
        """Return a height that may be less than the rows want: their text shrinks with them."""
        text = QFontMetricsF(self._font_for(_LEAST_ROW))
        beside = self._label_width(text) + _number_width(text, self._whole_text(100))
        return QSize(ceil(beside) + _LEAST_TRACK, len(self._labels) * _LEAST_ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._labels:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = self.height() / len(self._labels)
        font = self._font_for(row)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        label_width = self._label_width(metrics)
        number_width = _number_width(metrics, self.tr("{percent} %").format(percent="100.0"))
        texts = self.percent_texts()
        if self.width() - label_width - number_width < _GOOD_TRACK:
            number_width = _number_width(metrics, self._whole_text(100))
            texts = [] if self._values is None else [self._whole_text(100 * value) for value in self._values]
        track = QRectF(label_width, 0, max(0.0, self.width() - label_width - number_width), min(row - 4, 12.0))
        best = -1 if self._values is None else int(np.argmax(self._values))
        for index, label in enumerate(self._labels):
            line = QRectF(0, index * row, self.width(), row)
            track.moveTop(line.center().y() - track.height() / 2)
            painter.setPen(Qt.PenStyle.NoPen)
            self._fill(painter, track, Role.GRID)
            if self._values is not None:
                filled = QRectF(track)
                filled.setWidth(track.width() * min(1.0, max(0.0, float(self._values[index]))))
                self._fill(painter, filled, Role.ACCENT if index == best else Role.MUTED)
            painter.setPen(theme().color(Role.TEXT))
            shown = metrics.elidedText(label, Qt.TextElideMode.ElideMiddle, label_width - _SPACE)
            painter.drawText(line.adjusted(0, 0, label_width - _SPACE - self.width(), 0), _LEFT, shown)
            if texts:
                painter.setPen(theme().color(Role.TEXT if index == best else Role.MUTED))
                painter.drawText(line, _RIGHT, texts[index])

    def _font_for(self, row: float) -> QFont:
        """Return the font for rows of this height."""
        font = self.font()
        font.setPixelSize(max(1, min(QFontInfo(font).pixelSize(), int(row / _LINE))))
        return font

    def _label_width(self, text: QFontMetricsF) -> float:
        widest = max((text.horizontalAdvance(label) for label in self._labels), default=0.0)
        return min(widest, _LONGEST * text.averageCharWidth()) + _SPACE

    def _whole_text(self, percent: float) -> str:
        return self.tr("{percent} %").format(percent=f"{percent:.0f}")

    def _fill(self, painter: QPainter, rect: QRectF, role: Role) -> None:
        # Short bars keep round ends: the radius never exceeds half the width.
        radius = min(3.0, rect.width() / 2, rect.height() / 2)
        painter.setBrush(theme().color(role))
        painter.drawRoundedRect(rect, radius, radius)

    def _descriptions(self) -> list[str]:
        return [
            self.tr("{label}: {percent}").format(label=label, percent=text)
            for label, text in zip(self._labels, self.percent_texts(), strict=True)
        ]

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()


def _number_width(text: QFontMetricsF, widest: str) -> float:
    return text.horizontalAdvance(widest) + _SPACE


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
