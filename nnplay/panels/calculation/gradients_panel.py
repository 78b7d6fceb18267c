"""GradientsPanel: the backpropagation gradient beside the one from nudging each weight, and how good the nudge is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSlider,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence
from nnplay.engine import NnplayError, Part
from nnplay.panels.calculation.error_curve import ErrorCurve
from nnplay.panels.calculation.words import local_numbers
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.widgets.empty_state import EmptyPages, Wish
from nnplay.panels.widgets.table import Table
from nnplay.project.calculation.perturbation import NUDGES, TwoGradients, two_gradients

if TYPE_CHECKING:
    from nnplay.document import Change, Document
    from nnplay.training import TrainingController

_FIRST = 16
"""Index of 1e-4 among the nudges."""

_DIGITS = 8


class GradientsPanel(LivePanel):
    """A table of both gradients, a slider for the nudge, and the error over all nudges.

    Signals
    -------
    part_pointed(Part | None) : the weight of the selected row.
    """

    part_pointed = Signal(object)

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._controller = document, controller
        self._found: TwoGradients | None = None
        self._nudge = QSlider(Qt.Orientation.Horizontal)
        self._nudge.setRange(0, len(NUDGES) - 1)
        self._nudge.setValue(_FIRST)
        self._nudge.setAccessibleName(self.tr("Nudge"))
        self._nudge.setToolTip(
            self.tr(
                "How far each weight is moved: too far, and the curve bends away; too little, and rounding takes over"
            )
        )
        self._nudge_text = QLabel()
        self._nudge_text.setMinimumWidth(110)
        self._both_ways = QCheckBox(self.tr("Nudge &both ways"))
        self._both_ways.setToolTip(self.tr("Move each weight up and down, so that the curvature cancels out"))
        self._table = QTableWidget(0, 4)
        self._table.setAccessibleName(self.tr("Gradients"))
        self._table.setHorizontalHeaderLabels(
            [self.tr("Weight"), self.tr("Backpropagation"), self.tr("Perturbation"), self.tr("Difference")]
        )
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._table.horizontalHeader().setStretchLastSection(True)
        self._curve = ErrorCurve()

        top = QHBoxLayout()
        top.addWidget(self._nudge_text)
        top.addWidget(self._nudge, 1)
        top.addWidget(self._both_ways)
        middle = QHBoxLayout()
        middle.addWidget(self._table, 3)
        middle.addWidget(self._curve, 2)
        self._pages = EmptyPages(self)
        self._pages.empty.wished.connect(self.wished)
        column = QVBoxLayout(self._pages.content)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.SMALL)
        column.addLayout(top)
        column.addLayout(middle, 1)
        self._nudge.valueChanged.connect(self.invalidate)
        self._both_ways.toggled.connect(self.invalidate)
        self._table.itemSelectionChanged.connect(self._on_row_chosen)
        document.changed.connect(self._on_document_changed)
        controller.dataset_changed.connect(self.invalidate)

    @property
    def found(self) -> TwoGradients | None:
        """Both gradients; None if they could not be computed."""
        return self._found

    def refresh(self) -> None:
        nudge = float(NUDGES[self._nudge.value()])
        numbers = local_numbers("significant", 2)
        self._nudge_text.setText(self.tr("Nudge {nudge}").format(nudge=numbers.text(nudge)))
        dataset = self._controller.dataset
        self._found = None
        if dataset is None or not len(dataset.train):
            text = self.tr("Choose data, and this panel compares both gradients, weight by weight.")
            self._pages.say(text, Wish.DATA)
            return
        try:
            found = two_gradients(
                self._document.project, dataset.train, nudge, is_two_sided=self._both_ways.isChecked()
            )
        except NnplayError as error:
            self._pages.say(sentence(error))
            return
        self._found = found
        self._pages.show_content()
        self._fill(found, nudge)

    def table(self) -> Table | None:
        if self._found is None:
            return None
        check = self._found.check
        return Table(
            {
                "weight": self._found.names,
                "backpropagation": check.backpropagation,
                "perturbation": check.differences,
            }
        )

    def _fill(self, found: TwoGradients, nudge: float) -> None:
        self._table.setRowCount(len(found.names))
        numbers, check = local_numbers("significant", _DIGITS), found.check
        columns = (check.backpropagation, check.differences)
        short = local_numbers("significant", 3)
        for row, name in enumerate(found.names):
            difference = float(check.differences[row] - check.backpropagation[row])
            texts = [name, *(numbers.text(float(values[row])) for values in columns), short.text(difference)]
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
                self._table.setItem(row, place, item)
        self._curve.show_errors(NUDGES, found.errors, nudge)

    @Slot()
    def _on_row_chosen(self) -> None:
        row = self._table.currentRow()
        is_there = self._found is not None and 0 <= row < len(self._found.parts)
        part: Part | None = self._found.parts[row] if self._found is not None and is_there else None
        self.part_pointed.emit(part)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.network or change.parameters or change.training or change.data:
            self.invalidate()
