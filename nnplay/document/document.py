"""The document: the project that the user edits, its undo stack and its file's name.

There is one document and there are many views. A view asks `perform` for an edit and learns from
`changed` what became of it, as every other view does; nothing else changes the project.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from nnplay.document.change import Change
from nnplay.document.command import EditCommand
from nnplay.project.locks import check as check_locks

if TYPE_CHECKING:
    from nnplay.engine.errors import NnplayError
    from nnplay.project import Project


class Document(QObject):
    """The project being edited.

    Signals
    -------
    about_to_change(Change) : an edit, undo or redo is going to happen. A listener may perform an edit
        of its own first (the weights of a run that this one interrupts); the edit is then computed
        anew from the project that it finds.
    changed(Change) : the project is another one now. The only signal that views need.
    modified_changed(bool) : whether there is something to save.
    path_changed(str) : the file's path, or "" when the project has no file yet.
    reported(NnplayError) : an edit was refused, for the window to say so.
    """

    about_to_change = Signal(object)
    changed = Signal(object)
    modified_changed = Signal(bool)
    path_changed = Signal(str)
    reported = Signal(object)

    def __init__(self, project: Project, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._path = path
        self._undo_stack = QUndoStack(self)
        self._undo_stack.cleanChanged.connect(self._on_clean_changed)

    @property
    def project(self) -> Project:
        """The project as it is now: a frozen value that may be kept and read anywhere."""
        return self._project

    @property
    def undo_stack(self) -> QUndoStack:
        """For the texts and the enabled state of the Undo and Redo actions; edits go through `perform`."""
        return self._undo_stack

    @property
    def path(self) -> Path | None:
        """The project's file, or None as long as it has none."""
        return self._path

    @property
    def is_modified(self) -> bool:
        """Whether there is something to save."""
        return not self._undo_stack.isClean()

    def perform(self, text: str, edit: Callable[[Project], Project], merge_key: str | None = None) -> None:
        """Do an edit as one undoable step.

        Parameters
        ----------
        text : the edit's name in the Undo menu, translated.
        edit : a pure function from `nnplay.project.edits`; it may be called twice. When it returns
            the very project it was given, nothing happens.
        merge_key : consecutive edits with the same key become one step. A key belongs to one gesture:
            put what is dragged and a number of the drag into it.

        Raises
        ------
        NnplayError : whatever `edit` raises, or that what it changes is locked; the document is then as it was.
        """
        change = self._checked(edit)
        if change.after is change.before:
            return
        self.about_to_change.emit(change)
        if self._project is not change.before:
            change = self._checked(edit)
        if change.after is not change.before:
            self._undo_stack.push(EditCommand(self._show, text, change, merge_key))

    @Slot()
    def undo(self) -> None:
        """Take the last step back; what a listener of `about_to_change` adds is then the last step."""
        if self._undo_stack.canUndo():
            change = self._command(self._undo_stack.index() - 1).change
            self.about_to_change.emit(Change(change.after, change.before))
        self._undo_stack.undo()

    @Slot()
    def redo(self) -> None:
        """Do the step again that was taken back last."""
        if self._undo_stack.canRedo():
            self.about_to_change.emit(self._command(self._undo_stack.index()).change)
        self._undo_stack.redo()

    def go_to(self, n_steps: int) -> None:
        """Take steps back, or do them again, until the first `n_steps` are done."""
        while self._undo_stack.index() > n_steps:
            self.undo()
        while self._undo_stack.index() < n_steps and self._undo_stack.canRedo():
            self.redo()

    def replace(self, project: Project, path: Path | None, *, is_saved: bool = True) -> None:
        """Go on with another project, new or opened; there is no way back by undo.

        `is_saved` is false for a project that no file of the person has, such as one recovered after a crash.
        """
        self._undo_stack.clear()
        self._set_path(path)
        self._show(project)
        if not is_saved:
            self._undo_stack.resetClean()

    def mark_saved(self, path: Path) -> None:
        """Remember that the project, as it is now, is what the file at `path` holds."""
        self._set_path(path)
        self._undo_stack.setClean()

    def report(self, error: NnplayError) -> None:
        """Pass an error that a view met on to whoever shows errors."""
        self.reported.emit(error)

    def _checked(self, edit: Callable[[Project], Project]) -> Change:
        change = Change(self._project, edit(self._project))
        check_locks(change.before, change.after)
        return change

    def _command(self, index: int) -> EditCommand:
        command = self._undo_stack.command(index)
        assert isinstance(command, EditCommand)  # nothing else is ever pushed
        return command

    def _show(self, project: Project) -> None:
        change = Change(self._project, project)
        self._project = project
        self.changed.emit(change)

    def _set_path(self, path: Path | None) -> None:
        if path != self._path:
            self._path = path
            self.path_changed.emit("" if path is None else str(path))

    @Slot(bool)
    def _on_clean_changed(self, is_clean: bool) -> None:
        self.modified_changed.emit(not is_clean)
