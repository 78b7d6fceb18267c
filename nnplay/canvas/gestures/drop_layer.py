"""DropLayerGesture: a layer from the palette is dragged over the canvas and dropped on a link or on a layer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal

from nnplay.appearance.sentences import sentence
from nnplay.canvas.cards import faces
from nnplay.canvas.editing.structure_edits import StructureEdits
from nnplay.canvas.ghost_item import ghost_width
from nnplay.canvas.navigation.chain_layout import GAP, Slot
from nnplay.canvas.scene import NetworkScene
from nnplay.engine import Layer, NnplayError

_REFUSED_WIDTH = 14.0
"""A narrow mark is enough where there is no room to make."""

_FRAME = 5.0
"""How far the ghost of a layer that replaces another one sticks out around it."""


class DropLayerGesture(QObject):
    """Shows where the layer in the person's hand will land, and puts it there.

    Signals
    -------
    refusal_changed(str) : why it cannot land where it is now; "" when it can.
    """

    refusal_changed = Signal(str)

    def __init__(self, scene: NetworkScene, edits: StructureEdits) -> None:
        super().__init__(scene)
        self._scene, self._edits = scene, edits
        self._kind = ""
        self._layer: Layer | None = None
        self._target: Slot | str | None = None
        self._is_refused = False

    @property
    def title(self) -> str:
        """What the layer in the hand is called, translated."""
        return faces.title(self._kind)

    @property
    def target(self) -> Slot | str | None:
        """The place where it would land, or the layer that it would replace; None when nothing is over the canvas."""
        return self._target

    def begin(self, kind: str, at: QPointF) -> None:
        """A layer of a kind enters the canvas."""
        self._kind = kind
        self._layer = faces.new_layer(kind, self._scene.project.network)
        # Asked for once: a view that fitted itself anew at every step would move the targets under the pointer.
        self._scene.reserve((ghost_width() + GAP) / 2)
        self.move(at)

    def move(self, at: QPointF) -> None:
        """It is dragged to a point of the scene."""
        if self._layer is None:
            return
        target = self._scene.replaceable_at(at) or self._scene.slot_at(at)
        if target == self._target:
            return
        self._target = target
        error = self._refusal(self._layer, target)
        self._is_refused = error is not None
        self._show(target)
        self.refusal_changed.emit("" if error is None else sentence(error))

    def leave(self) -> None:
        """It leaves the canvas, or the drag is given up."""
        self._end()
        self._scene.settle()

    def drop(self, at: QPointF) -> bool:
        """It is let go at a point of the scene; False if it could not land."""
        layer, target = self._layer, self._target
        self._end()
        is_done = False
        if layer is not None and isinstance(target, Slot):
            is_done = self._edits.insert(layer, target, (at.x(), at.y()))
        elif layer is not None and isinstance(target, str):
            is_done = self._edits.exchange(target, layer)
        if not is_done:
            self._scene.settle()
        return is_done

    def _refusal(self, layer: Layer, target: Slot | str) -> NnplayError | None:
        if isinstance(target, Slot):
            return self._edits.refusal(layer, target)
        return self._edits.exchange_refusal(target, layer)

    def _show(self, target: Slot | str) -> None:
        scene = self._scene
        if isinstance(target, str):
            rect = scene.layouts[target].rect.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME)
            scene.settle()
            middle = QPointF(*scene.positions[target])
            scene.ghost.show_at(middle, rect.width(), rect.height(), self.title, is_refused=self._is_refused)
            return
        middle = scene.slot_middle(target)
        height = next(iter(scene.layouts.values())).rect.height()
        if self._is_refused:
            scene.settle()
            scene.ghost.show_at(middle, _REFUSED_WIDTH, height, "", is_refused=True)
        else:
            scene.make_room(middle, ghost_width() + GAP)
            scene.ghost.show_at(middle, ghost_width(), height, self.title, is_refused=False)

    def _end(self) -> None:
        self._layer = self._target = None
        self._scene.ghost.hide()
        self._scene.reserve(None)
        self.refusal_changed.emit("")
