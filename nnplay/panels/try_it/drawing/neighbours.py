"""NeighboursView: the training examples that look most like the drawing, pixel by pixel."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.data.picture_input import picture_shape
from nnplay.engine import Examples
from nnplay.panels.try_it.drawing.pixels import Pixels
from nnplay.panels.try_it.drawing.reader import Reading

if TYPE_CHECKING:
    from nnplay.training import TrainingController

N_SHOWN = 4
_CHUNK = 4_000
_WHITE = 255


def nearest(x: NDArray[np.float32], examples: Examples, n: int) -> NDArray[np.intp]:
    """Return the rows of the ``n`` examples with the least squared distance to ``x`` (*input_shape), nearest first."""
    row = x.reshape(-1)
    distances = np.empty(len(examples), np.float32)
    for start in range(0, len(examples), _CHUNK):
        part = examples.inputs(slice(start, start + _CHUNK)).reshape(-1, row.size)
        distances[start : start + _CHUNK] = ((part - row) ** 2).sum(axis=1)
    return np.argsort(distances, kind="stable")[:n]


class NeighboursView(QWidget):
    """A few examples with their classes."""

    def __init__(self, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._question = controller.new_question(self)
        self._question.answered.connect(self._show)
        self._examples: Examples | None = None
        self._names: tuple[str, ...] = ()
        self._pictures = [Pixels(self.tr("Similar example")) for _ in range(N_SHOWN)]
        self._text = QLabel()
        self._text.setProperty("look", "caption")
        self._text.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(metrics.TINY)
        for picture in self._pictures:
            picture.set_caption(" ")
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._text)
        column.addStretch(1)

    def show_reading(self, reading: Reading | None, names: tuple[str, ...]) -> None:
        """Search for examples like this reading's input; None for no drawing."""
        dataset = self._controller.dataset
        self._examples, self._names = None, names
        if reading is None or dataset is None or picture_shape(dataset.input_shape) is None:
            self._question.forget()
            self._clear()
            if reading is None:
                self._text.setText(self.tr("Draw a digit to see the training examples most like it."))
            else:
                self._text.setText(self.tr("This project has no pictures to compare with: choose digits under Data."))
        elif dataset.input_shape != reading.x.shape:
            self._question.forget()
            self._clear()
            self._text.setText(self.tr("This network does not take the pictures of the project's data."))
        else:
            self._examples = dataset.train
            self._text.setText("")
            self._question.ask(partial(nearest, reading.x, dataset.train, N_SHOWN))

    def _clear(self) -> None:
        for picture in self._pictures:
            picture.show_grey(None)
            picture.set_caption(" ")

    @Slot(object)
    def _show(self, rows: NDArray[np.intp]) -> None:
        if self._examples is None or (len(rows) and rows.max() >= len(self._examples)):
            return
        self._clear()
        for picture, row in zip(self._pictures, rows.tolist(), strict=False):
            values = self._examples.inputs(np.array([row]))[0]
            shape = picture_shape(values.shape)
            assert shape is not None
            grey = np.rint(_WHITE * values.reshape(*shape, -1).mean(axis=2).clip(0, 1)).astype(np.uint8)
            picture.show_grey(grey)
            if self._examples.has_classes:
                label = int(self._examples.y[row])
                picture.set_caption(self._names[label] if label < len(self._names) else str(label))
