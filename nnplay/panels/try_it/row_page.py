"""RowPage: a row, or a point in the plane, with the network's answer to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.accessible import say
from nnplay.appearance.data_names import shown_names
from nnplay.appearance.icons import set_icon
from nnplay.appearance.sentences import sentence
from nnplay.asking import Example, Form, Origin
from nnplay.asking.pasting import pasted_row
from nnplay.engine import NnplayError, PlaceholderError
from nnplay.panels.try_it.answer_view import AnswerView
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.try_it.asking_page import AskingPage, small_buttons
from nnplay.panels.try_it.row_details import RowDetails
from nnplay.panels.try_it.row_form import RowForm
from nnplay.panels.widgets.empty_state import EmptyPages, Wish
from nnplay.panels.widgets.flow_row import FlowRow

if TYPE_CHECKING:
    from nnplay.runs import Snapshot
    from nnplay.training import TrainingController


class RowPage(AskingPage):
    """The answer above the fields; what is typed or slid is answered at once, also while the network learns."""

    interval_s = 0.1

    def __init__(self, asked: Asked, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._controller = controller
        self._rng = np.random.default_rng()
        self._form = RowForm()
        self._answer = AnswerView()
        self._details = RowDetails(controller)
        self._where = QLabel()
        self._where.setProperty("look", "caption")
        self._where.setWordWrap(True)
        self._stop = QToolButton()
        self._build()
        self._form.edited.connect(self._on_edited)
        self._form.field_touched.connect(self._details.choose_field)
        self._details.cell_wanted.connect(self._on_cell_wanted)
        asked.changed.connect(self.invalidate)
        controller.snapshot_changed.connect(self._on_snapshot_changed)
        controller.dataset_changed.connect(self.invalidate)

    @property
    def form(self) -> RowForm:
        """The fields."""
        return self._form

    @property
    def details(self) -> RowDetails:
        """The curve and the reasons."""
        return self._details

    @property
    def answer(self) -> AnswerView:
        """The answer."""
        return self._answer

    def refresh(self) -> None:
        form, project = self._asked.form, self._controller.project
        if form is None or project is None:
            self._pages.say(
                self.tr("Choose points or a table, and ask the network about a row of your own."), Wish.DATA
            )
            return
        try:
            project.network.check_complete()
        except PlaceholderError as error:
            self._pages.say(sentence(error))
            return
        self._pages.show_content()
        if form is not self._form.form:
            self._form.show_form(form, shown_names(project.data, form.names), form.middle())
            self._details.show_form(form)
        example = self._asked.example
        if example is not None and example.cells != self._form.cells:
            self._form.show_cells(example.cells)
        self._where.setText(self._place_text(example))
        self._stop.setVisible(example is not None)
        shown = example or self._written(form)
        answer = None if shown is None else self._asked.answer(shown)
        self._answer.setVisible(answer is not None)
        if answer is not None and shown is not None:
            self._answer.show_answer(answer, shown)
        self._details.show_example(None if answer is None else shown)

    def _written(self, form: Form) -> Example | None:
        """Return what is in the fields as an example; None if it cannot be asked about."""
        try:
            return Example(form.input_of(self._form.cells), cells=self._form.cells)
        except NnplayError as error:
            self._form.say_error(error)
            return None

    def _place_text(self, example: Example | None) -> str:
        if example is None:
            return self.tr("Type a value or move a slider.")
        if example.origin is None:
            return self.tr("Your own example")
        text = self.tr("Test example {n:,}") if example.origin.part == "test" else self.tr("Training example {n:,}")
        return text.format(n=example.origin.number + 1)

    def ask_cells(self, cells: Sequence[str]) -> None:
        """Ask about a row of cells."""
        form = self._asked.form
        if form is None:
            return
        try:
            example = Example(form.input_of(cells), cells=tuple(cells))
        except NnplayError as error:
            self._form.say_error(error)
            return
        self._asked.ask(example)
        say(self._answer, self._answer.spoken())

    @Slot()
    def _on_edited(self) -> None:
        self.ask_cells(self._form.cells)

    @Slot(int, str)
    def _on_cell_wanted(self, number: int, cell: str) -> None:
        cells = list(self._form.cells)
        cells[number] = cell
        self.ask_cells(cells)

    @Slot(object)
    def _on_snapshot_changed(self, snapshot: Snapshot) -> None:
        self.follow(snapshot)

    @Slot()
    def _on_from_data(self) -> None:
        dataset = self._controller.dataset
        if dataset is None:
            return
        part = "test" if len(dataset.test) else "train"
        n = len(dataset.test) or len(dataset.train)
        self._asked.ask_about(Origin(part, int(self._rng.integers(n))))

    @Slot()
    def _on_random(self) -> None:
        if self._asked.form is not None:
            self.ask_cells(self._asked.form.random(self._rng))

    @Slot()
    def _on_average(self) -> None:
        if self._asked.form is not None:
            self.ask_cells(self._asked.form.middle())

    @Slot()
    def paste(self) -> None:
        """Ask about the first row on the clipboard."""
        form = self._asked.form
        if form is None:
            return
        try:
            cells = pasted_row(QGuiApplication.clipboard().text(), form)
        except NnplayError as error:
            self._form.say_error(error)
            return
        self.ask_cells(cells)

    def event(self, event: QEvent) -> bool:
        # Ctrl+V belongs to the window's own action unless this page, having the focus, claims it first.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._slot_for(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        slot = self._slot_for(event)
        if slot:
            slot()
        else:
            super().keyPressEvent(event)

    def _slot_for(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key means here, now."""
        if event.matches(QKeySequence.StandardKey.Paste):
            return self.paste
        is_leaving = event.key() == Qt.Key.Key_Escape and self._asked.example is not None
        return self._asked.forget if is_leaving else None

    # -- the widgets --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        from_data = self.tr("Take a random example of the data, with its true answer")
        entries = (
            (self.tr("From the data"), from_data, self._on_from_data),
            (self.tr("Random"), self.tr("Draw random values from the ranges of the data"), self._on_random),
            (self.tr("Average"), self.tr("Set every value to its average"), self._on_average),
            (self.tr("Paste"), self.tr("Paste a row copied from a spreadsheet (Ctrl+V)"), self.paste),
        )
        buttons = FlowRow(*small_buttons(entries), spacing=metrics.TINY)
        self._stop.setIconSize(QSize(metrics.ICON - 4, metrics.ICON - 4))
        self._stop.setToolTip(self.tr("Stop asking: show the network without an example again (Esc)"))
        self._stop.setAccessibleName(self.tr("Stop asking"))
        set_icon(self._stop, "close")
        self._stop.clicked.connect(self._asked.forget)
        policy = self._stop.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the fields must not move under the hand with the first letter typed
        self._stop.setSizePolicy(policy)
        head = QHBoxLayout()
        head.addWidget(self._where, 1)
        head.addWidget(self._stop)
        self._pages = EmptyPages(self)
        self._pages.empty.wished.connect(self.wished)
        column = QVBoxLayout(self._pages.content)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        column.addLayout(head)
        column.addWidget(self._answer)
        column.addWidget(self._form)
        column.addLayout(buttons)
        column.addWidget(self._details, 1)
