"""Tile: a picture above its title, for an example or a network to start from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.theme import theme
from nnplay.shell.start.picture_button import PictureButton

PICTURE = QSize(124, 78)
_INSET = 6
_ROOM = 1000


class Tile(PictureButton):
    """As wide as its picture; a long title takes more lines.

    Signals
    -------
    reached(QWidget)
        It has got the focus.
    pointed(str)
        The explanation of the tile under the pointer or with the focus; empty when both have left.
    """

    reached = Signal(QWidget)
    pointed = Signal(str)

    def __init__(self, title: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(title, explanation, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        room = QRect(0, 0, PICTURE.width(), _ROOM)
        words = QFontMetrics(self.font()).boundingRect(room, self._flags(), self.text())
        return QSize(PICTURE.width() + 2 * _INSET, PICTURE.height() + metrics.TINY + words.height() + 2 * _INSET)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(self.toolTip())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(self)
        self.pointed.emit(self.toolTip())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter)
        self._paint_frame(painter, QRectF(_INSET, _INSET, PICTURE.width(), PICTURE.height()))
        top = _INSET + PICTURE.height() + metrics.TINY
        painter.setPen(theme().color(self._text_role()))
        painter.drawText(QRect(_INSET, top, PICTURE.width(), self.height() - top), self._flags(), self.text())

    def _flags(self) -> int:
        return Qt.AlignmentFlag.AlignHCenter.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value
