"""CardButton: a small button on a card: a sign, a text, or a text with a chevron for a menu."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from nnplay.canvas.style import grown, style


class Sign(Enum):
    """The content of a button without text."""

    MINUS = auto()
    PLUS = auto()
    CROSS = auto()
    CHEVRON = auto()


_REACH = 4.0
_RADIUS = 7.0


class CardButton(QGraphicsObject):
    """A clickable field on a card.

    Parameters
    ----------
    sign
        Drawn in the middle, or at the right edge after a text.
    is_flat
        Whether the frame is only shown under the pointer.

    Signals
    -------
    clicked : pressed and released inside the button.
    hovered(bool) : the pointer has come onto the button, or left it.
    """

    clicked = Signal()
    hovered = Signal(bool)

    def __init__(self, parent: QGraphicsItem, sign: Sign | None, *, is_flat: bool = False) -> None:
        super().__init__(parent)
        self._sign, self._is_flat = sign, is_flat
        self._text = ""
        self._rect = QRectF()
        self._is_hovered = self._is_pressed = False
        self.setAcceptHoverEvents(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    @property
    def text(self) -> str:
        """The button's text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.update()

    def place(self, rect: QRectF) -> None:
        """Move to a rectangle of the card."""
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect

    @property
    def rect(self) -> QRectF:
        """The button's rectangle on its card."""
        return self._rect

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        look = style()
        if not self._is_flat or self._is_hovered:
            painter.setPen(look.control_edge if not self._is_flat else Qt.PenStyle.NoPen)
            painter.setBrush(
                look.control_pressed if self._is_pressed else look.control_hover if self._is_hovered else look.control
            )
            painter.drawRoundedRect(self._rect, _RADIUS, _RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        text_rect = self._rect
        if self._sign is not None:
            middle = self._rect.center()
            if self._text:
                middle.setX(self._rect.right() - grown(12))
                text_rect = self._rect.adjusted(4, 0, -grown(18), 0)
            painter.setPen(look.glyph if self.isEnabled() else look.glyph_disabled)
            painter.save()
            painter.translate(middle)
            painter.scale(grown(1.0), grown(1.0))
            painter.drawPath(_PATHS[self._sign])
            painter.restore()
        if self._text:
            painter.setFont(look.control_font)
            painter.setPen(look.text if self.isEnabled() else look.glyph_disabled)
            painter.drawText(text_rect, Qt.AlignmentFlag.AlignCenter, self._text)

    def set_reason(self, tip: str, *, is_enabled: bool) -> None:
        """Enable or disable the button; the tooltip says what it does, or why it is disabled."""
        self.setToolTip(tip)
        self.setEnabled(is_enabled)
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_enabled else Qt.CursorShape.ArrowCursor)

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._set_hovered(True)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._set_hovered(False)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._is_pressed = True
        self.update()

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        # Two quick clicks on "+" are two steps, not a double click.
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._is_pressed = False
        self.update()
        if self._rect.contains(event.pos()):
            self.clicked.emit()

    def _set_hovered(self, is_hovered: bool) -> None:
        self._is_hovered = is_hovered
        self.update()
        self.hovered.emit(is_hovered)


def _polyline(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*point) for point in points]))
    return path


def _joined(path: QPainterPath, other: QPainterPath) -> QPainterPath:
    path.addPath(other)
    return path


_PATHS = {
    Sign.MINUS: _polyline((-_REACH, 0), (_REACH, 0)),
    Sign.PLUS: _joined(_polyline((-_REACH, 0), (_REACH, 0)), _polyline((0, -_REACH), (0, _REACH))),
    Sign.CROSS: _joined(_polyline((-3.5, -3.5), (3.5, 3.5)), _polyline((-3.5, 3.5), (3.5, -3.5))),
    Sign.CHEVRON: _polyline((-3.5, -1.75), (0, 1.75), (3.5, -1.75)),
}
