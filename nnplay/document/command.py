"""The one undo command: it puts one frozen project in the place of another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from nnplay.document.change import Change

if TYPE_CHECKING:
    from nnplay.project import Project

_UNMERGEABLE = -1
_MERGEABLE = 1


class EditCommand(QUndoCommand):
    """An edit that was already computed; doing and undoing it are assignments.

    Projects share every part that an edit leaves alone, so keeping both ends costs little more than
    what changed, and undo cannot fail.

    Parameters
    ----------
    show : called with the project that the document should hold from now on.
    text : the edit's name as the Undo menu shows it, translated.
    change : the project before and after.
    merge_key : edits with the same key that follow each other become one step: the ticks of a slider.
    """

    # A parent command would make Qt delete children that Python still holds, which crashes PySide6:
    # commands are flat, and grouping is done by computing one bigger edit.
    def __init__(self, show: Callable[[Project], None], text: str, change: Change, merge_key: str | None) -> None:
        super().__init__(text)
        self._show = show
        self._merge_key = merge_key
        self.change = change

    def redo(self) -> None:
        """Show the project after the edit; Qt calls it when the command is pushed, too."""
        self._show(self.change.after)

    def undo(self) -> None:
        """Show the project before the edit."""
        self._show(self.change.before)

    def id(self) -> int:
        """Qt asks `mergeWith` only of commands with the same id, and never those with -1."""
        return _UNMERGEABLE if self._merge_key is None else _MERGEABLE

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a following command of the same gesture in; its text is the newer one."""
        if not isinstance(other, EditCommand) or other._merge_key != self._merge_key:
            return False
        self.change = Change(self.change.before, other.change.after)
        self.setText(other.text())
        return True
