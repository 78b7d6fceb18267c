"""ExampleList: some examples with actual value, prediction and loss: pictures, or rows of numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.number_text import loss_text, short_text
from nnplay.data import Dataset, feature_label
from nnplay.engine import Assessment, Examples
from nnplay.panels.widgets.cells import show_text
from nnplay.panels.widgets.page_stack import PageStack

MOST = 100
"""Most examples: more of them are not looked at, and take time to draw."""

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
        self._rows: tuple[int, ...] = ()
        self._headings: list[str] = []
        self._pictures = QListWidget()
        self._pictures.setViewMode(QListWidget.ViewMode.IconMode)
        self._pictures.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._pictures.setMovement(QListWidget.Movement.Static)
        self._pictures.setIconSize(QSize(_PICTURE_SIDE, _PICTURE_SIDE))
        self._pictures.setFont(metrics.font(metrics.Text.CAPTION))
        self._pictures.setSpacing(2)
        self._table = QTableWidget()
        self._table.setFont(metrics.font(metrics.Text.CAPTION))
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.verticalHeader().setDefaultSectionSize(metrics.field_height() - 6)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for view in (self._pictures, self._table):
            view.setFrameShape(view.Shape.NoFrame)
            view.setAccessibleName(self.tr("Examples"))
        self._pages = PageStack(self)
        self._pages.addWidget(self._pictures)
        self._pages.addWidget(self._table)
        self._pictures.currentRowChanged.connect(self._on_current_changed)
        self._table.currentCellChanged.connect(self._on_current_changed)
        # A click on the current example chooses it again: something else may have been asked about in between.
        self._pictures.itemClicked.connect(self._on_clicked)
        self._table.cellClicked.connect(self._on_clicked)

    @property
    def rows(self) -> tuple[int, ...]:
        """The numbers of the examples shown."""
        return self._rows

    def show_examples(self, dataset: Dataset, examples: Examples, found: Assessment, rows: Sequence[int]) -> None:
        """Show some of the examples, at most ``MOST``."""
        self._rows = tuple(int(row) for row in rows[:MOST])
        is_picture = len(dataset.input_shape) == 3 and dataset.input_shape[2] in (1, 3)
        self._pages.setCurrentWidget(self._pictures if is_picture else self._table)
        for view in (self._pictures, self._table):
            view.blockSignals(True)
        if is_picture:
            self._show_pictures(dataset, examples, found)
        else:
            self._show_table(dataset, examples, found)
        for view in (self._pictures, self._table):
            view.blockSignals(False)

    def _show_pictures(self, dataset: Dataset, examples: Examples, found: Assessment) -> None:
        self._pictures.clear()
        for row in self._rows:
            icon = QIcon(QPixmap.fromImage(picture_of(examples, row)))
            true, said = answer_texts(dataset, found, row)
            item = QListWidgetItem(icon, true if true == said else f"{true} → {said}")
            text = self.tr("Example {number}: actual {true}, predicted {said}, loss {loss}")
            item.setToolTip(text.format(number=row + 1, true=true, said=said, loss=loss_text(found.losses[row])))
            self._pictures.addItem(item)

    def _show_table(self, dataset: Dataset, examples: Examples, found: Assessment) -> None:
        inputs = examples.inputs(np.array(self._rows, np.intp)).reshape(len(self._rows), -1)
        names = [feature_label(name) for name in dataset.features]
        names = names or [str(index + 1) for index in range(inputs.shape[1])]
        headings = [self.tr("True"), self.tr("Said"), self.tr("Loss"), *names]
        self._table.setRowCount(len(self._rows))
        self._table.setColumnCount(len(headings))
        if headings != self._headings:
            self._headings = headings
            self._table.setHorizontalHeaderLabels(headings)
        self._table.setVerticalHeaderLabels([str(row + 1) for row in self._rows])
        for line, row in enumerate(self._rows):
            true, said = answer_texts(dataset, found, row)
            is_wrong = found.actual is not None and true != said
            mark = f"{said} ✗" if is_wrong else said
            texts = [true, mark, loss_text(found.losses[row]), *map(short_text, inputs[line])]
            for column, text in enumerate(texts):
                show_text(self._table, line, column, text)

    @Slot()
    def _on_clicked(self) -> None:
        view = self._pages.currentWidget()
        assert isinstance(view, QAbstractItemView)
        self._on_current_changed(view.currentIndex().row())

    @Slot(int)
    def _on_current_changed(self, line: int) -> None:
        if 0 <= line < len(self._rows):
            self.example_chosen.emit(self._rows[line])


def answer_texts(dataset: Dataset, found: Assessment, row: int) -> tuple[str, str]:
    """Return the target of an example and the network's prediction: names of classes, or numbers."""
    if found.actual is not None and found.predicted is not None and dataset.classes:
        return dataset.classes[int(found.actual[row])], dataset.classes[int(found.predicted[row])]
    target, said = (", ".join(map(short_text, values[row])) for values in (found.targets, found.predictions))
    return target, said


def picture_of(examples: Examples, row: int) -> QImage:
    """Return an example of the shape (height, width, 1 or 3) as a picture."""
    values = np.clip(examples.inputs(slice(row, row + 1))[0] * 255, 0, 255).astype(np.uint8)
    height, width, channels = values.shape
    values = np.ascontiguousarray(values)
    form = QImage.Format.Format_Grayscale8 if channels == 1 else QImage.Format.Format_RGB888
    return QImage(values.data, width, height, width * channels, form).copy()
