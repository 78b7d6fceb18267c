"""A menu that is refilled whenever it opens, with actions that belong to other objects."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu


def empty(menu: QMenu) -> None:
    """Remove everything from a menu, and delete only its own items, such as separators.

    ``QMenu.clear()`` must not be used for this: after it, PySide treats every action as owned by Python and deletes
    those to which only a group or a widget refers.
    """
    for action in menu.actions():
        menu.removeAction(action)
        if action.parent() is menu:
            action.deleteLater()
