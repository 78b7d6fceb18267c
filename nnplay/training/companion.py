"""Companion: a second run that is trained in step with the controller's: a twin of the project's.

A plain object of the GUI thread: it makes the jobs for the worker and takes the reports that answer them.
"""

from __future__ import annotations

from dataclasses import replace

from nnplay.data import Dataset
from nnplay.engine import Network, NnplayError, Trainer, TrainerState, TrainingSettings
from nnplay.project import Project, Run, StopRules, run_edits
from nnplay.project.stop_watch import Ending
from nnplay.project.twins import Difference, twin_number, twin_of
from nnplay.runs import RunOrder, RunPlan, Snapshot, Speed
from nnplay.runs.film import Film, moments_of
from nnplay.training.diary import Diary
from nnplay.training.jobs import TwinJob


class Companion:
    """A project with its run, which learns while the controller's learns.

    Parameters
    ----------
    project
        As it would be trained alone.
    dataset
        Its data.
    number
        That of its run among the runs of the controller's project.

    Attributes
    ----------
    diary
        Its curves and events.
    ending, error
        How its run has ended, if it has; None while it goes on.
    """

    def __init__(self, project: Project, dataset: Dataset, number: int) -> None:
        self.dataset = dataset
        self.number = number
        self.diary = Diary()
        self.diary.show(project)
        self.ending: Ending | None = None
        self.error: NnplayError | None = None
        self._project = project
        self._snapshot = self._start = Snapshot.of_project(0, project)
        self._film = Film()
        self._film.restart(project.network, moments_of(project, self._start))
        self._film.note(replace(self._start, trainer=project.trainer))
        self._job: TwinJob | None = None
        self._has_begun = False

    @classmethod
    def twin_of(cls, project: Project, difference: Difference, dataset: Dataset, *, is_from_start: bool) -> Companion:
        """Return the twin that differs from a project in one thing; ``dataset`` are the twin's own data.

        Raises
        ------
        EditError
            As ``twins.twin_of``.
        """
        twin = twin_of(project, difference, is_from_start=is_from_start)
        if not is_from_start and twin.trainer is None and project.trainer is not None:
            twin = replace(twin, trainer=_with_same_batches(twin, project.trainer, dataset))
        return cls(twin, dataset, twin_number(project))

    @property
    def snapshot(self) -> Snapshot:
        """Its network at the latest moment."""
        return self._snapshot

    @property
    def _has_learned(self) -> bool:
        return self._snapshot.step > self._start.step

    @property
    def project(self) -> Project:
        """Its project with all that it has learned so far."""
        if not self._has_learned:
            return self._project
        history = self.diary.freeze(self._snapshot.step, self._snapshot.elapsed_s)
        return run_edits.set_trained(
            self._project, self._snapshot.parameters, history, self._snapshot.trainer, events=self.diary.events
        )

    def run(self, ended: str = "") -> Run | None:
        """Its run so far, with the number it has beside the project's; None if it has learned nothing new yet."""
        run = self.project.run if self._has_learned else None
        return None if run is None else replace(run, number=self.number, ended=ended, frames=self._film.frames)

    def join(self, order: RunOrder, speed: Speed, *, is_paused: bool, is_fresh: bool) -> TwinJob:
        """Return the job that goes along with an order of the controller's.

        Parameters
        ----------
        is_paused
            Whether both pause, so that the worker still has them.
        is_fresh
            Whether the optimizer forgets what it has gathered.
        """
        self.ending = self.error = None
        project, plan = self.project, None
        if not (is_paused and self._has_begun):
            plan = RunPlan.of(project, self.dataset, self._snapshot, is_fresh=is_fresh)
        self._has_begun = True
        own = RunOrder(order.run_id, order.n_epochs, order.stride)
        self._job = TwinJob(own.begin_with(project.training, speed, project.stop), plan)
        return self._job

    def take_news(self) -> bool:
        """Take over what its run has reported; return whether there was anything."""
        report = None if self._job is None else self._job.reports.take()
        if report is None:
            return False
        if report.snapshot is not None:
            self._snapshot = report.snapshot
            for moment in (*report.moments, report.snapshot):
                if moment.is_exact:
                    self._film.note(moment)
        self.diary.history.extend(report.points)
        self.ending, self.error = report.ending, report.error
        return True

    def apply(self, settings: TrainingSettings, rules: StopRules) -> None:
        """Train with other settings and rules from now on."""
        before, self._project = self._project, replace(self._project, training=settings, stop=rules)
        self.diary.note(before, self._project, self._snapshot.position)
        if self._job is not None:
            self._job.order.live_settings.put(settings)


def _with_same_batches(twin: Project, state: TrainerState, dataset: Dataset) -> TrainerState | None:
    """The state of a trainer with a fresh optimizer that goes through the examples in the same order as another."""
    if len(state.order) != len(dataset.train):
        return None
    network = Network(twin.network)
    network.load(twin.parameters, twin.muted)
    fresh = Trainer(network, dataset.train, twin.training, twin.seeds.generator("shuffle")).export()
    return replace(state, optimizer=fresh.optimizer, watch=fresh.watch, early=None)
