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
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.data_names import input_names, shown_names
from nnplay.appearance.number_text import percent_text
from nnplay.appearance.part_text import part_title
from nnplay.data import DataChoice, Dataset
from nnplay.engine import Examples, Grid, Part, assess
from nnplay.panels.map.data_points import MOST_POINTS, Assess, FollowedPoint, points_of
from nnplay.panels.map.decision_map import DecisionMap
from nnplay.panels.map.map_frame import Axes
from nnplay.panels.map.map_head import MapHead
from nnplay.panels.map.sampling import label_range, n_samples, plane_range
from nnplay.panels.plots.round_numbers import number_text
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.project.inspection.input_plane import InputPlane, plane_of_inputs, principal_plane

if TYPE_CHECKING:
    from nnplay.project import Project
    from nnplay.runs import Snapshot

_WIDE_VALUE, _AROUND_VALUE = "-888.88", 40
"""The longest value that its field must have room for, and the pixels around it."""

_MOST_INPUTS = 256
"""Most features of a table: in a longer list, one is hard to find."""


def is_sliceable(input_shape: tuple[int, ...]) -> bool:
    """Return whether a plane through the inputs can be chosen: there are two or more, each with a name."""
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
        Another plane was chosen, or other points should be shown.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._classes: tuple[str, ...] = ()
        self._held = np.zeros(0)
        self._plane: InputPlane | None = None
        self._bound: _Bound | None = None
        self.map = DecisionMap()
        self.map.setAccessibleName(self.tr("Decision map"))
        self.head = MapHead()
        self.point = FollowedPoint()
        self._assess: Assess | None = None
        self._sizes_by_loss = False
        self.first = _choice(self.tr("Across"), self.tr("The input along the horizontal axis"))
        self.second = _choice(self.tr("Up"), self.tr("The input along the vertical axis"))
        self.held_input = _choice(self.tr("Held input"), self.tr("An input that no axis shows; every one has a value"))
        self._held_label = QLabel(self.tr("Held"))
        self.held_value = QDoubleSpinBox()
        self.held_value.setRange(-1e9, 1e9)
        self.held_value.setFixedWidth(self.held_value.fontMetrics().horizontalAdvance(_WIDE_VALUE) + _AROUND_VALUE)
        self.held_value.setDecimals(2)
        self.held_value.setAccessibleName(self.tr("Its value"))
        self.held_value.setToolTip(self.tr("As the network gets it, after scaling; at first the mean"))
        self.to_means = QToolButton()
        self.to_means.setText(self.tr("Means"))
        self.to_means.setProperty("look", "raised")
        self.to_means.setToolTip(self.tr("Hold every other input at its mean again"))
        self.test_box = QCheckBox(self.tr("Show &test data"))
        self.test_box.setObjectName("test_data")
        self.discrete_box = QCheckBox(self.tr("&Discretize"))
        self.discrete_box.setToolTip(self.tr("Show only which class the output falls into"))
        self.discrete_box.setObjectName("discretize")
        self.projection = QToolButton()
        self.projection.setText(self.tr("PCA"))
        self.projection.setAccessibleName(self.tr("Projection"))
        self.projection.setCheckable(True)
        self.projection.setProperty("look", "segment")
        self.projection.setToolTip(
            self.tr("The plane along which the training data differ most (principal components), through their mean")
        )
        self._layout()
        for choice in (self.first, self.second):
            choice.activated.connect(self._on_plane_changed)
        self.projection.toggled.connect(self._on_plane_changed)
        self.test_box.toggled.connect(self._on_points_changed)
        self.discrete_box.toggled.connect(self.changed)
        self.map.pressed.connect(self._on_pressed)
        self.held_input.currentIndexChanged.connect(self._on_held_input_changed)
        self.held_value.valueChanged.connect(self._on_held_value_changed)
        self.to_means.clicked.connect(self._on_means_clicked)
        self.map.pointed.connect(self._show_reading)

    def show_network(
        self,
        project: Project,
        snapshot: Snapshot,
        dataset: Dataset,
        neuron: Part | None,
        *,
        sizes_by_loss: bool = False,
    ) -> None:
        """Show the output of the network, or of one of its neurons, over the plane."""
        spec, loss = project.network, project.training.loss
        self._assess = lambda examples: assess(spec, snapshot.parameters, examples, loss, snapshot.muted)
        has_other_sizes, self._sizes_by_loss = sizes_by_loss or self._sizes_by_loss, sizes_by_loss
        if dataset is not self._dataset:
            self._take_dataset(dataset, project.data)
        if self._plane is None:
            self._find_plane(dataset)
        elif has_other_sizes:
            self._show_points(dataset, self._plane)
        assert self._plane is not None
        n, is_discrete = n_samples(spec), self.discrete_box.isChecked()
        key = (spec, self._plane, snapshot.muted)
        if self._bound is None or self._bound.key != key:
            self._bound = _Bound(key, Grid(spec, self._plane.inputs(n), muted=snapshot.muted))
        output = spec.output.name
        node, unit = (output, 0) if neuron is None else (neuron.node, neuron.unit or 0)
        if unit >= prod(spec.shapes.get(node, (0,))):  # the pinned neuron no longer exists
            node, unit = output, 0
        planes = self._bound.grid.outputs(snapshot.parameters)[node].reshape(-1, n, n)
        if node == output and neuron is None and len(planes) > 1:
            self.map.set_class_planes(planes.copy(), self._classes, is_discrete)
        else:
            plane = planes[unit].copy()
            self.map.set_plane(plane, label_range(dataset) if node == output else plane_range(plane), is_discrete)
        is_output = node == output and neuron is None
        self.head.name.setText(self.tr("Network output") if is_output else part_title(project, Part(node, unit)))
        self._show_followed()
        self._show_reading(self.map.place)

    # -- the data ---------------------------------------------------------------------------------------------------

    def _parts(self) -> list[tuple[str, np.ndarray]]:
        """Return the positions of the examples, by the name of their part of the data."""
        dataset, plane = self._dataset, self._plane
        if dataset is None or plane is None:
            return []
        names = ("train", "test") if self.test_box.isChecked() else ("train",)
        return [(name, plane.places(_inputs(getattr(dataset, name), MOST_POINTS))) for name in names]

    @Slot(object)
    def _on_pressed(self, place: tuple[float, float]) -> None:
        self.point.choose(self._parts(), place)
        self._show_followed()

    def _show_followed(self) -> None:
        if self._dataset is None or self._plane is None or self._assess is None:
            return
        parts = self._parts() if self.point.is_following else []
        self.map.follow(self.point.show_answer(self._dataset, parts, self._assess, self._plane.values))

    # -- the plane --------------------------------------------------------------------------------------------------

    def _take_dataset(self, dataset: Dataset, data: DataChoice) -> None:
        self._dataset, self._plane, self._bound = dataset, None, None
        self.point.forget()
        self._means = _inputs(dataset.train).mean(axis=0).astype(np.float64)
        self._held = self._means.copy()
        names = list(input_names(data))
        self._classes = shown_names(data, dataset.classes)
        names = names or [str(number + 1) for number in range(len(self._held))]
        for index, choice in enumerate((self.first, self.second, self.held_input)):
            with QSignalBlocker(choice):
                choice.clear()
                choice.addItems(names)
                choice.setCurrentIndex(min(index, len(names) - 1))
        for field in (self._held_label, self.held_input, self.held_value, self.to_means):
            field.setVisible(len(names) > 2)  # two axes show all inputs
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
        parts = [dataset.train, *([dataset.test] if self.test_box.isChecked() and len(dataset.test) else [])]
        by_loss = self._assess if self._sizes_by_loss else None
        self.map.set_points(
            *(
                points_of(
                    plane.places(_inputs(examples, MOST_POINTS)), examples, by_loss, is_test=examples is dataset.test
                )
                for examples in parts
            )
        )

    @Slot()
    def _on_plane_changed(self) -> None:
        if self.first.currentIndex() == self.second.currentIndex():  # one axis offers the inputs that the other leaves
            n = self.first.count()
            other = self.first if self.sender() is self.second else self.second
            other.setCurrentIndex((other.currentIndex() + 1) % n)
        self._plane = None
        self.changed.emit()

    @Slot()
    def _on_points_changed(self) -> None:
        if self._dataset is not None and self._plane is not None:
            self._show_points(self._dataset, self._plane)
            self._show_followed()

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
            self.head.reading.setText("")
            return
        x1, x2 = (number_text(number) for number in self._plane.values(place))
        output, winner = number_text(value), self.map.class_at(place)
        if winner is not None and winner < len(self._classes):
            output = f"{self._classes[winner]}: {output}"
        self.head.reading.setText(self.tr("({x1}, {x2}) → {value}").format(x1=x1, x2=x2, value=output))

    # -- the widgets ------------------------------------------------------------------------------------------------

    def _layout(self) -> None:
        axes, held = [], QHBoxLayout()
        for text, choice in ((self.tr("Across"), self.first), (self.tr("Up"), self.second)):
            axis = QHBoxLayout()
            axis.addWidget(QLabel(text))
            axis.addWidget(choice, 1)
            axes.append(axis)
        held.addWidget(self._held_label)
        held.addWidget(self.held_input, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        column.addWidget(self.head)
        column.addWidget(self.map, 1)
        column.addWidget(self.point)
        column.addLayout(FlowRow(*axes, self.projection))
        column.addLayout(FlowRow(held, self.held_value, self.to_means))
        column.addLayout(FlowRow(self.test_box, self.discrete_box))


def _choice(name: str, explanation: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(explanation)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.setMinimumContentsLength(4)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _inputs(examples: Examples, most: int | None = None) -> np.ndarray:
    return examples.inputs(slice(0, most))
