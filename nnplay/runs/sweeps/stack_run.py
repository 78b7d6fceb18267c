"""A run of many projects at once: the loop around the trainer of a stack, as ``TrainingRun`` is for one network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import nan
from time import perf_counter

import numpy as np

from nnplay.data import Dataset
from nnplay.engine import Evaluation, Exam, Network, NnplayError, Progress, Stack, StackTrainer
from nnplay.project import Project
from nnplay.project.stop_watch import Ending, Reason, StopWatch
from nnplay.runs.headless import Trained
from nnplay.runs.history import GrowingHistory, HistoryPoint
from nnplay.runs.order import ShouldStop, never
from nnplay.runs.outcome import Outcome
from nnplay.runs.scores import UNKNOWN, Scores, is_small, score
from nnplay.runs.snapshot import Snapshot
from nnplay.runs.sweeps.glimpse import Glimpse, Watch

_STEPS = 100
"""Steps between two checks whether to stop: a few milliseconds."""


class _Member:
    """One project of the stack: its curves, its rules, and how it ended."""

    def __init__(self, project: Project, network: Network) -> None:
        self.project = project
        self.network = network
        self.start = Snapshot.of_project(0, project)
        self.history = GrowingHistory()
        self.history.restart(project.history)
        self.watch = StopWatch()
        self.watch.follow(project.stop, 0)
        self.scores = Scores()
        self.progress = Progress(0, 0, 0, 0, 0.0, nan, None)
        self.ending: Ending | None = None
        self.error: NnplayError | None = None

    def note(self, epoch: int, scores: Scores) -> None:
        """Add an epoch's scores to the curves, and apply the stop rules."""
        self.scores = scores
        self.history.extend([HistoryPoint(self.start.epoch + epoch, scores)])
        if self.watch.needs_scores:
            parameters = self.network.unmuted_parameters()
            self.ending = self.watch.judge(epoch, scores.train_loss, scores.test_loss, parameters)
        if self.ending is None and epoch >= self.watch.last_epoch:
            self.ending = Ending(Reason.EPOCHS, epoch, scores.train_loss)

    def trained(self, seconds: float) -> Trained:
        """Return the outcome of the run."""
        parameters = self.network.unmuted_parameters()
        parameters.flags.writeable = False
        progress, scores = self.progress, self.scores
        end = replace(
            self.start,
            parameters=parameters,
            step=self.start.step + progress.step,
            epoch=self.start.epoch + progress.epoch,
            step_in_epoch=progress.step_in_epoch,
            steps_per_epoch=progress.steps_per_epoch,
            train_loss=scores.train_loss,
            test_loss=scores.test_loss,
            train_accuracy=scores.train_accuracy,
            test_accuracy=scores.test_accuracy,
        )
        curves = self.history.freeze(end.step, self.project.history.seconds)
        outcome = Outcome.of(self.start, end, curves, self.error, is_last=True)
        project = outcome.applied_to(self.project) if outcome.n_steps > 0 else self.project
        return Trained(project, self.start, end, self.ending, self.error, seconds)


def train_together(
    projects: Sequence[Project],
    datasets: Sequence[Dataset],
    publish: Callable[[float], None] | None = None,
    should_stop: ShouldStop = never,
    watch: Watch | None = None,
) -> list[Trained]:
    """Train projects as one stack, from the start, each with its own stop rules; every epoch is measured.

    Each result equals that of ``train`` for this project alone, up to rounding; the same projects in the same order
    give the same results to the bit.

    Parameters
    ----------
    datasets
        The data of each; the same object for equal data.
    publish
        Called after every epoch with the finished share of the longest run.
    watch
        Called every few milliseconds with a glimpse of all networks.

    Raises
    ------
    SettingError, DataError, ShapeError
        If they cannot be trained together.
    """
    networks = []
    for project in projects:
        network = Network(project.network)
        network.load(project.parameters, project.muted)
        networks.append(network)
    members = [_Member(project, network) for project, network in zip(projects, networks, strict=True)]
    stack = Stack(networks)
    settings = [project.training for project in projects]
    rngs = [project.seeds.generator("shuffle") for project in projects]
    trainer = StackTrainer(stack, [data.train for data in datasets], settings, rngs)
    loss = settings[0].loss
    learning = Exam(stack, [data.train for data in datasets], loss) if is_small(datasets[0]) else None
    held_out = Exam(stack, [data.test for data in datasets], loss) if len(datasets[0].test) else None
    exams = learning, held_out
    start = perf_counter()
    while not trainer.is_out.all() and not should_stop():
        progress = trainer.advance(_STEPS)
        for member, each in zip(members, progress, strict=True):
            member.progress = each
        for number, error in trainer.errors.items():
            members[number].error = error
        if trainer.is_epoch_end and not trainer.is_out.all():
            _end_epoch(trainer, members, datasets, exams)
            if publish is not None:
                publish(min(1.0, trainer.epoch / max(member.watch.last_epoch for member in members)))
        if watch is not None:
            scores = [member.scores for member in members]
            watch(Glimpse(projects[0], trainer.epoch, scores, trainer.is_out, networks, stack))
    seconds = (perf_counter() - start) / len(members)
    return [member.trained(seconds) for member in members]


def _end_epoch(
    trainer: StackTrainer, members: Sequence[_Member], datasets: Sequence[Dataset], exams: tuple[Exam | None, ...]
) -> None:
    learning, held_out = exams
    if learning is not None:
        train = learning.evaluate()
    else:
        train = [Evaluation(member.progress.loss, member.progress.accuracy) for member in members]
    test = held_out.evaluate() if held_out is not None else [UNKNOWN] * len(members)
    for number in np.flatnonzero(~trainer.is_out).tolist():
        member = members[number]
        scores = Scores(train[number].loss, test[number].loss, train[number].accuracy, test[number].accuracy)
        member.note(trainer.epoch, scores)
        if member.ending is not None:
            trainer.take_out(number)
            if member.ending.parameters is not None:
                member.network.load(member.ending.parameters, member.project.muted)
                member.scores = score(member.network, datasets[number], member.project.training.loss)
