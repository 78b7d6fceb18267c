"""ColumnForm: the settings of the selected columns, for all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.data.table import Missing, Role, Scaling
from nnplay.data.table.dates import DatePart
from nnplay.data.table.draft import TableDraft
from nnplay.panels.data_import.words import formula_text, word
from nnplay.panels.widgets.labelled_field import labelled_field

Change = Callable[[TableDraft], TableDraft]

_WIDTH = 210


class ColumnForm(QWidget):
    """Fields that show the settings of the first selected column.

    Signals
    -------
    changed(Change)
        The person wants the draft that this function returns for the present one.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers: tuple[int, ...] = ()
        self._name = QLabel()
        self._name.setProperty("look", "heading")
        self._name.setMinimumWidth(1)
        self._role = _list(Role)
        self._missing = _list(Missing)
        self._scaling = _list(Scaling)
        self._zeros = QCheckBox(self.tr("0 means &missing"))
        self._zeros.setToolTip(self.tr("Zeros mean that the number is unknown, such as a blood pressure of 0"))
        self._words = QCheckBox(self.tr("&Words mean missing"))
        self._words.setToolTip(self.tr("Cells that are not numbers count as empty, such as “unknown”"))
        self._date = _list(DatePart)
        self._date.setPlaceholderText(self.tr("Choose a number"))
        self._formula = QLabel()
        self._formula.setProperty("look", "caption")
        self._formula.setWordWrap(True)
        self.setFixedWidth(round(_WIDTH * metrics.text_scale()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SMALL)
        column.addWidget(self._name)
        column.addLayout(labelled_field(self.tr("Use"), self._role, self.tr("What the column is for")))
        self._date_row = QWidget()
        as_date = labelled_field(self.tr("Date as"), self._date, self.tr("The number that is made of each date"))
        as_date.setContentsMargins(0, 0, 0, 0)
        self._date_row.setLayout(as_date)
        column.addWidget(self._date_row)
        column.addWidget(self._zeros)
        column.addWidget(self._words)
        column.addLayout(
            labelled_field(
                self.tr("Where it is empty"),
                self._missing,
                self.tr("What replaces a missing number; computed from the training part only"),
            )
        )
        column.addLayout(
            labelled_field(self.tr("Scaling"), self._scaling, self.tr("How numbers are scaled to a common range"))
        )
        column.addWidget(self._formula)
        column.addStretch(1)
        self._role.activated.connect(self._on_role_chosen)
        self._missing.activated.connect(self._on_missing_chosen)
        self._scaling.activated.connect(self._on_scaling_chosen)
        self._date.activated.connect(self._on_date_chosen)
        self._zeros.clicked.connect(self._on_zeros_clicked)
        self._words.clicked.connect(self._on_words_clicked)

    def show_columns(self, draft: TableDraft | None, numbers: Sequence[int]) -> None:
        """Show some columns of a draft, or none."""
        self._numbers = tuple(numbers)
        self.setEnabled(draft is not None and bool(numbers))
        if draft is None or not numbers:
            self._name.setText(self.tr("No column chosen"))
            self._formula.clear()
            return
        column = draft.columns[numbers[0]]
        text = self.tr("Column “{name}”").format(name=column.name)
        self._name.setText(text if len(numbers) == 1 else self.tr("%n columns", "", len(numbers)))
        for field, value in (
            (self._role, column.role),
            (self._missing, column.missing),
            (self._scaling, column.scaling),
        ):
            field.setCurrentIndex(field.findData(value))
        self._date.setCurrentIndex(self._date.findData(column.date_part))
        self._date_row.setVisible(draft.scan.columns[numbers[0]].has_dates and column.role is not Role.TARGET)
        self._zeros.setChecked(column.is_zero_missing)
        self._words.setChecked(column.is_word_missing)
        found = draft.scan.columns[numbers[0]]
        n_words = found.n_words - (found.n_dates if column.date_part is not None else 0)
        self._words.setVisible(n_words > 0 and column.role is Role.NUMBER)
        for control in (self._missing, self._scaling, self._zeros):
            control.setEnabled(column.role is Role.NUMBER)
        self._formula.setText(self._explanation(draft, numbers[0]))

    def _explanation(self, draft: TableDraft, number: int) -> str:
        column = draft.columns[number]
        text = formula_text(column)
        if column.role is Role.NUMBER and column.scaling is not Scaling.NONE:
            return self.tr("{formula}\nComputed from the training rows only.").format(formula=text)
        return text

    @Slot()
    def _on_role_chosen(self) -> None:
        numbers, role = self._numbers, self._role.currentData()
        self.changed.emit(lambda draft: draft.with_role(numbers, role))

    @Slot()
    def _on_missing_chosen(self) -> None:
        numbers, missing = self._numbers, self._missing.currentData()
        self.changed.emit(lambda draft: draft.with_missing(numbers, missing))

    @Slot()
    def _on_scaling_chosen(self) -> None:
        numbers, scaling = self._numbers, self._scaling.currentData()
        self.changed.emit(lambda draft: draft.with_scaling(numbers, scaling))

    @Slot()
    def _on_date_chosen(self) -> None:
        numbers, part = self._numbers, self._date.currentData()
        self.changed.emit(lambda draft: draft.with_date_part(numbers, part))

    @Slot(bool)
    def _on_words_clicked(self, are_missing: bool) -> None:
        numbers = self._numbers
        self.changed.emit(lambda draft: draft.with_words_missing(numbers, are_missing=are_missing))

    @Slot(bool)
    def _on_zeros_clicked(self, are_missing: bool) -> None:
        numbers = self._numbers
        self.changed.emit(lambda draft: draft.with_zeros(numbers, are_missing=are_missing))


def _list(values: Iterable[Enum]) -> QComboBox:
    field = QComboBox()
    for value in values:
        field.addItem(word(value), value)
    return field
