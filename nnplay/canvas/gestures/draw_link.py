"""DrawLinkGesture: a link is drawn from the port of one layer to another layer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtCore import Slot as QtSlot

from nnplay.appearance.sentences import sentence
from nnplay.canvas.editing.structure_edits import StructureEdits
from nnplay.canvas.links.ports import PortItem, Side
from nnplay.canvas.scene import NetworkScene
from nnplay.engine import NnplayError
from nnplay.project.graph_edits import Join

_REACH = 26.0
"""How far beside its card the pointer still selects a layer, scene px."""


class DrawLinkGesture(QObject):
    """Follows the pointer with a curve, shows what the link would be or why it is impossible, and draws it at the end.

    Signals
    -------
    refusal_changed(str, QPointF) : why no link can end at this point; "" if one can, or if none is being drawn.
    choice_wanted(str, str, object) : a link from the first layer to the second can be drawn in these ways.
    """

    refusal_changed = Signal(str, QPointF)
    choice_wanted = Signal(str, str, object)

    def __init__(self, scene: NetworkScene, edits: StructureEdits) -> None:
        super().__init__(scene)
        self._scene, self._edits = scene, edits
        self._other: str | None = None
        self._ways: dict[Join | None, NnplayError | None] = {}
        self._error: NnplayError | None = None
        scene.ports.dragged.connect(self.on_dragged)
        scene.ports.released.connect(self.on_released)

    @QtSlot(object, QPointF)
    def on_dragged(self, port: PortItem, at: QPointF) -> None:
        """Draw the curve to the pointer, or to the port of the layer near it."""
        other = self._layer_at(port, at)
        if other != self._other:
            self._mark(port, is_target=False)
            self._other = other
            self._ask(port)
            self._mark(port, is_target=other is not None and self._error is None)
            self.refusal_changed.emit("" if self._error is None else sentence(self._error), at)
        end = self._other_port(port)
        there = at if end is None or self._error is not None else end.pos()
        start, finish = (port.pos(), there) if port.side is Side.OUTPUT else (there, port.pos())
        self._scene.link_preview.show_between(start, finish, is_refused=self._error is not None)

    @QtSlot(object)
    def on_released(self, port: PortItem) -> None:
        """Create the link, or ask how to join it."""
        self._mark(port, is_target=False)
        self._scene.link_preview.hide()
        other, ways, error = self._other, self._ways, self._error
        self._other, self._ways, self._error = None, {}, None
        self.refusal_changed.emit("", QPointF())
        if other is None or error is not None:
            return
        source, target = (port.name, other) if port.side is Side.OUTPUT else (other, port.name)
        possible = [way for way, reason in ways.items() if reason is None]
        if len(possible) == 1:
            self._edits.connect_layers(source, target, possible[0])
        else:
            self.choice_wanted.emit(source, target, ways)

    def _ask(self, port: PortItem) -> None:
        self._ways, self._error = {}, None
        if self._other is None:
            return
        ends = (port.name, self._other) if port.side is Side.OUTPUT else (self._other, port.name)
        try:
            self._ways = dict(self._edits.joins(*ends))
        except NnplayError as error:
            self._error = error

    def _layer_at(self, port: PortItem, at: QPointF) -> str | None:
        near = {
            name: abs(card.x() - at.x())
            for name, card in self._scene.cards.items()
            if name != port.name and card.sceneBoundingRect().adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(at)
        }
        return min(near, key=near.__getitem__) if near else None

    def _other_port(self, port: PortItem) -> PortItem | None:
        side = Side.INPUT if port.side is Side.OUTPUT else Side.OUTPUT
        return None if self._other is None else self._scene.ports.item(self._other, side)

    def _mark(self, port: PortItem, *, is_target: bool) -> None:
        end = self._other_port(port)
        if end is not None:
            end.set_target(is_target)
