"""ExamplesPanel: every example of the data, page by page, and one of them on its way through the network."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.data_names import shown_names
from nnplay.appearance.number_text import loss_text
from nnplay.asking import Origin
from nnplay.data import Dataset, TableChoice, feature_label
from nnplay.engine import assess
from nnplay.panels.examples.example_sheet import ExampleSheet
from nnplay.panels.examples.model import ANSWER_COLUMN, PICTURE_SIDE, ExampleModel, answer_text
from nnplay.panels.examples.value_view import ValueView
from nnplay.panels.examples.values import PartValues
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.results.answered_model import answer_texts
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.widgets.empty_state import EmptyPages, Wish
from nnplay.panels.widgets.spin_box import SpinBox
from nnplay.panels.widgets.table import Table

if TYPE_CHECKING:
    from nnplay.training import TrainingController

_TRAIN, _TEST = range(2)
_CELL = QSize(60, 66)
_COLUMN_WIDTH = 100


class ExamplesPanel(LivePanel):
    """A table, or a sheet of pictures, beside the selected example and the distribution of a column.

    The selected example is asked about: the canvas and the panel "Try it" show it.
    """

    interval_s = 0.2

    def __init__(self, asked: Asked, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        self._controller = controller
        self._question = controller.new_question(self)
        self._dataset: Dataset | None = None
        self._values: PartValues | None = None
        self._chosen: int | None = None
        self._part = QComboBox()
        self._part.setAccessibleName(self.tr("Which data"))
        self._part.addItems([self.tr("Training data"), self.tr("Test data")])
        self._page = SpinBox()
        self._page.setAccessibleName(self.tr("Page"))
        self._page.setKeyboardTracking(False)
        self._warning = QLabel()
        self._warning.setProperty("look", "error")
        self._model = ExampleModel(self)
        self._table = QTableView()
        self._pictures = QListView()
        self._views = QStackedWidget()
        self._sheet = ExampleSheet()
        self._distribution = ValueView()
        self._build()
        self._part.currentIndexChanged.connect(self._on_part_changed)
        self._page.valueChanged.connect(self._on_page_changed)
        self._model.sort_wanted.connect(self._on_sort_wanted)
        self._question.answered.connect(self._on_sorted)
        self._table.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        self._pictures.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        controller.dataset_changed.connect(self.invalidate)
        controller.snapshot_changed.connect(self.follow)

    @property
    def asked(self) -> Asked:
        """Who owns the example that is asked about."""
        return self._asked

    def refresh(self) -> None:
        dataset = self._controller.dataset
        if dataset is None:
            self._pages.say(self.tr("Choose data, and this panel lists all examples."), Wish.DATA)
        else:
            self._pages.show_content()
        if dataset is not self._dataset:
            self._dataset = dataset
            self._show_part()
        self._show_answer()

    def apply_theme(self) -> None:
        self._distribution.apply_theme()

    def table(self) -> Table | None:
        """Return the network's inputs and the targets, one example per row."""
        values = self._values
        if values is None or values.has_pictures:
            return None
        names = ("answer", *values.input_names)
        return Table({name: values.column(number) for number, name in enumerate(names)})

    # -- which examples ---------------------------------------------------------------------------------------------

    def _show_part(self) -> None:
        dataset, project = self._dataset, self._controller.project
        self._chosen = None
        self._sheet.forget()
        self._values = None
        if dataset is not None and project is not None:
            if not len(dataset.test):  # nothing to choose between
                with QSignalBlocker(self._part):
                    self._part.setCurrentIndex(_TRAIN)
            self._part.setVisible(bool(len(dataset.test)))
            examples = dataset.test if self._part.currentIndex() == _TEST else dataset.train
            classes = shown_names(project.data, dataset.classes)
            names = shown_names(project.data, tuple(feature_label(name) for name in dataset.features))
            if not names and len(dataset.input_shape) == 1:
                names = tuple(str(number + 1) for number in range(dataset.input_shape[0]))
            self._values = PartValues(dataset, examples, names, classes)
        self._warning.setVisible(dataset is not None and bool(dataset.n_shared))
        if dataset is not None:
            text = self.tr("Data leak: test examples that are also training examples: {n:,}")
            self._warning.setText(text.format(n=dataset.n_shared))
        self._table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._model.show_values(self._values)
        self._pictures.setModelColumn(ANSWER_COLUMN if self._values is not None else 0)
        self._show_pages()
        is_picture = self._values is not None and self._values.has_pictures
        self._views.setCurrentWidget(self._pictures if is_picture else self._table)
        self._distribution.show_values(self._values)

    def _show_pages(self) -> None:
        self._page.blockSignals(True)
        self._page.setRange(1, self._model.n_pages)
        self._page.setValue(1)
        self._page.setSuffix(" " + self.tr("of {n:,}").format(n=self._model.n_pages))
        self._page.blockSignals(False)
        self._page.setEnabled(self._model.n_pages > 1)

    @Slot()
    def _on_part_changed(self) -> None:
        self._show_part()
        self._show_answer()

    @Slot(int)
    def _on_page_changed(self, page: int) -> None:
        self._model.show_page(page - 1)

    @Slot(int, bool)
    def _on_sort_wanted(self, number: int, is_falling: bool) -> None:
        values = self._values
        if values is not None:
            self._question.ask(partial(_sorted, values, number, is_falling))

    @Slot(object)
    def _on_sorted(self, answer: tuple[PartValues, NDArray[np.int64]]) -> None:
        values, order = answer
        if values is self._values:
            self._model.show_order(order)
            self._show_pages()

    # -- one example --------------------------------------------------------------------------------------------------

    @Slot(QModelIndex)
    def _on_row_chosen(self, index: QModelIndex) -> None:
        values, project = self._values, self._controller.project
        if not index.isValid() or values is None or project is None:
            return
        self._chosen = self._model.example_at(index.row())
        dataset, choice = values.dataset, project.data
        rows = dataset.rows_train if values.examples is dataset.train else dataset.rows_test
        if isinstance(choice, TableChoice) and dataset.preparation is not None and rows is not None:
            self._sheet.show_row(choice, dataset.preparation, int(rows[self._chosen]))
        else:
            self._sheet.forget()
        self._side.setCurrentWidget(self._sheet)
        self._show_answer()
        if dataset is self._controller.dataset:
            self._asked.ask_about(Origin("train" if values.examples is dataset.train else "test", self._chosen))

    def _show_answer(self) -> None:
        """Show the network's present prediction for the selected example."""
        values, project, snapshot = self._values, self._controller.project, self._controller.snapshot
        if values is None or project is None or snapshot is None:
            self._sheet.say(self.tr("There are no data yet."))
            return
        if self._chosen is None:
            self._sheet.say(
                self.tr(
                    "Click an example to send it through the network; the canvas shows what the network does with it."
                )
            )
            return
        one = values.examples.take(slice(self._chosen, self._chosen + 1))
        if one.x.shape[1:] != project.network.shapes[project.network.input.name]:
            return  # the network is changing, and the data will follow
        found = assess(project.network, snapshot.parameters, one, project.training.loss, snapshot.muted)
        _, said = answer_texts(values.dataset, found, 0)
        if found.predicted is not None and values.classes:
            said = values.classes[int(found.predicted[0])]
        text = self.tr("Example {number}: actual {actual}, predicted {predicted}, loss {loss}")
        true = answer_text(values, self._chosen)
        loss = loss_text(float(found.losses[0]))
        self._sheet.say(text.format(number=self._chosen + 1, actual=true, predicted=said, loss=loss))

    # -- the widgets ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._table.setModel(self._model)
        self._table.setSortingEnabled(True)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(metrics.field_height() - 6)
        self._table.horizontalHeader().setDefaultSectionSize(round(_COLUMN_WIDTH * metrics.text_scale()))
        self._table.horizontalHeader().setHighlightSections(False)
        self._pictures.setModel(self._model)
        self._pictures.setViewMode(QListView.ViewMode.IconMode)
        self._pictures.setResizeMode(QListView.ResizeMode.Adjust)
        self._pictures.setMovement(QListView.Movement.Static)
        self._pictures.setUniformItemSizes(True)
        self._pictures.setIconSize(QSize(PICTURE_SIDE, PICTURE_SIDE))
        self._pictures.setGridSize(_CELL)
        for view in (self._table, self._pictures):
            view.setFont(metrics.font(metrics.Text.CAPTION))
            view.setFrameShape(view.Shape.NoFrame)
            view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
            view.setAccessibleName(self.tr("Examples"))
            self._views.addWidget(view)
        head = QHBoxLayout()
        head.setSpacing(metrics.SMALL)
        caption = QLabel(self.tr("Page"))
        caption.setProperty("look", "caption")
        caption.setBuddy(self._page)
        for widget in (self._part, caption, self._page, self._warning):
            head.addWidget(widget)
        head.addStretch(1)
        self._side = QTabWidget()
        self._side.setDocumentMode(True)
        self._side.addTab(self._distribution, self.tr("Distribution"))
        self._side.addTab(self._sheet, self.tr("Example"))
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._views)
        parts.addWidget(self._side)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        self._pages = EmptyPages(self)
        self._pages.empty.wished.connect(self.wished)
        column = QVBoxLayout(self._pages.content)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        column.addLayout(head)
        column.addWidget(parts, 1)


def _sorted(values: PartValues, number: int, is_falling: bool) -> tuple[PartValues, NDArray[np.int64]]:
    if number < 0:
        order = np.arange(len(values.examples))
        return values, order[::-1] if is_falling else order
    return values, values.sorted_rows(number, is_falling=is_falling)
