"""The worker: does one job after another in its own thread.

Only the worker touches the network and the trainer of a run; the GUI thread sees copies.
"""

from __future__ import annotations

import logging
from time import perf_counter

from PySide6.QtCore import QObject, Signal, Slot

from nnplay.background import right_of_way
from nnplay.data import LoadCancelledError, load
from nnplay.engine import Network, NnplayError
from nnplay.engine.errors import UnexpectedError
from nnplay.runs.mailbox import Mailbox
from nnplay.runs.order import nothing
from nnplay.runs.report import RunReport, merge_reports
from nnplay.runs.run import REPORT_INTERVAL_S, TrainingRun
from nnplay.runs.scores import UNKNOWN, score
from nnplay.runs.tandem import advance_in_step
from nnplay.training.jobs import Job, LoadJob, RunJob, ScoreJob

_logger = logging.getLogger(__name__)


class TrainingWorker(QObject):
    """Lives in a QThread; `work` is its only entry point.

    Attributes
    ----------
    jobs
        Holds the next job. The latest wins, so that dragging a slider leaves no queue behind.
    reports
        Holds the news of a run until the GUI thread takes it; no point of a curve is lost.

    Signals
    -------
    scored(int, Scores), loaded(int, Dataset), failed(int, NnplayError) : how the job with that id ended.
    load_progressed(int, float, str) : share loaded, and the current activity (context ``loading``).
    """

    scored = Signal(int, object)
    loaded = Signal(int, object)
    failed = Signal(int, object)
    load_progressed = Signal(int, float, str)

    def __init__(self) -> None:
        super().__init__()
        self.jobs: Mailbox[Job] = Mailbox()
        self.reports: Mailbox[RunReport] = Mailbox(merge_reports)
        self._run: TrainingRun | None = None
        self._twin: TrainingRun | None = None
        self._viewer: Network | None = None

    @Slot()
    def work(self) -> None:
        """Do the waiting job, if there is one; errors are reported, never raised."""
        job = self.jobs.take()
        if job is None:
            return
        try:
            self._do(job)
        except LoadCancelledError:
            return
        except NnplayError as error:
            self._fail(job, error)
        except Exception as error:
            _logger.exception("job failed")
            self._fail(job, UnexpectedError(error))

    def _do(self, job: Job) -> None:
        match job:
            case RunJob():
                self._train(job)
            case ScoreJob():
                self._score(job)
            case LoadJob():
                self._load(job)

    def _train(self, job: RunJob) -> None:
        if job.plan is not None:
            self._run = None  # free its memory before the new run takes as much
            self._run = TrainingRun(job.plan)
        assert self._run is not None  # the controller resumes only a run that paused
        # A large network's steps are long products, which compute while the GUI thread draws.
        between = right_of_way().give if self._run.is_small else nothing
        twin = job.twin
        if twin is None:
            self._twin = None
            self._run.advance(job.order, self.reports.put, job.stop.is_set, between)
            return
        if twin.plan is not None:
            self._twin = None
            self._twin = TrainingRun(twin.plan)
        assert self._twin is not None  # as above
        first, second = (self._run, job.order, self.reports.put), (self._twin, twin.order, twin.reports.put)
        advance_in_step(first, second, job.stop.is_set, between)

    def _score(self, job: ScoreJob) -> None:
        if self._run is not None and self._run.dataset is not job.dataset:
            self._run = self._twin = None  # they cannot be resumed any more, and may hold large data sets
        if self._viewer is None or self._viewer.spec is not job.network:
            self._viewer = Network(job.network)
        self._viewer.load(job.parameters, job.muted)
        scores = score(self._viewer, job.dataset, job.loss, UNKNOWN, job.stop.is_set)
        if not job.stop.is_set():
            self.scored.emit(job.id, scores)

    def _load(self, job: LoadJob) -> None:
        last_report = 0.0

        def report(fraction: float, text: str) -> None:
            nonlocal last_report
            now = perf_counter()
            if now - last_report >= REPORT_INTERVAL_S:
                last_report = now
                self.load_progressed.emit(job.id, fraction, text)

        self._run = self._twin = None
        self.loaded.emit(job.id, load(job.choice, job.data_seed, job.split_seed, report, job.stop.is_set))

    def _fail(self, job: Job, error: NnplayError) -> None:
        if isinstance(job, RunJob):
            self._run = self._twin = None
            self.reports.put(RunReport(job.id, None, is_final=True, error=error))
        else:
            self.failed.emit(job.id, error)
