"""Experiment: a sweep in the window, its cells while they learn, and the work that trains them beside the window."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnplay.background import Operation
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.engine import NnplayError
from nnplay.panels.experiments.cells import CellView
from nnplay.panels.experiments.finished import FinishedCell, finished
from nnplay.panels.experiments.kept import kept
from nnplay.project import Project
from nnplay.project.experiment import KeptExperiment
from nnplay.project.sweep import Sweep
from nnplay.runs.sweeps import InThisProcess, SweepNews, run_sweep
from nnplay.runs.sweeps.lookout import Lookout

_PICTURE_MS = 60
"""Interval at which the newest sights are taken; there are fewer of them."""


class Experiment(QObject):
    """Lives in the GUI thread. One sweep at a time; starting another ends it.

    Signals
    -------
    started(): other cells are shown from now on.
    seen(): cells look different, or have ended.
    state_changed(): it runs, or does not any more.
    failed(NnplayError): it could not be run.
    finished_some(): networks have finished, and more are to come.
    ended(KeptExperiment): it has ended or was stopped; what is kept of it.
    """

    started = Signal()
    seen = Signal()
    state_changed = Signal()
    failed = Signal(object)
    finished_some = Signal()
    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.axes: tuple[str, ...] = ()
        self.cells: Sequence[CellView] = ()
        self.share = 0.0
        self.seconds_left: float | None = None
        self._lookout = Lookout()
        self._news: deque[_News] = deque()
        self._stop = Event()
        self._operation = Operation(self)
        self._operation.done.connect(self._on_done)
        self._operation.failed.connect(self._on_failed)
        self._timer = QTimer(self, interval=_PICTURE_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether cells are being trained."""
        return self._operation.is_under_way

    @property
    def unfinished(self) -> KeptExperiment | None:
        """What a crash must not cost while it runs: the networks that have finished; None if there are none."""
        return self._kept() if self.is_running and self.n_done else None

    def _kept(self) -> KeptExperiment:
        return kept(self.axes, [cell.result for cell in self.cells if cell.result is not None])

    @property
    def n_done(self) -> int:
        """How many cells have ended."""
        return sum(cell.result is not None for cell in self.cells)

    def start(self, sweep: Sweep) -> None:
        """Train all cells of a sweep, from the start."""
        self._operation.stop()
        self.project = sweep.project
        self.axes = tuple(axis.name for axis in sweep.axes)
        self.cells = [
            CellView(number, sweep.values_of(number), number % sweep.n_repeats) for number in range(sweep.n_cells)
        ]
        self.share, self.seconds_left = 0.0, None
        # New ones: what the thread of an earlier sweep may still put into its own is not of this one.
        self._lookout, self._news, self._stop = Lookout(), deque(), Event()
        self._operation.begin(partial(_train, sweep, self._lookout, self._news, self._stop))
        self._timer.start()
        self.started.emit()
        self.state_changed.emit()

    def show_finished(self, axes: Sequence[str], found: Sequence[FinishedCell]) -> None:
        """Show cells that were trained before."""
        self._operation.stop()
        self._timer.stop()
        self.project = next((each.project for each in found if each.project is not None), None)
        self.axes = tuple(axes)
        self.cells = [CellView(each.result.number, each.result.values, each.result.repeat) for each in found]
        for cell, each in zip(self.cells, found, strict=True):
            cell.end(each)
        self.share, self.seconds_left = 1.0, None
        self.started.emit()
        self.state_changed.emit()

    @Slot()
    def stop(self) -> None:
        """Train no further. The answer comes in a moment: every cell is kept as far as it has learned."""
        self._stop.set()

    @Slot()
    def clear(self) -> None:
        """Show nothing, and drop what is being trained: another project has been opened."""
        self._operation.close()
        self._timer.stop()
        self.project, self.axes, self.cells = None, (), ()
        self.started.emit()
        self.state_changed.emit()

    def close(self) -> None:
        """Stop, and wait until the work has ended."""
        self._timer.stop()
        self._operation.close()

    def _end(self) -> None:
        self._timer.stop()
        self._look()
        self.state_changed.emit()

    @Slot()
    def _look(self) -> None:
        """Take over what the thread has seen and finished meanwhile."""
        sights = self._lookout.sights.take() or {}
        is_new = bool(sights)
        for number, sight in sights.items():
            self.cells[number].see(sight)
        while self._news:
            news, cells = self._news.popleft()
            self.share, self.seconds_left = news.share, news.seconds_left
            for each in cells:
                self.cells[each.result.number].end(each)
            if cells and self.is_running:
                self.finished_some.emit()
            is_new = True
        if is_new:
            self.seen.emit()

    @Slot()
    def _on_done(self) -> None:
        self.share = 1.0
        self._end()
        self.ended.emit(self._kept())

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        self._end()
        self.failed.emit(error)


_News = tuple[SweepNews, list[FinishedCell]]


def _train(
    sweep: Sweep,
    lookout: Lookout,
    news: deque[_News],
    stop: Event,
    report: ReportProgress,
    should_cancel: ShouldCancel,
) -> None:
    """Train all cells; in a thread beside the window, which also reads the results."""
    run_sweep(
        sweep,
        InThisProcess(lookout.watch),
        publish=lambda each: news.append((each, [finished(result) for result in each.results])),
        should_stop=lambda: should_cancel() or stop.is_set(),
    )
