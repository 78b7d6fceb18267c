"""Hint: a small dark label beside the pointer, above the canvas and always at reading size."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from nnplay.appearance.qt_types import parent_of
from nnplay.canvas.style import grown, style

_PADDING_X, _PADDING_Y = 10, 6
_MOST_WIDTH = 280
_OFFSET = QPoint(16, 14)
_RADIUS = 7.0
_PICTURE = 112
"""Side of a picture: four pixels for each pixel of a digit."""


class Hint(QWidget):
    """A title, small print and sometimes a picture, which never extend beyond their parent widget."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = self._detail = ""
        self._is_refusal = False
        self._picture: QImage | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def text(self) -> str:
        """The text of the hint on one line."""
        return f"{self._title} {self._detail}".strip()

    def show_at(
        self, at: QPoint, title: str, detail: str = "", *, is_refusal: bool = False, picture: QImage | None = None
    ) -> None:
        """Show texts beside a point of the parent, and below them an enlarged square picture."""
        self._title, self._detail, self._is_refusal, self._picture = title, detail, is_refusal, picture
        size = self.sizeHint()
        room = parent_of(self).rect()
        corner = at + _OFFSET
        if corner.x() + size.width() > room.right():
            corner.setX(max(room.left() + 4, at.x() - _OFFSET.x() - size.width()))
        if corner.y() + size.height() > room.bottom():
            corner.setY(max(room.top() + 4, at.y() - _OFFSET.y() - size.height()))
        self.setGeometry(corner.x(), corner.y(), size.width(), size.height())
        QToolTip.hideText()  # one of the layer would lie over it
        self.show()
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        title, detail = self._text_rects()
        width, height = (
            max(title.width(), detail.width()),
            title.height() + (detail.height() + 1 if self._detail else 0),
        )
        if self._picture is not None:
            width, height = max(width, _PICTURE), height + _PICTURE + _PADDING_Y
        return QSize(int(width) + 2 * _PADDING_X + 1, int(height) + 2 * _PADDING_Y + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = style()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.refused_edge if self._is_refusal else Qt.PenStyle.NoPen)
        painter.setBrush(look.refused if self._is_refusal else look.hint)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        title, detail = self._text_rects()
        painter.setFont(look.name_font)
        painter.setPen(look.refused_text if self._is_refusal else look.hint_text)
        painter.drawText(title, Qt.TextFlag.TextWordWrap, self._title)
        painter.setFont(look.caption_font)
        painter.setPen(look.text if self._is_refusal else look.hint_muted)
        painter.drawText(detail, Qt.TextFlag.TextWordWrap, self._detail)
        if self._picture is not None:
            top = self.height() - _PADDING_Y - _PICTURE
            painter.drawImage(QRectF(_PADDING_X, top, _PICTURE, _PICTURE), self._picture)

    def _text_rects(self) -> tuple[QRectF, QRectF]:
        look, flags = style(), Qt.TextFlag.TextWordWrap.value
        room = QRectF(0, 0, grown(_MOST_WIDTH), 1000).toRect()
        title = QFontMetrics(look.name_font).boundingRect(room, flags, self._title)
        detail = QFontMetrics(look.caption_font).boundingRect(room, flags, self._detail)
        title.moveTo(_PADDING_X, _PADDING_Y)
        detail.moveTo(_PADDING_X, title.bottom() + 2)
        # Text is laid out again when it is painted: an extra pixel keeps the last word on its line.
        return QRectF(title.adjusted(0, 0, 2, 0)), QRectF(detail.adjusted(0, 0, 2, 0))
