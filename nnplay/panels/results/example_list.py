"""ExampleList: some examples with actual value, prediction and loss: pictures, or rows of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QTableView, QWidget

from nnplay.appearance import metrics
from nnplay.data import Dataset
from nnplay.engine import Assessment, Examples
from nnplay.panels.results.answered_model import AnsweredModel, is_picture
from nnplay.panels.widgets.page_stack import PageStack

MOST = 100
"""Most examples: nobody looks at more of them."""

_PICTURE_SIDE = 44


class ExampleList(QWidget):
    """Pictures side by side, or a table for everything else.

    Signals
    -------
    example_chosen(int)
        The number, in its part of the data, of the example that was clicked or reached with the arrow keys.
    """

    example_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Each view has a model of its own, because Qt lays out a hidden view as well.
        self._picture_model, self._row_model = AnsweredModel(), AnsweredModel()
        self._shown = self._row_model
        self._is_showing = False
        self._pictures = QListView()
        self._pictures.setViewMode(QListView.ViewMode.IconMode)
        self._pictures.setResizeMode(QListView.ResizeMode.Adjust)
        self._pictures.setMovement(QListView.Movement.Static)
        self._pictures.setIconSize(QSize(_PICTURE_SIDE, _PICTURE_SIDE))
        self._pictures.setFont(metrics.font(metrics.Text.CAPTION))
        self._pictures.setUniformItemSizes(True)  # or Qt would make all pictures to measure them
        self._table = QTableView()
        self._table.setFont(metrics.font(metrics.Text.CAPTION))
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.verticalHeader().setDefaultSectionSize(metrics.field_height() - 6)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(0)  # measures the visible rows alone
        self._pages = PageStack(self)
        for view, model in ((self._pictures, self._picture_model), (self._table, self._row_model)):
            view.setModel(model)
            view.setFrameShape(view.Shape.NoFrame)
            view.setAccessibleName(self.tr("Examples"))
            # A click on the current example chooses it again: something else may have been asked about in between.
            view.clicked.connect(self._on_chosen)
            view.selectionModel().currentChanged.connect(self._on_chosen)
            self._pages.addWidget(view)

    @property
    def rows(self) -> tuple[int, ...]:
        """The numbers of the examples shown."""
        return self._shown.rows

    def show_examples(self, dataset: Dataset, examples: Examples, found: Assessment, rows: Sequence[int]) -> None:
        """Show some of the examples, at most ``MOST``."""
        self._shown = self._picture_model if is_picture(dataset.input_shape) else self._row_model
        self._is_showing = True  # what Qt makes current meanwhile has not been chosen by anybody
        self._shown.show_examples(dataset, examples, found, rows[:MOST])
        self._is_showing = False
        if self._shown is self._picture_model:
            self._make_room_for(self._shown.captions())
        self._pages.setCurrentWidget(self._pictures if self._shown is self._picture_model else self._table)

    def _make_room_for(self, captions: Iterable[str]) -> None:
        measure = self._pictures.fontMetrics()
        width = max([_PICTURE_SIDE, *map(measure.horizontalAdvance, captions)]) + metrics.SMALL
        self._pictures.setGridSize(QSize(width, _PICTURE_SIDE + measure.height() + metrics.TINY))

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        if not self._is_showing and index.isValid() and index.row() < len(self.rows):
            self.example_chosen.emit(self.rows[index.row()])
