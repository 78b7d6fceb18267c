"""LandscapePanel: the network's actual loss along one weight, over two weights, or over two directions."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.number_text import loss_text, short_text
from nnplay.engine import random_direction, unit_direction
from nnplay.lessons.secret import Secret
from nnplay.panels.landscape.trail import Trail
from nnplay.panels.landscape.weight_chooser import WeightChooser
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.widgets.empty_state import EmptyPages, EmptyState, Wish
from nnplay.panels.widgets.table import Table
from nnplay.panels.widgets.waiting_bar import WaitingBar
from nnplay.project.inspection.terrain import Plane, Slice, path_directions, plane_over, slice_along

if TYPE_CHECKING:
    from nnplay.data import Dataset
    from nnplay.panels.landscape.plane_plot import PlanePlot
    from nnplay.panels.landscape.slice_plot import SlicePlot
    from nnplay.project import Project
    from nnplay.training import TrainingController

_SLICE_INTERVAL_S, _PLANE_INTERVAL_S = 1.0, 2.0


class _Mode(IntEnum):
    ONE_WEIGHT = 0
    TWO_WEIGHTS = 1
    RANDOM = 2
    PATH = 3


class LandscapePanel(LivePanel):
    """Shows where the network is in its landscape, the slope there, and where the next step leads."""

    def __init__(self, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._question = controller.new_question(self)
        self._trail = Trail(controller, self)
        self._slice_plot: SlicePlot | None = None  # created when first needed: pyqtgraph is slow to import
        self._plane_plot: PlanePlot | None = None
        self._shown_index = -1
        self._hides_slope = self._hides_next_loss = False
        self._sample_text = ""
        self._mode = QComboBox()
        self._mode.addItems(
            [
                self.tr("Along one weight"),
                self.tr("Over two weights"),
                self.tr("Over two random directions"),
                self.tr("Along the path of training"),
            ]
        )
        self._mode.setAccessibleName(self.tr("What the landscape shows"))
        self._first, self._second = WeightChooser(self.tr("Weight")), WeightChooser(self.tr("Second weight"))
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._reading = QLabel()
        self._reading.setWordWrap(True)
        self._reading.setProperty("look", "muted")
        self._waiting = WaitingBar(self._question)
        self._waiting.stopped.connect(self._on_stopped)
        self._log = QAction(self.tr("Logarithmic scale"), self)
        self._log.setCheckable(True)
        self._plots = QStackedWidget()
        self._empty = EmptyState()
        self._empty.wished.connect(self.wished)
        self._plots.addWidget(self._empty)
        self._pages = EmptyPages(self)
        self._pages.empty.wished.connect(self.wished)
        column = QVBoxLayout(self._pages.content)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        for widget in (self._mode, self._first, self._second, self._summary):
            column.addWidget(widget)
        column.addWidget(self._plots, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._reading, 1)
        foot.addWidget(self._waiting)
        column.addLayout(foot)
        self._mode.currentIndexChanged.connect(self._on_choice_changed)
        for chooser in (self._first, self._second):
            chooser.index_changed.connect(self._on_choice_changed)
        self._log.toggled.connect(self._on_log_toggled)
        self._question.answered.connect(self._on_answered)
        controller.snapshot_changed.connect(self.follow)
        controller.dataset_changed.connect(self.invalidate)

    def refresh(self) -> None:
        controller = self._controller
        project, dataset, snapshot = controller.project, controller.dataset, controller.snapshot
        mode = _Mode(self._mode.currentIndex())
        self.interval_s = _SLICE_INTERVAL_S if mode is _Mode.ONE_WEIGHT else _PLANE_INTERVAL_S
        self._pages.show_content()
        self._first.setVisible(mode <= _Mode.TWO_WEIGHTS)
        self._second.setVisible(mode is _Mode.TWO_WEIGHTS)
        if project is None or dataset is None or snapshot is None or not len(dataset.train):
            text = self.tr("Choose data to see how the loss changes with the weights.")
            self._pages.say(text, Wish.DATA)
            return
        has_weights = self._first.show_network(project.network)
        if not has_weights or not self._second.show_network(project.network):
            self._pages.say(self.tr("This network has no weights yet: add a layer with neurons."))
            return
        if mode is _Mode.ONE_WEIGHT:
            self._ask_slice(project, dataset, snapshot.parameters)
        else:
            self._ask_plane(mode, project, dataset, snapshot.parameters)

    def _ask_slice(self, project: Project, dataset: Dataset, parameters: np.ndarray) -> None:
        index, shown = self._first.index, None
        if self._slice_plot is not None and self._slice_plot.shown is not None and index == self._shown_index:
            values = self._slice_plot.shown.values
            shown = (float(values[0]), float(values[-1]))
        self._shown_index = index
        start = float(self._trail.path(parameters)[0][index])
        note = self._question.note_share
        self._question.ask(partial(slice_along, project, dataset, parameters, index, shown, note, start))
        self._waiting.watch()

    def _ask_plane(self, mode: _Mode, project: Project, dataset: Dataset, parameters: np.ndarray) -> None:
        path = self._trail.path(parameters)
        origin = np.asarray(parameters, np.float64)
        network, indices = project.network, (self._first.index, self._second.index)
        if mode is _Mode.TWO_WEIGHTS:
            directions = unit_direction(network, indices[0]), unit_direction(network, indices[1])
            origin = np.zeros_like(origin)
            if indices[0] == indices[1]:
                self._say_why_not(self.tr("Choose two different weights."))
                return
        elif mode is _Mode.RANDOM:
            rng = np.random.default_rng(0)
            directions = random_direction(network, parameters, rng), random_direction(network, parameters, rng)
        else:
            ways = path_directions(path)
            if ways is None:
                text = self.tr("Train for a moment first: there is no path to show yet.")
                self._say_why_not(text, Wish.TRAIN)
                return
            directions = ways
        share = self._question.note_share
        self._question.ask(partial(plane_over, project, dataset, parameters, directions, origin, path, share))
        self._waiting.watch()

    @Slot(object)
    def conceal(self, hidden: frozenset[Secret]) -> None:
        """Hide the slope with the step that it leads to, or the loss after that step, while a lesson asks for them."""
        self._hides_slope, self._hides_next_loss = Secret.GRADIENTS in hidden, Secret.NEXT_LOSS in hidden
        if self._hides_slope:
            self._mode.setCurrentIndex(_Mode.ONE_WEIGHT)
        self._mode.setEnabled(not self._hides_slope)
        self.invalidate()

    def apply_theme(self) -> None:
        for plot in (self._slice_plot, self._plane_plot):
            if plot is not None:
                plot.apply_theme()

    def menu_actions(self) -> Sequence[QAction]:
        plot = self._plot_now()
        self._log.setEnabled(plot is not None)
        with QSignalBlocker(self._log):
            self._log.setChecked(plot is not None and plot.is_log)
        return (self._log,)

    def _plot_now(self) -> SlicePlot | PlanePlot | None:
        """Return the plot for the selected view, once it exists."""
        return self._slice_plot if self._mode.currentIndex() == _Mode.ONE_WEIGHT else self._plane_plot

    def table(self) -> Table | None:
        if self._mode.currentIndex() == _Mode.ONE_WEIGHT:
            found = self._slice_plot.shown if self._slice_plot else None
            return None if found is None else Table({"weight": found.values, "loss": found.losses})
        plane = self._plane_plot.shown if self._plane_plot else None
        if plane is None:
            return None
        first, second = np.meshgrid(plane.first, plane.second)
        return Table({"first": first.ravel(), "second": second.ravel(), "loss": plane.losses.ravel()})

    # -- answers ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_answered(self, found: Slice | Plane) -> None:
        is_slice = self._mode.currentIndex() == _Mode.ONE_WEIGHT
        if isinstance(found, Slice) and is_slice:
            self._show_slice(found)
        elif isinstance(found, Plane) and not is_slice:
            self._show_plane(found)

    def _show_slice(self, found: Slice) -> None:
        if self._slice_plot is None:
            from nnplay.panels.landscape.slice_plot import SlicePlot

            self._slice_plot = SlicePlot()
            self._slice_plot.pointed.connect(self._on_slice_pointed)
            self._plots.addWidget(self._slice_plot)
        self._plots.setCurrentWidget(self._slice_plot)
        project = self._controller.project
        rate = None if project is None else project.training.optimizer.learning_rate
        self._slice_plot.show_slice(found, self._first.text(), rate, shows_slope=not self._hides_slope)
        if self._hides_slope:
            text = self.tr("w = {w}, loss {loss}.")
        elif self._hides_next_loss:
            text = self.tr("w = {w}, loss {loss}, slope {slope}. The next step takes it to {next}.")
        else:
            text = self.tr("w = {w}, loss {loss}, slope {slope}. The next step takes it to {next}, loss {next_loss}.")
        self._summary.setText(
            text.format(
                w=short_text(found.value, 4),
                loss=loss_text(found.loss),
                slope=short_text(found.slope),
                next=short_text(found.next_value, 4),
                next_loss=loss_text(found.next_loss),
            )
        )
        self._say_sample(found.n_examples)

    def _show_plane(self, found: Plane) -> None:
        if self._plane_plot is None:
            from nnplay.panels.landscape.plane_plot import PlanePlot

            self._plane_plot = PlanePlot()
            self._plane_plot.pointed.connect(self._on_plane_pointed)
            self._plots.addWidget(self._plane_plot)
        self._plots.setCurrentWidget(self._plane_plot)
        if self._mode.currentIndex() == _Mode.TWO_WEIGHTS:
            names = (self._first.text(), self._second.text())
        else:
            names = (self.tr("First direction"), self.tr("Second direction"))
        self._plane_plot.show_plane(found, names)
        self._summary.setText(self.tr("Ball: the present weights; ring: after the next step; line: the path so far."))
        self._say_sample(found.n_examples)

    def _say_why_not(self, text: str, wish: Wish | None = None) -> None:
        self._question.forget()
        self._empty.say(text, wish)
        self._plots.setCurrentWidget(self._empty)
        self._summary.setText("")
        self._reading.setText("")

    def _say_sample(self, n_examples: int) -> None:
        self._sample_text = self.tr("Measured on %Ln training example(s)", "", n_examples)
        self._reading.setText(self._sample_text)

    @Slot(object)
    def _on_slice_pointed(self, at: tuple[float, float] | None) -> None:
        text = self.tr("w = {w} → loss {loss}")
        self._reading.setText(
            self._sample_text if at is None else text.format(w=short_text(at[0]), loss=loss_text(at[1]))
        )

    @Slot(object)
    def _on_plane_pointed(self, at: tuple[float, float, float] | None) -> None:
        text = self.tr("({first}, {second}) → loss {loss}")
        self._reading.setText(
            self._sample_text
            if at is None
            else text.format(first=short_text(at[0]), second=short_text(at[1]), loss=loss_text(at[2]))
        )

    @Slot()
    def _on_choice_changed(self) -> None:
        self._question.forget()
        self.invalidate()

    @Slot()
    def _on_stopped(self) -> None:
        self._reading.setText(self.tr("Stopped: choose another picture, or continue training."))

    @Slot(bool)
    def _on_log_toggled(self, is_log: bool) -> None:
        plot = self._plot_now()
        if plot is not None:
            plot.set_log_scale(is_log)
