"""WhyView: which values speak for the answer and which against it, and the answer without each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnplay.appearance import accessible, metrics
from nnplay.appearance.number_text import percent_text, short_text
from nnplay.appearance.theme import Role, theme
from nnplay.asking.why import Reasons

MOST = 12
"""Most values that are shown: the strongest."""

_ROW = 1.5
"""Height of a row, in text heights."""

_SHARES = (0.4, 0.68)
"""Where the bars and the answers begin, as shares of the width where it is enough."""


@dataclass(frozen=True)
class _Line:
    text: str
    share: float
    answers: str


class WhyView(QWidget):
    """A line per value: blue bars speak for the answer, orange ones against it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []
        self.setFont(metrics.font(metrics.Text.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Reasons for the answer"))
        self.setToolTip(
            self.tr(
                "Blue: this value speaks for the answer. Orange: it speaks against it (gradient times the distance from"
                " the average).\nAt the right: the answer as it is → with this value at its average"
            )
        )
        theme().changed.connect(self._on_theme_changed)

    @property
    def texts(self) -> list[str]:
        """The lines as text."""
        return [f"{line.text}: {line.answers}" for line in self._lines]

    def show_reasons(self, reasons: Reasons, names: Sequence[str], cells: Sequence[str], *, are_shares: bool) -> None:
        """Show the strongest reasons; ``are_shares`` tells probabilities from quantities."""
        write = percent_text if are_shares else short_text
        most = float(np.abs(reasons.support).max(initial=0.0)) or 1.0
        self._lines = [
            _Line(
                f"{names[number]} = {cells[number] or '–'}",
                float(reasons.support[number]) / most,
                f"{write(reasons.now)} → {write(float(reasons.without[number]))}",
            )
            for number in reasons.strongest(MOST)
        ]
        self.setAccessibleDescription("; ".join(self.texts))
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._lines = []
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height())

    def _height(self) -> int:
        return round(_ROW * self.fontMetrics().height() * max(1, len(self._lines)))

    def columns(self) -> tuple[float, float]:
        """Return where the bars begin and end, px; the answers behind them are always seen whole."""
        widest = max((self.fontMetrics().horizontalAdvance(line.answers) for line in self._lines), default=0)
        left, right = (share * self.width() for share in _SHARES)
        end = max(0.0, min(right, self.width() - widest - metrics.TINY))
        return left * end / right, end

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = _ROW * self.fontMetrics().height()
        left, right = self.columns()
        middle, half = (left + right) / 2, (right - left) / 2 - metrics.TINY
        for number, line in enumerate(self._lines):
            top = number * row
            painter.setPen(theme().color(Role.TEXT))
            text = self.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideMiddle, int(left - metrics.TINY))
            painter.drawText(QRectF(0, top, left, row), _LEFT, text)
            length = half * abs(line.share)
            bar = QRectF(middle if line.share >= 0 else middle - length, top + row * 0.25, length, row * 0.5)
            painter.fillRect(bar, theme().color(Role.POSITIVE if line.share >= 0 else Role.NEGATIVE))
            painter.setPen(theme().color(Role.BORDER))
            painter.drawLine(round(middle), round(top), round(middle), round(top + row))
            painter.setPen(theme().color(Role.MUTED))
            painter.drawText(QRectF(right, top, self.width() - right, row), _RIGHT, line.answers)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()


accessible.represent(WhyView, accessible.Picture)

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
