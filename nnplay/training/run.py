"""A training run: the loop around the trainer, in the worker's thread.

No Qt here: what the loop learns goes out through a function, and orders come in through the job's flag and
mailbox, so that a test can call it like any other function.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import nan
from time import perf_counter

from nnplay.data import Dataset
from nnplay.engine import Evaluation, Network, Progress, Trainer, TrainingDivergedError
from nnplay.engine.seeds import generator
from nnplay.training.history import HistoryPoint
from nnplay.training.jobs import RunJob, RunPlan
from nnplay.training.report import RunReport
from nnplay.training.scores import Scores, is_small, score
from nnplay.training.snapshot import Snapshot

REPORT_INTERVAL_S = 0.025
"""A little less than the window's time between two looks, so that with a turn of the loop added each look finds news."""

_CHUNK_S = 0.008
"""How long the trainer is left alone: short enough for a stop to act at once, long enough to cost nothing."""

_PACE_WEIGHT = 0.1
"""Share of the newest chunk in the estimated time a step; small, so that one slow moment does not shrink the next."""

_UNSEEN = Progress(step=0, epoch=0, step_in_epoch=0, steps_per_epoch=0, loss=nan, accuracy=None)


class TrainingRun:
    """A network being trained, with everything that a pause must keep: optimizer, random state, position.

    Going on after a pause gives the weights that the same run has without the pause, bit for bit.

    Parameters
    ----------
    plan : the run; its parameters are copied.
    """

    def __init__(self, plan: RunPlan) -> None:
        self._plan = plan
        self._network = Network(plan.network)
        self._network.parameters[...] = plan.parameters
        rng = generator("shuffle", plan.shuffle_seed)
        self._trainer = Trainer(self._network, plan.dataset.train, plan.settings, rng)
        self._progress = _UNSEEN
        self._scores = Scores()
        self._scored_step = 0
        self._timed_step = 0
        self._speed = 0.0
        self._elapsed_s = 0.0

    @property
    def dataset(self) -> Dataset:
        """What it learns from."""
        return self._plan.dataset

    def advance(self, job: RunJob, publish: Callable[[RunReport], None]) -> None:
        """Train until the job's epochs are done or its stop flag is set, then publish a final report.

        Divergence ends the run: the final report then has the last good weights and the error.
        """
        error = None
        try:
            self._loop(job, publish)
        except TrainingDivergedError as diverged:
            error = self._counted_from_start(diverged)
            self._progress = _epoch_start(self._progress)
        is_new = self._progress.step > self._scored_step
        points = (self._evaluate(),) if is_new else ()
        publish(RunReport(job.id, self._snapshot(job).stopped(), points, is_final=True, error=error))

    def _loop(self, job: RunJob, publish: Callable[[RunReport], None]) -> None:
        trainer = self._trainer
        advance, is_stopped, take_settings = trainer.advance, job.stop.is_set, job.live_settings.take
        last_epoch = trainer.epoch + job.n_epochs
        self._timed_step, self._speed = trainer.step, 0.0
        step, pace, max_steps = trainer.step, 0.0, 1
        before = reported = evaluated = perf_counter()
        # A small network's epoch takes 100 µs: what stands before the `if` is kept to about 1 % of that.
        while not is_stopped() and trainer.epoch < last_epoch:
            settings = take_settings()
            if settings is not None:
                trainer.apply(settings)
            self._progress = progress = advance(max_steps)
            now = perf_counter()
            seconds_a_step = (now - before) / (progress.step - step)
            pace = pace + _PACE_WEIGHT * (seconds_a_step - pace) if pace else seconds_a_step
            max_steps = int(_CHUNK_S / pace) or 1
            before, step = now, progress.step
            if now - evaluated >= REPORT_INTERVAL_S and (progress.is_epoch_end or now - reported >= REPORT_INTERVAL_S):
                self._count_time(now - reported)
                publish(self._report(job))
                before = reported = perf_counter()
                if progress.is_epoch_end:
                    evaluated = reported
        self._elapsed_s += perf_counter() - reported

    def _report(self, job: RunJob) -> RunReport:
        progress = self._progress
        points: tuple[HistoryPoint, ...] = ()
        if progress.is_epoch_end:
            points = (self._evaluate(),)
        elif not is_small(self._plan.dataset):
            self._scores = replace(self._scores, train_loss=progress.loss, train_accuracy=progress.accuracy)
        return RunReport(job.id, self._snapshot(job), points)

    def _evaluate(self) -> HistoryPoint:
        progress = self._progress
        seen = Evaluation(progress.loss, progress.accuracy)
        self._scores = score(self._network, self._plan.dataset, self._trainer.settings.loss, seen)
        self._scored_step = progress.step
        share = 0.0 if progress.is_epoch_end else progress.step_in_epoch / progress.steps_per_epoch
        return HistoryPoint(self._plan.epoch + progress.epoch + share, self._scores)

    def _snapshot(self, job: RunJob) -> Snapshot:
        progress, scores = self._progress, self._scores
        parameters = self._network.parameters.copy()
        parameters.flags.writeable = False
        return Snapshot(
            run_id=job.id,
            parameters=parameters,
            step=self._plan.step + progress.step,
            epoch=self._plan.epoch + progress.epoch,
            step_in_epoch=progress.step_in_epoch,
            steps_per_epoch=self._trainer.steps_per_epoch,
            train_loss=scores.train_loss,
            test_loss=scores.test_loss,
            train_accuracy=scores.train_accuracy,
            test_accuracy=scores.test_accuracy,
            examples_per_second=self._speed,
            elapsed_s=self._elapsed_s,
            is_running=True,
        )

    def _count_time(self, seconds: float) -> None:
        """Bring the clock and the speed, averaged over about a second, up to date."""
        n_steps = self._progress.step - self._timed_step
        n_examples = n_steps * len(self._plan.dataset.train) / self._trainer.steps_per_epoch
        speed = n_examples / seconds
        self._speed += (speed - self._speed) * min(1.0, seconds) if self._speed else speed
        self._timed_step = self._progress.step
        self._elapsed_s += seconds

    def _counted_from_start(self, error: TrainingDivergedError) -> TrainingDivergedError:
        """The error with steps and epochs as the person sees them: over all runs of the network."""
        return TrainingDivergedError(
            step=self._plan.step + error.step,
            epoch=self._plan.epoch + error.epoch,
            loss=error.loss,
            layer=error.layer,
        )


def _epoch_start(progress: Progress) -> Progress:
    """Where the epoch began that failed after `progress`: there the trainer has gone back to."""
    if progress.is_epoch_end:
        return progress
    return replace(progress, step=progress.step - progress.step_in_epoch, step_in_epoch=0, loss=nan, accuracy=None)
