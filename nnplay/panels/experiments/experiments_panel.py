"""ExperimentsPanel: one project trained many times with other settings; all networks are seen while they learn."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.data import PlaneChoice, load
from nnplay.document import Document
from nnplay.engine import NnplayError
from nnplay.panels.experiments.cell_grid import CURVES, MAPS, CellGrid
from nnplay.panels.experiments.cells import SCORES, Arrangement, arrange
from nnplay.panels.experiments.experiment import Experiment
from nnplay.panels.experiments.link import Link
from nnplay.panels.experiments.sheet import Sheet, duration_text
from nnplay.panels.experiments.words import (
    cell_text,
    control_title,
    score_title,
    setting_text,
    value_text,
)
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.map.map_frame import ValueRange
from nnplay.panels.map.sampling import label_range
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.page_stack import PageStack
from nnplay.panels.widgets.table import Table
from nnplay.project import Project, run_edits
from nnplay.project.sweep import Sweep
from nnplay.training import TrainingController

_SHEET_WIDTH = 230
_NARROW = 520
"""Width below which the sheet is above the results."""


class ExperimentsPanel(LivePanel):
    """The sheet at the left, the cells at the right.

    Signals
    -------
    opened(): the network of a cell is on the canvas.
    """

    opened = Signal()

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._controller = controller
        self._arrangement: Arrangement = arrange((), ())
        self._link = Link(self)
        self.experiment = Experiment(self)
        self.sheet = Sheet(document.project)
        self.sheet.setFixedWidth(round(_SHEET_WIDTH * metrics.text_scale()))
        self.grid = CellGrid(self._link)
        self.view = QComboBox()
        self.view.setAccessibleName(self.tr("What is shown"))
        self.page = QComboBox()
        self.page.setAccessibleName(self.tr("Page"))
        self._said = QLabel()
        self._said.setProperty("look", "muted")
        self._said.setWordWrap(True)
        self._build()
        self._connect()

    def refresh(self) -> None:
        self.sheet.show_project(self._document.project)

    def picture(self) -> QWidget | None:
        return self.grid if self.experiment.cells else None

    def table(self) -> Table | None:
        cells = self.experiment.cells
        if not cells:
            return None
        columns: dict[str, list[object]] = {"cell": [cell.number + 1 for cell in cells]}
        columns |= {axis: [cell.values[axis] for cell in cells] for axis in self.experiment.axes}
        columns["repeat"] = [cell.repeat + 1 for cell in cells]
        columns["ended"] = ["" if cell.result is None else cell.result.ending for cell in cells]
        columns |= {name: [cell.score(name) for cell in cells] for name in SCORES}
        columns["epochs"] = [cell.epoch for cell in cells]
        return Table(columns)

    def vary(self, name: str) -> None:
        """Vary a control in the next experiment, too."""
        self.sheet.vary(name)

    @property
    def can_freeze(self) -> bool:
        return False

    # -- the run ------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_start_wanted(self, sweep: Sweep) -> None:
        if self._controller.may_read(sweep.project.data):
            self.experiment.start(sweep)

    @Slot()
    def _on_started(self) -> None:
        experiment = self.experiment
        self._arrangement = arrange(experiment.cells, experiment.axes)
        self._offer_views(experiment.project)
        self.page.clear()
        for page in self._arrangement.pages:
            parts = [f"{control_title(name)} {value_text(value)}" for name, value in page.items()]
            self.page.addItem(", ".join(parts))
        self.page.setVisible(self.page.count() > 1)
        self.grid.show_cells(experiment.cells, self._arrangement, _range_of(experiment.project))
        self._link.point_at(None)
        self._pages.setCurrentWidget(self._results)
        self._on_seen()

    @Slot()
    def _on_seen(self) -> None:
        self.grid.update()
        experiment = self.experiment
        if experiment.is_running:
            text = self.tr("{done} of {all} networks").format(done=experiment.n_done, all=len(experiment.cells))
            if experiment.seconds_left is not None:
                text = self.tr("{text}, about {time} left").format(
                    text=text, time=duration_text(experiment.seconds_left)
                )
            self.sheet.show_progress(text)

    @Slot()
    def _on_state_changed(self) -> None:
        self.sheet.show_running(is_running=self.experiment.is_running)
        self._on_seen()

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        self._document.report(error)

    @Slot(int)
    def _on_opened(self, number: int) -> None:
        """Put a cell's network on the canvas."""
        cell = next(cell for cell in self.experiment.cells if cell.number == number)
        trained = cell.project
        if trained is None:
            return
        text = self.tr("Open {settings}").format(settings=setting_text(cell))
        try:
            self._document.perform(text, lambda project: run_edits.open_trained(project, trained))
        except NnplayError as error:
            self._document.report(error)
        else:
            self.opened.emit()

    # -- views --------------------------------------------------------------------------------------------------------

    def _offer_views(self, project: Project | None) -> None:
        shown = self.view.currentData()
        has_maps = project is not None and isinstance(project.data, PlaneChoice)
        has_classes = project is not None and bool(project.data.class_names)
        self.view.blockSignals(True)
        self.view.clear()
        if has_maps:
            self.view.addItem(self.tr("Decision maps"), MAPS)
        self.view.addItem(self.tr("Learning curves"), CURVES)
        for name in SCORES:
            if has_classes or not name.endswith("accuracy"):
                self.view.addItem(score_title(name), name)
        self.view.setCurrentIndex(max(0, self.view.findData(shown)))
        self.view.blockSignals(False)
        self._on_view_chosen()

    @Slot()
    def _on_view_chosen(self) -> None:
        self.grid.show_as(self.view.currentData() or CURVES)

    @Slot(int)
    def _on_page_wanted(self, step: int) -> None:
        self.page.setCurrentIndex(max(0, min(self.page.count() - 1, self.page.currentIndex() + step)))

    @Slot()
    def _on_pointed(self) -> None:
        number = self._link.pointed
        cell = next((cell for cell in self.experiment.cells if cell.number == number), None)
        self._said.setText(self._hint() if cell is None else "  ·  ".join(cell_text(cell).splitlines()))

    def _hint(self) -> str:
        return self.tr("Click a network to open it on the canvas; Undo takes that back.")

    # -- construction -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        empty = QLabel(
            self.tr(
                "What does a setting do? Train the same network with many values of it at once, and watch all of them"
                " learn side by side. Choose at the left what to vary."
            )
        )
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setWordWrap(True)
        empty.setProperty("look", "muted")
        self._results = QWidget()
        column = QVBoxLayout(self._results)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.TINY)
        column.addLayout(FlowRow(self.view, self.page))
        column.addWidget(self.grid, 1)
        column.addWidget(self._said)
        self._said.setText(self._hint())
        side = QWidget()
        self._pages = PageStack(side)
        self._pages.addWidget(empty)
        self._pages.addWidget(self._results)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(*(metrics.SMALL,) * 4)
        self._row.setSpacing(metrics.MEDIUM)
        self._row.addWidget(self.sheet)
        self._row.addWidget(side, 1)

    def _connect(self) -> None:
        self.sheet.start_wanted.connect(self._on_start_wanted)
        self.sheet.stop_wanted.connect(self.experiment.stop)
        self.experiment.started.connect(self._on_started)
        self.experiment.seen.connect(self._on_seen)
        self.experiment.state_changed.connect(self._on_state_changed)
        self.experiment.failed.connect(self._on_failed)
        self.view.currentIndexChanged.connect(self._on_view_chosen)
        self.page.currentIndexChanged.connect(self.grid.show_page)
        self.grid.page_wanted.connect(self._on_page_wanted)
        self._link.changed.connect(self._on_pointed)
        self._link.opened.connect(self._on_opened)
        self._document.changed.connect(self.invalidate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < round(_NARROW * metrics.text_scale())
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)


def _range_of(project: Project | None) -> ValueRange:
    """Return the values with the full colours of the maps."""
    if project is None or not isinstance(project.data, PlaneChoice):
        return ValueRange()
    return label_range(load(project.data, project.seeds.data, project.seeds.split))
