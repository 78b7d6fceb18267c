"""The pointer, as real events: drags from the palette, hovering, clicks and drags on the canvas."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnplay.canvas import CanvasView
from nnplay.canvas.layer_mime import layer_mime
from nnplay.canvas.scene import NetworkScene

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


class Drag:
    """A layer of the palette in the hand; as Qt does, the data outlive the events."""

    def __init__(self, canvas: CanvasView, kind: str) -> None:
        self._target = canvas.viewport()
        self._data = layer_mime(kind)

    def enter(self, at: QPoint) -> bool:
        event = QDragEnterEvent(at, Qt.DropAction.CopyAction, self._data, _LEFT, _NONE)
        QApplication.sendEvent(self._target, event)
        return event.isAccepted()

    def move(self, at: QPoint) -> None:
        event = QDragMoveEvent(at, Qt.DropAction.CopyAction, self._data, _LEFT, _NONE)
        QApplication.sendEvent(self._target, event)

    def leave(self) -> None:
        QApplication.sendEvent(self._target, QDragLeaveEvent())

    def drop(self, at: QPoint) -> None:
        event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, self._data, _LEFT, _NONE)
        QApplication.sendEvent(self._target, event)


def drag_drop(canvas: CanvasView, kind: str, at: QPoint) -> None:
    """Drag a layer over the canvas to a point of it and let go there."""
    drag = Drag(canvas, kind)
    drag.enter(QPoint(5, 5))
    # The view makes room when the drag enters: the point is meant as it is then.
    drag.move(at)
    drag.drop(at)


def scene_of(canvas: CanvasView) -> NetworkScene:
    scene = canvas.scene()
    assert isinstance(scene, NetworkScene)
    return scene


def between(canvas: CanvasView, source: str, target: str) -> QPoint:
    """The middle of a link, in the view."""
    cards = scene_of(canvas).cards
    left = cards[source].sceneBoundingRect().right()
    right = cards[target].sceneBoundingRect().left()
    return canvas.mapFromScene(QPointF((left + right) / 2, cards[source].y()))


def behind(canvas: CanvasView, name: str) -> QPoint:
    """Right of a card, in the view."""
    card = scene_of(canvas).cards[name]
    return canvas.mapFromScene(QPointF(card.sceneBoundingRect().right() + 14, card.y()))


def before(canvas: CanvasView, name: str) -> QPoint:
    """Left of a card, in the view."""
    card = scene_of(canvas).cards[name]
    return canvas.mapFromScene(QPointF(card.sceneBoundingRect().left() - 14, card.y()))


def unit(canvas: CanvasView, name: str, index: int) -> QPoint:
    """The middle of a neuron, in the view."""
    card = scene_of(canvas).cards[name]
    return canvas.mapFromScene(card.mapToScene(card.layout.unit_rect(index).center()))


def header(canvas: CanvasView, name: str) -> QPoint:
    """The middle of a card's header, in the view."""
    card = scene_of(canvas).cards[name]
    return canvas.mapFromScene(card.mapToScene(card.layout.header.center()))


def button(canvas: CanvasView, name: str, field: str) -> QPoint:
    """The middle of a button on a card, in the view."""
    card = scene_of(canvas).cards[name]
    return canvas.mapFromScene(card.mapToScene(card.control(field).rect.center()))


def connection(canvas: CanvasView, source: str, target: str, row: int, column: int) -> QPoint:
    """A point on a connection, near its end where it is by itself, in the view."""
    cards = scene_of(canvas).cards
    start, end = cards[source], cards[target]
    y = float(end.layout.port_heights()[column]) + 0.7 * end.layout.tile_side * (
        (row - (start.layout.n_units - 1) / 2) / start.layout.n_units
    )
    return canvas.mapFromScene(QPointF(end.x() + end.layout.tile_x - end.layout.port_reach - 1, end.y() + y))


def click(canvas: CanvasView, at: QPoint) -> None:
    QTest.mouseClick(canvas.viewport(), _LEFT, _NONE, at)


def drag_mouse(canvas: CanvasView, start: QPoint, end: QPoint, mouse: Qt.MouseButton = _LEFT) -> None:
    """Press, move in ten small steps, release."""
    QTest.mousePress(canvas.viewport(), mouse, _NONE, start)
    for step in range(1, 11):
        QTest.mouseMove(canvas.viewport(), start + (end - start) * (step / 10))
    QTest.mouseRelease(canvas.viewport(), mouse, _NONE, end)
