"""DropLayerGesture: a layer from the palette is dragged over the canvas and dropped."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal

from nnplay.canvas import faces
from nnplay.canvas.chain_layout import GAP, Slot, slot_at, slot_middle
from nnplay.canvas.ghost_item import WIDTH
from nnplay.canvas.network_edits import NetworkEdits
from nnplay.canvas.scene import NetworkScene
from nnplay.canvas.sentences import sentence
from nnplay.engine import Layer

_REFUSED_WIDTH = 14.0
"""A narrow mark is enough where there is no room to make."""


class DropLayerGesture(QObject):
    """Shows where the layer in the person's hand will land, and puts it there.

    Signals
    -------
    refusal_changed(str) : why it cannot land where it is now; "" when it can.
    """

    refusal_changed = Signal(str)

    def __init__(self, scene: NetworkScene, edits: NetworkEdits) -> None:
        super().__init__(scene)
        self._scene, self._edits = scene, edits
        self._kind = ""
        self._layer: Layer | None = None
        self._slot: Slot | None = None
        self._is_refused = False

    @property
    def title(self) -> str:
        """What the layer in the hand is called, translated."""
        return faces.title(self._kind)

    @property
    def slot(self) -> Slot | None:
        """Where the layer would land; None when nothing is over the canvas."""
        return self._slot

    def begin(self, kind: str, at: QPointF) -> None:
        """A layer of a kind enters the canvas."""
        self._kind = kind
        self._layer = faces.new_layer(kind, self._scene.project.network)
        # Asked for once: a view that fitted itself anew at every step would move the targets under the pointer.
        self._scene.reserve((WIDTH + GAP) / 2)
        self.move(at)

    def move(self, at: QPointF) -> None:
        """It is dragged to a point of the scene."""
        if self._layer is None:
            return
        slot = slot_at(at, self._scene.project.network, self._scene.layouts, self._scene.positions)
        if slot == self._slot:
            return
        self._slot = slot
        error = self._edits.refusal(self._layer, slot)
        self._is_refused = error is not None
        self._show_slot(slot)
        self.refusal_changed.emit("" if error is None else sentence(error))

    def leave(self) -> None:
        """It leaves the canvas, or the drag is given up."""
        self._end()
        self._scene.settle()

    def drop(self) -> bool:
        """It is let go; False if it could not land."""
        layer, slot = self._layer, self._slot
        self._end()
        is_done = layer is not None and slot is not None and self._edits.insert(layer, slot)
        if not is_done:
            self._scene.settle()
        return is_done

    def _show_slot(self, slot: Slot) -> None:
        scene = self._scene
        middle = slot_middle(slot, scene.layouts, scene.positions)
        height = next(iter(scene.layouts.values())).rect.height()
        if self._is_refused:
            scene.settle()
            scene.ghost.show_at(middle, _REFUSED_WIDTH, height, "", is_refused=True)
        else:
            scene.make_room(middle, WIDTH + GAP)
            scene.ghost.show_at(middle, WIDTH, height, self.title, is_refused=False)

    def _end(self) -> None:
        self._layer = self._slot = None
        self._scene.ghost.hide()
        self._scene.reserve(None)
        self.refusal_changed.emit("")
