"""DecisionMapPanel: the output of the network, or of one of its neurons, at every point of the plane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import count
from math import prod
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.accessible import say
from nnplay.appearance.part_text import part_title
from nnplay.data import Dataset, PlaneChoice
from nnplay.engine import Assessment, Examples, NnplayError, Part, assess
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.map.data_points import FollowedPoint, points_of
from nnplay.panels.map.decision_map import DecisionMap
from nnplay.panels.map.map_frame import EXTENT
from nnplay.panels.map.map_head import MapHead
from nnplay.panels.map.point_tools import PointTools, Tool
from nnplay.panels.map.sampling import label_range, n_samples, plane_range
from nnplay.panels.map.slice_page import SlicePage, is_sliceable
from nnplay.panels.plots.round_numbers import number_text
from nnplay.panels.widgets.empty_state import EmptyState, Wish
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.page_stack import PageStack
from nnplay.project.drawn_edits import add_points, erase_points, jitter_points
from nnplay.project.inspection.probe import MAX_PLANES, Probe

if TYPE_CHECKING:
    from nnplay.document import Document
    from nnplay.engine import NetworkSpec
    from nnplay.panels.map.function_page import FunctionPage
    from nnplay.project import Project
    from nnplay.runs import Snapshot
    from nnplay.training import TrainingController

Place = tuple[float, float]

_LEAST_INTERVAL_S = 0.1
"""Interval while training runs fast: this panel and the canvas take most of the time of a frame."""

_MOST_SHARE = 0.1
"""Share of the window's time for the map of a large network: what costs more is drawn less often."""

_RADIUS = 0.6
_BRUSHED = 3
_JITTER = 0.12
"""The brush: its radius, the points that it adds at each move, and how far it moves those under it."""


