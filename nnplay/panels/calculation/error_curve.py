"""ErrorCurve: the error of the perturbation gradient over the size of the nudge, on logarithmic axes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from nnplay.appearance import metrics
from nnplay.appearance.theme import Role, theme

_LEAST_ERROR = 1e-16
_LEFT, _BOTTOM, _TOP, _RIGHT = 46, 36, 10, 12


class ErrorCurve(QWidget):
    """A curve of errors over nudges, and a dot at the selected nudge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nudges = self._errors = np.zeros(0)
        self._chosen = 1e-4
        self.setAccessibleName(self.tr("Error of the perturbation gradient over the nudge"))
        theme().changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        return QSize(360, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 120)

    def show_errors(self, nudges: NDArray[np.float64], errors: NDArray[np.float64], chosen: float) -> None:
        """Show the errors (n,) at the nudges (n,), and mark the selected one."""
        self._nudges, self._errors, self._chosen = nudges, errors, chosen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self._nudges):
            return
        painter, colors = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(metrics.font(metrics.Text.CAPTION))
        area = QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)
        x, y = np.log10(self._nudges), np.log10(np.maximum(np.nan_to_num(self._errors, nan=1.0), _LEAST_ERROR))
        lowest, highest = float(np.floor(y.min())), float(np.ceil(max(y.max(), y.min() + 1)))

        def place(across: float, up: float) -> QPointF:
            share = (across - x[0]) / (x[-1] - x[0]), (up - lowest) / (highest - lowest)
            return QPointF(area.left() + area.width() * share[0], area.bottom() - area.height() * share[1])

        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for decade in np.arange(lowest, highest + 1, max(1, (highest - lowest) // 5)):
            at = place(x[0], decade)
            painter.setPen(QPen(colors.color(Role.GRID), 1))
            painter.drawLine(at, QPointF(area.right(), at.y()))
            painter.setPen(colors.color(Role.MUTED))
            painter.drawText(QRectF(0, at.y() - 8, _LEFT - 6, 16), beside, f"1e{int(decade)}".replace("-", "−"))
        for decade in range(-12, 0, 2):
            at = place(decade, lowest)
            words = f"1e{decade}".replace("-", "−")
            painter.drawText(QRectF(at.x() - 24, at.y() + 4, 48, 14), Qt.AlignmentFlag.AlignCenter, words)
        middle = QRectF(area.left(), area.bottom() + 18, area.width(), 16)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, self.tr("Nudge"))
        painter.setPen(QPen(colors.color(Role.ACCENT), 2))
        painter.drawPolyline(QPolygonF([place(*pair) for pair in zip(x, y, strict=True)]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color(Role.ACCENT))
        chosen = np.log10(self._chosen)
        painter.drawEllipse(place(chosen, float(np.interp(chosen, x, y))), 5, 5)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
