"""Ports: where links are drawn from and to: at each card's left edge its input, at its right edge its output.

They stand at the height of the header, clear of the connections, and are items of their own,
so that no link covers them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtCore import Slot as QtSlot
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsScene,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from nnplay.canvas.cards.card_layout import CardLayout
from nnplay.canvas.style import style
from nnplay.engine import Input, NetworkSpec

_HEIGHT = 38.0
"""Below the upper edge of the card."""

_REACH = 13.0
_SMALL, _LARGE = 3.5, 7.0
_Z = 2.0


class Side(Enum):
    """What a port is for."""

    INPUT = auto()
    OUTPUT = auto()


def port_place(layout: CardLayout, side: Side) -> QPointF:
    """Return a port's place on its card."""
    rect = layout.rect
    return QPointF(rect.left() if side is Side.INPUT else rect.right(), rect.top() + _HEIGHT)


class PortItem(QGraphicsObject):
    """A dot that grows when the pointer comes near; a drag from it draws a link.

    Signals
    -------
    dragged(QPointF) : a link is being drawn to this point of the scene.
    released() : it is let go.
    """

    dragged = Signal(QPointF)
    released = Signal()

    def __init__(self, name: str, side: Side) -> None:
        super().__init__()
        self.name, self.side = name, side
        self._is_near = self._is_target = self._is_dragged = False
        self.setZValue(_Z)
        self.setAcceptHoverEvents(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setToolTip(
            self.tr("Drag from here to a layer further on: a link")
            if side is Side.OUTPUT
            else self.tr("Drag from here to a layer further back: a link")
        )

    @property
    def is_target(self) -> bool:
        """Whether it is marked as where a link being drawn would end."""
        return self._is_target

    def set_target(self, is_target: bool) -> None:
        """Mark it as where a link being drawn would end, or not."""
        self._is_target = is_target
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-_REACH, -_REACH, 2 * _REACH, 2 * _REACH)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addEllipse(self.boundingRect())
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        look = style()
        is_large = self._is_near or self._is_target or self._is_dragged
        painter.setPen(look.port_edge_near if is_large else look.port_edge)
        painter.setBrush(look.port_near if is_large else look.card)
        radius = _LARGE if is_large else _SMALL
        painter.drawEllipse(QPointF(), radius, radius)

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._set_near(True)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._set_near(False)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._is_dragged = True
        self.dragged.emit(event.scenePos())

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        was_dragged, self._is_dragged = self._is_dragged, False
        self._set_near(self.contains(event.pos()))
        if was_dragged:
            self.released.emit()

    def _set_near(self, is_near: bool) -> None:
        self._is_near = is_near
        self.update()


class Ports(QObject):
    """The ports of all cards.

    Signals
    -------
    dragged(PortItem, QPointF), released(PortItem) : as of the ports.
    """

    dragged = Signal(object, QPointF)
    released = Signal(object)

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._items: dict[tuple[str, Side], PortItem] = {}

    def item(self, name: str, side: Side) -> PortItem | None:
        """Return a layer's port; the input has none on its left, the output none on its right."""
        return self._items.get((name, side))

    def is_near(self, at: QPointF) -> bool:
        """Whether a port reacts to the pointer at a point of the scene."""
        return any(port.contains(port.mapFromScene(at)) for port in self._items.values())

    def show_network(self, network: NetworkSpec) -> None:
        """Have the ports of a network's layers; ``place`` has to follow."""
        wanted = {(node.name, Side.OUTPUT) for node in network.nodes if node is not network.output}
        wanted |= {(node.name, Side.INPUT) for node in network.nodes if not isinstance(node.layer, Input)}
        for key in self._items.keys() - wanted:
            self._scene.removeItem(self._items.pop(key))
        for name, side in wanted - self._items.keys():
            port = self._items[name, side] = PortItem(name, side)
            port.dragged.connect(self._on_dragged)
            port.released.connect(self._on_released)
            self._scene.addItem(port)

    def place(self, layouts: Mapping[str, CardLayout], cards: Mapping[str, QGraphicsItem]) -> None:
        """Put the ports where the cards are."""
        for (name, side), port in self._items.items():
            port.setPos(cards[name].pos() + port_place(layouts[name], side))

    def apply_theme(self) -> None:
        """Take the theme's colours anew."""
        for port in self._items.values():
            port.update()

    @QtSlot(QPointF)
    def _on_dragged(self, at: QPointF) -> None:
        self.dragged.emit(self.sender(), at)

    @QtSlot()
    def _on_released(self) -> None:
        self.released.emit(self.sender())
