"""ResultsView: the networks of an experiment side by side, a chart of them, and what is known of the one pointed at."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.accessible import listed
from nnplay.data import PlaneChoice, load
from nnplay.panels.experiments.cell_grid import CURVES, MAPS, CellGrid
from nnplay.panels.experiments.cells import SCORES, arrange
from nnplay.panels.experiments.charts import CurvesChart, ScoreChart
from nnplay.panels.experiments.experiment import Experiment
from nnplay.panels.experiments.link import Link
from nnplay.panels.experiments.linked_chart import LinkedChart
from nnplay.panels.experiments.parallel_chart import ParallelChart
from nnplay.panels.experiments.words import cell_text, score_title, setting_of
from nnplay.panels.map.map_frame import ValueRange
from nnplay.panels.map.sampling import label_range
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.page_stack import PageStack
from nnplay.project import Project

_CHART_S = 0.4
"""Shortest time between two pictures of the chart while networks learn."""


class ResultsView(QWidget):
    """Reads an experiment; its parts share one link, so that a network is the same in all of them.

    Signals
    -------
    opened(int): the person wants this cell's network on the canvas.
    """

    opened = Signal(int)

    def __init__(self, experiment: Experiment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment = experiment
        self._drawn_at = 0.0
        self.link = Link(self)
        self.grid = CellGrid(self.link)
        self.charts: dict[str, LinkedChart] = {
            "score": ScoreChart(self.link),
            "parallel": ParallelChart(self.link),
            "curves": CurvesChart(self.link),
        }
        self.view, self.page, self.chart = QComboBox(), QComboBox(), QComboBox()
        self._said = QLabel()
        self._build()
        self.view.currentIndexChanged.connect(self._on_view_chosen)
        self.page.currentIndexChanged.connect(self.grid.show_page)
        self.chart.currentIndexChanged.connect(self._on_chart_chosen)
        self.grid.page_wanted.connect(self._on_page_wanted)
        self.link.changed.connect(self._on_pointed)
        self.link.opened.connect(self.opened)
        experiment.started.connect(self._on_started)
        experiment.seen.connect(self._on_seen)
        experiment.state_changed.connect(self._on_state_changed)

    def show_as(self, view: str, chart: str) -> None:
        """Show one of the views of the grid, and one of the charts."""
        for box, name in ((self.view, view), (self.chart, chart)):
            box.setCurrentIndex(max(0, box.findData(name)))

    # -- the experiment -----------------------------------------------------------------------------------------------

    @Slot()
    def _on_started(self) -> None:
        experiment = self._experiment
        arrangement = arrange(experiment.cells, experiment.axes)
        self._offer_views(experiment.project)
        with QSignalBlocker(self.page):
            self.page.clear()
            for page in arrangement.pages:
                self.page.addItem(listed([setting_of(name, value) for name, value in page.items()]))
        self.page.setVisible(self.page.count() > 1)
        self.grid.show_cells(experiment.cells, arrangement, _range_of(experiment.project))
        self.link.brush(None)
        self.link.point_at(None)
        self._show_chart()

    @Slot()
    def _on_seen(self) -> None:
        self.grid.update()
        if perf_counter() - self._drawn_at >= _CHART_S:
            self._drawn_at = perf_counter()
            self.charts[self.chart.currentData()].update()
            self._on_pointed()

    @Slot()
    def _on_state_changed(self) -> None:
        self._drawn_at = 0.0
        self._on_seen()

    # -- views --------------------------------------------------------------------------------------------------------

    def _offer_views(self, project: Project | None) -> None:
        shown = self.view.currentData()
        has_maps = project is not None and isinstance(project.data, PlaneChoice)
        has_classes = project is not None and bool(project.data.class_names)
        with QSignalBlocker(self.view):
            self.view.clear()
            if has_maps:
                self.view.addItem(self.tr("Decision maps"), MAPS)
            self.view.addItem(self.tr("Learning curves"), CURVES)
            for name in SCORES:
                if has_classes or not name.endswith("accuracy"):
                    self.view.addItem(score_title(name), name)
            self.view.setCurrentIndex(max(0, self.view.findData(shown)))
        self.grid.show_as(self.view.currentData())

    @Slot()
    def _on_view_chosen(self) -> None:
        self.grid.show_as(self.view.currentData())
        self._show_chart()

    @Slot()
    def _on_chart_chosen(self) -> None:
        self._charts.setCurrentWidget(self.charts[self.chart.currentData()])
        self._show_chart()

    def _show_chart(self) -> None:
        """The charts show the score that the grid shows; beside maps and curves, the one that counts most."""
        shown = self.view.currentData()
        if shown not in SCORES:
            shown = "test_accuracy" if self.view.findData("test_accuracy") >= 0 else "test_loss"
        experiment = self._experiment
        self.charts[self.chart.currentData()].show_cells(experiment.cells, experiment.axes, shown)

    @Slot(int)
    def _on_page_wanted(self, step: int) -> None:
        self.page.setCurrentIndex(max(0, min(self.page.count() - 1, self.page.currentIndex() + step)))

    @Slot()
    def _on_pointed(self) -> None:
        number = self.link.pointed
        cell = next((cell for cell in self._experiment.cells if cell.number == number), None)
        hint = self.tr("Click a network to open it on the canvas; Undo takes that back.")
        self._said.setText(hint if cell is None else "  ·  ".join(cell_text(cell).splitlines()))

    # -- construction -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.view.setAccessibleName(self.tr("What is shown"))
        self.page.setAccessibleName(self.tr("Page"))
        self.page.hide()
        self.chart.setAccessibleName(self.tr("Chart"))
        self.chart.addItem(self.tr("Score by setting"), "score")
        self.chart.addItem(self.tr("Parallel coordinates"), "parallel")
        self.chart.addItem(self.tr("All learning curves"), "curves")
        self.grid.setAccessibleName(self.tr("Networks"))
        names = (self.tr("Score by setting"), self.tr("Parallel coordinates"), self.tr("All learning curves"))
        for chart, name in zip(self.charts.values(), names, strict=True):
            chart.setAccessibleName(name)
        self.charts["parallel"].setToolTip(
            self.tr("Drag along an axis to bring out the networks that go through there")
        )
        self._said.setProperty("look", "muted")
        self._said.setWordWrap(True)
        self._said.setMinimumHeight(self._said.fontMetrics().height())
        side = QWidget()
        self._charts = PageStack(side)
        self._charts.setContentsMargins(0, 0, 0, 0)
        for chart in self.charts.values():
            self._charts.addWidget(chart)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(metrics.TINY)
        left.addLayout(FlowRow(self.view, self.page))
        left.addWidget(self.grid, 1)
        right.addLayout(FlowRow(self.chart))
        right.addWidget(side, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(metrics.MEDIUM)
        self._row.addLayout(left, 1)
        self._row.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(metrics.TINY)
        whole.addLayout(self._row, 1)
        whole.addWidget(self._said)
        self._on_pointed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if self.width() > self.height() else directions.TopToBottom)


def _range_of(project: Project | None) -> ValueRange:
    """Return the values with the full colours of the maps."""
    if project is None or not isinstance(project.data, PlaneChoice):
        return ValueRange()
    return label_range(load(project.data, project.seeds.data, project.seeds.split))
