"""CommandGroup: the base of all menus' actions: how they are created, explained and added to the menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from nnplay.appearance.icons import set_icon

Handler = Callable[..., object]
Entry = QAction | QMenu | None
"""An entry of a menu; None is a separator."""


class CommandGroup(QObject):
    """Base class of the groups: each creates its actions, connects them, and fills its menu."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sources: dict[str, str] = {}

    def tr(self, text: str, /, disambiguation: str | None = None, n: int = -1) -> str:
        """Translate a text and remember its source: actions are found by their names in every language."""
        translated = super().tr(text, disambiguation, n)
        self._sources[translated] = text
        return translated

    def make(self, text: str, shortcut: str, icon: str, explanation: str, slot: Handler | None = None) -> QAction:
        """Return a new action.

        Parameters
        ----------
        text
            With an ``&`` before its access key.
        shortcut, icon
            May be empty; the icon is a name in ``resources/icons``.
        slot
            The function to call: a bound method of an object in the GUI thread.
        """
        action = QAction(text, self)
        action.setShortcut(QKeySequence(shortcut))
        if icon:
            set_icon(action, icon)
        action.setIconVisibleInMenu(False)
        self.explain(action, explanation)
        if text in self._sources:
            action.setProperty("sources", [type(self).__name__, self._sources[text]])
        if slot is not None:
            action.triggered.connect(slot)
        return action

    def explain(self, action: QAction, explanation: str, *more_shortcuts: str) -> None:
        """Give an action a tooltip for its button: what it does, and its keys."""
        shortcuts = [shortcut.toString(QKeySequence.SequenceFormat.NativeText) for shortcut in action.shortcuts()]
        keys = ", ".join(key for key in (*more_shortcuts, *shortcuts) if key)
        text = self.tr("{explanation} ({keys})").format(explanation=explanation, keys=keys) if keys else explanation
        action.setStatusTip(explanation)
        action.setToolTip(text)

    def make_choice(self, actions: dict[str, QAction], chosen: str, slot: Handler) -> dict[str, QAction]:
        """Make several actions exclusive, so that one of them is chosen; each carries its key as data."""
        group = QActionGroup(self)
        for key, action in actions.items():
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            action.triggered.connect(slot)
            group.addAction(action)
        return actions

    def sent_data(self) -> str:
        """Return the data of the action whose slot is running."""
        action = self.sender()
        assert isinstance(action, QAction)
        return str(action.data())


def fill(menu: QMenu, entries: Iterable[Entry]) -> QMenu:
    """Add entries to a menu and return it."""
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QMenu):
            menu.addMenu(entry)
        else:
            menu.addAction(entry)
    return menu
