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
"""A narrow mark is enough where there is no room for a card."""

_FRAME = 5.0
"""How far the ghost of a replacing layer extends beyond the old layer."""


class DropLayerGesture(QObject):
    """Shows where the dragged layer will land, and puts it there.

    Signals
    -------
    refusal_changed(str) : why it cannot land at this point; "" if it can.
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
        """Title of the dragged layer, translated."""
        return faces.title(self._kind)

    @property
    def target(self) -> Slot | str | None:
        """The slot where it would land, or the layer that it would replace; None if nothing is over the canvas."""
        return self._target

    def begin(self, kind: str, at: QPointF) -> None:
        """Start: a layer of a kind has entered the canvas."""
        self._kind = kind
        self._layer = faces.new_layer(kind, self._scene.project.network)
        # Freeze the view: if it fitted itself at every step, the targets would move under the pointer.
        self._scene.arrangement.reserve((ghost_width() + GAP) / 2)
        self.move(at)

    def move(self, at: QPointF) -> None:
        """Follow the drag to a point of the scene."""
        if self._layer is None:
            return
        target = self._scene.arrangement.replaceable_at(at) or self._scene.arrangement.slot_at(at)
        if target == self._target:
            return
        self._target = target
        error = self._refusal(self._layer, target)
        self._is_refused = error is not None
        self._show(target)
        self.refusal_changed.emit("" if error is None else sentence(error))

    def leave(self) -> None:
        """End: it has left the canvas, or the drag was cancelled."""
        self._end()
        self._scene.arrangement.settle()

    def drop(self, at: QPointF) -> bool:
        """Drop it at a point of the scene; return False if it could not land."""
        layer, target = self._layer, self._target
        self._end()
        is_done = False
        if layer is not None and isinstance(target, Slot):
            is_done = self._edits.insert(layer, target, (at.x(), at.y()))
        elif layer is not None and isinstance(target, str):
            is_done = self._edits.exchange(target, layer)
        if not is_done:
            self._scene.arrangement.settle()
        return is_done

    def _refusal(self, layer: Layer, target: Slot | str) -> NnplayError | None:
        if isinstance(target, Slot):
            return self._edits.refusal(layer, target)
        return self._edits.exchange_refusal(target, layer)

    def _show(self, target: Slot | str) -> None:
        scene = self._scene
        if isinstance(target, str):
            rect = scene.layouts[target].rect.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME)
            scene.arrangement.settle()
            middle = QPointF(*scene.arrangement.positions[target])
            scene.ghost.show_at(middle, rect.width(), rect.height(), self.title, is_refused=self._is_refused)
            return
        middle = scene.arrangement.slot_middle(target)
        height = next(iter(scene.layouts.values())).rect.height()
        if self._is_refused:
            scene.arrangement.settle()
            scene.ghost.show_at(middle, _REFUSED_WIDTH, height, "", is_refused=True)
        else:
            scene.arrangement.make_room(middle, ghost_width() + GAP)
            scene.ghost.show_at(middle, ghost_width(), height, self.title, is_refused=False)

    def _end(self) -> None:
        self._layer = self._target = None
        self._scene.ghost.hide()
        self._scene.arrangement.reserve(None)
        self.refusal_changed.emit("")
