"""DigitPreview: the 28 x 28 picture that the network sees, enlarged pixel by pixel."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnplay.look.theme import Role, theme

SIDE = 28


class DigitPreview(QWidget):
    """White ink on black as in MNIST, whatever the theme: these are the very numbers that go in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: np.ndarray | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What the network sees"))
        self.setToolTip(self.tr("What the network sees: the drawing as 28 × 28 pixels, scaled and centred as in MNIST"))
        theme().changed.connect(self._on_theme_changed)

    @property
    def picture(self) -> np.ndarray | None:
        """(28, 28) uint8, the picture shown, or None."""
        return self._picture

    def show_picture(self, picture: np.ndarray | None) -> None:
        """Show (28, 28) uint8; None leaves an empty frame."""
        self._picture = None if picture is None else np.ascontiguousarray(picture, np.uint8)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * SIDE + 2, 2 * SIDE + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture is not None:
            image = QImage(self._picture.data, SIDE, SIDE, SIDE, QImage.Format.Format_Grayscale8)
            painter.drawImage(QRectF(self.rect()).adjusted(1, 1, -1, -1), image)
        painter.setPen(theme().color(Role.BORDER))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
