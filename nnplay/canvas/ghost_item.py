"""GhostItem: shows where a layer will land while it is being dragged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnplay.canvas.style import CARD_RADIUS, grown, style

_WIDTH = 84.0
_Z = 3.0


def ghost_width() -> float:
    """Return the width of a layer's outline."""
    return grown(_WIDTH)


class GhostItem(QGraphicsItem):
    """The outline of a card that does not exist yet; red where it cannot be placed."""

    def __init__(self) -> None:
        super().__init__()
        self._size = (ghost_width(), 0.0)
        self._title = ""
        self._is_refused = False
        self.setZValue(_Z)
        self.hide()

    @property
    def is_refused(self) -> bool:
        """Whether it shows that the layer cannot be placed there."""
        return self._is_refused

    def show_at(self, middle: QPointF, width: float, height: float, title: str, *, is_refused: bool) -> None:
        """Show the outline centred on a point of the scene."""
        self.prepareGeometryChange()
        self._size, self._title, self._is_refused = (width, height), title, is_refused
        self.setPos(middle)
        self.show()
        self.update()

    def boundingRect(self) -> QRectF:
        width, height = self._size
        return QRectF(-width / 2, -height / 2, width, height).adjusted(-1.5, -1.5, 1.5, 1.5)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        look = style()
        width, height = self._size
        rect = QRectF(-width / 2, -height / 2, width, height)
        painter.setPen(look.refused_edge if self._is_refused else look.ghost_edge)
        painter.setBrush(look.refused if self._is_refused else look.ghost)
        painter.drawRoundedRect(rect, min(CARD_RADIUS, width / 2), min(CARD_RADIUS, width / 2))
        painter.setFont(look.name_font)
        painter.setPen(look.refused_text if self._is_refused else look.highlight)
        painter.drawText(
            rect.adjusted(0, 10, 0, 0), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._title
        )
