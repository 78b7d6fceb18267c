"""A training run: the loop around the trainer.

It runs in the thread that calls it: results go out through a function; commands come in through an order and a function
that says when to stop.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from math import inf, nan
from threading import Event
from time import perf_counter

from nnplay.data import Dataset
from nnplay.engine import DataError, Evaluation, Network, Progress, Trainer, TrainerState, TrainingDivergedError
from nnplay.engine.seeds import generator
from nnplay.project.stop_watch import Ending, Reason, StopWatch
from nnplay.runs.history import HistoryPoint
from nnplay.runs.order import RunOrder, ShouldStop, Stride, never, nothing
from nnplay.runs.pace import FULL_SPEED, Pace
from nnplay.runs.plan import RunPlan
from nnplay.runs.report import RunReport
from nnplay.runs.scores import Scores, is_small, score
from nnplay.runs.snapshot import Snapshot

REPORT_INTERVAL_S = 0.025
"""Interval of reports, a little less than that of the window's looks: even after one more loop, each look finds news.
"""

_CHUNK_S = 0.008
"""Time of a chunk of steps: short enough to stop promptly, long enough to cost almost nothing."""

_STEP_TIME_WEIGHT = 0.1
"""Share of the newest chunk in the estimated time per step; small, so that one slow moment does not shrink the next
chunk.
"""

_WAIT_S = 0.004
"""How long a throttled run sleeps before it checks again whether a step is due."""

_MOST_WATCHED = 20_000
"""Most parameters for which every report has the optimizer's state, so that no edit and no save loses it."""

_EXACT_INTERVAL_S = 0.25
"""Interval of the moments of a larger network that have it: copying it costs far less than a hundredth of that."""

_FIRST_EPOCHS = 100
"""Number of first epochs that are all scored if that is cheap: there the curve falls, at any speed."""

_UNSEEN = Progress(step=0, epoch=0, step_in_epoch=0, steps_per_epoch=0, share=0.0, loss=nan, accuracy=None)


