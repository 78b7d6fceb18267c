"""ExampleModel: one page of the examples for a table or a list of pictures; it stores nothing per cell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QImage

from nnplay.appearance.number_text import short_text
from nnplay.panels.examples.values import PartValues
from nnplay.panels.results.answered_model import picture_of

Index = QModelIndex | QPersistentModelIndex

PAGE = 500
"""Examples on one page."""

PICTURE_SIDE = 44

ANSWER_COLUMN = 1
"""Columns of the model before those of the values: the example's number."""

_NO_PARENT = QModelIndex()


class ExampleModel(QAbstractTableModel):
    """The number of each example, its target, its inputs.

    Signals
    -------
    sort_wanted(int, bool)
        The person wants the examples sorted by a column of ``PartValues`` (-1 for their own order), descending or not.
    """

    sort_wanted = Signal(int, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: PartValues | None = None
        self._order: NDArray[np.int64] | None = None
        self._page = 0

    @property
    def n_pages(self) -> int:
        """The number of pages, at least 1."""
        return 1 if self._values is None else max(1, -(-len(self._values.examples) // PAGE))

    def show_values(self, values: PartValues | None) -> None:
        """Show other examples, from the first page, in their own order."""
        self._show(values, None, 0)

    def show_order(self, order: NDArray[np.int64] | None) -> None:
        """Show the same examples in another order (n,); None for their own."""
        self._show(self._values, order, 0)

    def show_page(self, page: int) -> None:
        """Show another page, counted from 0."""
        self._show(self._values, self._order, page)

    def example_at(self, row: int) -> int:
        """Return the number of the example in a row of the page."""
        place = self._page * PAGE + row
        return place if self._order is None else int(self._order[place])

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        if parent.isValid() or self._values is None:
            return 0
        return max(0, min(PAGE, len(self._values.examples) - self._page * PAGE))

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or self._values is None else 1 + self._values.n_columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._values is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self.example_at(index.row()), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and not self._values.has_pictures:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DecorationRole and self._values.has_pictures and index.column() == ANSWER_COLUMN:
            return self._picture(self.example_at(index.row()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if not is_text or orientation is Qt.Orientation.Vertical or self._values is None:
            return None
        if section == 0:
            return "#"
        return self.tr("Answer") if section == ANSWER_COLUMN else self._values.input_names[section - 2]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; sorting many examples takes time and is done in the background."""
        self.sort_wanted.emit(column - 1, order is Qt.SortOrder.DescendingOrder)

    def _show(self, values: PartValues | None, order: NDArray[np.int64] | None, page: int) -> None:
        self.beginResetModel()
        self._values, self._order, self._page = values, order, page
        self.endResetModel()

    def _text(self, example: int, column: int) -> str:
        assert self._values is not None
        if column == 0:
            return str(example + 1)
        if column == ANSWER_COLUMN:
            return answer_text(self._values, example)
        x = self._values.examples.inputs(slice(example, example + 1)).reshape(-1)
        return short_text(float(x[column - 2]))

    def _picture(self, example: int) -> QImage:
        assert self._values is not None
        return picture_of(self._values.examples, example).scaled(
            PICTURE_SIDE,
            PICTURE_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )


def answer_text(values: PartValues, example: int) -> str:
    """Return the target of an example: its class, or its quantities."""
    one = PartValues(
        values.dataset, values.examples.take(slice(example, example + 1)), values.input_names, values.classes
    )
    numbers = one.class_numbers()
    if numbers is not None:
        return values.classes[int(numbers[0])]
    return ", ".join(short_text(float(value)) for value in one.examples.y.reshape(-1))
