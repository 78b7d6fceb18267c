"""Keyboard: the keys of the canvas, for working without a mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt

from nnplay.canvas.editing.commands import CanvasCommands
from nnplay.canvas.navigation.navigation_view import NavigationView
from nnplay.canvas.navigation.neighbours import ARROWS, neighbour
from nnplay.canvas.navigation.part_cursor import PartCursor
from nnplay.canvas.scene import NetworkScene
from nnplay.engine import Part

_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_PAN_PX = 80


class Keyboard:
    """Navigates with keys that cannot be changed. Commands that change layers belong to the menus, where the user can
    change their shortcuts.

    Arrow keys select a layer, with Shift they add one. Enter opens its settings, Escape clears the selection. With
    Ctrl, arrow keys go to the neurons and the weights of the selected layer, where Enter opens the value and Escape
    goes back; with Ctrl and Shift they move the view.

    Attributes
    ----------
    cursor
        The position of the keyboard inside the selected layer.
    """

    def __init__(
        self,
        view: NavigationView,
        scene: NetworkScene,
        commands: CanvasCommands,
        edit_part: Callable[[Part, QPointF], None],
    ) -> None:
        self._view, self._scene, self._commands = view, scene, commands
        self._edit_part = edit_part
        self.cursor = PartCursor(scene)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Handle a key; return False if it has no meaning here."""
        if key in ARROWS and modifiers & _CONTROL:
            if modifiers & _SHIFT:
                self._view.pan((ARROWS[key] * -_PAN_PX).toPoint())
            else:
                self.cursor.press(key)
        elif key in ARROWS and not modifiers & _ALT:
            self._choose_neighbour(key, is_added=bool(modifiers & _SHIFT))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.cursor.part is not None:
            self._edit_part(self.cursor.part, self.cursor.place)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commands.open_settings()
        elif key == Qt.Key.Key_Escape and self.cursor.part is not None:
            self.cursor.leave()
        elif key == Qt.Key.Key_Escape:
            self._scene.selection.choose(())
        else:
            return False
        return True

    def tab(self, *, is_next: bool) -> bool:
        """Go to the next or the previous layer; return False after the last and before the first one."""
        names = [node.name for node in self._scene.project.network.nodes]
        last = self._scene.selection.last
        place = -1 if last is None else names.index(last)
        target = place + 1 if is_next else place - 1
        if not 0 <= target < len(names):
            return False
        self._choose(names[target])
        return True

    def _choose_neighbour(self, key: Qt.Key, *, is_added: bool) -> None:
        nodes, selection = self._scene.project.network.nodes, self._scene.selection
        if selection.last is None:
            self._choose(nodes[-1 if key == Qt.Key.Key_Left else 0].name)
            return
        other = neighbour(selection.last, key, {name: card.pos() for name, card in self._scene.cards.items()})
        if other is not None and is_added:
            selection.choose((*(name for name in selection.names if name != other), other))
        elif other is not None:
            self._choose(other)

    def _choose(self, name: str) -> None:
        self._scene.selection.choose((name,))
        if not self._view.is_fitted:
            self._view.ensureVisible(self._scene.cards[name], 20, 20)
