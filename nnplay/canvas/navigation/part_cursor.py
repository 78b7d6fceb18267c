"""PartCursor: the neuron or the connection that the keyboard is on, inside the layer that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot

from nnplay.canvas.parts import UnitPart, WeightPart, as_weight, parameter
from nnplay.canvas.scene import NetworkScene
from nnplay.engine import Part

Place = UnitPart | WeightPart


class PartCursor(QObject):
    """Up and down go through a layer's neurons, left and right through the connections that lead into one.

    Only where each neuron is drawn: the table of weights has those of all other layers.

    Signals
    -------
    moved(UnitPart | WeightPart | None, QPointF) : it is on another part, which lies there in the scene; or on none.
    """

    moved = Signal(object, QPointF)

    def __init__(self, scene: NetworkScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self.part: Place | None = None
        scene.selection.changed.connect(self.leave)

    @property
    def place(self) -> QPointF:
        """Where the part lies in the scene."""
        name = self._scene.selection.last
        place = self._scene.marks.place_of(_named(self.part))
        return QPointF() if name is None else place or self._scene.cards[name].pos()

    def press(self, key: Qt.Key) -> None:
        """Go on in the direction of an arrow key, from the first neuron of the chosen layer if it was nowhere."""
        name = self._scene.selection.last
        if name is None:
            return
        part = self.part
        if part is None:
            part = UnitPart(name, 0)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            n_units = self._scene.cards[name].layout.n_units
            unit = part.index if isinstance(part, UnitPart) else part.column
            unit = (unit + step) % n_units
            part = UnitPart(name, unit) if isinstance(part, UnitPart) else part._replace(column=unit)
        else:
            part = self._beside(part, 1 if key == Qt.Key.Key_Right else -1)
        named = _named(part)
        if named is not None and self._scene.marks.shows(named):
            self._go(part)

    @Slot()
    def leave(self) -> None:
        """Be on no part."""
        if self.part is not None:
            self._go(None)

    def _beside(self, part: Place, step: int) -> Place:
        """The next connection into the same neuron; the neuron itself lies between the last and the first one."""
        name, unit = (part.node, part.index) if isinstance(part, UnitPart) else (part.target, part.column)
        kernel = parameter(self._scene.project.network, self._scene.parameters, name, "kernel")
        if kernel is None or kernel.ndim != 2:
            return part
        row = (part.row if isinstance(part, WeightPart) else -1) + step
        row = len(kernel) - 1 if row == -2 else row
        if not 0 <= row < len(kernel):
            return UnitPart(name, unit)
        return WeightPart(self._scene.project.network.node(name).inputs[0], name, row, unit)

    def _go(self, part: Place | None) -> None:
        self.part = part
        self._scene.marks.point_at(_named(part))
        self.moved.emit(part, self.place)


def _named(part: Place | None) -> Part | None:
    return Part(part.node, unit=part.index) if isinstance(part, UnitPart) else as_weight(part)
