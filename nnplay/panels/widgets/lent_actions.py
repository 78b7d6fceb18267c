"""A menu that is filled anew at each opening with actions that belong to others."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu


def empty(menu: QMenu) -> None:
    """Take everything out of a menu, and delete only what is its own, such as separators.

    ``QMenu.clear()`` must not be used for this: behind it PySide takes every action for Python's own, and one that only
    a group or a widget knows of is deleted.
    """
    for action in menu.actions():
        menu.removeAction(action)
        if action.parent() is menu:
            action.deleteLater()
