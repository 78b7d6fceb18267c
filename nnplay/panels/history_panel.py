"""HistoryPanel: every step of the undo history by name; click one to go back or forward to it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.theme import Role, theme
from nnplay.document import Document
from nnplay.panels.widgets.empty_state import EmptyPages


class HistoryPanel(QWidget):
    """A list of the steps with the present one selected; undone steps are grey."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Steps"))
        self.list.setSpacing(2)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self._pages = EmptyPages(self)
        layout = QVBoxLayout(self._pages.content)
        layout.setContentsMargins(metrics.TINY, metrics.TINY, metrics.TINY, metrics.TINY)
        layout.addWidget(self.list)
        self.list.clicked.connect(self._on_chosen)
        self.list.activated.connect(self._on_chosen)
        document.steps_changed.connect(self._show_steps)
        theme().changed.connect(self._show_steps)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_steps()

    @Slot()
    def _show_steps(self) -> None:
        """List the present steps; entries that have not changed stay in place."""
        if not self.isVisible():
            return
        stack = self._document.undo_stack
        if not stack.count():
            self._pages.say(self.tr("This list shows your changes; click one to go back to it."))
            return
        self._pages.show_content()
        names = map(self._document.edit_name, range(stack.count()))
        texts = [self.tr("As it was opened"), *map(str, names)]
        shown = [self.list.item(row).text() for row in range(self.list.count())]
        n_same = next(
            (row for row, pair in enumerate(zip(texts, shown, strict=False)) if pair[0] != pair[1]), len(shown)
        )
        for row in range(len(shown) - 1, min(n_same, len(texts)) - 1, -1):
            self.list.takeItem(row)
        self.list.addItems(texts[self.list.count() :])
        for row in range(len(texts)):
            self.list.item(row).setForeground(theme().color(Role.TEXT if row <= stack.index() else Role.DISABLED))
        self.list.setCurrentRow(stack.index())

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self._document.go_to(index.row())
