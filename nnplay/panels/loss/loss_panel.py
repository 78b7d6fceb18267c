"""LossPanel: loss and accuracy from epoch to epoch, the changes made meanwhile, and earlier runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import isinf
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction, QActionGroup, QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.theme import Role
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.loss.epoch_list import EpochList
from nnplay.panels.loss.metric import ACCURACY, LOSS, Metric
from nnplay.panels.loss.smoothing import smoothed
from nnplay.panels.loss.timeline import Timeline
from nnplay.panels.plots.headings import epoch_heading
from nnplay.panels.plots.plot_readout import CurveStyle
from nnplay.panels.plots.round_numbers import round_up
from nnplay.panels.runs.differences import are_comparable, differences, event_text, sentence
from nnplay.panels.runs.pointed_run import PointedRun
from nnplay.panels.widgets.empty_state import EmptyState, Wish
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.page_stack import PageStack
from nnplay.panels.widgets.table import Table
from nnplay.project.history import CURVES
from nnplay.project.run_edits import setup_of

if TYPE_CHECKING:
    from nnplay.panels.plots.curve_plot import CurvePlot, OtherCurve
    from nnplay.project import Run
    from nnplay.runs import GrowingHistory
    from nnplay.training import TimeMachine, TrainingController, Twin

_CALM_MS = 300
"""Delay after the panel is shown until its plot is created, if training has not started by then."""

_LEAST_INTERVAL_S = 0.2
"""Interval while training runs fast: a plot costs more than everything else in a frame."""

_SECONDS_A_POINT = 1e-5
"""Seconds between two drawings per point: drawing costs a constant time per point, so long curves are drawn less often
to keep it cheap.
"""

SMOOTHING = (1, 5, 25, 101)
"""Points that are averaged."""

_OTHER_ROLES = (Role.POSITIVE, Role.NEGATIVE, Role.ERROR, Role.MUTED)
_OTHER_OPACITY = 0.55
_POINTED_WIDTH = 2.5

_MOST_OTHERS = 6
"""At most this many earlier runs are drawn, the newest; more curves could not be told apart."""

_MOST_AHEAD = 3
"""Longest extent of the axis for earlier runs, as a multiple of the present run, whose growth must stay visible."""

_MOST_ABOVE = 2.0
"""Highest end of the axis for other runs, as a multiple of the present run's greatest value."""

_FEWEST_EPOCHS = 10.0
"""Minimum number of epochs on the axis, so that the first points do not jump about."""


