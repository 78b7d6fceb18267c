"""ResultsPanel: how good the network is, class by class, and the examples behind every number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.accessible import say
from nnplay.appearance.data_names import shown_dataset
from nnplay.appearance.number_text import UNKNOWN, loss_text, people_text, percent_text, short_text
from nnplay.asking import Origin
from nnplay.engine import Assessment, Examples, NoteShare, assess
from nnplay.engine.metrics import accuracy, mean_absolute_error, r_squared
from nnplay.engine.metrics import root_mean_squared_error as rmse
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.results.class_order import by_errors, by_likeness
from nnplay.panels.results.class_scores import ClassScores
from nnplay.panels.results.confusion_matrix import Cell, ConfusionMatrix
from nnplay.panels.results.example_list import ExampleList
from nnplay.panels.results.matrix_area import MatrixArea
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.widgets.empty_state import EmptyPages, Wish
from nnplay.panels.widgets.table import Table
from nnplay.panels.widgets.waiting_bar import WaitingBar

if TYPE_CHECKING:
    from nnplay.data import Dataset
    from nnplay.panels.results.agreement_plot import AgreementPlot
    from nnplay.project import Project
    from nnplay.runs import Snapshot
    from nnplay.training import TrainingController

_TEST, _TRAIN = range(2)
_WORST, _BEST, _CELL = range(3)


@dataclass(frozen=True, eq=False)
class _Results:
    """An assessment and the data and network that it is about."""

    project: Project
    dataset: Dataset
    examples: Examples
    found: Assessment
    is_running: bool


class ResultsPanel(LivePanel):
    """A confusion matrix whose cells show their examples; for quantities, predicted over actual values."""

    interval_s = 1.5

    def __init__(self, asked: Asked, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        self._controller = controller
        self._question = controller.new_question(self)
        self._results: _Results | None = None
        self._part = QComboBox()
        self._part.addItems([self.tr("Test data"), self.tr("Training data")])
        self._part.setAccessibleName(self.tr("Which data"))
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._summary.setAccessibleName(self.tr("Summary"))
        self._waiting = WaitingBar(self._question)
        self._reading = QLabel()
        self._reading.setProperty("look", "muted")
        self._reading.setWordWrap(True)
        self._matrix = ConfusionMatrix()
        self._agreement: AgreementPlot | None = None  # created on first use: pyqtgraph is slow to import
        self._upper = QStackedWidget()
        self._upper.addWidget(MatrixArea(self._matrix))
        self._order = QComboBox()
        for text, order in (
            (self.tr("Classes in order"), None),
            (self.tr("Most errors first"), by_errors),
            (self.tr("Similar together"), by_likeness),
        ):
            self._order.addItem(text, order)
        self._order.setAccessibleName(self.tr("Order of the classes"))
        self._shares = QCheckBox("%")
        self._shares.setToolTip(self.tr("Show each cell's share of its class instead of its number of examples"))
        self._shares.setAccessibleName(self.tr("Shares"))
        self._choice = QComboBox()
        self._choice.addItems([self.tr("Worst examples"), self.tr("Best examples")])
        self._choice.setAccessibleName(self.tr("Which examples"))
        self._examples = ExampleList()
        self._scores = ClassScores()
        self._build()
        self._part.currentIndexChanged.connect(self._on_part_changed)
        self._order.currentIndexChanged.connect(self._show_order)
        self._shares.toggled.connect(self._matrix.set_shares)
        self._choice.currentIndexChanged.connect(self._on_choice_changed)
        self._matrix.cell_chosen.connect(self._on_cell_chosen)
        self._matrix.pointed.connect(self._on_pointed)
        self._examples.example_chosen.connect(self._on_example_chosen)
        self._question.answered.connect(self._on_answered)
        controller.snapshot_changed.connect(self.follow)
        controller.dataset_changed.connect(self._on_dataset_changed)

    @property
    def asked(self) -> Asked:
        """Who owns the example that is asked about."""
        return self._asked

    def refresh(self) -> None:
        controller = self._controller
        project, dataset, snapshot = controller.project, controller.dataset, controller.snapshot
        if project is None or dataset is None or snapshot is None:
            self._results = None
            self._pages.say(self.tr("Choose data to see how often the network is right."), Wish.DATA)
            return
        examples = dataset.test if self._part.currentIndex() == _TEST and len(dataset.test) else dataset.train
        self._no_test_data.setVisible(not len(dataset.test))
        self._part.setVisible(bool(len(dataset.test)))
        if len(examples):
            self._question.ask(partial(_assess, project, dataset, examples, snapshot, self._question.note_share))
            self._waiting.watch()

    def apply_theme(self) -> None:
        if self._agreement is not None:
            self._agreement.apply_theme()

    def table(self) -> Table | None:
        """Return one row per example: its number from 1, target, prediction, loss."""
        if self._results is None:
            return None
        found = self._results.found
        columns = {"example": np.arange(len(found.losses)) + 1, "loss": found.losses}
        if found.actual is not None and found.predicted is not None:
            return Table({**columns, "actual": found.actual, "predicted": found.predicted})
        return Table({**columns, "actual": found.targets[:, 0], "predicted": found.predictions[:, 0]})

    @Slot()
    def _on_dataset_changed(self) -> None:
        """A cell of the former data means nothing now."""
        if self._matrix.chosen is not None:
            self._matrix.choose(None)
        self._forget_cell()
        self.invalidate()

    def _forget_cell(self) -> None:
        with QSignalBlocker(self._choice):
            if self._choice.currentIndex() == _CELL:
                self._choice.setCurrentIndex(_WORST)
            while self._choice.count() > _CELL:
                self._choice.removeItem(_CELL)

    @Slot()
    def _show_order(self) -> None:
        order, counts = self._order.currentData(), self._matrix.counts
        if len(counts):
            self._matrix.set_order(range(len(counts)) if order is None else order(counts))

    @Slot()
    def _on_part_changed(self) -> None:
        self._question.forget()
        self.invalidate()

    # -- answers ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_answered(self, results: _Results) -> None:
        if results.dataset is not self._controller.dataset:
            return
        results = replace(results, dataset=shown_dataset(results.project.data, results.dataset))
        self._results = results
        self._pages.show_content()
        found, classes = results.found, results.dataset.classes
        counts = found.confusion(len(classes))
        if counts is not None:
            self._upper.setCurrentIndex(0)
            self._matrix.show_counts(counts, classes)
            if not results.is_running:  # an order that changes while the network learns is hard to read
                self._show_order()
            self._scores.show_scores(classes, counts)
            text = self.tr("{right} of {n} correct ({share}), mean loss {loss}")
            right, n = people_text(int(np.trace(counts))), people_text(len(found.losses))
            values = {"right": right, "n": n, "share": percent_text(accuracy(counts))}
        else:
            self._show_quantities(results)
            text = self.tr("R² {r2}, mean error {mae}, root mean squared error {rmse}, mean loss {loss}")
            pair = (found.predictions, found.targets)
            values = {name: short_text(f(*pair)) for name, f in (("r2", r_squared), ("mae", mean_absolute_error))}
            values["rmse"] = short_text(rmse(*pair))
            if not isfinite(r_squared(*pair)):  # the targets do not vary, so there is nothing to explain
                values["r2"] = UNKNOWN
        self._lower.setTabVisible(1, counts is not None)
        self._shares.setVisible(counts is not None)
        self._order.setVisible(counts is not None and len(classes) > 2)
        self._summary.setText(text.format(loss=loss_text(float(found.losses.mean())), **values))
        self._show_examples()

    def _show_quantities(self, results: _Results) -> None:
        if self._agreement is None:
            from nnplay.panels.results.agreement_plot import AgreementPlot

            self._agreement = AgreementPlot()
            self._upper.addWidget(self._agreement)
        self._upper.setCurrentWidget(self._agreement)
        self._agreement.show_answers(results.found.targets, results.found.predictions)
        self._matrix.choose(None)

    def _show_examples(self) -> None:
        results = self._results
        if results is None:
            return
        cell = self._matrix.chosen
        choice = self._choice.currentIndex()
        if choice == _CELL and cell is not None:
            rows = results.found.rows_of(*cell)
        else:
            rows = results.found.ranked(len(results.found.losses), is_worst=choice != _BEST)
        self._examples.show_examples(results.dataset, results.examples, results.found, rows[:100].tolist())

    @Slot(object)
    def _on_cell_chosen(self, cell: Cell | None) -> None:
        """Add the cell to the list of selections, and select it."""
        say(self._matrix, self._text_of(cell))
        with QSignalBlocker(self._choice):
            self._forget_cell()
            if cell is not None and self._results is not None:
                true, said = (self._results.dataset.classes[index] for index in cell)
                text = self.tr("Right: {true}") if cell[0] == cell[1] else self.tr("{true} predicted as {said}")
                self._choice.addItem(text.format(true=true, said=said))
            self._choice.setCurrentIndex(_WORST if cell is None else _CELL)
        self._lower.setCurrentIndex(0)
        self._show_examples()
        if cell is not None and self._examples.rows:
            self._ask_about(self._examples.rows[0], in_front=False)

    @Slot()
    def _on_choice_changed(self) -> None:
        if self._choice.currentIndex() != _CELL:
            self._matrix.choose(None)
        self._show_examples()

    @Slot(object)
    def _on_pointed(self, cell: Cell | None) -> None:
        self._reading.setText(self._text_of(cell))

    @Slot(int)
    def _on_example_chosen(self, number: int) -> None:
        self._ask_about(number)

    def _ask_about(self, number: int, *, in_front: bool = True) -> None:
        """Ask about an example, unless other data have come meanwhile."""
        results, dataset = self._results, self._controller.dataset
        if results is None or dataset is None:
            return
        for part, examples in (("train", dataset.train), ("test", dataset.test)):
            if results.examples is examples:
                self._asked.ask_about(Origin(part, number), in_front=in_front)

    def _text_of(self, cell: Cell | None) -> str:
        if cell is None or self._results is None:
            return ""
        true, said = (self._results.dataset.classes[index] for index in cell)
        counts = self._matrix.counts
        share = counts[cell] / max(1, counts[cell[0]].sum())
        text = self.tr("{n} of class {true} ({share}) were predicted as {said}")
        return text.format(n=int(counts[cell]), true=true, said=said, share=percent_text(float(share)))

    # -- the widgets ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._part)
        self._no_test_data = QLabel(self.tr("There are no test data: these are the training data."))
        self._no_test_data.setProperty("look", "muted")
        self._no_test_data.setWordWrap(True)
        head.addWidget(self._no_test_data, 1)
        head.addStretch(0)
        head.addWidget(self._order)
        head.addWidget(self._shares)
        head.addWidget(self._waiting)
        shown = QWidget()
        below = QVBoxLayout(shown)
        below.setContentsMargins(0, metrics.TINY, 0, 0)
        below.setSpacing(metrics.TINY)
        below.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignLeft)
        below.addWidget(self._examples, 1)
        self._lower = QTabWidget()
        self._lower.setDocumentMode(True)
        self._lower.addTab(shown, self.tr("Examples"))
        self._lower.addTab(self._scores, self.tr("Scores by class"))
        upper = QWidget()
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(0)
        above.addWidget(self._upper, 1)
        above.addWidget(self._reading)
        self._reading.setMinimumHeight(self._reading.fontMetrics().height())
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(upper)
        parts.addWidget(self._lower)
        parts.setSizes([1_000, 1_000])  # two halves: only the ratio of the numbers counts
        parts.setChildrenCollapsible(False)
        self._pages = EmptyPages(self)
        self._pages.empty.wished.connect(self.wished)
        column = QVBoxLayout(self._pages.content)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        column.addLayout(head)
        column.addWidget(self._summary)
        column.addWidget(parts, 1)


def _assess(
    project: Project, dataset: Dataset, examples: Examples, snapshot: Snapshot, note_share: NoteShare
) -> _Results:
    loss = project.training.loss
    found = assess(project.network, snapshot.parameters, examples, loss, snapshot.muted, note_share)
    return _Results(project, dataset, examples, found, snapshot.is_running)
