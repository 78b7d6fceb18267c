"""DecisionMapPanel: the output of the network, or of one of its neurons, at every point of the plane."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from nnplay.asking import Example, own_number
from nnplay.data import Dataset, PlaneChoice
from nnplay.engine import Assessment, Examples, Part, assess
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.map.data_points import Assess
from nnplay.panels.map.input_axes import is_sliceable
from nnplay.panels.map.map_page import MapPage
from nnplay.panels.map.plane_question import PlaneAnswer, PlaneSubject, compute_planes
from nnplay.panels.map.plane_source import InputSource, Place, PlaneSource, PointSource
from nnplay.panels.map.point_drawing import PointDrawing
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.widgets.empty_state import EmptyState, Wish
from nnplay.panels.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from nnplay.document import Document
    from nnplay.panels.map.function_page import FunctionPage
    from nnplay.project import Project
    from nnplay.runs import Snapshot
    from nnplay.training import TrainingController

_LEAST_INTERVAL_S = 0.1
"""Interval while training runs fast: this panel and the canvas take most of the time of a frame."""

_DECIMALS = 2
"""Of the coordinates of a place that is asked about: finer than a pixel of the map."""

_MOST_SHARE = 0.1
"""Share of the time for the planes of a large network: what costs more is computed less often."""


class DecisionMapPanel(LivePanel):
    """Three pages: the map, the curve of a network with one input, and a sentence if neither can be shown."""

    def __init__(
        self, document: Document, controller: TrainingController, asked: Asked, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._asked = asked
        self._question = controller.new_question(self, is_quick=True)
        self._losses = QAction(self.tr("Size points by their loss"), self)
        self._losses.setCheckable(True)
        self._source: PlaneSource | None = None
        self._subject: PlaneSubject | None = None  # None while the map is not the page that is shown
        self._pointed: Part | None = None
        self._pinned: Part | None = None
        self._has_new_points = True
        self._pages = PageStack(self)
        self._empty = EmptyState()
        self._page = MapPage()
        self._function: FunctionPage | None = None  # made when first needed: pyqtgraph is slow to import
        self._drawing = PointDrawing(document, self._page.tools, self)
        for page in (self._empty, self._page):
            self._pages.addWidget(page)
        self._empty.wished.connect(self.wished)
        self._page.changed.connect(self.invalidate)
        self._page.points_changed.connect(self.invalidate_points)
        self._page.head.unpin_wanted.connect(self._on_unpin_wanted)
        self._page.map.pressed.connect(self._on_pressed)
        self._page.map.dragged.connect(self._on_dragged)
        self._losses.toggled.connect(self.invalidate_points)
        self._question.answered.connect(self._on_answered)
        self._question.failed.connect(document.report)
        self._page.point.try_wanted.connect(asked.front_wanted)
        self._page.point.stop_wanted.connect(asked.forget)
        asked.changed.connect(self._on_asked)
        controller.dataset_changed.connect(self.invalidate_points)
        controller.snapshot_changed.connect(self.follow)
        self.interval_s = _LEAST_INTERVAL_S

    @property
    def asked(self) -> Asked:
        """Who owns the example that is asked about."""
        return self._asked

    @Slot(object)
    def show_neuron(self, neuron: Part | None) -> None:
        """Show the plane of one neuron while none is pinned, until None brings back the output."""
        before = self._shown
        self._pointed = neuron
        if self._shown != before:
            self.invalidate()

    @Slot(object)
    def pin(self, part: Part | None) -> None:
        """Pin the plane of the neuron whose bias was clicked; the same neuron again, or None, unpins it."""
        if part is not None and (part.parameter != "bias" or len(part.index) != 1):
            return
        before = self._shown
        neuron = None if part is None else Part(part.node, unit=part.index[0])
        self._pinned = None if neuron == self._pinned else neuron
        self._page.head.unpin.setVisible(self._pinned is not None)
        if self._shown != before:
            self.invalidate()

    @property
    def _shown(self) -> Part | None:
        return self._pinned or self._pointed

    @Slot()
    def _on_unpin_wanted(self) -> None:
        self.pin(None)

    @Slot()
    def invalidate_points(self) -> None:
        """Update the data points after the data or the choice of them have changed."""
        self._has_new_points = True
        self.invalidate()

    def refresh(self) -> None:
        project, dataset, snapshot = self._controller.project, self._controller.dataset, self._controller.snapshot
        self._source = None if project is None else self._find_source(project, dataset)
        if project is None or snapshot is None or self._source is None:
            self._subject = None
            self._asked.watch("map", is_watching=False)
            self._question.forget()
            self._show_other_page(project, dataset, snapshot)
            return
        self._pages.setCurrentWidget(self._page)
        neuron = _neuron_in(self._source, self._shown)
        self._subject = PlaneSubject(self._source, dataset, neuron, self._page.parts, self._losses.isChecked())
        measure = _measure(project, snapshot)
        self._page.show_subject(self._subject, project.data, measure, has_new_points=self._has_new_points)
        self._on_asked()
        self._has_new_points = False
        self._question.ask(partial(compute_planes, self._subject, snapshot.parameters, snapshot.muted, measure))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._asked.watch("map", is_watching=False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_asked()

    def _find_source(self, project: Project, dataset: Dataset | None) -> PlaneSource | None:
        """Return the source for a project: the present one while its network and plane stay; None if there is none."""
        network, data, source = project.network, project.data, self._source
        if isinstance(data, PlaneChoice):
            is_same = isinstance(source, PointSource) and (source.network, source.features) == (network, data.features)
            return source if is_same else PointSource(network, data.features)
        if dataset is None or not len(dataset.train) or not is_sliceable(dataset.input_shape):
            return None
        if dataset.input_shape != network.shapes[network.input.name]:  # the matching network or data will follow
            return None
        axes = self._page.axes
        plane = axes.plane_of(dataset, data)
        if isinstance(source, InputSource) and source.plane is plane and source.network == network:
            return source
        return InputSource(network, plane, axes.axes_of(plane))

    @Slot(object)
    def _on_answered(self, answer: PlaneAnswer) -> None:
        project = self._controller.project
        if self.is_frozen or not self.isVisible():
            self.invalidate()  # ask again when the panel is unfrozen or visible
        elif project is not None and answer.subject == self._subject:
            self._page.show_answer(answer, project)
            self.interval_s = max(_LEAST_INTERVAL_S, answer.seconds / _MOST_SHARE)

    # -- the other pages --------------------------------------------------------------------------------------------

    def _show_other_page(self, project: Project | None, dataset: Dataset | None, snapshot: Snapshot | None) -> None:
        """Show the curve of a network with one input and one quantity, or say what to do."""
        is_curve = project is not None and (project.data.input_shape, project.data.n_outputs) == ((1,), 1)
        if project is not None and snapshot is not None and dataset is not None and len(dataset.train) and is_curve:
            self._show_function(project, dataset, snapshot)
            return
        self._pages.setCurrentWidget(self._empty)
        if project is not None and project.data.has_pictures:
            text = self.tr("A picture has too many pixels for a map. Draw one to see what the network answers.")
            self._empty.say(text, Wish.TRY)
        else:
            text = self.tr("Choose points or a table to see what the network answers everywhere.")
            self._empty.say(text, Wish.DATA)

    def _show_function(self, project: Project, dataset: Dataset, snapshot: Snapshot) -> None:
        if self._function is None:
            from nnplay.panels.map.function_page import FunctionPage

            self._function = FunctionPage()
            self._pages.addWidget(self._function)
        self._pages.setCurrentWidget(self._function)
        self._function.show_function(project.network, snapshot.parameters, snapshot.muted, dataset)

    def apply_theme(self) -> None:
        if self._function is not None:
            self._function.apply_theme()

    def menu_actions(self) -> Sequence[QAction]:
        return (self._losses,)

    # -- the mouse --------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_pressed(self, place: Place) -> None:
        dataset = self._controller.dataset
        if not self._page.is_drawing:
            self._ask_at(place)
        elif dataset is not None:
            self._drawing.begin_stroke(dataset, place)

    @Slot(object)
    def _on_dragged(self, place: Place) -> None:
        dataset = self._controller.dataset
        if self._page.is_drawing and dataset is not None:
            self._drawing.continue_stroke(dataset, place)
        elif not self._page.is_drawing and self._source is not None and self._source.can_draw:
            self._ask_about(place)

    def _ask_at(self, place: Place) -> None:
        """Ask about the example at a place, or else about the place itself where that is an input."""
        origin = self._page.example_at(place)
        if origin is not None:
            self._asked.ask_about(origin, in_front=False)
        elif self._source is not None and self._source.can_draw:
            self._ask_about(place)
        else:
            self._asked.forget()

    def _ask_about(self, place: Place) -> None:
        form = self._asked.form
        if form is not None:
            cells = tuple(own_number(round(value, _DECIMALS)) for value in place)
            self._asked.ask(Example(form.input_of(cells), cells=cells))

    @Slot()
    def _on_asked(self) -> None:
        """Mark the example at once: the picture behind it stays the same."""
        example = self._asked.example
        is_shown = self._subject is not None and self.isVisible()
        self._page.show_example(example if is_shown and self._asked.fits(example) else None)
        self._asked.watch("map", is_watching=is_shown)


def _neuron_in(source: PlaneSource, part: Part | None) -> Part | None:
    """Return the neuron of a part; None if it does not exist (any more)."""
    if part is None or (part.unit or 0) >= source.n_planes(part.node):
        return None
    return Part(part.node, part.unit or 0)


def _measure(project: Project, snapshot: Snapshot) -> Assess:
    """Return a function that measures examples with the network of this moment."""

    def measure(examples: Examples) -> Assessment:
        return assess(project.network, snapshot.parameters, examples, project.training.loss, snapshot.muted)

    return measure
