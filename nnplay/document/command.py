"""The only undo command: it replaces one frozen project with another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from nnplay.document.change import Change
from nnplay.document.edit_name import EditName

if TYPE_CHECKING:
    from nnplay.project import Project

_UNMERGEABLE = -1
_MERGEABLE = 1


class EditCommand(QUndoCommand):
    """An edit that was already computed; undo and redo are assignments.

    Projects share every part that an edit leaves alone, so keeping both costs little more than what changed, and undo
    cannot fail.

    Parameters
    ----------
    show : called with the project that the document should now hold.
    text : the edit's name; Qt's own text of the command stays empty, since it would keep one language.
    change : the project before and after.
    merge_key : consecutive edits with the same key become one step, such as the ticks of a slider.
    """

    # A parent command would make Qt delete children that Python still holds, which crashes PySide6. So commands are
    # flat, and several edits are grouped by computing one bigger edit.
    def __init__(self, show: Callable[[Project], None], text: EditName, change: Change, merge_key: str | None) -> None:
        super().__init__()
        self._show = show
        self._merge_key = merge_key
        self.edit_name = text
        self.change = change

    def redo(self) -> None:
        """Show the project after the edit; Qt also calls this when the command is pushed."""
        self._show(self.change.after)

    def undo(self) -> None:
        """Show the project before the edit."""
        self._show(self.change.before)

    def id(self) -> int:
        """Return an id for merging: Qt calls `mergeWith` only for commands with the same id other than -1."""
        return _UNMERGEABLE if self._merge_key is None else _MERGEABLE

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Merge a following command of the same gesture; its text replaces this one's."""
        if not isinstance(other, EditCommand) or other._merge_key != self._merge_key:
            return False
        self.change = Change(self.change.before, other.change.after)
        self.edit_name = other.edit_name
        return True
