"""PictureGrid: matrices as pictures side by side, in the colours of values, with the value under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnplay.appearance.theme import Role, theme
from nnplay.appearance.values import value_image

_GAP = 3.0
MOST = 144
"""Most pictures: with more, each would be too small to recognise anything."""


class PictureGrid(QWidget):
    """Pictures with one common scale: blue is positive, orange negative.

    Signals
    -------
    pointed(object)
        (number of the picture, row, column, value) under the mouse, or None.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: tuple[np.ndarray, ...] = ()
        self._scale = 1.0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Pictures"))
        theme().changed.connect(self._on_theme_changed)

    @property
    def pictures(self) -> tuple[np.ndarray, ...]:
        """The matrices shown."""
        return self._pictures

    @property
    def scale(self) -> float:
        """The value with the full colours."""
        return self._scale

    def show_pictures(self, pictures: Sequence[np.ndarray]) -> None:
        """Show matrices of one shape, at most ``MOST``; NaN is left empty."""
        self._pictures = tuple(pictures[:MOST])
        greatest = max((float(np.nanmax(np.abs(each))) for each in self._pictures if each.size), default=0.0)
        self._scale = greatest if np.isfinite(greatest) and greatest > 0 else 1.0
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)

    def picture_rect(self, number: int) -> QRectF:
        """Return where a picture is in the widget."""
        n_columns, width, height = self._cells()
        row, column = divmod(number, n_columns)
        return QRectF(column * width, row * height, width - _GAP, height - _GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, picture in enumerate(self._pictures):
            rect = self.picture_rect(number)
            painter.drawImage(rect, value_image(np.nan_to_num(picture), self._scale))
            painter.setPen(theme().color(Role.BORDER))
            painter.drawRect(rect)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self._value_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    def _value_at(self, position: QPointF) -> tuple[int, int, int, float] | None:
        for number, picture in enumerate(self._pictures):
            rect = self.picture_rect(number)
            if rect.contains(position):
                n_rows, n_columns = picture.shape
                row = min(n_rows - 1, int((position.y() - rect.top()) / rect.height() * n_rows))
                column = min(n_columns - 1, int((position.x() - rect.left()) / rect.width() * n_columns))
                return number, row, column, float(picture[row, column])
        return None

    def _cells(self) -> tuple[int, float, float]:
        """Return the number of columns, and width and height of a cell: the largest that fit, in the pictures'
        proportions.
        """
        if not self._pictures:
            return 1, 1.0, 1.0
        n, (height, width) = len(self._pictures), self._pictures[0].shape
        ratio = min(8.0, max(0.125, width / height))
        guess = max(1, round(sqrt(n * self.width() / max(1, self.height()) / ratio)))
        sizes = {}
        for n_columns in {max(1, guess - 1), guess, guess + 1, n}:
            cell = min((self.width() - 1) / n_columns, (self.height() - 1) / ceil(n / n_columns) * ratio)
            sizes[cell] = n_columns
        best = max(sizes)
        return sizes[best], best, best / ratio

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
