"""AnsweredModel: examples with their answers, for a list of pictures or a table; it stores nothing per cell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage, QPixmap

from nnplay.appearance.number_text import loss_text, short_text
from nnplay.data import Dataset, feature_label
from nnplay.engine import Assessment, Examples

Index = QModelIndex | QPersistentModelIndex

_NO_PARENT = QModelIndex()

_N_ANSWERS = 3
"""Columns before those of the inputs: true, said, loss."""


class AnsweredModel(QAbstractTableModel):
    """The target, the answer, the loss and the inputs of some examples.

    While a network learns, the answers change several times a second and most rows are out of sight; so texts and
    pictures are made when a view asks for them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._dataset: Dataset | None = None
        self._examples: Examples | None = None
        self._found: Assessment | None = None
        self._rows: tuple[int, ...] = ()
        self._inputs: NDArray[np.float32] = np.empty((0, 0), np.float32)
        self._headings: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[int, ...]:
        """The numbers of the examples, each in its part of the data."""
        return self._rows

    @property
    def has_pictures(self) -> bool:
        """Whether the examples are pictures."""
        return self._dataset is not None and is_picture(self._dataset.input_shape)

    def captions(self) -> set[str]:
        """Return the texts below the pictures."""
        dataset, found = self._dataset, self._found
        return set() if dataset is None or found is None else {_caption(dataset, found, row) for row in self._rows}

    def show_examples(self, dataset: Dataset, examples: Examples, found: Assessment, rows: Sequence[int]) -> None:
        """Show some of the examples; where their number stays the same, what is selected stays selected."""
        chosen = tuple(int(row) for row in rows)
        headings = self._headings_of(dataset)
        has_same_shape = (len(chosen), headings) == (len(self._rows), self._headings)
        if not has_same_shape:
            self.beginResetModel()
        self._dataset, self._examples, self._found = dataset, examples, found
        self._rows, self._headings = chosen, headings
        if not self.has_pictures:
            self._inputs = examples.inputs(np.array(chosen, np.intp)).reshape(len(chosen), -1)
        if not has_same_shape:
            self.endResetModel()
        elif chosen:
            self.dataChanged.emit(self.index(0, 0), self.index(len(chosen) - 1, len(headings) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(chosen) - 1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        dataset, found = self._dataset, self._found
        if dataset is None or found is None or not index.isValid() or index.row() >= len(self._rows):
            return None
        line, row = index.row(), self._rows[index.row()]
        if self.has_pictures:
            return self._of_picture(dataset, found, row, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(dataset, found, line, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self._rows[section] + 1) if section < len(self._rows) else None
        return self._headings[section] if section < len(self._headings) else None

    def _headings_of(self, dataset: Dataset) -> tuple[str, ...]:
        if is_picture(dataset.input_shape):
            return ("",)  # a list has no headings
        n_inputs = int(np.prod(dataset.input_shape))
        names = [feature_label(name) for name in dataset.features] or [str(index + 1) for index in range(n_inputs)]
        return self.tr("True"), self.tr("Said"), self.tr("Loss"), *names

    def _text(self, dataset: Dataset, found: Assessment, line: int, column: int) -> str:
        row = self._rows[line]
        if column >= _N_ANSWERS:
            return short_text(float(self._inputs[line, column - _N_ANSWERS]))
        if column == _N_ANSWERS - 1:
            return loss_text(float(found.losses[row]))
        true, said = answer_texts(dataset, found, row)
        if column == 0:
            return true
        return f"{said} ✗" if found.actual is not None and true != said else said

    def _of_picture(self, dataset: Dataset, found: Assessment, row: int, role: int) -> object:
        if role == Qt.ItemDataRole.DecorationRole:
            assert self._examples is not None
            return QPixmap.fromImage(picture_of(self._examples, row))
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _caption(dataset, found, row)
        true, said = answer_texts(dataset, found, row)
        text = self.tr("Example {number}: actual {true}, predicted {said}, loss {loss}")
        return text.format(number=row + 1, true=true, said=said, loss=loss_text(float(found.losses[row])))


def _caption(dataset: Dataset, found: Assessment, row: int) -> str:
    true, said = answer_texts(dataset, found, row)
    return true if true == said else f"{true} → {said}"


def answer_texts(dataset: Dataset, found: Assessment, row: int) -> tuple[str, str]:
    """Return the target of an example and the network's prediction: names of classes, or numbers."""
    if found.actual is not None and found.predicted is not None and dataset.classes:
        return dataset.classes[int(found.actual[row])], dataset.classes[int(found.predicted[row])]
    target, said = (", ".join(map(short_text, values[row])) for values in (found.targets, found.predictions))
    return target, said


def is_picture(shape: tuple[int, ...]) -> bool:
    """Return whether examples of this shape are pictures: (height, width, 1 or 3)."""
    return len(shape) == 3 and shape[2] in (1, 3)


def picture_of(examples: Examples, row: int) -> QImage:
    """Return an example of the shape (height, width, 1 or 3) as a picture."""
    values = np.clip(examples.inputs(slice(row, row + 1))[0] * 255, 0, 255).astype(np.uint8)
    height, width, channels = values.shape
    values = np.ascontiguousarray(values)
    form = QImage.Format.Format_Grayscale8 if channels == 1 else QImage.Format.Format_RGB888
    return QImage(values.data, width, height, width * channels, form).copy()
