"""Train a project from start to end without a window: for the command, and for everything that trains many projects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from nnplay.data import Dataset
from nnplay.engine import NnplayError
from nnplay.project import Project, StopRules
from nnplay.project.stop_watch import Ending
from nnplay.runs.history import GrowingHistory
from nnplay.runs.order import RunOrder, ShouldStop, never
from nnplay.runs.outcome import Outcome
from nnplay.runs.pace import FULL_SPEED
from nnplay.runs.plan import RunPlan
from nnplay.runs.report import RunReport
from nnplay.runs.run import TrainingRun
from nnplay.runs.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Trained:
    """A project after its run.

    Attributes
    ----------
    project
        With what was trained, so that the same call resumes it exactly, to the bit; the given project itself if no step
        was kept.
    start, end
        Snapshots of the network before and after, the latter with its scores.
    ending
        How the run ended by its rules; None if it was stopped or diverged.
    error
        Why it cannot continue, or None. ``project`` then has the last good weights.
    learning_s
        Seconds spent on steps alone, without measuring.
    """

    project: Project
    start: Snapshot
    end: Snapshot
    ending: Ending | None
    error: NnplayError | None
    learning_s: float

    @property
    def n_epochs(self) -> int:
        """Epochs finished in this run."""
        return self.end.epoch - self.start.epoch

    @property
    def has_learned(self) -> bool:
        """Whether the run took any steps that are worth keeping."""
        return self.end.step > self.start.step


def train(
    project: Project,
    dataset: Dataset,
    rules: StopRules,
    publish: Callable[[RunReport], None] | None = None,
    should_stop: ShouldStop = never,
) -> Trained:
    """Train until the rules end the run or ``should_stop`` returns True; every epoch is measured.

    A project that holds a trainer's state resumes where that run paused, even within an epoch; ``rules.n_epochs`` are
    further epochs. The same project, data and rules give the same project, bit for bit, on one machine.

    Parameters
    ----------
    dataset
        The project's data.
    publish
        Called with the progress at most forty times a second; the last report is final.

    Raises
    ------
    DataError, ShapeError
        If the project cannot be trained on the data.
    """
    start = Snapshot.of_project(0, project)
    run = TrainingRun(RunPlan.of(project, dataset, start))
    history = GrowingHistory()
    history.restart(project.history)
    reports: list[RunReport] = []

    def keep(report: RunReport) -> None:
        history.extend(report.points)
        reports[:] = [report]
        if publish is not None:
            publish(report)

    order = RunOrder(start.run_id, inf, is_thorough=True).begin_with(project.training, FULL_SPEED, rules)
    run.advance(order, keep, should_stop)
    [final] = reports
    assert final.snapshot is not None
    # The stored training time is left unchanged, so that the same run gives the same file.
    curves = history.freeze(final.snapshot.step, project.history.seconds)
    outcome = Outcome.of(start, final.snapshot, curves, final.error, is_last=False)
    return Trained(
        project=outcome.applied_to(project) if outcome.n_steps > 0 else project,
        start=start,
        end=final.snapshot,
        ending=final.ending,
        error=final.error,
        learning_s=run.learning_s,
    )
