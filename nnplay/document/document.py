"""The document: the project that the user edits, its undo stack and its file name.

There is one document and there are many views. A view asks `perform` for an edit and learns the result from `changed`,
as every other view does; nothing else changes the project.
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
    from nnplay.document.edit_name import EditName
    from nnplay.engine.errors import NnplayError
    from nnplay.project import Project


class Document(QObject):
    """The project being edited.

    Signals
    -------
    about_to_change(Change) : an edit, undo or redo is about to happen. A listener may perform an edit
        of its own first (the weights of a run that this one interrupts); the edit is then computed
        again from the resulting project.
    changed(Change) : the project has changed. The only signal that views need.
    steps_changed() : the undo stack has other steps, or another one is the present. Views listen to this and not to
        the stack, which speaks once more while the document is being destroyed.
    modified_changed(bool) : whether there are unsaved changes.
    path_changed(str) : the file's path, or "" if the project has no file yet.
    about_to_replace() : another project, new or opened, takes the place of this one.
    reported(NnplayError) : an edit was refused; the window shows why.
    """

    about_to_change = Signal(object)
    changed = Signal(object)
    steps_changed = Signal()
    modified_changed = Signal(bool)
    path_changed = Signal(str)
    about_to_replace = Signal()
    reported = Signal(object)

    def __init__(self, project: Project, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._saved: Project | None = project
        self._being_saved: Project | None = None
        self._n_saves = 0
        self._was_modified = False
        self._path = path
        self._refusal: NnplayError | None = None
        self._undo_stack = QUndoStack(self)
        self._undo_stack.indexChanged.connect(self._on_index_changed)

    @property
    def project(self) -> Project:
        """The current project: a frozen value that may be kept and read in any thread."""
        return self._project

    @property
    def undo_stack(self) -> QUndoStack:
        """The undo stack, to count its steps; edits go through `perform`, news come from `steps_changed`."""
        return self._undo_stack

    def edit_name(self, number: int) -> EditName:
        """What the undo stack's step of this number, counted from 0, is called."""
        return self._command(number).edit_name

    @property
    def path(self) -> Path | None:
        """The project's file, or None if it has none yet."""
        return self._path

    @property
    def is_modified(self) -> bool:
        """Whether there are unsaved changes."""
        return self._project is not self._saved

    def perform(self, text: EditName, edit: Callable[[Project], Project], merge_key: str | None = None) -> None:
        """Perform an edit as one undoable step.

        Parameters
        ----------
        text : the edit's name in the Undo menu and the history.
        edit : a pure function from `nnplay.project.edits`; it may be called twice. If it returns
            the project it was given, nothing happens.
        merge_key : consecutive edits with the same key become one step. A key belongs to one gesture:
            build it from the dragged object and a count of the drags.

        Raises
        ------
        NnplayError : whatever `edit` raises, or that the control is locked; the document stays unchanged.
        """
        change = self._checked(edit)
        if change.after is change.before:
            return
        self.about_to_change.emit(change)
        if self._project is not change.before:
            change = self._checked(edit)
        if change.after is not change.before:
            # A gesture does not go on over a save, else no undo would lead back to what is in the file.
            key = None if merge_key is None else f"{merge_key}:{self._n_saves}"
            self._undo_stack.push(EditCommand(self._show, text, change, key))

    @Slot()
    def undo(self) -> None:
        """Undo the last step. If a listener of `about_to_change` adds a step first, that step is undone."""
        if self._is_refused():
            return
        if self._undo_stack.canUndo():
            change = self._command(self._undo_stack.index() - 1).change
            self.about_to_change.emit(Change(change.after, change.before))
        self._undo_stack.undo()

    @Slot()
    def redo(self) -> None:
        """Redo the last undone step."""
        if self._is_refused():
            return
        if self._undo_stack.canRedo():
            self.about_to_change.emit(self._command(self._undo_stack.index()).change)
        self._undo_stack.redo()

    def go_to(self, n_steps: int) -> None:
        """Undo or redo steps until the first `n_steps` are done."""
        if self._is_refused():
            return
        while self._undo_stack.index() > n_steps:
            self.undo()
        while self._undo_stack.index() < n_steps and self._undo_stack.canRedo():
            self.redo()

    def replace(self, project: Project, path: Path | None, *, is_saved: bool = True) -> None:
        """Switch to another project, new or opened; this cannot be undone.

        `is_saved` is false for a project that is in none of the user's files, such as one recovered after a crash.
        """
        self._undo_stack.clear()
        self._being_saved = None
        self._saved = project if is_saved else None
        self.about_to_replace.emit()
        self._set_path(path)
        self._show(project)

    def about_to_save(self) -> Project:
        """Return the project to be written to a file; `mark_saved` tells later that it is there."""
        self._being_saved = self._project
        self._n_saves += 1
        return self._project

    def mark_saved(self, path: Path) -> None:
        """Record that the file at `path` holds what `about_to_save` returned, unless another project was opened since.

        What was changed in the meantime stays an unsaved change.
        """
        if self._being_saved is not None:
            self._saved, self._being_saved = self._being_saved, None
            self._set_path(path)
            self._note_modified()

    def report(self, error: NnplayError) -> None:
        """Report an error from a view, so that the window shows it."""
        self.reported.emit(error)

    def hold(self, refusal: NnplayError | None) -> None:
        """Refuse all edits, undo and redo with an error from now on; None allows them again."""
        self._refusal = refusal

    def _is_refused(self) -> bool:
        """Whether undo and redo are refused now, which is reported."""
        if self._refusal is not None:
            self.report(self._refusal)
        return self._refusal is not None

    def _checked(self, edit: Callable[[Project], Project]) -> Change:
        if self._refusal is not None:
            raise self._refusal
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
        self._note_modified()

    def _note_modified(self) -> None:
        if self.is_modified != self._was_modified:
            self._was_modified = self.is_modified
            self.modified_changed.emit(self._was_modified)

    def _set_path(self, path: Path | None) -> None:
        if path != self._path:
            self._path = path
            self.path_changed.emit("" if path is None else str(path))

    @Slot()
    def _on_index_changed(self) -> None:
        self.steps_changed.emit()