class DecisionMapPanel(LivePanel):
    """The map with its switches and a line that shows the value under the cursor."""

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._controller = controller
        self._tools = PointTools()
        self._rng = np.random.default_rng()  # of the brush, whose points then become part of the project
        self._strokes = count()
        self._stroke = next(self._strokes)
        self._losses = QAction(self.tr("Size points by their loss"), self)
        self._losses.setCheckable(True)
        self._probe: Probe | None = None
        self._slice: SlicePage | None = None
        self._function: FunctionPage | None = None  # made when first needed: pyqtgraph is slow to import
        self._shown: Part | None = None
        self._pointed: Part | None = None
        self._pinned: Part | None = None
        self._map = DecisionMap()
        self._map.setAccessibleName(self.tr("Decision map"))
        self._map.setAccessibleDescription(
            self.tr(
                "The output at every point of the plane. The arrow keys read it, Return does what the mouse does there,"
                " and Shift with arrow keys keeps doing it."
            )
        )
        self._head = MapHead()
        self._head.unpin_wanted.connect(self._on_unpin_wanted)
        self._point = FollowedPoint()
        self._test_box = QCheckBox(self.tr("Show &test data"))
        self._test_box.setToolTip(
            self.tr("Also draw the points that the network does not learn from, with a dark edge")
        )
        self._discrete_box = QCheckBox(self.tr("&Discretize"))
        self._discrete_box.setToolTip(self.tr("Show only which of the two classes the output falls into"))
        self._test_box.setObjectName("test_data")
        self._discrete_box.setObjectName("discretize")
        self._pages = PageStack(self)
        self._empty = EmptyState()
        self._empty.wished.connect(self.wished)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._make_page())
        self._map.pointed.connect(self._show_reading)
        self._map.pressed.connect(self._on_pressed)
        self._map.dragged.connect(self._on_dragged)
        self._losses.toggled.connect(self.invalidate_points)
        self._test_box.toggled.connect(self.invalidate_points)
        self._discrete_box.toggled.connect(self.invalidate)
        controller.dataset_changed.connect(self.invalidate_points)
        controller.snapshot_changed.connect(self.follow)
        self._has_new_points = True
        self.interval_s = _LEAST_INTERVAL_S

    @Slot(object)
    def show_neuron(self, neuron: Part | None) -> None:
        """Show the plane of one neuron, until None brings back the pinned neuron or the output."""
        self._pointed = neuron
        self._choose_shown()

    @Slot(object)
    def pin(self, part: Part | None) -> None:
        """Pin the plane of the neuron whose bias was clicked; the same neuron again, or None, unpins it."""
        if part is not None and (part.parameter != "bias" or len(part.index) != 1):
            return
        neuron = None if part is None else Part(part.node, unit=part.index[0])
        self._pinned = None if neuron == self._pinned else neuron
        self._choose_shown()

    @Slot()
    def _on_unpin_wanted(self) -> None:
        self.pin(None)

    def _choose_shown(self) -> None:
        shown = self._pointed or self._pinned
        for head in (self._head, *([self._slice.head] if self._slice is not None else [])):
            head.unpin.setVisible(self._pinned is not None)
        if shown != self._shown:
            self._shown = shown
            self.invalidate()

    @Slot()
    def invalidate_points(self) -> None:
        """Update the data points after the data or the choice of them have changed."""
        self._has_new_points = True
        self.invalidate()

    def refresh(self) -> None:
        project, snapshot = self._controller.project, self._controller.snapshot
        if project is None or snapshot is None or not isinstance(project.data, PlaneChoice):
            self._show_empty(project)
            if project is not None and snapshot is not None:
                self._show_function(project, snapshot)
                self._show_slice(project, snapshot)
            return
        self._pages.setCurrentIndex(1)
        start = perf_counter()
        probe = self._probe_of(project.network, project.data.features)
        probe.set_parameters(snapshot.parameters, snapshot.muted)
        labels = label_range(self._controller.dataset)
        output = project.network.output.name
        node, unit = (output, 0) if self._shown is None else (self._shown.node, self._shown.unit or 0)
        if unit >= min(MAX_PLANES, prod(project.network.shapes.get(node, (0,)))):  # the pinned neuron no longer exists
            node, unit = output, 0
        planes = probe.planes_of(node, n_samples(project.network))
        is_discrete = self._discrete_box.isChecked()
        if node == output and self._shown is None and len(planes) > 1:
            self._map.set_class_planes(planes, project.data.class_names, is_discrete)
        else:
            plane = planes[unit]
            self._map.set_plane(plane, labels if node == output else plane_range(plane), is_discrete)
        is_output = node == output and self._shown is None
        self._head.name.setText(self.tr("Network output") if is_output else part_title(project, Part(node, unit)))
        if self._has_new_points or self._losses.isChecked():
            self._has_new_points = False
            self._show_points(self._controller.dataset)
        self._show_followed()
        self._show_reading(self._map.place)
        self.interval_s = max(_LEAST_INTERVAL_S, (perf_counter() - start) / _MOST_SHARE)

    def _show_empty(self, project: Project | None) -> None:
        self._pages.setCurrentWidget(self._empty)
        if project is not None and project.data.has_pictures:
            text = self.tr("A picture has too many pixels for a map. Draw one to see what the network answers.")
            self._empty.say(text, Wish.DIGIT)
        else:
            text = self.tr("Choose points or a table to see what the network answers everywhere.")
            self._empty.say(text, Wish.DATA)

    def _show_function(self, project: Project, snapshot: Snapshot) -> None:
        """Show the curve that the network has learned, for one input and one quantity."""
        dataset, data = self._controller.dataset, project.data
        if dataset is None or not len(dataset.train) or (data.input_shape, data.n_outputs) != ((1,), 1):
            return
        if self._function is None:
            from nnplay.panels.map.function_page import FunctionPage

            self._function = FunctionPage()
            self._pages.addWidget(self._function)
        self._pages.setCurrentWidget(self._function)
        self._function.show_function(project.network, snapshot.parameters, snapshot.muted, dataset)

    def _show_slice(self, project: Project, snapshot: Snapshot) -> None:
        """Show a plane through the inputs if there are more than two."""
        dataset = self._controller.dataset
        if dataset is None or not len(dataset.train) or not is_sliceable(dataset.input_shape):
            return
        if dataset.input_shape != project.network.shapes[project.network.input.name]:  # other data are being loaded
            return
        if self._slice is None:
            self._slice = SlicePage()
            self._slice.head.unpin_wanted.connect(self._on_unpin_wanted)
            self._slice.head.unpin.setVisible(self._pinned is not None)
            self._slice.changed.connect(self.invalidate)
            self._pages.addWidget(self._slice)
        self._pages.setCurrentWidget(self._slice)
        start = perf_counter()
        self._slice.show_network(project, snapshot, dataset, self._shown, sizes_by_loss=self._losses.isChecked())
        self.interval_s = max(_LEAST_INTERVAL_S, (perf_counter() - start) / _MOST_SHARE)

    def _probe_of(self, network: NetworkSpec, features: tuple[str, ...]) -> Probe:
        if self._probe is None or (self._probe.network, self._probe.features) != (network, features):
            self._probe = Probe(network, features)
        return self._probe

    def _show_points(self, dataset: Dataset | None) -> None:
        points = []
        if dataset is not None and dataset.points_train is not None:
            self._tools.show_dataset(dataset)
            assess = self._assess if self._losses.isChecked() else None
            points.append(points_of(dataset.points_train, dataset.train, assess))
            if self._test_box.isChecked() and dataset.points_test is not None:
                points.append(points_of(dataset.points_test, dataset.test, assess, is_test=True))
        self._map.set_points(*points)

    def _assess(self, examples: Examples) -> Assessment:
        project, snapshot = self._controller.project, self._controller.snapshot
        assert project is not None
        assert snapshot is not None  # there are points whose losses are shown
        return assess(project.network, snapshot.parameters, examples, project.training.loss, snapshot.muted)

    # -- the mouse --------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_pressed(self, place: Place) -> None:
        self._stroke = next(self._strokes)
        if self._tools.tool is Tool.LOOK:
            self._point.choose(_parts(self._controller.dataset, self._test_box.isChecked()), place)
            self._show_followed()
        else:
            self._draw(place)

    @Slot(object)
    def _on_dragged(self, place: Place) -> None:
        if self._tools.tool in (Tool.BRUSH, Tool.JITTER, Tool.ERASE):
            self._draw(place)

    def _draw(self, place: Place) -> None:
        """Change the points under the tool; a whole stroke is one step in the Undo menu."""
        dataset, tool = self._controller.dataset, self._tools.tool
        if dataset is None:
            return
        edit: Callable[[Project], Project]
        if tool is Tool.ERASE:
            text, edit = self.tr("Erase points"), partial(erase_points, dataset=dataset, place=place, radius=_RADIUS)
        elif tool is Tool.JITTER:
            # Drawn beforehand, because an edit that is performed twice must give the same project.
            seed = int(self._rng.integers(2**31))
            text, edit = self.tr("Jitter points"), partial(_jittered, dataset=dataset, place=place, seed=seed)
        else:
            n, spread = (1, 0.0) if tool is Tool.ADD else (_BRUSHED, _RADIUS / 2)
            points = np.clip(np.array(place) + self._rng.normal(0, 1, (n, 2)) * spread, -EXTENT, EXTENT)
            text, edit = (
                self.tr("Draw points"),
                partial(add_points, dataset=dataset, points=points, label=self._tools.label),
            )
        try:
            self._document.perform(text, edit, f"points {id(self)} {self._stroke}")
        except NnplayError as error:
            self._document.report(error)

    def _show_followed(self) -> None:
        """Show the network's present prediction for the followed point."""
        dataset = self._controller.dataset
        if dataset is not None:
            self._map.follow(self._point.show_answer(dataset, _parts(dataset, True), self._assess))

    def apply_theme(self) -> None:
        if self._function is not None:
            self._function.apply_theme()

    def menu_actions(self) -> Sequence[QAction]:
        return (self._losses,)

    @Slot(object)
    def _show_reading(self, place: tuple[float, float] | None) -> None:
        value = None if place is None else self._map.value_at(place)
        if place is None or value is None:
            self._head.reading.setText("")
            return
        x1, x2, output = (number_text(number) for number in (*place, value))
        winner, dataset = self._map.class_at(place), self._controller.dataset
        if winner is not None and dataset is not None and winner < len(dataset.classes):
            output = f"{dataset.classes[winner]}: {output}"
        text = self.tr("({x1}, {x2}) → {value}").format(x1=x1, x2=x2, value=output)
        if text != self._head.reading.text() and self._map.hasFocus():
            say(self._map, text)
        self._head.reading.setText(text)

    # -- the widgets ------------------------------------------------------------------------------------------------

    def _make_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        column.addWidget(self._head)
        column.addWidget(self._map, 1)
        column.addWidget(self._point)
        column.addLayout(FlowRow(self._test_box, self._discrete_box))
        column.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignLeft)
        return page


def _parts(dataset: Dataset | None, has_test: bool) -> list[tuple[str, np.ndarray]]:
    """Return the coordinates by the name of their part of the data."""
    if dataset is None:
        return []
    parts = [("train", dataset.points_train), ("test", dataset.points_test if has_test else None)]
    return [(name, places) for name, places in parts if places is not None]


def _jittered(project: Project, *, dataset: Dataset, place: Place, seed: int) -> Project:
    return jitter_points(project, dataset, place, _RADIUS, _JITTER, np.random.default_rng(seed))
