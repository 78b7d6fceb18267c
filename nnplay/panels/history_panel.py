"""HistoryPanel: every step of the undo history by name; a click goes back, or forth again, to what was then."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from nnplay.document import Document
from nnplay.look import metrics
from nnplay.look.theme import Role, theme


class HistoryPanel(QWidget):
    """A list of the steps, the present one chosen; those that are taken back are grey."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Steps"))
        self.list.setSpacing(2)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(metrics.TINY, metrics.TINY, metrics.TINY, metrics.TINY)
        layout.addWidget(self.list)
        self.list.clicked.connect(self._on_chosen)
        self.list.activated.connect(self._on_chosen)
        stack = document.undo_stack
        stack.indexChanged.connect(self._show_steps)
        theme().changed.connect(self._show_steps)
        self._show_steps()

    @Slot()
    def _show_steps(self) -> None:
        stack = self._document.undo_stack
        texts = [self.tr("As it was opened"), *(stack.text(number) for number in range(stack.count()))]
        self.list.clear()
        for number, text in enumerate(texts):
            item = QListWidgetItem(text)
            item.setForeground(theme().color(Role.TEXT if number <= stack.index() else Role.DISABLED))
            self.list.addItem(item)
        self.list.setCurrentRow(stack.index())

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self._document.go_to(index.row())
