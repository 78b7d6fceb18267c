"""HeightScale: the loss for each colour of the landscape."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.qt_types import rgba
from nnplay.appearance.theme import Role, theme
from nnplay.panels.plots.round_numbers import number_text

N_BANDS = 14


def band_colors() -> np.ndarray:
    """Return (N_BANDS, 4) uint8 colours: pale in the valleys, the accent colour on the heights."""
    ends = [np.array(rgba(theme().color(role)), np.float64) for role in (Role.SURFACE, Role.ACCENT)]
    share = np.linspace(0, 0.92, N_BANDS)[:, np.newaxis]
    mixed: np.ndarray = (1 - share) * ends[0] + share * ends[1]
    return mixed.round().astype(np.uint8)


class HeightScale(QWidget):
    """The bands from bottom to top, with the loss at both ends and in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = ("", "", "")
        self.setFont(metrics.font(metrics.Text.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._on_theme_changed)

    def show_range(self, low: float, high: float, *, is_log: bool) -> None:
        """Show the losses of the lowest and the highest band; on a logarithmic scale, the middle is their geometric
        mean.
        """
        middle = float(np.sqrt(low * high)) if is_log else (low + high) / 2
        self._labels = (number_text(high), number_text(middle), number_text(low))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("0.00e−00") + 14, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = float(self.fontMetrics().height())
        bar = QRectF(0, metrics.SMALL + line, 9, max(1.0, self.height() - 3.5 * line))
        height = bar.height() / N_BANDS
        for band, color in enumerate(band_colors()):
            top = bar.bottom() - (band + 1) * height
            painter.fillRect(QRectF(bar.left(), top, bar.width(), height + 0.5), QColor(*(int(part) for part in color)))
        painter.setPen(theme().color(Role.BORDER))
        painter.drawRect(bar)
        painter.setPen(theme().color(Role.MUTED))
        tops = (bar.top(), bar.center().y() - line / 2, bar.bottom() - line)
        for text, top in zip(self._labels, tops, strict=True):
            painter.drawText(QRectF(13, top, self.width() - 13, line), Qt.AlignmentFlag.AlignVCenter, text)
        painter.drawText(
            QRectF(0, 0, self.width(), line + metrics.SMALL), Qt.AlignmentFlag.AlignVCenter, self.tr("Loss")
        )

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