class TrainingRun:
    """A network being trained, with everything that must survive a pause: optimizer, random state, position.

    Resuming after a pause gives the same weights as the same run without the pause, bit for bit.

    Parameters
    ----------
    plan : the run; its parameters are copied.

    Attributes
    ----------
    learning_s
        Seconds that the last ``advance`` spent on steps, without measuring and reporting.
    """

    def __init__(self, plan: RunPlan) -> None:
        self._network = Network(plan.network)
        self._network.load(plan.parameters, plan.muted)
        rng = generator("shuffle", plan.shuffle_seed)
        self._trainer = Trainer(self._network, plan.dataset.train, plan.settings, rng)
        self._progress = _UNSEEN
        self._pace = Pace()
        self._points: list[HistoryPoint] = []
        self._is_small = is_small(plan.dataset)
        self._scores = Scores()
        self._scored_step = self._noted_step = -1
        self._stop_watch = StopWatch()
        self._goal_epoch = inf
        self._exported_at = -inf
        self._timed_step = 0
        self._plan = plan if plan.trainer is None else self._resumed(plan, plan.trainer)
        self._speed = 0.0
        self._elapsed_s = plan.seconds
        self.learning_s = 0.0
        self._may_cut: ShouldStop | None = None  # called while measuring, so that a pause does not have to wait

    def _resumed(self, plan: RunPlan, state: TrainerState) -> RunPlan:
        """Take over the state of an earlier run's trainer, if it fits, and the counts from the plan."""
        try:
            self._progress = self._trainer.resume(state)
        except DataError:  # a file may describe data or an optimizer that the project no longer has
            return plan
        self._noted_step = self._progress.step
        self._stop_watch.resume(state.early)
        return replace(plan, step=plan.step - state.step, epoch=plan.epoch - state.epoch)

    @property
    def dataset(self) -> Dataset:
        """The data that it learns from."""
        return self._plan.dataset

    @property
    def is_small(self) -> bool:
        """Whether it has few examples, so that all of them can be measured often."""
        return self._is_small

    def advance(
        self,
        order: RunOrder,
        publish: Callable[[RunReport], None],
        should_stop: ShouldStop = never,
        between: Callable[[], None] = nothing,
    ) -> None:
        """Train until the order is carried out or ``should_stop`` returns True, then publish a final report.

        Divergence ends the run: the final report then has the last good weights and the error. ``between`` is called
        after each chunk of steps; the time that it takes is not the run's.
        """
        for _ in self.advancing(order, publish, should_stop):
            between()

    def advancing(
        self, order: RunOrder, publish: Callable[[RunReport], None], should_stop: ShouldStop = never
    ) -> Iterator[float]:
        """As ``advance``, but hand over after each chunk of steps, so that another run can keep in step.

        Yields
        ------
        Epochs trained since the network's start, with the present one's fraction.
        """
        error: TrainingDivergedError | None = None
        ending: Ending | None = None
        is_first = not self._progress.step and not self._plan.step
        if is_first and self._is_small and not (order.is_thorough or order.is_quiet):
            self._note()  # a curve starts with the network's scores before it has learned anything
        try:
            if order.stride is Stride.EPOCHS:
                self._may_cut = None if order.is_thorough else should_stop
                ending = yield from self._loop(order, publish, should_stop)
            else:
                self._take_step(order)
        except TrainingDivergedError as diverged:
            error = self._counted_from_start(diverged)
            self._progress = _epoch_start(self._progress)
        self._may_cut = None
        if self._progress.step > self._noted_step and self._progress.step:
            if not self._is_small and not order.is_thorough and should_stop():
                self._note_seen()
            else:
                self._note()
        if ending is not None and ending.parameters is not None:
            self._network.load(ending.parameters, self._plan.muted)
            self._measure(is_whole=order.is_thorough)
        snapshot = replace(self._snapshot(order).stopped(), trainer=None if error else self._export())
        points = self._take_points()
        publish(RunReport(order.run_id, snapshot, points, self._progress, is_final=True, error=error, ending=ending))

    def _loop(
        self, order: RunOrder, publish: Callable[[RunReport], None], should_stop: ShouldStop
    ) -> Generator[float, None, Ending | None]:
        trainer, pace, watch, is_thorough = self._trainer, self._pace, self._stop_watch, order.is_thorough
        interval = inf if order.is_quiet else REPORT_INTERVAL_S
        advance, idle = trainer.advance, Event()  # an event that is never set, to sleep on
        take_settings, take_speed, take_rules = order.live_settings.take, order.live_speed.take, order.live_rules.take
        last_epoch = self._goal_epoch = trainer.epoch + order.n_epochs
        ruled_epoch, is_watched, learning_s = inf, False, 0.0
        ending: Ending | None = None
        self._timed_step, self._speed = trainer.step, 0.0
        step, step_time, max_steps = trainer.step, 0.0, 1
        before = reported = evaluated = perf_counter()
        if is_thorough:
            evaluated = -inf  # the first epoch is reported at once
        pace.begin(FULL_SPEED, before, 0.0)
        # A small network's epoch takes 100 µs, so the work before the `if` must stay around 1 % of that.
        while not should_stop() and trainer.epoch < last_epoch:
            settings, speed, rules = take_settings(), take_speed(), take_rules()
            if settings is not None:
                trainer.apply(settings)
            if rules is not None:
                watch.follow(rules, trainer.epoch)
                ruled_epoch, is_watched = watch.last_epoch, watch.needs_scores
                last_epoch = self._goal_epoch = ruled_epoch
            if speed is not None:
                pace.begin(speed, before, trainer.step if speed.is_in_steps else self._position())
            n_steps = max_steps
            if pace.is_limited:
                position = trainer.step if pace.is_in_steps else self._position()
                n_steps = min(max_steps, pace.steps_due(perf_counter(), position, trainer.steps_per_epoch))
                if not n_steps:
                    idle.wait(_WAIT_S)
                    before = perf_counter()
                    continue
            self._progress = progress = advance(n_steps)
            now = perf_counter()
            learning_s += now - before
            seconds_a_step = (now - before) / (progress.step - step)
            step_time += _STEP_TIME_WEIGHT * (seconds_a_step - step_time) if step_time else seconds_a_step
            # Chunks are sized by time, not by steps, so that a stop acts promptly with a network of any size.
            max_steps = int(_CHUNK_S / step_time) or 1
            before, step = now, progress.step
            if progress.is_epoch_end and (is_watched or is_thorough):
                if is_thorough:
                    self._note()
                else:
                    self._measure()
                if self._may_cut is not None and self._may_cut():
                    break  # measuring it may have been cut short
                if is_watched:
                    ending = self._judge()
                if ending is not None:
                    break
                # Reset, so that measuring does not count as time spent learning.
                before = perf_counter()
            if now - evaluated >= interval and (progress.is_epoch_end or now - reported >= interval):
                self._count_time(now - reported)
                publish(self._report(order))
                before = reported = perf_counter()
                if progress.is_epoch_end:
                    evaluated = reported
            elif progress.is_epoch_end and self._is_early(order) and self._noted_step != progress.step:
                self._note()
                before = perf_counter()
            handed_over = perf_counter()
            yield self._plan.epoch + self._position()
            # What another run did meanwhile takes none of this run's time.
            away = perf_counter() - handed_over
            before, reported, evaluated = before + away, reported + away, evaluated + away
        self._elapsed_s += perf_counter() - reported
        self.learning_s = learning_s
        if ending is None and trainer.epoch >= ruled_epoch:
            if self._scored_step != self._progress.step:
                self._measure()
            ending = Ending(Reason.EPOCHS, self._plan.epoch + trainer.epoch, self._scores.train_loss)
        return ending

    def _judge(self) -> Ending | None:
        """Return how the run ends after the epoch that has just been measured; None to continue."""
        scores, parameters = self._scores, self._network.unmuted_parameters()
        epoch = self._plan.epoch + self._trainer.epoch
        return self._stop_watch.judge(epoch, scores.train_loss, scores.test_loss, parameters)

    def _is_early(self, order: RunOrder) -> bool:
        """Return whether each epoch gets a point: while the network begins to learn, if it is cheap to measure."""
        return self._trainer.epoch + self._plan.epoch <= _FIRST_EPOCHS and self._is_small and not order.is_quiet

    def _take_step(self, order: RunOrder) -> None:
        """Take one step; the rest of the epoch stays as it was, without the examples of the step."""
        trainer = self._trainer
        settings = order.live_settings.take() or trainer.settings
        start = perf_counter()
        trainer.apply(replace(settings, batch_size=1) if order.stride is Stride.SAMPLE else settings)
        try:
            self._progress = trainer.advance(1)
        finally:
            trainer.apply(settings)
        self._elapsed_s += perf_counter() - start

    def _position(self) -> float:
        """Return the number of epochs trained, including the present epoch's fraction."""
        progress = self._progress
        return progress.epoch if progress.is_epoch_end else progress.epoch + progress.share

    def _report(self, order: RunOrder) -> RunReport:
        progress = self._progress
        # Someone who watches single steps wants to see the effect of each.
        if progress.is_epoch_end or (self._pace.is_limited and self._pace.is_in_steps and self._is_small):
            if self._noted_step != progress.step:
                self._note()
        elif not self._is_small:
            self._scores = replace(self._scores, train_loss=progress.loss, train_accuracy=progress.accuracy)
        snapshot = self._snapshot(order)
        moments: tuple[Snapshot, ...] = ()
        now = perf_counter()
        if snapshot.trainer is None and progress.is_epoch_end and now - self._exported_at >= _EXACT_INTERVAL_S:
            self._exported_at = now
            moments = (replace(snapshot, trainer=self._export()),)
        return RunReport(order.run_id, snapshot, self._take_points(), progress, moments=moments)

    def _take_points(self) -> tuple[HistoryPoint, ...]:
        points = tuple(self._points)
        self._points.clear()
        return points

    def _note(self) -> None:
        """Add the present scores to the curves."""
        if self._scored_step != self._progress.step:
            self._measure()
        self._noted_step = self._progress.step
        self._points.append(HistoryPoint(self._plan.epoch + self._position(), self._scores))

    def _note_seen(self) -> None:
        """Add the scores seen by training itself, so that a requested pause does not have to wait for measuring."""
        progress = self._progress
        self._scores = Scores(train_loss=progress.loss, train_accuracy=progress.accuracy)
        self._scored_step = progress.step
        self._note()

    def _measure(self, *, is_whole: bool = False) -> None:
        """Measure the network; many training examples only if ``is_whole``, otherwise use what training has seen."""
        progress = self._progress
        seen = None if is_whole else Evaluation(progress.loss, progress.accuracy)
        loss = self._trainer.settings.loss
        self._scores = score(self._network, self._plan.dataset, loss, seen, self._may_cut)
        self._scored_step = progress.step

    def _snapshot(self, order: RunOrder) -> Snapshot:
        progress, scores = self._progress, self._scores
        parameters = self._network.unmuted_parameters()
        parameters.flags.writeable = False
        return Snapshot(
            run_id=order.run_id,
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
            muted=self._plan.muted,
            goal_epoch=self._plan.epoch + self._goal_epoch,
            trainer=self._export() if len(parameters) <= _MOST_WATCHED else None,
        )

    def _export(self) -> TrainerState:
        """Return everything that resuming needs besides the weights."""
        return replace(self._trainer.export(), early=self._stop_watch.export())

    def _count_time(self, seconds: float) -> None:
        """Update the clock and the speed, which is averaged over about a second."""
        n_steps = self._progress.step - self._timed_step
        n_examples = n_steps * len(self._plan.dataset.train) / self._trainer.steps_per_epoch
        speed = n_examples / seconds
        self._speed += (speed - self._speed) * min(1.0, seconds) if self._speed else speed
        self._timed_step = self._progress.step
        self._elapsed_s += seconds

    def _counted_from_start(self, error: TrainingDivergedError) -> TrainingDivergedError:
        """Return the error with steps and epochs counted as the person sees them: over all runs of the network."""
        return TrainingDivergedError(
            step=self._plan.step + error.step,
            epoch=self._plan.epoch + error.epoch,
            loss=error.loss,
            layer=error.layer,
        )


def _epoch_start(progress: Progress) -> Progress:
    """Return where the epoch that failed after `progress` began, to which the trainer has gone back."""
    if progress.is_epoch_end:
        return progress
    return replace(
        progress, step=progress.step - progress.step_in_epoch, step_in_epoch=0, share=0.0, loss=nan, accuracy=None
    )
