"""MoveCardGesture: a card is dragged by its header, to another place on the canvas or along the chain."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF
from PySide6.QtCore import Slot as QtSlot

from nnplay.canvas.chain_layout import Slot, slot_middle, slots
from nnplay.canvas.network_edits import NetworkEdits
from nnplay.canvas.scene import NetworkScene

_REACH_PX = 40.0
"""How near to the middle of a link a card is put into that link."""

_MARK_WIDTH = 14.0


class MoveCardGesture(QObject):
    """Follows the pointer with a card; commits one edit at the end.

    Let go on a link that is not its own, the card goes into that link; anywhere else it just stays there.
    """

    def __init__(self, scene: NetworkScene, edits: NetworkEdits) -> None:
        super().__init__(scene)
        self._scene, self._edits = scene, edits
        self._slot: Slot | None = None

    @QtSlot(str, QPointF)
    def on_dragged(self, name: str, moved: QPointF) -> None:
        """Hold the card where the pointer is and mark the link it would go into."""
        at = QPointF(*self._scene.positions[name]) + moved
        self._scene.lift(name, at)
        self._slot = self._slot_near(name, at)
        if self._slot is None:
            self._scene.ghost.hide()
            return
        middle = slot_middle(self._slot, self._scene.layouts, self._scene.positions)
        height = self._scene.layouts[name].rect.height()
        self._scene.ghost.show_at(middle, _MARK_WIDTH, height, "", is_refused=False)

    @QtSlot(str)
    def on_released(self, name: str) -> None:
        """Put the card down."""
        slot, self._slot = self._slot, None
        self._scene.ghost.hide()
        self._scene.put_down(name)
        if slot is not None:
            is_done = self._edits.reorder(name, slot)
        else:
            # All positions, not only this one: the others stand where the tidy layout put them, and shall stay there.
            at = self._scene.cards[name].pos()
            is_done = self._edits.move({**self._scene.positions, name: (at.x(), at.y())})
        if not is_done:
            self._scene.settle()

    def _slot_near(self, name: str, at: QPointF) -> Slot | None:
        network = self._scene.project.network
        if name == network.input.name:
            return None
        for slot in slots(network):
            if slot.before is None or name in (slot.before, slot.after):
                continue
            distance = slot_middle(slot, self._scene.layouts, self._scene.positions) - at
            if abs(distance.x()) < _REACH_PX and abs(distance.y()) < self._scene.layouts[name].rect.height() / 2:
                return slot
        return None
