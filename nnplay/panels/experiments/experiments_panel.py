"""ExperimentsPanel: one project trained many times with other settings; all networks are seen while they learn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from nnplay import lessons
from nnplay.appearance import metrics
from nnplay.document import Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.experiments.cells import SCORES
from nnplay.panels.experiments.earlier import EarlierExperiments
from nnplay.panels.experiments.experiment import Experiment
from nnplay.panels.experiments.results_view import ResultsView
from nnplay.panels.experiments.sheet import Sheet, duration_text
from nnplay.panels.experiments.words import setting_text
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.page_stack import PageStack
from nnplay.panels.widgets.table import Table
from nnplay.project import Project, run_edits
from nnplay.project.sweep import Sweep
from nnplay.project.sweep.examples import EXAMPLES
from nnplay.training import TrainingController

_SHEET_WIDTH = 230
_NARROW = 520
"""Width below which the sheet is above the results."""


class ExperimentsPanel(LivePanel):
    """The sheet at the left, the networks and a chart of them at the right."""

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._controller = controller
        self.experiment = Experiment(self)
        self.results = ResultsView(self.experiment)
        self.sheet = Sheet(document.project)
        self.examples = QPushButton(self.tr("E&xamples"))
        self.earlier = EarlierExperiments(document, self.experiment)
        self._build()
        self.sheet.start_wanted.connect(self._on_start_wanted)
        self.sheet.stop_wanted.connect(self.experiment.stop)
        self.experiment.started.connect(self._on_started)
        self.experiment.seen.connect(self._on_seen)
        self.experiment.state_changed.connect(self._on_state_changed)
        self.experiment.failed.connect(document.report)
        self.results.opened.connect(self._on_opened)
        document.about_to_replace.connect(self.experiment.clear)
        document.changed.connect(self.invalidate)

    def refresh(self) -> None:
        self.sheet.show_project(self._document.project)
        self.earlier.refresh()

    def picture(self) -> QWidget | None:
        return self.results if self.experiment.cells else None

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

    def menu_actions(self) -> Sequence[QAction]:
        return self.earlier.actions_of_panel()

    @property
    def can_freeze(self) -> bool:
        return False

    # -- what is done -------------------------------------------------------------------------------------------------

    def vary(self, name: str) -> None:
        """Vary a control in the next experiment, too."""
        self.refresh()
        self.sheet.vary(name)

    @Slot(str)
    def show_example(self, name: str) -> None:
        """Show an experiment that teaches; its network takes the place of the present one, as one undoable step."""
        example = EXAMPLES[name]
        text = EditName(QT_TRANSLATE_NOOP("steps", "Experiment: {title}"), {"title": partial(_title, name)})
        try:
            self._document.perform(text, partial(run_edits.open_trained, trained=example.project()))
        except NnplayError as error:
            self._document.report(error)
            return
        self.refresh()
        self.sheet.describe(example.axes, example.n_repeats, example.n_epochs)
        self.results.show_as(example.shown, example.chart)

    @Slot(object)
    def show_how(self, wanted: lessons.Experiment) -> None:
        """Fill in the sheet as a lesson asks, and run the experiment."""
        self.refresh()
        self.sheet.describe({wanted.axis: wanted.values} if wanted.axis else {}, wanted.starts, wanted.epochs)
        if not self.experiment.is_running:
            self.sheet.run.click()

    @Slot(object)
    def _on_start_wanted(self, sweep: Sweep) -> None:
        if self._controller.may_read(sweep.project.data):
            self.experiment.start(sweep)

    @Slot(int)
    def _on_opened(self, number: int) -> None:
        """Put a cell's network on the canvas."""
        cell = next(cell for cell in self.experiment.cells if cell.number == number)
        trained: Project | None = cell.project
        if trained is None:
            return
        text = EditName(QT_TRANSLATE_NOOP("steps", "Open {settings}"), {"settings": partial(setting_text, cell)})
        try:
            self._document.perform(text, partial(run_edits.open_trained, trained=trained))
        except NnplayError as error:
            self._document.report(error)

    # -- what happens -------------------------------------------------------------------------------------------------

    @Slot()
    def _on_started(self) -> None:
        self._pages.setCurrentIndex(1 if self.experiment.cells else 0)

    @Slot()
    def _on_seen(self) -> None:
        experiment = self.experiment
        if not experiment.is_running:
            return
        text = self.tr("{done} of {all} networks").format(done=experiment.n_done, all=len(experiment.cells))
        if experiment.seconds_left is not None:
            left = duration_text(experiment.seconds_left)
            text = self.tr("{text}, about {time} left").format(text=text, time=left)
        self.sheet.show_progress(text)

    @Slot()
    def _on_state_changed(self) -> None:
        self.sheet.show_running(is_running=self.experiment.is_running)
        self._on_seen()

    # -- construction -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        menu = QMenu(self.examples)
        for name in EXAMPLES:
            menu.addAction(_title(name)).triggered.connect(partial(self.show_example, name))
        self.examples.setMenu(menu)
        self.examples.setToolTip(self.tr("Experiments that teach, ready to run"))
        form = QWidget()
        form.setFixedWidth(round(_SHEET_WIDTH * metrics.text_scale()))
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SMALL)
        column.addLayout(FlowRow(self.examples, self.earlier))
        column.addWidget(self.sheet, 1)
        empty = QLabel(
            self.tr(
                "What does a setting do? Train the same network with many values of it at once, and watch all of them"
                " learn side by side. Choose at the left what to vary."
            )
        )
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setWordWrap(True)
        empty.setProperty("look", "muted")
        side = QWidget()
        self._pages = PageStack(side)
        self._pages.addWidget(empty)
        self._pages.addWidget(self.results)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(*(metrics.SMALL,) * 4)
        self._row.setSpacing(metrics.MEDIUM)
        self._row.addWidget(form)
        self._row.addWidget(side, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < round(_NARROW * metrics.text_scale())
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)


def _title(name: str) -> str:
    return QCoreApplication.translate("experiments", EXAMPLES[name].title)
