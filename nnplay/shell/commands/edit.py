"""EditCommands: undo, redo, and what is done to the chosen layer."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from nnplay.canvas import CanvasView
from nnplay.document import Document
from nnplay.shell.commands.group import CommandGroup, fill


class EditCommands(CommandGroup):
    """The menu Edit."""

    def __init__(self, window: QMainWindow, document: Document, canvas: CanvasView) -> None:
        super().__init__(window)
        make = self.make
        self.undo = make(self.tr("&Undo"), "Ctrl+Z", "undo", self.tr("Take the last change back"), document.undo)
        self.redo = make(self.tr("&Redo"), "", "redo", self.tr("Do again what was taken back"), document.redo)
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.delete_layer = make(
            self.tr("&Delete layer"), "Del", "delete", self.tr("Remove the chosen layer"), canvas.remove_selected
        )
        fill(window.menuBar().addMenu(self.tr("&Edit")), (self.undo, self.redo, None, self.delete_layer))

        for action in (self.undo, self.redo, self.delete_layer):
            action.setEnabled(False)
        stack = document.undo_stack
        stack.canUndoChanged.connect(self.undo.setEnabled)
        stack.canRedoChanged.connect(self.redo.setEnabled)
        stack.undoTextChanged.connect(self._on_undo_text_changed)
        stack.redoTextChanged.connect(self._on_redo_text_changed)
        canvas.selection_changed.connect(self._on_selection_changed)

    @Slot(str)
    def _on_undo_text_changed(self, edit: str) -> None:
        self.undo.setText(self.tr("&Undo: {edit}").format(edit=edit) if edit else self.tr("&Undo"))

    @Slot(str)
    def _on_redo_text_changed(self, edit: str) -> None:
        self.redo.setText(self.tr("&Redo: {edit}").format(edit=edit) if edit else self.tr("&Redo"))

    @Slot(object)
    def _on_selection_changed(self, name: str | None) -> None:
        self.delete_layer.setEnabled(name is not None)
