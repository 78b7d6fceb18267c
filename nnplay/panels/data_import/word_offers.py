"""WordOffers: what can be done about words among a column's numbers, one button each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from nnplay.appearance import metrics
from nnplay.data import Task
from nnplay.data.table import Role
from nnplay.data.table.draft import TableDraft

Change = Callable[[TableDraft], TableDraft]


class WordOffers(QWidget):
    """Hidden unless a column of numbers has words among them.

    Signals
    -------
    changed(Change)
        The person wants the draft that this function returns for the present one.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number: int | None = None
        self._is_target = False
        self._empty, self._categories, self._ignore = QPushButton(), QPushButton(), QPushButton()
        self._categories.setText(self.tr("Use the column as cate&gories"))
        self._ignore.setText(self.tr("&Ignore the column"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.SMALL)
        for button in (self._empty, self._categories, self._ignore):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self._empty.clicked.connect(self._on_empty_clicked)
        self._categories.clicked.connect(self._on_categories_clicked)
        self._ignore.clicked.connect(self._on_ignore_clicked)
        self.hide()

    def show_draft(self, draft: TableDraft | None) -> None:
        """Show what can be done about the first such column of a draft."""
        self._number = None if draft is None else draft.stray
        self.setVisible(self._number is not None)
        if draft is None or self._number is None:
            return
        column, found = draft.columns[self._number], draft.scan.columns[self._number]
        n = found.n_words - (found.n_dates if column.date_part is not None else 0)
        self._empty.setText(self.tr("&Treat these %Ln cell(s) as empty", "", n))
        self._is_target = column.role is Role.TARGET
        self._categories.setVisible(len(found.categories) > 1)
        self._ignore.setVisible(not self._is_target)

    @Slot()
    def _on_empty_clicked(self) -> None:
        number = self._number
        if number is not None:
            self.changed.emit(lambda draft: draft.with_words_missing({number}, are_missing=True))

    @Slot()
    def _on_categories_clicked(self) -> None:
        number = self._number
        if number is None:
            return
        if self._is_target:
            self.changed.emit(lambda draft: draft.with_goal(Task.MULTICLASS))
        else:
            self.changed.emit(lambda draft: draft.with_role({number}, Role.ONE_HOT))

    @Slot()
    def _on_ignore_clicked(self) -> None:
        number = self._number
        if number is not None:
            self.changed.emit(lambda draft: draft.with_role({number}, Role.IGNORE))
