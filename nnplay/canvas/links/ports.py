"""Ports: where links start and end: a card's input at its left edge, its output at its right edge.

They lie at the height of the header, clear of the connections, and are separate items, so that no link covers them.
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
"""Distance below the upper edge of the card."""

_REACH = 13.0
_SMALL, _LARGE = 3.5, 7.0
_Z = 2.0


class Side(Enum):
    """The side of a card that a port belongs to."""

    INPUT = auto()
    OUTPUT = auto()


def port_place(layout: CardLayout, side: Side) -> QPointF:
    """Return a port's position on its card."""
    rect = layout.rect
    return QPointF(rect.left() if side is Side.INPUT else rect.right(), rect.top() + _HEIGHT)


class PortItem(QGraphicsObject):
    """A dot that grows when the pointer is near; dragging it draws a link.

    Signals
    -------
    dragged(QPointF) : a link is being drawn to this point of the scene.
    released() : the mouse button was released.
    """

    dragged = Signal(QPointF)
    released = Signal()

    def __init__(self, name: str, side: Side) -> None:
        super().__init__()
        self.name, self.side = name, side
        self._is_near = self._is_target = self._is_held = self._is_dragged = False
        self.setZValue(_Z)
        self.setAcceptHoverEvents(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setToolTip(
            self.tr("Drag from here to a later layer to link them")
            if side is Side.OUTPUT
            else self.tr("Drag from here to an earlier layer to link them")
        )

    @property
    def is_target(self) -> bool:
        """Whether it is marked as the end of the link being drawn."""
        return self._is_target

    def set_target(self, is_target: bool) -> None:
        """Mark it, or not, as the end of the link being drawn."""
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
        self._is_held = event.button() == Qt.MouseButton.LeftButton
        event.setAccepted(self._is_held)

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if self._is_held:
            self._is_dragged = True
            self.dragged.emit(event.scenePos())

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        # The new link may make the view zoom, which sends more moves before this release has returned.
        was_dragged, self._is_dragged, self._is_held = self._is_dragged, False, False
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
    dragged(PortItem, QPointF), released(PortItem) : as for the ports.
    """

    dragged = Signal(object, QPointF)
    released = Signal(object)

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._items: dict[tuple[str, Side], PortItem] = {}

    def item(self, name: str, side: Side) -> PortItem | None:
        """Return a layer's port; the input layer has none on the left, the output layer none on the right."""
        return self._items.get((name, side))

    def is_near(self, at: QPointF) -> bool:
        """Return whether a port reacts to the pointer at a point of the scene."""
        return any(port.contains(port.mapFromScene(at)) for port in self._items.values())

    def show_network(self, network: NetworkSpec) -> None:
        """Create the ports of a network's layers; call ``place`` afterwards."""
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
        """Place the ports on their cards."""
        for (name, side), port in self._items.items():
            port.setPos(cards[name].pos() + port_place(layouts[name], side))

    def apply_theme(self) -> None:
        """Update to the theme's colours."""
        for port in self._items.values():
            port.update()

    @QtSlot(QPointF)
    def _on_dragged(self, at: QPointF) -> None:
        self.dragged.emit(self.sender(), at)

    @QtSlot()
    def _on_released(self) -> None:
        self.released.emit(self.sender())