class LossPanel(LivePanel):
    """The curves of the controller's history; the whole run unless somebody zooms in."""

    def __init__(
        self,
        controller: TrainingController,
        pointed: PointedRun,
        time_machine: TimeMachine,
        twin: Twin,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._pointed = pointed
        self._twin = twin
        self._timeline = Timeline(time_machine)
        self._compared: list[Run] = []
        self._plot: CurvePlot | None = None
        # Importing pyqtgraph is slow: neither the window's first frame nor the first epoch should wait for it.
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._make_plot)
        self._metric = QComboBox()
        self._metric.setAccessibleName(self.tr("Quantity"))
        for metric in (LOSS, ACCURACY):
            self._metric.addItem(metric.title(), metric)
        self._log = QAction(self.tr("&Logarithmic scale"), self)
        self._log.setCheckable(True)
        self._log_box = QCheckBox(self.tr("&Logarithmic scale"))
        self._log_box.setToolTip(self.tr("Each step of the loss axis is a factor of ten: small losses stay readable"))
        self._line = QAction(self)
        self._line.setSeparator(True)
        self._smoothing = self._make_smoothing()
        self._list_box = QCheckBox(self.tr("&Epochs"))
        self._list_box.setToolTip(self.tr("Show the scores of each epoch as lines of text, as Keras prints them"))
        self._list = EpochList()
        self._list.hide()
        self._fit_button = QPushButton(self.tr("&Whole run"))
        self._fit_button.setToolTip(self.tr("Show the curves from the first to the last epoch (double-click, Home)"))
        self._fit_button.hide()
        self._empty = EmptyState()
        self._empty.wished.connect(self.wished)

        curves = QWidget()
        self._column = QVBoxLayout(curves)
        self._column.setContentsMargins(metrics.SMALL, metrics.SMALL, metrics.SMALL, metrics.TINY)
        self._column.setSpacing(metrics.TINY)
        self._column.addLayout(FlowRow(self._metric, self._log_box, self._list_box, self._fit_button))
        self._column.addWidget(self._list, 1)
        self._column.addWidget(self._timeline)
        self._pages = PageStack(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(curves)

        self._timeline.film_wanted.connect(self._on_film_wanted)
        self._list_box.toggled.connect(self._on_list_toggled)
        self._log_box.toggled.connect(self._log.setChecked)
        self._log.toggled.connect(self._log_box.setChecked)
        self._log.toggled.connect(self.invalidate)
        self._metric.currentIndexChanged.connect(self.invalidate)
        self._smoothing.triggered.connect(self.invalidate)
        pointed.changed.connect(self._on_document_changed)
        controller.history_changed.connect(self._on_history_changed)
        controller.dataset_changed.connect(self.invalidate)
        # Changes are marked on the curves: the controller announces each new project with a snapshot.
        controller.project_changed.connect(self._on_document_changed)
        twin.changed.connect(self._on_history_changed)

    def picture(self) -> QWidget | None:
        return self._plot if len(self._controller.history) else None

    def table(self) -> Table | None:
        history = self._controller.history
        return Table({name: getattr(history, name) for name in CURVES}) if len(history) else None

    def _make_smoothing(self) -> QActionGroup:
        group = QActionGroup(self)
        for window in SMOOTHING:
            text = self.tr("Smooth over {n} points") if window > 1 else self.tr("As measured")
            action = QAction(text.format(n=window), self)
            action.setData(window)
            action.setCheckable(True)
            action.setChecked(window == SMOOTHING[0])
            group.addAction(action)
        return group

    @property
    def plot(self) -> CurvePlot | None:
        """The plot; None until it is created."""
        return self._plot

    def menu_actions(self) -> Sequence[QAction]:
        return [self._log, self._line, *self._smoothing.actions()]

    def refresh(self) -> None:
        history = self._controller.history
        if not len(history.epoch):
            self._invite()
            if self._plot is None:
                self._calm.start()
            else:
                self._plot.fit()
            return
        plot = self._make_plot()
        self._show_list()
        self._show_metrics(history)
        metric = self._metric.currentData()
        is_log = self._log.isChecked() and metric is LOSS
        train, test = metric.curves(history)
        window = self._smoothing.checkedAction().data()
        others = self._others(metric, window)
        longest = max([history.epoch[-1], *(other.x[-1] for other in others)])
        last = min(longest, _MOST_AHEAD * history.epoch[-1])
        plot.set_log_scale(is_log)
        plot.rename(metric.axis(), metric.names(is_smoothed=window > 1))
        shown = [train, test, *(_within(other.y, train, test) for other in others)]
        plot.set_range((0.0, _whole_axis(last)), metric.span(shown, is_log))
        plot.set_curves(history.epoch, smoothed(train, window), smoothed(test, window))
        plot.set_others(others)
        events = self._controller.diary.events
        plot.set_events([(event.epoch, event_text(event)) for event in events])
        self._timeline.show_events([event.epoch for event in events])
        self._pages.setCurrentIndex(1)

    @Slot()
    def _on_film_wanted(self) -> None:
        self.wished.emit(Wish.FILM.value)

    @Slot(bool)
    def _on_list_toggled(self, is_shown: bool) -> None:
        self._list.setVisible(is_shown)
        self._show_list()

    def _show_list(self) -> None:
        """Show the lines of the epochs, if they are wanted."""
        snapshot = self._controller.snapshot
        if self._list_box.isChecked():
            n_epochs = None if snapshot is None or isinf(snapshot.goal_epoch) else int(snapshot.goal_epoch)
            self._list.show_history(self._controller.history, n_epochs)

    def _invite(self) -> None:
        """Show how to get the first points."""
        self._pages.setCurrentWidget(self._empty)
        if self._controller.dataset is None:
            self._empty.say(self.tr("Choose data and train to see the loss fall."), Wish.DATA)
        else:
            self._empty.say(self.tr("Press Train to see the loss fall."), Wish.TRAIN)

    @Slot()
    def _on_history_changed(self) -> None:
        """Draw the new points; if there are already very many, a few more can wait."""
        self.interval_s = min(1.0, max(_LEAST_INTERVAL_S, len(self._controller.history) * _SECONDS_A_POINT))
        self.follow(self._controller.latest)

    @Slot()
    def _on_document_changed(self) -> None:
        if len(self._controller.history):
            self.invalidate()

    def _show_metrics(self, history: GrowingHistory) -> None:
        has_accuracy = not np.isnan(history.train_accuracy[-1]) or not np.isnan(history.test_accuracy[-1])
        self._metric.setVisible(has_accuracy)
        if not has_accuracy and self._metric.currentIndex():
            self._metric.setCurrentIndex(0)
        self._log_box.setVisible(self._metric.currentData() is LOSS)

    def _others(self, metric: Metric, window: int) -> list[OtherCurve]:
        """Return the earlier runs with these data: the test curve of each, or its training curve if it has no other."""
        from nnplay.panels.plots.curve_plot import OtherCurve

        project, others = self._controller.project, []
        if project is None:
            return []
        present = setup_of(project)
        comparable = [run for run in self._twin.runs_beside(project) if are_comparable(run.setup, present)]
        pointed = [run for run in comparable[:-_MOST_OTHERS] if run.number == self._pointed.number]
        self._compared = []
        for run in [*pointed, *comparable[-_MOST_OTHERS:]]:
            train, test = metric.curves(run.history)
            y = train if np.isnan(test).all() else test
            if len(y) and not np.isnan(y).all():
                words = sentence([each.first for each in differences(run.setup, present)]) or self.tr("as now")
                title = run.name or str(run.number)
                name = self.tr("{number}: {differences}").format(number=title, differences=words)
                role = _OTHER_ROLES[(run.number - 1) % len(_OTHER_ROLES)]
                style = CurveStyle(name, role, opacity=_OTHER_OPACITY)
                if run.number in (self._pointed.number, self._twin.number):
                    style = replace(style, width_px=_POINTED_WIDTH, opacity=1.0)
                others.append(OtherCurve(style, run.history.epoch, smoothed(y, window)))
                self._compared.append(run)
        return others

    @Slot(int)
    def _on_other_pointed(self, index: int) -> None:
        self._pointed.point_at(self._compared[index].number if 0 <= index < len(self._compared) else None)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._calm.stop()

    def apply_theme(self) -> None:
        if self._plot is not None:
            self._plot.apply_theme()

    @Slot()
    def _make_plot(self) -> CurvePlot:
        if self._plot is not None:
            return self._plot
        from nnplay.panels.plots.curve_plot import CurvePlot

        train, test = LOSS.names(is_smoothed=False)
        self._plot = CurvePlot(
            self.tr("Epoch"),
            LOSS.axis(),
            (CurveStyle(train, Role.TRAIN), CurveStyle(test, Role.TEST)),
            epoch_heading,
        )
        self._plot.setAccessibleName(self.tr("Loss by epoch"))
        self._plot.setAccessibleDescription(self.tr("The arrow keys read the curves point by point."))
        self._plot.other_pointed.connect(self._on_other_pointed)
        self._plot.fitted_changed.connect(self._fit_button.setHidden)
        self._fit_button.clicked.connect(self._plot.fit)
        self._column.insertWidget(self._column.indexOf(self._list), self._plot, 1)
        return self._plot


def _within(other: np.ndarray, train: np.ndarray, test: np.ndarray) -> np.ndarray:
    """Return another run's values, cut where they are far above the present ones: one that diverges ruins no scale."""
    greatest = np.fmax(np.nanmax(train, initial=0.0), np.nanmax(test, initial=0.0))
    return np.fmin(other, _MOST_ABOVE * greatest) if greatest > 0 else other


def _whole_axis(last_epoch: float) -> float:
    return max(_FEWEST_EPOCHS, round_up(float(last_epoch))) if last_epoch > 0 else _FEWEST_EPOCHS
