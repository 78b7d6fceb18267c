"""The trainer: moves a network's weights one mini-batch at a time."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np

from nnplay.engine.calls import Array, Call, run
from nnplay.engine.checks import check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DataError, TrainingDivergedError
from nnplay.engine.examples import Examples
from nnplay.engine.feeds import ExampleTable, Feed
from nnplay.engine.losses import find_loss
from nnplay.engine.muting import muted_weights
from nnplay.engine.network import Network
from nnplay.engine.parts import check_parts
from nnplay.engine.schedules import Constant, Watch
from nnplay.engine.settings import MAX_BATCH_SIZE, TrainingSettings
from nnplay.engine.trainer_state import TrainerState
from nnplay.engine.update import Update
from nnplay.engine.workspace import Workspace


@dataclass(frozen=True)
class Progress:
    """Where training stands.

    Attributes
    ----------
    step
        Steps taken in all.
    epoch
        Epochs finished.
    step_in_epoch, steps_per_epoch
        Steps taken of the present epoch; at an epoch's end the two are equal.
    loss
        Mean loss of the present epoch's examples so far, each measured before the step that learned from it (L-BFGS:
        after it), without any penalty. A new loss function begins a new mean.
    accuracy
        Share of them classified right, or None where the targets are not class numbers.
    """

    step: int
    epoch: int
    step_in_epoch: int
    steps_per_epoch: int
    loss: float
    accuracy: float | None

    @property
    def is_epoch_end(self) -> bool:
        """Whether an epoch has just been finished."""
        return self.step_in_epoch == self.steps_per_epoch


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
        All the rest; ``apply`` changes them while training goes on.
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
        If the settings name parts that the network does not have.
    """

    def __init__(
        self, network: Network, examples: Examples, settings: TrainingSettings, rng: np.random.Generator
    ) -> None:
        if not len(examples):
            raise DataError(QT_TRANSLATE_NOOP("errors", "There are no examples to train on."))
        self.network = network
        self.settings = settings
        self.step = 0
        self.epoch = 0
        self._rng = rng
        self._watch = Watch()
        self._observed: float | None = None
        self._targets = examples.y
        self._table = ExampleTable(network.spec, examples, network.parameters.dtype)
        self._order = np.arange(len(examples))
        self._last_good = network.parameters.copy()
        self._update = Update(network.spec, network.parameters, network.gradients, self._measure)
        self._batches: dict[int, _Batch] = {}
        self._check(settings)
        self._begin_epoch()

    @property
    def steps_per_epoch(self) -> int:
        """Mini-batches in the present epoch."""
        return self._n_before + len(self._rows)

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
            self._batches.clear()
            self._start_mean()
        if settings.schedule != old.schedule:
            self._watch = Watch()
        self._divide()

    def observe(self, loss: float) -> None:
        """Tell ``ReduceOnPlateau`` the validation loss of the epoch just finished, instead of its training loss."""
        self._observed = loss

    def advance(self, max_steps: int) -> Progress:
        """Take up to ``max_steps`` steps (1 or more), stopping at an epoch's end.

        Raises
        ------
        TrainingDivergedError
            If a loss or a weight is not finite. The parameters are then those with which the epoch began.
        """
        if self._position == self.steps_per_epoch:
            self._end_epoch()
            self._begin_epoch()
        if self.network.muted != self._muted:
            self._batches.clear()
            self._divide()
        first = self._position - self._n_before
        last = min(first + max_steps, len(self._rows))
        self._rate_position = self._position
        # A diverging loss overflows: that is reported below, not warned of by NumPy.
        with np.errstate(all="ignore"):
            for batch, rows_of_steps in self._steps(first, last):
                self._take(batch, rows_of_steps)
            self._check_weights()
        if self._position == self.steps_per_epoch:
            self.epoch += 1
        return self._progress()

    def export(self) -> TrainerState:
        """All that resuming needs besides the network's parameters, the examples and the settings; copies."""
        return TrainerState(
            step=self.step,
            epoch=self.epoch,
            step_in_epoch=self._position,
            n_seen=self._n_seen,
            n_measured=self._n_measured,
            n_right=int(self._table.n_right),
            loss_sum=self._loss,
            watch=self._watch,
            observed=self._observed,
            random_state=self._rng.bit_generator.state,
            order=self._order.copy(),
            optimizer={name: array.copy() for name, array in self._update.state.items()},
        )

    def resume(self, state: TrainerState) -> None:
        """Go on where ``state`` was exported, to the bit, given the same parameters, examples and settings.

        Raises
        ------
        DataError
            If the state belongs to other examples, another network or another optimizer; nothing has changed then.
        """
        state.check(self._order, self._update.state)
        self.step, self.epoch, self._position = state.step, state.epoch, state.step_in_epoch
        self._n_seen, self._n_measured, self._loss = state.n_seen, state.n_measured, state.loss_sum
        self._table.n_right[...] = state.n_right
        self._watch, self._observed = state.watch, state.observed
        self._rng.bit_generator.state = state.random_state
        self._order[...] = state.order
        for name, array in self._update.state.items():
            array[...] = state.optimizer[name]
        self._last_good[...] = self.network.parameters
        self._divide()

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
        self._n_seen += n_examples
        self._n_measured += n_examples
        self._position += n_taken
        self.step += n_taken

    def _steps(self, first: int, last: int) -> list[tuple[_Batch, list[Array]]]:
        """The steps from ``first`` to ``last`` as runs of one batch size: all full ones, then the short one."""
        rows = self._rows[first:last]
        if len(rows[-1]) == len(rows[0]):
            return [(self._batches[len(rows[0])], rows)]
        return [(self._batches[len(rows[0])], rows[:-1]), (self._batches[len(rows[-1])], rows[-1:])]

    def _check(self, settings: TrainingSettings) -> None:
        check_parts(self.network.spec, settings.frozen)
        find_loss(settings.loss).check_targets(self._targets)
        if settings.optimizer.is_full_batch:
            check_whole("number of examples for a full batch", len(self._order), 1, MAX_BATCH_SIZE)

    def _begin_epoch(self) -> None:
        self._rng.shuffle(self._order)
        self._last_good[...] = self.network.parameters
        is_divided = self._batches and self._n_before == 0
        self._position = self._n_seen = 0
        if not is_divided:
            self._divide()
        self._start_mean()

    def _end_epoch(self) -> None:
        loss = self._progress().loss if self._observed is None else self._observed
        self._watch = self.settings.schedule.observe(self._watch, loss)
        self._observed = None

    def _start_mean(self) -> None:
        self._loss, self._n_measured = 0.0, 0
        self._table.n_right[...] = 0

    def _divide(self) -> None:
        """Divide what is left of the epoch into batches, and bind them."""
        n = len(self._order)
        size = n if self.settings.optimizer.is_full_batch else min(self.settings.batch_size, n)
        first = self._n_seen if self._n_seen < n else 0  # at its end nothing is left: this is the next one's division
        # Views of one vector that is shuffled in place: a batch costs no slice of its own.
        self._rows = [self._order[start : min(start + size, n)] for start in range(first, n, size)]
        self._n_before = self._position if first == self._n_seen else self._position - len(self._rows)
        sizes = {len(rows) for rows in self._rows}
        self._batches = {size: self._batches.get(size) or self._batch(size) for size in sizes}
        self._bind()

    def _batch(self, size: int) -> _Batch:
        workspace = self.network.workspace(size, self._rng, self.settings.loss)
        return _Batch(workspace, self._table.feed(workspace), [])

    def _bind(self) -> None:
        """Put each batch's calls together."""
        self._muted = self.network.muted
        update = self._update.calls(self.settings, muted_weights(self.network.spec, self._muted))
        prepare: list[Call] = [(self._hold_random, ())] if self.settings.optimizer.is_full_batch else []
        if not isinstance(self.settings.schedule, Constant):
            prepare.append((self._set_rate, ()))
        self._rate_position = self._position
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

    def _progress(self) -> Progress:
        n = self._n_measured
        return Progress(
            step=self.step,
            epoch=self.epoch,
            step_in_epoch=self._position,
            steps_per_epoch=self.steps_per_epoch,
            loss=self._loss / n if n else nan,
            accuracy=int(self._table.n_right) / n if n and self._table.has_classes else None,
        )

    def _check_weights(self) -> None:
        """Weights can overflow behind a saturated neuron while the loss stays finite."""
        w = self.network.parameters
        if not w.dot(w) < np.inf and not np.isfinite(w).all():
            slots = self.network.spec.slots
            layer = next(slot.node for slot in slots if not np.isfinite(w[slot.span]).all())
            self._give_up(self.step, self._progress().loss, layer)

    def _give_up(self, step: int, loss: float, layer: str) -> None:
        self.network.parameters[...] = self._last_good
        raise TrainingDivergedError(step=step, epoch=self.epoch + 1, loss=loss, layer=layer)
