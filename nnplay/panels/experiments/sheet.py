"""Sheet: what an experiment varies, how often and how long, and how much work that is, before it starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence
from nnplay.background import Operation
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.engine import NnplayError
from nnplay.panels.experiments.axis_row import AxisRow
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.labelled_field import labelled_field
from nnplay.panels.widgets.spin_box import SpinBox
from nnplay.project import Project, StopRules
from nnplay.project.sweep import Sweep, SweptControl, swept_controls
from nnplay.project.sweep.controls import Value
from nnplay.project.sweep.defaults import default_values
from nnplay.runs.sweeps import estimate, plan

MOST_CELLS = 1024
"""Networks of an experiment in the window: more are for the command line."""

_FIRST_AXES = ("learning_rate", "l2", "batch_size", "units", "activation", "noise")
"""What the next row offers, the first that is not varied yet."""

_MOST_AXES = 4
_MOST_REPEATS = 100
_FIRST_EPOCHS = 100
_PAUSE_MS = 400
"""How long nothing is changed before the time is estimated, which takes a second of computing."""


class Sheet(QWidget):
    """The form at the left of an experiment.

    Signals
    -------
    start_wanted(Sweep): the person wants it to run.
    stop_wanted(): the person wants it to stop.
    """

    start_wanted = Signal(object)
    stop_wanted = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._is_running = False
        self._is_untouched = True
        self._rows: list[AxisRow] = []
        self._estimator = Operation(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._list = QVBoxLayout()
        self._list.setSpacing(metrics.SMALL)
        self.more = QPushButton(self.tr("&Vary something else"))
        self.repeats, self.epochs = SpinBox(), SpinBox()
        self.repeats.setRange(1, _MOST_REPEATS)
        self.epochs.setRange(1, 1_000_000)
        self.epochs.setValue(project.stop.n_epochs or _FIRST_EPOCHS)
        self.work = QLabel()
        self.work.setWordWrap(True)
        self.run = QPushButton(self.tr("&Run the experiment"))
        self.run.setProperty("look", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SMALL)
        column.addLayout(self._list)
        column.addWidget(self.more)
        column.addLayout(
            FlowRow(
                labelled_field(self.tr("Epochs"), self.epochs, self.tr("How long each network learns")),
                labelled_field(
                    self.tr("Starts"),
                    self.repeats,
                    self.tr("How often each is trained, with other starting weights, batches and examples"),
                ),
            )
        )
        column.addWidget(self.work)
        column.addWidget(self.run)
        column.addStretch(1)
        self.more.clicked.connect(self._on_more_clicked)
        self.repeats.valueChanged.connect(self._on_changed)
        self.epochs.valueChanged.connect(self._on_changed)
        self.run.clicked.connect(self._on_run_clicked)
        self._pause.timeout.connect(self._estimate)
        self._estimator.done.connect(self._on_estimated)
        self._estimator.failed.connect(self._show_error)
        self._add_row().show_axis("learning_rate")
        self._on_changed()

    # -- what it says -------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[AxisRow]:
        """What is varied, in order."""
        return self._rows

    def sweep(self) -> Sweep:
        """Return the sweep that the sheet describes.

        Raises
        ------
        SweepError
            If there are no values, too many networks, or something that the project does not have.
        """
        axes = tuple(row.axis() for row in self._rows)
        rules = StopRules(n_epochs=self.epochs.value())
        return Sweep(self._project, axes, rules, n_repeats=self.repeats.value(), most_cells=MOST_CELLS)

    def show_project(self, project: Project) -> None:
        """Describe an experiment with another project."""
        if project is not self._project:
            self._project = project
            controls = offered_controls(project)
            for row in self._rows:
                row.offer(project, controls)
            self._on_changed()

    def vary(self, name: str, values: Sequence[Value] = ()) -> None:
        """Vary a control, too; if it is varied already, only its values change.

        The first one takes the place of what an untouched sheet offers.
        """
        row = next((row for row in self._rows if row.name == name), self._rows[0] if self._is_untouched else None)
        self._is_untouched = False
        if row is None:
            row = self._add_row()
        row.show_axis(name, values)
        self._on_changed()

    def describe(self, axes: Mapping[str, Sequence[Value]], n_repeats: int, n_epochs: int) -> None:
        """Show another experiment."""
        self._is_untouched = False
        for row in list(self._rows):
            self._take_away(row)
        for name, values in axes.items():
            self.vary(name, values)
        self.repeats.setValue(n_repeats)
        self.epochs.setValue(n_epochs)
        self._on_changed()

    def show_running(self, *, is_running: bool) -> None:
        """Offer to stop while the experiment runs."""
        self._is_running = is_running
        self.run.setText(self.tr("&Stop") if is_running else self.tr("&Run the experiment"))
        self.run.setEnabled(True)
        if is_running:
            self._pause.stop()
            self._estimator.stop()
        else:
            self._on_changed()

    def show_progress(self, text: str) -> None:
        """Say how far the experiment is."""
        self.work.setText(text)

    def close_work(self) -> None:
        """End the estimate, and wait until it has ended."""
        self._pause.stop()
        self._estimator.close()

    # -- rows ---------------------------------------------------------------------------------------------------------

    def _add_row(self) -> AxisRow:
        row = AxisRow()
        row.offer(self._project, offered_controls(self._project))
        row.changed.connect(self._on_row_changed)
        row.removed.connect(self._on_row_removed)
        self._rows.append(row)
        self._list.addWidget(row)
        return row

    def _take_away(self, row: AxisRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()

    @Slot()
    def _on_row_changed(self) -> None:
        self._is_untouched = False
        self._on_changed()

    @Slot()
    def _on_row_removed(self) -> None:
        self._is_untouched = False
        row = self.sender()
        assert isinstance(row, AxisRow)
        self._take_away(row)
        self._on_changed()

    @Slot()
    def _on_more_clicked(self) -> None:
        self._is_untouched = False
        taken = {row.name for row in self._rows}
        offered = offered_controls(self._project)
        name = next((name for name in (*_FIRST_AXES, *offered) if name in offered and name not in taken), None)
        if name is not None:
            self.vary(name)

    # -- how much work ------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_changed()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()
        self._estimator.stop()

    @Slot()
    def _on_changed(self) -> None:
        self.more.setEnabled(len(self._rows) < _MOST_AXES)
        self._estimator.stop()
        if self._is_running:
            return
        try:
            n_cells = self.sweep().n_cells
        except NnplayError as error:
            self._pause.stop()
            self._show_error(error)
            return
        self.run.setEnabled(True)
        self._say(self._n_networks(n_cells))
        if self.isVisible():
            self._pause.start()

    @Slot()
    def _estimate(self) -> None:
        sweep = self.sweep()

        def work(report: ReportProgress, should_cancel: ShouldCancel) -> float | None:
            sweep.check()
            return estimate(sweep, plan(sweep), should_cancel)

        self._estimator.begin(work)

    @Slot(object)
    def _on_estimated(self, seconds: float | None) -> None:
        text = self._n_networks(self.sweep().n_cells)
        if seconds is not None:
            text = self.tr("{networks}, about {time}").format(networks=text, time=duration_text(seconds))
        self._say(text)

    def _n_networks(self, n_cells: int) -> str:
        return self.tr("%Ln network(s)", "", n_cells)

    def _say(self, text: str) -> None:
        self._set_work(text, "")

    @Slot(object)
    def _show_error(self, error: NnplayError) -> None:
        self.run.setEnabled(False)
        self._set_work(sentence(error), "error")

    def _set_work(self, text: str, look: str) -> None:
        self.work.setText(text)
        if self.work.property("look") != look:
            self.work.setProperty("look", look)
            self.work.style().polish(self.work)

    @Slot()
    def _on_run_clicked(self) -> None:
        if self._is_running:
            self.stop_wanted.emit()
            return
        try:
            sweep = self.sweep()
            sweep.check()
        except NnplayError as error:
            self._show_error(error)
            return
        self.start_wanted.emit(sweep)


def offered_controls(project: Project) -> dict[str, SweptControl]:
    """Return what can be varied with more than one sensible value: what is for the whole network comes first."""
    found = {
        name: control
        for name, control in swept_controls(project).items()
        if not control.is_idle and len(default_values(control, project)) > 1
    }
    return dict(sorted(found.items(), key=lambda each: ":" in each[0]))


def duration_text(seconds: float) -> str:
    """Return a time in words: "8 s", "3 min"."""
    if seconds < 1:
        return QCoreApplication.translate("experiments", "1 s")
    if seconds < 90:
        return QCoreApplication.translate("experiments", "{n} s").format(n=round(seconds))
    return QCoreApplication.translate("experiments", "{n} min").format(n=round(seconds / 60))
