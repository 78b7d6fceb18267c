"""EvidenceView: the pixels for and against a class, and the changes that would make the drawing more like it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import prod
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.data.picture_input import picture_shape
from nnplay.engine import input_gradient
from nnplay.panels.try_it.drawing.pixels import Pixels
from nnplay.panels.try_it.drawing.reader import Reading, is_linear

if TYPE_CHECKING:
    from nnplay.training import TrainingController

_BEST = -1
"""The entry of the list of classes for the predicted class."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """Pictures (height, width) for one class of one reading.

    Attributes
    ----------
    contribution
        Gradient times input: how much each inked pixel counts for the class (above 0) or against it.
    wish
        Where more ink (above 0) or less would favour the class over the predicted one, or, if it is the predicted one,
        over the next best.
    weights
        The weights of the class, for a network of one layer; None for others.
    """

    contribution: NDArray[np.float64]
    wish: NDArray[np.float64]
    weights: NDArray[np.float64] | None


_NAME_LENGTH = 6
"""Width of the list of classes, in characters."""


def evidence_for(reading: Reading, chosen: int) -> Evidence:
    """Return the evidence for a class in a reading, from the gradient of its output before the softmax."""
    spec, n = reading.spec, len(reading.probabilities)
    order = np.argsort(reading.probabilities)
    rival = int(order[-2]) if chosen == reading.best else reading.best
    own, versus = np.eye(n)[chosen], np.eye(n)[chosen] - np.eye(n)[rival]
    # Relative to the mean of all classes: evidence for every class alike is evidence for none.
    gradient = input_gradient(spec, reading.parameters, reading.x, own - 1 / n, reading.muted)
    towards = input_gradient(spec, reading.parameters, reading.x, versus, reading.muted)
    shape = picture_shape(spec.shapes[spec.input.name])
    assert shape is not None

    def picture(values: NDArray[np.floating]) -> NDArray[np.float64]:
        total: NDArray[np.float64] = np.asarray(values, np.float64).reshape(*shape, -1).sum(axis=2)
        return total

    weights = None
    if is_linear(spec):
        slot = next(slot for slot in spec.slots if slot.name == "kernel")
        kernel = slot.view(reading.parameters)
        weights = picture(kernel.reshape(prod(shape), -1, n)[..., chosen])
    return Evidence(picture(gradient * reading.x), picture(towards), weights)


class EvidenceView(QWidget):
    """A list of classes, and pictures for the selected one."""

    def __init__(self, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._question = controller.new_question(self)
        self._question.answered.connect(self._show)
        self._classes = QComboBox()
        self._classes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._classes.setMinimumContentsLength(_NAME_LENGTH)
        self._classes.setAccessibleName(self.tr("Class to explain"))
        self._classes.currentIndexChanged.connect(self._ask)
        self._contribution = Pixels(self.tr("evidence"))
        self._contribution.setToolTip(
            self.tr("Gradient times input. Blue: this ink counts for the class. Orange: it counts against it.")
        )
        self._wish = Pixels(self.tr("more like it"))
        self._wish.setToolTip(
            self.tr("What would make the drawing more like the class. Blue: more ink here. Orange: less ink.")
        )
        self._weights = Pixels(self.tr("its weights"))
        self._weights.setToolTip(
            self.tr("The weights from each pixel to the class: everything that this network knows about it")
        )
        self._weights.hide()
        question = QLabel(self.tr("Why"))
        question.setProperty("look", "caption")
        column = QVBoxLayout()
        column.addWidget(question)
        column.addWidget(self._classes)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.TINY)
        row.addLayout(column, 1)
        for picture in (self._contribution, self._wish, self._weights):
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)

    def show_reading(self, reading: Reading | None, names: tuple[str, ...]) -> None:
        """Explain another reading; None if there is nothing to explain."""
        if self._classes.count() != len(names) + 1:
            self._classes.blockSignals(True)
            self._classes.clear()
            self._classes.addItem(self.tr("prediction"), _BEST)
            for index, name in enumerate(names):
                self._classes.addItem(name, index)
            self._classes.blockSignals(False)
        self._reading = reading
        self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._reading is None:
            self._question.forget()
            for picture in (self._contribution, self._wish, self._weights):
                picture.show_values(None)
            return
        chosen = self._classes.currentData()
        chosen = self._reading.best if chosen in (None, _BEST) else chosen
        self._question.ask(partial(evidence_for, self._reading, chosen))

    @Slot(object)
    def _show(self, evidence: Evidence) -> None:
        if self._reading is None:
            return
        self._contribution.show_values(evidence.contribution)
        self._wish.show_values(evidence.wish)
        self._weights.setVisible(evidence.weights is not None)
        if evidence.weights is not None:
            self._weights.show_values(evidence.weights)
