"""RowDetails: the curve over one value, the reasons for the answer, and the numbers that the network gets."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QTabBar,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.class_colors import class_color
from nnplay.appearance.data_names import input_names, shown_names
from nnplay.appearance.number_text import exact_text
from nnplay.asking import Example, Form, Meaning
from nnplay.asking.what_if import WhatIf, what_if
from nnplay.asking.why import Reasons, reasons_for
from nnplay.panels.try_it.what_if_view import WhatIfView, curve_names
from nnplay.panels.try_it.why_view import WhyView
from nnplay.panels.widgets.cells import show_text
from nnplay.panels.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from nnplay.training import TrainingController

_WHAT_IF, _WHY, _NUMBERS = range(3)
_MOST_NUMBERS = 500
_LONGEST_IN_ONE = 12
"""Characters of a name that may not be broken; a longer one would make the panel wider."""


class RowDetails(QWidget):
    """Tabs about one row; only the one in front is computed, beside the window.

    Signals
    -------
    cell_wanted(int, str)
        The person chose another value of a field on its curve.
    """

    cell_wanted = Signal(int, str)

    def __init__(self, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._form: Form | None = None
        self._example: Example | None = None
        self._curve_question = controller.new_question(self, is_quick=True)
        self._why_question = controller.new_question(self, is_quick=True)
        self._fields = QComboBox()
        self._fields.setAccessibleName(self.tr("The value that changes"))
        self._fields.setToolTip(self.tr("The value that changes; all others stay as they are"))
        self._curve = WhatIfView()
        self._legend = QLabel()
        self._legend.setFont(metrics.font(metrics.Text.CAPTION))
        self._legend.setWordWrap(True)
        self._why = WhyView()
        self._numbers = QTableWidget(0, 2)
        self._tabs = QTabBar()
        self._stack = PageStack()
        self._build()
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._fields.currentIndexChanged.connect(self._ask)
        self._curve.value_wanted.connect(self._on_value_wanted)
        self._curve_question.answered.connect(self._on_curve)
        self._why_question.answered.connect(self._on_reasons)

    @property
    def curve(self) -> WhatIfView:
        """The curve over one value."""
        return self._curve

    @property
    def why(self) -> WhyView:
        """The reasons."""
        return self._why

    def show_form(self, form: Form) -> None:
        """Offer the fields of other data."""
        project = self._controller.project
        assert project is not None  # a form comes from a project
        self._form = form
        with QSignalBlocker(self._fields):
            self._fields.clear()
            self._fields.addItems(list(shown_names(project.data, form.names)))

    def choose_field(self, number: int) -> None:
        """Show the curve over another field."""
        self._fields.setCurrentIndex(number)

    def show_example(self, example: Example | None) -> None:
        """Explain the answer to another row, or with newer weights."""
        self._example = example
        self._ask()

    @Slot(int)
    def _on_tab_changed(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        project, snapshot = self._controller.project, self._controller.snapshot
        form, example, page = self._form, self._example, self._tabs.currentIndex()
        if project is None or snapshot is None or form is None or example is None or not self.isVisible():
            self._forget()
            return
        if page == _NUMBERS:
            self._show_numbers(example)
            return
        meaning = Meaning.of(project.data, QCoreApplication.translate)
        network = (meaning, project.network, snapshot.parameters, snapshot.muted)
        if page == _WHAT_IF:
            self._curve_question.ask(partial(what_if, form, example.cells, self._fields.currentIndex(), *network))
        else:
            self._why_question.ask(partial(reasons_for, form, example.cells, *network))

    def _forget(self) -> None:
        self._curve_question.forget()
        self._why_question.forget()
        if self._example is None:
            self._curve.clear()
            self._why.clear()
            self._legend.setText("")
            self._numbers.setRowCount(0)

    @Slot(object)
    def _on_curve(self, found: WhatIf) -> None:
        form, example = self._form, self._example
        if form is None or example is None or found.number >= len(form.fields):
            return
        field, cell = form.fields[found.number], example.cells[found.number]
        self._curve.show_curve(found, field, field.place_of(cell))
        names = curve_names(found)
        self._legend.setText(
            "  ".join(
                name if number < 0 else f'<font color="{class_color(number).name()}">■</font>&nbsp;{_in_one(name)}'
                for name, number in names
            )
        )
        self._legend.setVisible(bool(names))

    @Slot(object)
    def _on_reasons(self, reasons: Reasons) -> None:
        form, example, project = self._form, self._example, self._controller.project
        if form is None or example is None or project is None or len(reasons.support) != len(form.fields):
            return
        are_shares = bool(project.data.class_names) and 0 <= reasons.now <= 1
        names = shown_names(project.data, form.names)
        self._why.show_reasons(reasons, names, example.cells, are_shares=are_shares)

    def _show_numbers(self, example: Example) -> None:
        project = self._controller.project
        assert project is not None
        names = input_names(project.data)
        values = example.x.reshape(-1)[:_MOST_NUMBERS]
        self._numbers.setRowCount(len(values))
        for row, value in enumerate(values.tolist()):
            show_text(self._numbers, row, 0, names[row] if row < len(names) else str(row + 1))
            show_text(self._numbers, row, 1, exact_text(value))

    @Slot(float)
    def _on_value_wanted(self, value: float) -> None:
        number = self._fields.currentIndex()
        if self._form is not None and number >= 0:
            self.cell_wanted.emit(number, self._form.fields[number].own_text(value))

    def _build(self) -> None:
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName(self.tr("More about the answer"))
        curve = QWidget()
        column = QVBoxLayout(curve)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.TINY)
        column.addWidget(self._fields)
        column.addWidget(self._curve, 1)
        column.addWidget(self._legend)
        self._numbers.setHorizontalHeaderLabels([self.tr("Input"), self.tr("The network gets")])
        self._numbers.setFont(metrics.font(metrics.Text.CAPTION))
        self._numbers.setFrameShape(QTableWidget.Shape.NoFrame)
        self._numbers.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._numbers.verticalHeader().hide()
        self._numbers.verticalHeader().setDefaultSectionSize(metrics.field_height() - 6)
        self._numbers.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._numbers.setAccessibleName(self.tr("The prepared numbers"))
        why = QWidget()
        below = QVBoxLayout(why)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._why)
        below.addStretch(1)
        for text, tip, page in (
            (self.tr("What if"), self.tr("The answer as one value changes"), curve),
            (self.tr("Why"), self.tr("The values that speak for the answer and against it"), why),
            (
                self.tr("Numbers"),
                self.tr("The numbers that the network gets: scaled, categories as 0 and 1"),
                self._numbers,
            ),
        ):
            self._tabs.setTabToolTip(self._tabs.addTab(text), tip)
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics.TINY)
        layout.addWidget(self._tabs)
        layout.addLayout(self._stack)


def _in_one(name: str) -> str:
    """Return a name as HTML that is not broken at the end of a line, as Chinese is between any two characters."""
    if len(name) <= _LONGEST_IN_ONE:
        name = "\N{WORD JOINER}".join(name.replace(" ", "\N{NO-BREAK SPACE}"))
    return escape(name)
