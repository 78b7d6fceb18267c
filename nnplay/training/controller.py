"""The GUI side of training: what is shown, whether it runs, and what a run hands to the document.

Everything here lives in the GUI thread. The worker is given jobs and answers with frozen values that carry the job's
id; an answer to any other than the current job is out of date and dropped.
"""

from __future__ import annotations

from itertools import count
from math import inf, isnan

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from nnplay.background import Answerers, Question
from nnplay.data import Dataset, load
from nnplay.engine import NnplayError, TrainingSettings
from nnplay.project import Project
from nnplay.runs import GrowingHistory, Outcome, RunOrder, RunPlan, RunReport, Scores, Snapshot, Speed, Stride
from nnplay.runs.pace import FULL_SPEED
from nnplay.training.companion import Companion
from nnplay.training.diary import Diary
from nnplay.training.frame_timer import FrameTimer
from nnplay.training.jobs import Job, LoadJob, MayRead, RunJob, ScoreJob, data_key
from nnplay.training.load_progress import LoadProgress
from nnplay.training.run_state import RunState
from nnplay.training.worker_thread import WorkerThread


class TrainingController(QObject):
    """Shows projects, trains them, and holds the latest view of the network; its `diary` notes what was changed.

    Connect `show` to the document before any view connects to it: views can then rely on `snapshot` matching
    the document's network.

    Signals
    -------
    state_changed(RunState)
    project_changed() : the project shown, and the diary's notes, have changed.
    snapshot_changed(Snapshot) : there are new weights to draw, or new losses for them.
    dataset_changed(Dataset | None) : the data have been loaded, or are not available (yet).
    loading_changed(LoadProgress | None) : progress of a slow load; None when it has ended.
    reported(Snapshot) : a run has news, whatever the views look at.
    history_changed() : the curves have new points or were replaced.
    run_committed(Outcome) : a run paused or ended after training: make it one undoable edit.
    run_ended(Ending) : a run was ended by its own rules.
    failed(NnplayError) : a run or a load ended with an error to show.
    """

    state_changed = Signal(object)
    project_changed = Signal()
    snapshot_changed = Signal(object)
    dataset_changed = Signal(object)
    loading_changed = Signal(object)
    reported = Signal(object)
    history_changed = Signal()
    run_committed = Signal(object)
    run_ended = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.may_read: MayRead = lambda _: True
        self._project: Project | None = None
        self._dataset: Dataset | None = None
        self._snapshot: Snapshot | None = None
        self._moment: Snapshot | None = None
        self.diary = Diary()
        self.companion: Companion | None = None  # trained in step with every run
        self._state = RunState.IDLE
        self._job: Job | None = None
        self._ids = count(1)
        # What the project must hold to count as unchanged: what was last shown, or what a run left for it.
        self._known_parameters: NDArray[np.float32] | None = None
        self._start: Snapshot | None = None
        self._speed = FULL_SPEED
        # The step at which the run pauses, and whether the run is over once it has paused.
        self._next: tuple[Stride, int] | None = None
        self._is_last = False
        # Whether the next run starts with a fresh optimizer, whatever the project has kept.
        self._is_fresh = False

        # Ticks only while a run can have news: an idle window should not wake up.
        self._timer = FrameTimer(self)
        self._timer.due.connect(self._on_frame)
        self._thread = WorkerThread(self)
        worker = self._thread.worker
        self._reports = worker.reports
        worker.scored.connect(self._on_scored)
        worker.loaded.connect(self._on_loaded)
        worker.load_progressed.connect(self._on_load_progressed)
        worker.failed.connect(self._on_failed)
        self._answerers = Answerers(self)

    @property
    def state(self) -> RunState:
        """Whether a run is in progress; buttons derive their state from it and from `dataset`."""
        return self._state

    @property
    def project(self) -> Project | None:
        """The project last shown; None before the first."""
        return self._project

    @property
    def dataset(self) -> Dataset | None:
        """Its data; None while they load, or if loading failed."""
        return self._dataset

    @property
    def snapshot(self) -> Snapshot | None:
        """What the views show: the latest view of the network, or the moment looked back to; None before the first."""
        return self._snapshot if self._moment is None else self._moment

    @property
    def latest(self) -> Snapshot | None:
        """The latest view of the network, also while the views look back."""
        return self._snapshot

    def look_back(self, moment: Snapshot | None) -> None:
        """Have the views show an earlier moment of the network; None for the present. A run goes on meanwhile."""
        self._moment = moment
        self._show_snapshot()

    @property
    def history(self) -> GrowingHistory:
        """The curves: the project's, plus those of the current run."""
        return self.diary.history

    @property
    def speed(self) -> Speed:
        """The speed limit for runs."""
        return self._speed

    @property
    def is_loading(self) -> bool:
        """Whether a slow load is in progress."""
        return isinstance(self._job, LoadJob)

    @Slot(object)
    def show(self, project: Project) -> None:
        """Show the document's project; called after each of its changes.

        A paused run can resume, and a running one continues, as long as its network, weights, data and shuffling are
        unchanged, or the weights are the very array of its outcome. Otherwise the run is discarded; call `interrupt`
        before such an edit to keep what it has learned.
        """
        before, self._project = self._project, project
        if before and self._snapshot:
            self.diary.note(before, project, self._snapshot.position)
        has_new_data = before is None or data_key(project) != data_key(before)
        has_new_start = (
            has_new_data
            or before is None
            or project.network is not before.network
            or project.parameters is not self._known_parameters
            or project.seeds.shuffle != before.seeds.shuffle
            or project.muted != before.muted
        )
        # First make everything consistent, then notify the views.
        if has_new_data or (has_new_start and not self.is_loading):
            self._drop_job()
        if has_new_data:
            self._dataset = None
        if has_new_start:
            self._is_fresh = False
            self._known_parameters = project.parameters
            self._snapshot, self._moment = Snapshot.of_project(next(self._ids), project), None
        if self.diary.show(project):
            self.history_changed.emit()
        if has_new_start:
            self._set_state(RunState.IDLE)
            if has_new_data:
                self._load_data(project)
            self._show_snapshot()
            self._request_scores()
        elif before is not None and project.training != before.training:
            self.apply(project.training)
            if project.training.loss != before.training.loss:
                self._request_scores()
        if isinstance(self._job, RunJob) and before and project.stop != before.stop:
            self._job.put_rules(project.stop)
        self.project_changed.emit()

    def start(self, n_epochs: int | None = None, stride: Stride = Stride.EPOCHS) -> None:
        """Train until `n_epochs` more epochs are done (or one step), or until told to pause or stop.

        Without a number the stop rules decide. Does nothing while a run is in progress or without data.
        """
        project, snapshot = self._project, self._snapshot
        if project is None or snapshot is None or self._dataset is None or self._state.is_active:
            return
        # A paused run resumes where it is; everything else starts again.
        is_paused = self._state is RunState.PAUSED
        plan = None if is_paused else RunPlan.of(project, self._dataset, snapshot, is_fresh=self._is_fresh)
        order = RunOrder(next(self._ids), inf if n_epochs is None else n_epochs, stride)
        join = None if self.companion is None else self.companion.join
        twin = join and join(order, self._speed, is_paused=is_paused, is_fresh=self._is_fresh)
        self._start, self._next, self._is_last, self._is_fresh = snapshot, None, False, False
        self._post(RunJob(order.begin_with(project.training, self._speed, project.stop), plan, twin))
        self._set_state(RunState.RUNNING)

    @Slot()
    def pause(self) -> None:
        """Pause training soon; the run can resume later. Returns at once."""
        if self._state is RunState.RUNNING and self._job is not None:
            self._job.stop.set()
            self._set_state(RunState.STOPPING)

    @Slot()
    def stop(self) -> None:
        """End the run: the next start begins a new run from the current weights with a fresh optimizer."""
        self._is_last = True
        self.pause()
        if self._state is RunState.PAUSED:
            self._is_fresh = True
            self._set_state(RunState.IDLE)

    def step(self, stride: Stride, n_epochs: int = 1) -> None:
        """Train for one step, or for `n_epochs` epochs, then pause; a run in progress pauses first."""
        if self._state.is_active:
            self._next = stride, n_epochs
            self.pause()
        else:
            self.start(n_epochs, stride)

    def apply(self, settings: TrainingSettings) -> None:
        """Pass new settings to a run in progress; the next run uses the project's anyway."""
        if isinstance(self._job, RunJob):
            self._job.order.live_settings.put(settings)

    def set_speed(self, speed: Speed) -> None:
        """Limit runs, including the current one, to a speed."""
        self._speed = speed
        self._timer.is_hurried = speed == FULL_SPEED
        if isinstance(self._job, RunJob):
            self._job.put_speed(speed)

    def interrupt(self) -> Outcome | None:
        """End a run at once, without waiting for the worker, before an edit that it cannot survive.

        Returns what the latest snapshot has learned, to be committed before the edit; None if there is nothing new.
        """
        self._on_frame()
        if not self._state.is_active:
            return None
        self._drop_job()
        outcome = self._leave_outcome(None)
        self._show_snapshot()
        self._set_state(RunState.IDLE)
        return outcome

    @Slot()
    def cancel_loading(self) -> None:
        """Cancel a slow load; `dataset` stays None until other data are chosen or `reload` is called."""
        if self.is_loading:
            self._drop_job()

    @Slot()
    def reload(self) -> None:
        """Load the data again after a failure or a cancel."""
        if self._project is not None and self._dataset is None and not self.is_loading:
            self._load_data(self._project)
            self._request_scores()

    def new_question(self, parent: QObject, *, is_quick: bool = False) -> Question:
        """As ``Answerers.new_question``."""
        return self._answerers.new_question(parent, is_quick=is_quick)

    def close(self) -> None:
        """End the threads and wait for them; call this only when the window closes."""
        self._timer.stop()
        if self._job is not None:
            self._job.stop.set()
        self._thread.close()
        self._answerers.close()

    def _show_snapshot(self) -> None:
        self.snapshot_changed.emit(self.snapshot)

    def _post(self, job: Job) -> None:
        self._job = job
        self._thread.post(job)

    def _drop_job(self) -> None:
        """Tell the worker to stop; all its further answers are out of date."""
        job, self._job = self._job, None
        if job is not None:
            job.stop.set()
        if isinstance(job, LoadJob):
            self.loading_changed.emit(None)

    def _set_state(self, state: RunState) -> None:
        if state is self._state:
            return
        self._state = state
        (self._timer.start if state.is_active else self._timer.stop)()
        self._answerers.hold_back(is_running=state.is_active)
        self.state_changed.emit(state)

    def _load_data(self, project: Project) -> None:
        choice, seeds = project.data, project.seeds
        if not self.may_read(choice):
            self.dataset_changed.emit(None)
        elif choice.is_quick:
            # Takes about a millisecond: going through the worker would only show an empty plot first.
            try:
                self._dataset = load(choice, seeds.data, seeds.split)
            except NnplayError as error:
                self.failed.emit(error)
            self.dataset_changed.emit(self._dataset)
        else:
            self.dataset_changed.emit(None)
            self._post(LoadJob(next(self._ids), choice, seeds.data, seeds.split))
            self.loading_changed.emit(LoadProgress(0.0, self.tr("Preparing data")))

    def _request_scores(self) -> None:
        project, snapshot = self._project, self._snapshot
        if project is None or snapshot is None or self._dataset is None or self._state.is_active:
            return
        self._post(ScoreJob.of(next(self._ids), project, snapshot.parameters, self._dataset))

    def _leave_outcome(self, error: NnplayError | None) -> Outcome | None:
        """Make the latest snapshot the run's outcome; if no step was taken, restore the state before its start."""
        assert self._snapshot is not None
        assert self._start is not None
        if self._snapshot.step <= self._start.step:
            self._snapshot = self._start
            if self.diary.take_back():
                self.history_changed.emit()
            return None
        self._snapshot = self._snapshot.stopped()
        history = self.diary.freeze(self._snapshot.step, self._snapshot.elapsed_s)
        events = self.diary.events
        outcome = Outcome.of(self._start, self._snapshot, history, error, events, is_last=self._is_last)
        self._known_parameters = outcome.parameters
        return outcome

    @Slot()
    def _on_frame(self) -> None:
        report = self._reports.take()
        if report is None or self._job is None or report.run_id != self._job.id:
            return
        if report.snapshot is not None:
            self._snapshot = report.snapshot
            for moment in (*report.moments, report.snapshot):
                self.reported.emit(moment)
        self.diary.history.extend(report.points)
        outcome = None
        if report.is_final:
            self._job = None
            outcome = self._leave_outcome(report.error)
        self._show_snapshot()
        if report.points:
            self.history_changed.emit()
        if report.is_final:
            self._finish(report, outcome)

    def _finish(self, report: RunReport, outcome: Outcome | None) -> None:
        can_go_on = report.error is None and not self._is_last
        self._set_state(RunState.PAUSED if can_go_on else RunState.IDLE)
        if outcome is not None:
            self.run_committed.emit(outcome)
        if report.error is not None:
            self.failed.emit(report.error)
        elif report.ending is not None:
            self.run_ended.emit(report.ending)
        if can_go_on and self._next is not None:
            stride, n_epochs = self._next
            self.start(n_epochs, stride)
        elif self._snapshot is not None and isnan(self._snapshot.test_loss):
            self._request_scores()

    @Slot(int, object)
    def _on_scored(self, job_id: int, scores: Scores) -> None:
        if self._job is not None and self._job.id == job_id and self._snapshot is not None:
            self._job = None
            self._snapshot = self._snapshot.scored(job_id, scores)
            self._show_snapshot()

    @Slot(int, object)
    def _on_loaded(self, job_id: int, dataset: Dataset) -> None:
        if self._job is not None and self._job.id == job_id:
            self._job = None
            self._dataset = dataset
            self.loading_changed.emit(None)
            self.dataset_changed.emit(dataset)
            self._request_scores()

    @Slot(int, float, str)
    def _on_load_progressed(self, job_id: int, fraction: float, text: str) -> None:
        if self._job is not None and self._job.id == job_id:
            self.loading_changed.emit(LoadProgress(fraction, QCoreApplication.translate("loading", text)))

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: NnplayError) -> None:
        if self._job is not None and self._job.id == job_id:
            self._drop_job()
            self.failed.emit(error)
