"""MoveCardGesture: cards are dragged by a header across the canvas, or a single one along the chain."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF
from PySide6.QtCore import Slot as QtSlot

from nnplay.canvas.editing.structure_edits import StructureEdits
from nnplay.canvas.navigation.chain_layout import Slot, slots
from nnplay.canvas.scene import NetworkScene

_REACH_PX = 40.0
"""How near to the middle of a link a card must be to go into that link."""

_MARK_WIDTH = 14.0


class MoveCardGesture(QObject):
    """Moves a card, and all others selected with it, with the pointer; commits one edit at the end.

    A single card that is released on another link goes into that link; anywhere else it just stays there.
    """

    def __init__(self, scene: NetworkScene, edits: StructureEdits) -> None:
        super().__init__(scene)
        self._scene, self._edits = scene, edits
        self._slot: Slot | None = None

    @QtSlot(str, QPointF)
    def on_dragged(self, name: str, moved: QPointF) -> None:
        """Hold the cards at the pointer and mark the link that a single one would go into."""
        held = self._held(name)
        places = {each: QPointF(*self._scene.arrangement.positions[each]) + moved for each in held}
        self._scene.arrangement.lift(places)
        self._slot = self._slot_near(name, places[name]) if len(held) == 1 else None
        if self._slot is None:
            self._scene.ghost.hide()
            return
        middle = self._scene.arrangement.slot_middle(self._slot)
        height = self._scene.layouts[name].rect.height()
        self._scene.ghost.show_at(middle, _MARK_WIDTH, height, "", is_refused=False)

    @QtSlot(str)
    def on_released(self, name: str) -> None:
        """Release the cards."""
        slot, self._slot = self._slot, None
        self._scene.ghost.hide()
        self._scene.arrangement.put_down()
        if slot is not None:
            is_done = self._edits.reorder(name, slot)
        else:
            # All positions, not only these: the others have been placed by the tidy layout and should stay there.
            places = {each: self._scene.cards[each].pos() for each in self._held(name)}
            moved = {each: (at.x(), at.y()) for each, at in places.items()}
            is_done = self._edits.move({**self._scene.arrangement.positions, **moved})
        if not is_done:
            self._scene.arrangement.settle()

    def _held(self, name: str) -> tuple[str, ...]:
        chosen = self._scene.selection.names
        return chosen if name in chosen else (name,)

    def _slot_near(self, name: str, at: QPointF) -> Slot | None:
        network = self._scene.project.network
        if name == network.input.name:
            return None
        for slot in slots(network):
            if slot.before is None or name in (slot.before, slot.after):
                continue
            distance = self._scene.arrangement.slot_middle(slot) - at
            if abs(distance.x()) < _REACH_PX and abs(distance.y()) < self._scene.layouts[name].rect.height() / 2:
                return slot
        return None
