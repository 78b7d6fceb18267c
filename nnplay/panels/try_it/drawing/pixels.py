"""Pixels: a small picture shown pixel by pixel, with its name below."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.metrics import Text
from nnplay.appearance.theme import Role, theme
from nnplay.appearance.values import value_image

SIDE = 58


class Pixels(QWidget):
    """A square frame for a picture of any proportion.

    Parameters
    ----------
    name
        The name for screen readers and, unless it is empty, below the picture.
    side
        Of the frame, in pixels.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, has_caption: bool = True, side: int = SIDE) -> None:
        super().__init__(parent)
        self._side = side
        self._caption = name if has_caption else ""
        self._grey: NDArray[np.uint8] | None = None
        self._values: NDArray[np.floating] | None = None
        self._image: QImage | None = None
        self.setFont(metrics.font(Text.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme().changed.connect(self._forget_image)

    @property
    def grey(self) -> NDArray[np.uint8] | None:
        """The picture shown, (height, width) uint8, or None."""
        return self._grey

    @property
    def values(self) -> NDArray[np.floating] | None:
        """The numbers shown, (height, width), or None."""
        return self._values

    @property
    def caption(self) -> str:
        """The text below the picture."""
        return self._caption

    def set_caption(self, text: str) -> None:
        """Change the text below the picture."""
        self._caption = text
        self.update()

    def show_grey(self, picture: NDArray[np.uint8] | None) -> None:
        """Show (height, width) uint8, white ink on black as in MNIST, in any theme; None for an empty frame."""
        self._grey, self._values = picture, None
        self._forget_image()

    def show_values(self, values: NDArray[np.floating] | None) -> None:
        """Show (height, width) numbers in the colours of values, the largest in full colour."""
        self._grey, self._values = None, values
        self._forget_image()

    def sizeHint(self) -> QSize:
        measure = QFontMetricsF(self.font())
        if not self._caption:
            return QSize(self._side, self._side)
        return QSize(
            max(self._side, round(measure.horizontalAdvance(self._caption)) + 4),
            round(self._side + measure.height() + 2),
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # On whole pixels: anywhere else the frame would have blurred edges.
        frame = QRectF((self.width() - self._side) // 2, 0, self._side, self._side)
        if self._image is None:
            self._image = self._make_image()
        if self._image is not None:
            if self._grey is not None:
                painter.fillRect(frame, Qt.GlobalColor.black)
            size = QSizeF(self._image.size()).scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(QPointF(), size)
            place.moveCenter(frame.center())
            painter.drawImage(place, self._image)
        painter.setPen(theme().color(Role.BORDER))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.adjusted(0, 0, -1, -1))
        if self._caption:
            painter.setPen(theme().color(Role.MUTED))
            below = QRectF(0, self._side + 2, self.width(), self.height() - self._side - 2)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._caption)

    def _make_image(self) -> QImage | None:
        if self._values is not None:
            return value_image(self._values, float(np.abs(self._values).max()))
        if self._grey is None:
            return None
        picture = np.ascontiguousarray(self._grey)
        height, width = picture.shape
        return QImage(picture.data, width, height, width, QImage.Format.Format_Grayscale8).copy()

    @Slot()
    def _forget_image(self) -> None:
        self._image = None
        self.update()
