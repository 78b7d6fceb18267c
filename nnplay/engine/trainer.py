"""The trainer: moves a network's weights one mini-batch at a time."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np

from nnplay.engine.calls import Array, Call, run
from nnplay.engine.checks import check_kind, check_whole
from nnplay.engine.epoch import Epoch
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DataError, TrainingDivergedError
from nnplay.engine.examples import Examples
from nnplay.engine.feeds import ExampleTable, Feed
from nnplay.engine.losses import find_loss
from nnplay.engine.muting import muted_weights
from nnplay.engine.network import Network
from nnplay.engine.parts import check_parts
from nnplay.engine.progress import Progress
from nnplay.engine.schedules import Constant, Watch
from nnplay.engine.settings import MAX_BATCH_SIZE, TrainingSettings
from nnplay.engine.trainer_state import TrainerState
from nnplay.engine.update import Update
from nnplay.engine.workspace import Workspace


@dataclass
class _Batch:
    """A workspace for one batch size with what brings the examples into it, and all that one step runs after that."""

    workspace: Workspace
    feed: Feed
    calls: list[Call]


class Trainer:
    """Trains a network in place, reshuffling the examples before each epoch.

    Parameters
    ----------
    network
        The network whose ``parameters`` are moved; nobody else may write to them while ``advance`` runs.
    examples
        What it learns from.
    settings
        Everything else; ``apply`` changes them during training.
    rng
        Source of the shuffling and of dropout masks: the same generator state gives the same run, bit for bit.

    Attributes
    ----------
    step, epoch
        Steps taken in all, epochs finished.

    Raises
    ------
    DataError
        If there are no examples.
    ShapeError
        If examples and network do not fit.
    SettingError
        If the settings name parts that the network does not have, or an argument is of another class.
    """

    def __init__(
        self, network: Network, examples: Examples, settings: TrainingSettings, rng: np.random.Generator
    ) -> None:
        check_kind("network", network, Network)
        check_kind("examples", examples, Examples)
        check_kind("settings", settings, TrainingSettings)
        if not len(examples):
            raise DataError(QT_TRANSLATE_NOOP("errors", "There are no examples to train on."))
        layer = network.first_not_finite()
        if layer:
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "The layer “{layer}” has weights that are not finite numbers: reset them."),
                layer=layer,
            )
        self.network = network
        self.settings = settings
        self.step = 0
        self.epoch = 0
        self._rng = rng
        self._watch = Watch()
        self._observed: float | None = None
        self._targets = examples.y
        self._table = ExampleTable(network.spec, examples, network.parameters.dtype)
        self._epoch = Epoch(len(examples))
        self._last_good = network.parameters.copy()
        self._update = Update([network.spec], network.parameters, network.gradients, self._measure)
        self._batches: dict[int, _Batch] = {}
        self._n_right = 0
        self._check(settings)
        self._begin_epoch()

    @property
    def steps_per_epoch(self) -> int:
        """Mini-batches in the present epoch."""
        return self._epoch.n_steps

    @property
    def learning_rate(self) -> float:
        """The learning rate of the last step, or of the first before there was one: the setting times its schedule."""
        return float(self._update.rate)

    def apply(self, settings: TrainingSettings) -> None:
        """Take over new settings at the next step; what the optimizer has gathered is kept unless its kind changes.

        A new batch size divides what is left of the epoch.

        Raises
        ------
        SettingError
            If the settings do not fit the network or the data; nothing has changed then.
        """
        self._check(settings)
        old, self.settings = self.settings, settings
        if settings.loss != old.loss:
            self._start_mean()
            self._batches.clear()
        if settings.schedule != old.schedule:
            self._watch = Watch()
        self._divide()

    def observe(self, loss: float) -> None:
        """Tell ``ReduceOnPlateau`` the validation loss of the epoch just finished, instead of its training loss."""
        self._observed = loss

    def advance(self, max_steps: int) -> Progress:
        """Take up to ``max_steps`` steps, stopping at an epoch's end.

        Raises
        ------
        TrainingDivergedError
            If a loss is not finite, or a weight has grown beyond what its type can hold with sense. The trainer is then
            back where the epoch began, its optimizer fresh: with other settings it may go on.
        """
        if self._epoch.is_over:
            self._end_epoch()
            self._begin_epoch()
        if self.network.muted != self._muted:
            self._count_right()
            self._batches.clear()
            self._divide()
        self._rate_position = self._epoch.position
        # A diverging loss overflows: that is reported below, not warned of by NumPy.
        with np.errstate(all="ignore"):
            for rows_of_steps in self._epoch.upcoming(max_steps):
                self._take(self._batches[len(rows_of_steps[0])], rows_of_steps)
            self._check_weights()
        if self._epoch.is_over:
            self.epoch += 1
        return self._progress()

    def export(self) -> TrainerState:
        """Return everything that resuming needs besides parameters, examples and settings; copies."""
        return TrainerState(
            step=self.step,
            epoch=self.epoch,
            step_in_epoch=self._epoch.position,
            n_seen=self._epoch.n_seen,
            n_measured=self._n_measured,
            n_right=self._count_right(),
            loss_sum=self._loss,
            watch=self._watch,
            observed=self._observed,
            random_state=self._rng.bit_generator.state,
            order=self._epoch.order.copy(),
            optimizer={name: array.copy() for name, array in self._update.state.items()},
        )

    def resume(self, state: TrainerState) -> Progress:
        """Resume where ``state`` was exported, bit for bit, given the same parameters, examples and settings.

        Raises
        ------
        DataError
            If the state belongs to other examples, another network or another optimizer; nothing has changed then.
        """
        state.check(self._epoch.order, self._update.state)
        state.set_random(self._rng)
        self.step, self.epoch = state.step, state.epoch
        self._epoch.position, self._epoch.n_seen = state.step_in_epoch, state.n_seen
        self._start_mean()
        self._n_measured, self._loss, self._n_right = state.n_measured, state.loss_sum, state.n_right
        self._watch, self._observed = state.watch, state.observed
        self._epoch.order[...] = state.order
        for name, array in self._update.state.items():
            array[...] = state.optimizer[name]
        self._last_good[...] = self.network.parameters
        self._divide()
        return self._progress()

    def _take(self, batch: _Batch, rows_of_steps: list[Array]) -> None:
        # The inner loop of training: every name local, one prebound call after another, and one comparison, which is
        # false for NaN too.
        gathers, calls, read_loss = batch.feed.gathers, batch.calls, batch.workspace.total.item
        infinity, loss_sum, n_taken = np.inf, 0.0, 0
        for rows in rows_of_steps:
            for take, axis, out in gathers:
                take(rows, axis, out, "clip")
            for function, arguments in calls:
                function(*arguments)
            loss = read_loss()
            if not loss < infinity:
                self._give_up(self.step + n_taken + 1, loss, batch.workspace.first_not_finite())
            loss_sum += loss
            n_taken += 1
        n_examples = n_taken * batch.workspace.batch_size
        self._loss += loss_sum * batch.workspace.total_factor
        self._n_measured += n_examples
        self._epoch.count(n_taken, n_examples)
        self.step += n_taken

    def _check(self, settings: TrainingSettings) -> None:
        check_parts(self.network.spec, settings.frozen)
        find_loss(settings.loss).check_targets(self._targets)
        if settings.optimizer.is_full_batch:
            check_whole("number of examples for a full batch", len(self._targets), 1, MAX_BATCH_SIZE)

    def _begin_epoch(self) -> None:
        self._last_good[...] = self.network.parameters
        self._epoch.begin(self._rng, self._batch_size)
        if self._epoch.batch_sizes != self._batches.keys():
            self._make_batches()
        self._start_mean()

    def _end_epoch(self) -> None:
        loss = self._progress().loss if self._observed is None else self._observed
        self._watch = self.settings.schedule.observe(self._watch, loss)
        self._observed = None

    def _start_mean(self) -> None:
        self._count_right()
        self._loss, self._n_measured, self._n_right = 0.0, 0, 0

    @property
    def _batch_size(self) -> int:
        n = len(self._targets)
        return n if self.settings.optimizer.is_full_batch else min(self.settings.batch_size, n)

    def _divide(self) -> None:
        self._epoch.divide(self._batch_size)
        self._make_batches()

    def _make_batches(self) -> None:
        """Workspaces for all batch sizes of the epoch; those that still fit are kept."""
        self._count_right()
        self._batches = {size: self._batches.get(size) or self._batch(size) for size in self._epoch.batch_sizes}
        self._bind()

    def _batch(self, size: int) -> _Batch:
        workspace = self.network.workspace(size, self._rng, self.settings.loss)
        return _Batch(workspace, self._table.feed(workspace), [])

    @np.errstate(all="ignore")
    def _bind(self) -> None:
        """Put each batch's calls together; settings that overflow the network's type show when training diverges."""
        self._muted = self.network.muted
        update = self._update.calls([self.settings], muted_weights(self.network.spec, self._muted))
        prepare: list[Call] = [(self._hold_random, ())] if self.settings.optimizer.is_full_batch else []
        if not isinstance(self.settings.schedule, Constant):
            prepare.append((self._set_rate, ()))
        self._rate_position = self._epoch.position
        self._set_rate()
        for batch in self._batches.values():
            workspace, feed = batch.workspace, batch.feed
            batch.calls = prepare + feed.calls + workspace.forward + workspace.backward + update + feed.count_right

    def _set_rate(self) -> None:
        time = self.epoch + self._rate_position % self.steps_per_epoch / self.steps_per_epoch
        self._update.rate[()] = self.settings.optimizer.learning_rate * self.settings.schedule.factor(time, self._watch)
        self._rate_position += 1

    def _hold_random(self) -> None:
        self._random_state = self._rng.bit_generator.state

    def _measure(self) -> float:
        # All of one full-batch step sees the same dropout masks, or no line search could succeed.
        (batch,) = self._batches.values()
        self._rng.bit_generator.state = self._random_state
        run(batch.workspace.forward)
        run(batch.workspace.backward)
        return batch.workspace.mean_loss

    def _count_right(self) -> int:
        """Examples classified right since the mean began; the batches' own counts are added and set back."""
        for batch in self._batches.values():
            self._n_right += int(batch.feed.right.sum())
            batch.feed.right[...] = 0
        return self._n_right

    def _progress(self) -> Progress:
        n = self._n_measured
        return Progress(
            step=self.step,
            epoch=self.epoch,
            step_in_epoch=self._epoch.position,
            steps_per_epoch=self.steps_per_epoch,
            share=self._epoch.n_seen / len(self._targets),
            loss=self._loss / n if n else nan,
            accuracy=self._count_right() / n if n and self._table.has_classes else None,
        )

    def _check_weights(self) -> None:
        """Behind saturated neurons weights can run away while the loss stays finite.

        At an epoch's end, the same for any length of ``advance``, they must also have a size at which training can move
        them: where neighbouring numbers of the network's type lie 2 apart, no sensible step does.
        """
        w = self.network.parameters
        limit = 2 / np.finfo(w.dtype).eps if self._epoch.is_over else np.finfo(w.dtype).max
        if not w.dot(w) < limit**2:
            runaway = (slot.node for slot in self.network.spec.slots if not (np.abs(w[slot.span]) <= limit).all())
            layer = next(runaway, None)
            if layer:
                self._give_up(self.step, self._progress().loss, layer)

    def _give_up(self, step: int, loss: float, layer: str) -> None:
        self.network.parameters[...] = self._last_good
        self._update.forget()
        self.step -= self._epoch.position
        self._begin_epoch()
        raise TrainingDivergedError(step=step, epoch=self.epoch + 1, loss=loss, layer=layer)
