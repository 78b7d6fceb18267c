"""DecisionMapPanel: what the network, or one of its neurons, answers at every point of the plane."""

from __future__ import annotations

from math import isfinite, prod, sqrt
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from nnplay.data import Dataset, PlaneChoice, Task, feature_label
from nnplay.look import metrics
from nnplay.panels.decision_map import DecisionMap
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.map_frame import Points, ValueRange
from nnplay.panels.round_numbers import number_text, round_up
from nnplay.project.probe import MAX_PLANES, Probe

if TYPE_CHECKING:
    from nnplay.engine import NetworkSpec
    from nnplay.training import Snapshot, TrainingController

Neuron = tuple[str, int]

_SAMPLES = (25, 100)
"""Fewest and most samples along each side of the map."""

_PRODUCTS = 60_000_000
"""Products a picture may cost: a large network gets fewer samples, so that the window stays quick."""

_LEAST_INTERVAL_S = 0.05
"""While training runs fast every second of its 30 pictures a second is drawn: this panel costs most of a frame."""

_MOST_SHARE = 0.1
"""Of the window's time for the map of a large network: what costs more is drawn less often."""

_MOST_POINTS = 2_000
"""More dots of either kind would cover each other and the map."""


class DecisionMapPanel(LivePanel):
    """The map with its switches and a line that tells the values under the cursor."""

    def __init__(self, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._probe: Probe | None = None
        self._shown: Neuron | None = None
        self._map = DecisionMap()
        self._map.setAccessibleName(self.tr("Decision map"))
        self._map.setAccessibleDescription(self.tr("The output at every point of the plane; the arrow keys read it."))
        self._name = QLabel()
        self._name.setProperty("look", "heading")
        self._reading = QLabel()
        self._reading.setProperty("look", "muted")
        self._reading.setAccessibleName(self.tr("Value under the cursor"))
        self._test_box = QCheckBox(self.tr("Show &test data"))
        self._test_box.setToolTip(self.tr("Also draw the points that the network never learns from, with a dark edge"))
        self._discrete_box = QCheckBox(self.tr("&Discretize"))
        self._discrete_box.setToolTip(self.tr("Show only which of the two classes the output falls into"))
        self._name.setMinimumWidth(1)  # a long name must not widen the dock
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._make_notice())
        self._pages.addWidget(self._make_page())
        self._map.pointed.connect(self._show_reading)
        self._test_box.toggled.connect(self.invalidate_points)
        self._discrete_box.toggled.connect(self.invalidate)
        controller.dataset_changed.connect(self.invalidate_points)
        controller.snapshot_changed.connect(self._on_snapshot_changed)
        self._has_new_points = True
        self._drawn_at = -_LEAST_INTERVAL_S
        self._interval_s = _LEAST_INTERVAL_S

    @Slot(object)
    def show_neuron(self, neuron: Neuron | None) -> None:
        """Show the plane of one neuron, (node name, unit), until None brings back the network's output."""
        if neuron != self._shown:
            self._shown = neuron
            self.invalidate()

    @Slot()
    def invalidate_points(self) -> None:
        """The data to draw are others, or others of them shall be drawn."""
        self._has_new_points = True
        self.invalidate()

    def refresh(self) -> None:
        project, snapshot = self._controller.project, self._controller.snapshot
        if project is None or snapshot is None or not isinstance(project.data, PlaneChoice):
            self._pages.setCurrentIndex(0)
            return
        self._pages.setCurrentIndex(1)
        start = perf_counter()
        probe = self._probe_of(project.network, project.data.features)
        probe.set_parameters(snapshot.parameters, snapshot.muted)
        labels = _label_range(self._controller.dataset)
        output = project.network.output.name
        node, unit = self._shown or (output, 0)
        if unit >= min(MAX_PLANES, prod(project.network.shapes.get(node, (0,)))):  # what was pointed at is gone
            node, unit = output, 0
        plane = probe.planes_of(node, _samples(project.network))[unit]
        self._map.set_plane(plane, labels if node == output else _plane_range(plane), self._discrete_box.isChecked())
        self._name.setText(self._name_of(node, unit, project.network, project.data.features))
        if self._has_new_points:
            self._has_new_points = False
            self._show_points(self._controller.dataset)
        self._show_reading(self._map.place)
        self._drawn_at = perf_counter()
        self._interval_s = max(_LEAST_INTERVAL_S, (self._drawn_at - start) / _MOST_SHARE)

    @Slot(object)
    def _on_snapshot_changed(self, snapshot: Snapshot) -> None:
        # A run's last snapshot says that nothing is running, so that what is skipped is always caught up with.
        if not snapshot.is_running or perf_counter() - self._drawn_at >= self._interval_s:
            self.invalidate()

    def _probe_of(self, network: NetworkSpec, features: tuple[str, ...]) -> Probe:
        if self._probe is None or (self._probe.network, self._probe.features) != (network, features):
            self._probe = Probe(network, features)
        return self._probe

    def _show_points(self, dataset: Dataset | None) -> None:
        points = []
        if dataset is not None and dataset.points_train is not None:
            points.append(_points(dataset.points_train, dataset.train.y))
            if self._test_box.isChecked() and dataset.points_test is not None:
                points.append(_points(dataset.points_test, dataset.test.y, is_test=True))
        self._map.set_points(*points)

    def _name_of(self, node: str, unit: int, network: NetworkSpec, features: tuple[str, ...]) -> str:
        if node == network.input.name:
            return self.tr("Input {feature}").format(feature=feature_label(features[unit]))
        if node == network.output.name and self._shown is None:
            return self.tr("Network output")
        return self.tr("{layer}, unit {number}").format(layer=node, number=unit + 1)

    @Slot(object)
    def _show_reading(self, place: tuple[float, float] | None) -> None:
        value = None if place is None else self._map.value_at(place)
        if place is None or value is None:
            self._reading.setText("")
            return
        x1, x2, output = (number_text(number) for number in (*place, value))
        self._reading.setText(self.tr("({x1}, {x2}) → {value}").format(x1=x1, x2=x2, value=output))

    # -- the widgets ------------------------------------------------------------------------------------------------

    def _make_page(self) -> QWidget:
        page = QWidget()
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self._reading)
        foot.addWidget(self._test_box)
        foot.addStretch(1)
        foot.addWidget(self._discrete_box)
        column = QVBoxLayout(page)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        column.addLayout(head)
        column.addWidget(self._map, 1)
        column.addLayout(foot)
        return page

    def _make_notice(self) -> QWidget:
        notice = QLabel(self.tr("The decision map needs data with two coordinates: choose a point set under Data."))
        notice.setWordWrap(True)
        notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        notice.setMargin(metrics.LARGE)
        notice.setProperty("look", "muted")
        return notice


def _samples(network: NetworkSpec) -> int:
    fewest, most = _SAMPLES
    return min(most, max(fewest, int(sqrt(_PRODUCTS / max(1, network.n_parameters)))))


def _label_range(dataset: Dataset | None) -> ValueRange:
    """Return the two classes' labels, or a symmetrical range around the quantities to be learned."""
    if dataset is None or not len(dataset.train):
        return ValueRange()
    low, high = float(dataset.train.y.min()), float(dataset.train.y.max())
    if dataset.task is Task.MULTICLASS:  # the planes are probabilities
        return ValueRange(0.0, 1.0)
    if dataset.classes and low < high:
        return ValueRange(low, high)
    return _plane_range(dataset.train.y)


def _plane_range(values: np.ndarray) -> ValueRange:
    """Return -1..1, or a wider range of round numbers where values lie outside of it."""
    greatest = float(np.abs(values).max())
    half = round_up(greatest) if isfinite(greatest) and greatest > 1 else 1.0
    return ValueRange(-half, half)


def _points(places: np.ndarray, labels: np.ndarray, *, is_test: bool = False) -> Points:
    return Points(places[:_MOST_POINTS], labels[:_MOST_POINTS].ravel(), is_test, are_classes=labels.ndim == 1)
