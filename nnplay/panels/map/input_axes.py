"""InputAxes: the choice of a plane through a table's inputs: two of them with the rest held, or a projection."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.data_names import input_names
from nnplay.appearance.number_text import percent_text
from nnplay.data import DataChoice, Dataset
from nnplay.panels.map.map_frame import Axes
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.spin_box import DoubleSpinBox
from nnplay.project.inspection.input_plane import InputPlane, plane_of_inputs, principal_plane

_WIDE_VALUE, _AROUND_VALUE = "-888.88", 40
"""The longest value that its field must have room for, and the pixels around it."""

_MOST_INPUTS = 256
"""Most inputs of a table: in a longer list, one is hard to find."""


def is_sliceable(input_shape: tuple[int, ...]) -> bool:
    """Return whether a plane through the inputs can be chosen: there are two or more, each with a name."""
    return len(input_shape) == 1 and 2 <= input_shape[0] <= _MOST_INPUTS


class InputAxes(QWidget):
    """Two rows of controls.

    Signals
    -------
    changed
        Another plane was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._means = self._held = np.zeros(0)
        self._plane: InputPlane | None = None
        self.first = _choice(self.tr("Across"), self.tr("The input along the horizontal axis"))
        self.second = _choice(self.tr("Up"), self.tr("The input along the vertical axis"))
        self.held_input = _choice(self.tr("Held input"), self.tr("An input that no axis shows; every one has a value"))
        self._held_label = QLabel(self.tr("Held"))
        self.held_value = DoubleSpinBox()
        self.held_value.setRange(-1e9, 1e9)
        self.held_value.setFixedWidth(self.held_value.fontMetrics().horizontalAdvance(_WIDE_VALUE) + _AROUND_VALUE)
        self.held_value.setDecimals(2)
        self.held_value.setAccessibleName(self.tr("Its value"))
        self.held_value.setToolTip(self.tr("As the network gets it, after scaling; at first the mean"))
        self.to_means = QToolButton()
        self.to_means.setText(self.tr("Means"))
        self.to_means.setProperty("look", "raised")
        self.to_means.setToolTip(self.tr("Hold every other input at its mean again"))
        self.projection = QToolButton()
        self.projection.setText(self.tr("PCA"))
        self.projection.setAccessibleName(self.tr("Projection"))
        self.projection.setCheckable(True)
        self.projection.setProperty("look", "segment")
        self.projection.setToolTip(
            self.tr("The plane along which the training data differ most (principal components), through their mean")
        )
        self._lay_out()
        for choice in (self.first, self.second):
            choice.activated.connect(self._on_plane_changed)
        self.projection.toggled.connect(self._on_plane_changed)
        self.held_input.currentIndexChanged.connect(self._show_held)
        self.held_value.valueChanged.connect(self._on_held_value_changed)
        self.to_means.clicked.connect(self._on_means_clicked)

    def plane_of(self, dataset: Dataset, data: DataChoice) -> InputPlane:
        """Return the plane that is chosen: the same object until another is.

        Parameters
        ----------
        dataset
            Examples, at least one for training, whose inputs are vectors of two or more numbers. New data start with
            their first two inputs on the axes and all others at their means.
        data
            Their description, which names the inputs.
        """
        if dataset is not self._dataset:
            self._take_dataset(dataset, data)
        if self._plane is None:
            x = dataset.train.inputs()
            if self.projection.isChecked():
                self._plane = principal_plane(x)
            else:
                first, second = self.first.currentIndex(), self.second.currentIndex()
                self._plane = plane_of_inputs(x, first, second, self._held)
            for field in (self.first, self.second, self.held_input, self.held_value, self.to_means):
                field.setDisabled(self.projection.isChecked())
        return self._plane

    def axes_of(self, plane: InputPlane) -> Axes:
        """Return the names and units of the axes in the chosen plane."""
        if plane.shares is None:
            names = (self.first.currentText(), self.second.currentText())
        else:
            text = self.tr("PC {number} ({share})")
            first, second = (
                text.format(number=i + 1, share=percent_text(share)) for i, share in enumerate(plane.shares)
            )
            names = (first, second)
        return Axes(names, plane.middles, plane.units)

    def _take_dataset(self, dataset: Dataset, data: DataChoice) -> None:
        self._dataset, self._plane = dataset, None
        self._means = dataset.train.inputs().mean(axis=0).astype(np.float64)
        self._held = self._means.copy()
        names = list(input_names(data)) or [str(number + 1) for number in range(len(self._held))]
        for index, choice in enumerate((self.first, self.second, self.held_input)):
            with QSignalBlocker(choice):
                choice.clear()
                choice.addItems(names)
                choice.setCurrentIndex(min(index, len(names) - 1))
        for field in (self._held_label, self.held_input, self.held_value, self.to_means):
            field.setVisible(len(names) > 2)  # two axes show all inputs
        self._show_held()

    @Slot()
    def _on_plane_changed(self) -> None:
        if self.first.currentIndex() == self.second.currentIndex():  # the other axis moves on
            n = self.first.count()
            other = self.first if self.sender() is self.second else self.second
            other.setCurrentIndex((other.currentIndex() + 1) % n)
        self._plane = None
        self.changed.emit()

    @Slot(float)
    def _on_held_value_changed(self, value: float) -> None:
        self._held[self.held_input.currentIndex()] = value
        self._on_plane_changed()

    @Slot()
    def _on_means_clicked(self) -> None:
        self._held = self._means.copy()
        self._show_held()
        self._on_plane_changed()

    @Slot()
    def _show_held(self) -> None:
        with QSignalBlocker(self.held_value):
            self.held_value.setValue(float(self._held[self.held_input.currentIndex()]))

    def _lay_out(self) -> None:
        axes, held = [], QHBoxLayout()
        for text, choice in ((self.tr("Across"), self.first), (self.tr("Up"), self.second)):
            axis = QHBoxLayout()
            axis.addWidget(QLabel(text))
            axis.addWidget(choice, 1)
            axes.append(axis)
        held.addWidget(self._held_label)
        held.addWidget(self.held_input, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.TINY)
        column.addLayout(FlowRow(*axes, self.projection))
        column.addLayout(FlowRow(held, self.held_value, self.to_means))


def _choice(name: str, explanation: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(explanation)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.setMinimumContentsLength(4)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
