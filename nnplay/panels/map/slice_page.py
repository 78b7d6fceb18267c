"""SlicePage: the decision map of a network of many inputs: two of them with the rest held, or a projection."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.data import Dataset, feature_label
from nnplay.engine import Examples, Grid
from nnplay.look import metrics
from nnplay.look.number_text import percent_text
from nnplay.panels.map.decision_map import DecisionMap
from nnplay.panels.map.map_frame import Axes, Points
from nnplay.panels.map.sampling import label_range, n_samples, plane_range
from nnplay.panels.round_numbers import number_text
from nnplay.project.input_plane import InputPlane, plane_of_inputs, principal_plane

if TYPE_CHECKING:
    from nnplay.project import Project
    from nnplay.training import Snapshot

_MOST_INPUTS = 256
"""Of tables with more, nobody would find one in a list."""

_MOST_POINTS = 2_000


def is_sliceable(input_shape: tuple[int, ...]) -> bool:
    """Whether a plane through the inputs can be chosen: there are two or more, each with a name."""
    return len(input_shape) == 1 and 2 <= input_shape[0] <= _MOST_INPUTS


@dataclass(frozen=True, eq=False)
class _Bound:
    """A network bound to the points of a plane, kept while both stay the same."""

    key: tuple[object, ...]
    grid: Grid


class SlicePage(QWidget):
    """A map with the choice of its plane below.

    Signals
    -------
    changed
        Another plane was chosen, or other points are to be shown.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._held = np.zeros(0)
        self._plane: InputPlane | None = None
        self._bound: _Bound | None = None
        self.map = DecisionMap()
        self.map.setAccessibleName(self.tr("Decision map"))
        self.name, self.reading = QLabel(), QLabel()
        self.name.setProperty("look", "heading")
        self.name.setMinimumWidth(1)
        self.reading.setProperty("look", "muted")
        self.first = _choice(self.tr("Across"), self.tr("The input along the horizontal axis"))
        self.second = _choice(self.tr("Up"), self.tr("The input along the vertical axis"))
        self.held_input = _choice(self.tr("Held input"), self.tr("An input that no axis shows; every one has a value"))
        self.held_value = QDoubleSpinBox()
        self.held_value.setRange(-1e9, 1e9)
        self.held_value.setDecimals(2)
        self.held_value.setAccessibleName(self.tr("Its value"))
        self.held_value.setToolTip(self.tr("As the network gets it, after scaling; at first the mean"))
        self.to_means = QToolButton()
        self.to_means.setText(self.tr("Means"))
        self.to_means.setToolTip(self.tr("Hold every other input at its mean again"))
        self.test_box = QCheckBox(self.tr("Show &test data"))
        self.test_box.setObjectName("test_data")
        self.projection = QCheckBox(self.tr("&Projection"))
        self.projection.setToolTip(
            self.tr("The plane along which the training data differ most (principal components), through their mean")
        )
        self._layout()
        for choice in (self.first, self.second):
            choice.activated.connect(self._on_plane_changed)
        self.projection.toggled.connect(self._on_plane_changed)
        self.test_box.toggled.connect(self._on_points_changed)
        self.held_input.currentIndexChanged.connect(self._on_held_input_changed)
        self.held_value.valueChanged.connect(self._on_held_value_changed)
        self.to_means.clicked.connect(self._on_means_clicked)
        self.map.pointed.connect(self._show_reading)

    def show_network(
        self, project: Project, snapshot: Snapshot, dataset: Dataset, neuron: tuple[str, int] | None
    ) -> None:
        """Show what the network, or one of its neurons, gives over the plane."""
        if dataset is not self._dataset:
            self._take_dataset(dataset)
        if self._plane is None:
            self._find_plane(dataset)
        assert self._plane is not None
        spec, n = project.network, n_samples(project.network)
        key = (spec, self._plane, snapshot.muted)
        if self._bound is None or self._bound.key != key:
            self._bound = _Bound(key, Grid(spec, self._plane.inputs(n), muted=snapshot.muted))
        output = spec.output.name
        node, unit = neuron or (output, 0)
        if unit >= prod(spec.shapes.get(node, (0,))):  # what was pointed at is gone
            node, unit = output, 0
        planes = self._bound.grid.outputs(snapshot.parameters)[node].reshape(-1, n, n)
        if node == output and neuron is None and len(planes) > 1:
            self.map.set_class_planes(planes.copy(), dataset.classes, is_discrete=False)
        else:
            plane = planes[unit].copy()
            self.map.set_plane(plane, label_range(dataset) if node == output else plane_range(plane), is_discrete=False)
        is_output = node == output and neuron is None
        text = self.tr("{layer}, unit {number}").format(layer=node, number=unit + 1)
        self.name.setText(self.tr("Network output") if is_output else text)
        self._show_reading(self.map.place)

    # -- the plane --------------------------------------------------------------------------------------------------

    def _take_dataset(self, dataset: Dataset) -> None:
        self._dataset, self._plane, self._bound = dataset, None, None
        self._means = _inputs(dataset.train).mean(axis=0).astype(np.float64)
        self._held = self._means.copy()
        names = [feature_label(name) for name in dataset.features]
        names = names or [str(number + 1) for number in range(len(self._held))]
        for index, choice in enumerate((self.first, self.second, self.held_input)):
            with QSignalBlocker(choice):
                choice.clear()
                choice.addItems(names)
                choice.setCurrentIndex(min(index, len(names) - 1))
        self._show_held()

    def _find_plane(self, dataset: Dataset) -> None:
        x, first, second = _inputs(dataset.train), self.first.currentIndex(), self.second.currentIndex()
        is_projection = self.projection.isChecked()
        self._plane = plane = principal_plane(x) if is_projection else plane_of_inputs(x, first, second, self._held)
        if plane.shares is not None:
            text = self.tr("PC {number} ({share})")
            names = [text.format(number=i + 1, share=percent_text(share)) for i, share in enumerate(plane.shares)]
        else:
            names = [self.first.currentText(), self.second.currentText()]
        self.map.set_axes(Axes((names[0], names[1]), plane.middles, plane.units))
        for field in (self.first, self.second, self.held_input, self.held_value, self.to_means):
            field.setEnabled(not is_projection)
        self._show_points(dataset, plane)

    def _show_points(self, dataset: Dataset, plane: InputPlane) -> None:
        parts = [(dataset.train, False)]
        if self.test_box.isChecked() and len(dataset.test):
            parts.append((dataset.test, True))
        self.map.set_points(*(_points(examples, plane, is_test=is_test) for examples, is_test in parts))

    @Slot()
    def _on_plane_changed(self) -> None:
        if self.first.currentIndex() == self.second.currentIndex():  # one axis takes what the other leaves
            n = self.first.count()
            other = self.first if self.sender() is self.second else self.second
            other.setCurrentIndex((other.currentIndex() + 1) % n)
        self._plane = None
        self.changed.emit()

    @Slot()
    def _on_points_changed(self) -> None:
        if self._dataset is not None and self._plane is not None:
            self._show_points(self._dataset, self._plane)

    @Slot()
    def _on_held_input_changed(self) -> None:
        self._show_held()

    @Slot(float)
    def _on_held_value_changed(self, value: float) -> None:
        self._held[self.held_input.currentIndex()] = value
        self._on_plane_changed()

    @Slot()
    def _on_means_clicked(self) -> None:
        self._held = self._means.copy()
        self._show_held()
        self._on_plane_changed()

    def _show_held(self) -> None:
        with QSignalBlocker(self.held_value):
            self.held_value.setValue(float(self._held[self.held_input.currentIndex()]))

    @Slot(object)
    def _show_reading(self, place: tuple[float, float] | None) -> None:
        value = None if place is None else self.map.value_at(place)
        if place is None or value is None or self._plane is None or self._dataset is None:
            self.reading.setText("")
            return
        x1, x2 = (number_text(number) for number in self._plane.values(place))
        output, winner = number_text(value), self.map.class_at(place)
        if winner is not None and winner < len(self._dataset.classes):
            output = f"{self._dataset.classes[winner]}: {output}"
        self.reading.setText(self.tr("({x1}, {x2}) → {value}").format(x1=x1, x2=x2, value=output))

    # -- the widgets ------------------------------------------------------------------------------------------------

    def _layout(self) -> None:
        head, axes, held, foot = (QHBoxLayout() for _ in range(4))
        head.addWidget(self.name)
        head.addStretch(1)
        head.addWidget(self.reading)
        for text, choice in ((self.tr("Across"), self.first), (self.tr("Up"), self.second)):
            axes.addWidget(QLabel(text))
            axes.addWidget(choice, 1)
        held.addWidget(QLabel(self.tr("Held")))
        held.addWidget(self.held_input, 1)
        held.addWidget(self.held_value)
        held.addWidget(self.to_means)
        foot.addWidget(self.test_box)
        foot.addStretch(1)
        foot.addWidget(self.projection)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        column.addLayout(head)
        column.addWidget(self.map, 1)
        for row in (axes, held, foot):
            column.addLayout(row)


def _choice(name: str, explanation: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(explanation)
    box.setMinimumContentsLength(4)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _inputs(examples: Examples) -> np.ndarray:
    return examples.inputs(slice(0, len(examples)))


def _points(examples: Examples, plane: InputPlane, *, is_test: bool) -> Points:
    shown = slice(0, _MOST_POINTS)
    labels = examples.y[shown]
    are_classes = labels.ndim == 1
    return Points(plane.places(examples.inputs(shown)), labels.reshape(len(labels), -1)[:, 0], is_test, are_classes)
