"""PartCursor: the neuron or the connection that the keyboard is on, inside the selected layer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot

from nnplay.canvas.scene import NetworkScene
from nnplay.engine import Part


class PartCursor(QObject):
    """Up and down go through a layer's neurons, left and right through the connections into one neuron.

    Works only where each neuron is drawn; the table of weights covers all other layers.

    Signals
    -------
    moved(Part | None, QPointF) : the cursor is on another part, at this position in the scene; None for no part.
    """

    moved = Signal(object, QPointF)

    def __init__(self, scene: NetworkScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self.part: Part | None = None
        scene.selection.changed.connect(self.leave)

    @property
    def place(self) -> QPointF:
        """The part's position in the scene."""
        name = self._scene.selection.last
        place = self._scene.marks.place_of(self.part)
        return QPointF() if name is None else place or self._scene.cards[name].pos()

    def press(self, key: Qt.Key) -> None:
        """Move in the direction of an arrow key, starting at the first neuron of the selected layer."""
        name = self._scene.selection.last
        if name is None:
            return
        part = self.part
        if part is None:
            part = Part(name, unit=0)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            n_units = self._scene.cards[name].layout.n_units
            part = _at_unit(part, (_unit(part) + step) % n_units)
        else:
            part = self._beside(part, 1 if key == Qt.Key.Key_Right else -1)
        if self._scene.marks.shows(part):
            self._go(part)

    @Slot()
    def leave(self) -> None:
        """Leave the current part."""
        if self.part is not None:
            self._go(None)

    def _beside(self, part: Part, step: int) -> Part:
        """Return the next connection into the same neuron; the neuron lies between the last and the first one."""
        kernel = self._scene.project.network.slot(part.node, "kernel")
        if kernel is None or len(kernel.shape) != 2:
            return part
        n_rows = kernel.shape[0]
        row = (-1 if part.unit is not None else part.index[0]) + step
        row = n_rows - 1 if row == -2 else row
        if not 0 <= row < n_rows:
            return Part(part.node, unit=_unit(part))
        return Part(part.node, parameter="kernel", index=(row, _unit(part)))

    def _go(self, part: Part | None) -> None:
        self.part = part
        self._scene.marks.point_at(part)
        self.moved.emit(part, self.place)


def _unit(part: Part) -> int:
    """Return the neuron, or the one in which the connection ends."""
    return part.index[-1] if part.unit is None else part.unit


def _at_unit(part: Part, unit: int) -> Part:
    """Return the same neuron or connection, at another unit of the layer."""
    return Part(part.node, unit) if part.unit is not None else replace(part, index=(*part.index[:-1], unit))
