"""The trainer of a stack: moves the weights of all its networks, one mini-batch at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DataError, SettingError, TrainingDivergedError
from nnplay.engine.examples import Examples
from nnplay.engine.feeds import ExampleTable, Feed
from nnplay.engine.losses import find_loss
from nnplay.engine.muting import muted_weights
from nnplay.engine.parts import check_parts
from nnplay.engine.progress import Progress
from nnplay.engine.schedules import Constant, Watch
from nnplay.engine.settings import TrainingSettings
from nnplay.engine.stack.likeness import settings_key
from nnplay.engine.stack.orders import Orders
from nnplay.engine.stack.stack import Stack
from nnplay.engine.update import Update
from nnplay.engine.workspace import Workspace


@dataclass
class _Batch:
    """A workspace for one batch size with what brings the examples into it, and all that one step runs after that."""

    workspace: Workspace
    feed: Feed
    calls: list[Call]


class StackTrainer:
    """Trains the networks of a stack in place, each as ``Trainer`` would by itself.

    Networks whose examples are one object, whose generators are in one state and which draw equally many random
    numbers see the same batches: the first layer is then a single product for all, and only the first generator is
    used.

    Parameters
    ----------
    stack
        The networks.
    examples
        What they learn from: the same for all, or equally many of one shape for each.
    settings
        The same for all, or for each; for what has to be alike see ``stack_key``.
    rngs
        For each network the source of its shuffling and dropout masks.

    Attributes
    ----------
    step, epoch
        Steps each network has taken, epochs finished.
    errors
        By network, why it is out: it diverged, and has the weights with which that epoch began.
    is_out
        (K,) which networks are no longer trained: those, and what ``take_out`` was told.

    Raises
    ------
    DataError
        If there are no examples, or their shapes differ.
    ShapeError
        If examples and networks do not fit.
    SettingError
        If the settings are not alike enough, or name parts that a network does not have.
    """

    def __init__(
        self,
        stack: Stack,
        examples: Examples | Sequence[Examples],
        settings: TrainingSettings | Sequence[TrainingSettings],
        rngs: Sequence[np.random.Generator],
    ) -> None:
        n = len(stack)
        self.stack = stack
        self.settings = [settings] * n if isinstance(settings, TrainingSettings) else list(settings)
        self._examples = [examples] * n if isinstance(examples, Examples) else list(examples)
        self._check(rngs)
        self.step = 0
        self.epoch = 0
        self.errors: dict[int, TrainingDivergedError] = {}
        self.is_out: Array = np.zeros(n, np.bool_)
        self._watches = [Watch()] * n
        self._observed: list[float | None] = [None] * n
        self._table, firsts = _table_of(stack, self._examples)
        self._rngs = _streams(stack, rngs, can_share=len(set(firsts)) == 1)
        self._orders = Orders(
            len(self._examples[0]), self.settings[0].batch_size, self._rngs, firsts[: len(self._rngs)]
        )
        self._update = Update(stack.specs, stack.parameters, stack.gradients, lambda: nan)
        self._last_good = stack.parameters.copy()
        self._losses, self._n_measured = np.zeros(n), 0
        self._last_progress: dict[int, Progress] = {}
        self._make_batches()
        self._begin_epoch()

    @property
    def steps_per_epoch(self) -> int:
        """Mini-batches in an epoch."""
        return self._orders.n_steps

    @property
    def is_epoch_end(self) -> bool:
        """Whether the networks that are not out have just finished an epoch."""
        return self._orders.is_over

    @property
    def learning_rates(self) -> Array:
        """(K,) the learning rate of each network's last step, or of its first before there was one."""
        return self._update.rate[:, 0].copy()

    def observe(self, losses: Sequence[float]) -> None:
        """Tell ``ReduceOnPlateau`` each network's validation loss of the epoch just finished."""
        self._observed = list(losses)

    def take_out(self, network: int) -> None:
        """Train a network no further; it keeps its present weights, and the others do not notice."""
        if not self.is_out[network]:
            self._last_progress[network] = self._progress(network)
            self._put_out(network, self.stack.parameters[network])

    def advance(self, max_steps: int) -> list[Progress]:
        """Take up to ``max_steps`` steps, stopping at an epoch's end; gives where each network stands.

        Networks that are out stand where they were taken out. One that diverges is put into ``errors``.
        """
        if self._orders.is_over:
            self._end_epoch()
            self._begin_epoch()
        with np.errstate(all="ignore"):
            for rows_of_steps in self._orders.upcoming(max_steps):
                if not self.is_out.all():
                    self._take(self._batches[rows_of_steps[0].shape[-1]], rows_of_steps)
            self._check_weights()
        if self._orders.is_over:
            self.epoch += 1
        n_right = sum(batch.feed.right.sum(axis=1) for batch in self._batches.values())
        return [
            self._last_progress.get(network) or self._progress(network, right)
            for network, right in enumerate(n_right.tolist())
        ]

    def _take(self, batch: _Batch, rows_of_steps: list[Array]) -> None:
        # The inner loop, as in ``Trainer``: one number tells whether all losses are finite.
        gathers, calls, read_sum = batch.feed.gathers, batch.calls, self._sum.item
        infinity, n_taken = np.inf, 0
        for rows in rows_of_steps:
            for take, axis, out in gathers:
                take(rows, axis, out, "clip")
            for function, arguments in calls:
                function(*arguments)
            n_taken += 1
            if not read_sum() < infinity:
                self._find_diverged(batch.workspace, self.step + n_taken)
        n_examples = n_taken * batch.workspace.batch_size
        self._losses += self._loss_sums * batch.workspace.total_factor
        self._loss_sums[...] = 0
        self._n_measured += n_examples
        self._orders.count(n_taken, n_examples)
        self.step += n_taken

    def _check(self, rngs: Sequence[np.random.Generator]) -> None:
        stack, first = self.stack, self._examples[0]
        if not len(first):
            raise DataError(QT_TRANSLATE_NOOP("errors", "There are no examples to train on."))
        keys = [settings_key(each) for each in self.settings]
        if None in keys or len(set(keys)) > 1:
            raise SettingError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The networks of a stack share the loss, the kind of optimizer, the batch size and the rule of"
                    " regularization, and L-BFGS cannot train one.",
                )
            )
        counts = {"settings": len(self.settings), "examples": len(self._examples), "generators": len(rngs)}
        for name, count in counts.items():
            if count != len(stack):
                raise SettingError(
                    QT_TRANSLATE_NOOP("errors", "A stack of {n} networks needs as many {name}; these are {count}."),
                    n=len(stack),
                    name=name,
                    count=count,
                )
        for network, settings, examples in zip(stack.networks, self.settings, self._examples, strict=True):
            layer = network.first_not_finite()
            if layer:
                raise DataError(
                    QT_TRANSLATE_NOOP(
                        "errors", "The layer “{layer}” has weights that are not finite numbers: reset them."
                    ),
                    layer=layer,
                )
            check_parts(network.spec, settings.frozen)
            find_loss(settings.loss).check_targets(examples.y)
            if _kind(examples) != _kind(first):
                raise DataError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "The networks of a stack need equally many examples of one shape and type to train on.",
                    )
                )

    def _make_batches(self) -> None:
        """Workspaces for all batch sizes of an epoch, and each one's calls together."""
        stack, n = self.stack, len(self.stack)
        dtype = stack.parameters.dtype
        self._loss_sums, self._sum, ones = np.zeros(n), np.zeros((), dtype), np.ones(n, dtype)
        is_muted = np.array([muted_weights(network.spec, network.muted) for network in stack.networks])
        with np.errstate(all="ignore"):
            update = self._update.calls(self.settings, is_muted)
        prepare: list[Call] = []
        if any(not isinstance(each.schedule, Constant) for each in self.settings):
            prepare.append((self._set_rates, ()))
        self._rates = np.array([each.optimizer.learning_rate for each in self.settings])
        self._rate_position = 0
        self._set_rates()
        self._batches: dict[int, _Batch] = {}
        for size in self._orders.batch_sizes:
            sees_same = len(self._rngs) == 1
            workspace = stack.workspace(size, self._rngs, self.settings[0].loss, sees_same=sees_same)
            feed = self._table.feed(workspace)
            watch: list[Call] = [
                (np.add, (self._loss_sums, workspace.total, self._loss_sums)),
                (workspace.total.dot, (ones, self._sum)),
            ]
            calls = prepare + feed.calls + workspace.forward + workspace.backward + update + feed.count_right + watch
            self._batches[size] = _Batch(workspace, feed, calls)

    def _begin_epoch(self) -> None:
        self._last_good[...] = self.stack.parameters
        self._orders.begin()
        self._rate_position = 0
        self._losses[...] = 0
        self._n_measured = 0
        for batch in self._batches.values():
            batch.feed.right[...] = 0

    def _end_epoch(self) -> None:
        for network, (settings, observed) in enumerate(zip(self.settings, self._observed, strict=True)):
            loss = self._losses[network] / self._n_measured if observed is None else observed
            self._watches[network] = settings.schedule.observe(self._watches[network], float(loss))
        self._observed = [None] * len(self.stack)

    def _set_rates(self) -> None:
        time = self.epoch + self._rate_position % self.steps_per_epoch / self.steps_per_epoch
        pairs = [(settings.schedule, watch) for settings, watch in zip(self.settings, self._watches, strict=True)]
        factors = {pair: pair[0].factor(time, pair[1]) for pair in set(pairs)}
        self._update.rate[:, 0] = self._rates * [factors[pair] for pair in pairs]
        self._rate_position += 1

    def _progress(self, network: int, n_right: int | None = None) -> Progress:
        n = self._n_measured
        if n_right is None:
            n_right = sum(int(batch.feed.right[network].sum()) for batch in self._batches.values())
        return Progress(
            step=self.step,
            epoch=self.epoch,
            step_in_epoch=self._orders.position,
            steps_per_epoch=self.steps_per_epoch,
            share=self._orders.n_seen / len(self._examples[0]),
            loss=float(self._losses[network]) / n if n else nan,
            accuracy=n_right / n if n and self._table.has_classes else None,
        )

    def _find_diverged(self, workspace: Workspace, step: int) -> None:
        # The sum of many finite losses may be infinite too: then there is nobody to be found.
        for network in np.flatnonzero(~(workspace.total < np.inf)).tolist():
            loss = float(workspace.total[network])
            self._give_up(network, step, loss, workspace.first_not_finite(network))

    def _check_weights(self) -> None:
        """As ``Trainer`` does: weights can run away while the loss stays finite."""
        w = self.stack.parameters
        limit = 2 / np.finfo(w.dtype).eps if self._orders.is_over else np.finfo(w.dtype).max
        for network in np.flatnonzero(~(np.vecdot(w, w) < limit**2)).tolist():
            slots = self.stack.spec.slots
            runaway = (slot.node for slot in slots if not (np.abs(w[network, slot.span]) <= limit).all())
            layer = next(runaway, None)
            if layer:
                self._give_up(network, self.step, self._progress(network).loss, layer)

    def _give_up(self, network: int, step: int, loss: float, layer: str) -> None:
        self.errors[network] = TrainingDivergedError(step=step, epoch=self.epoch + 1, loss=loss, layer=layer)
        before = self.step - self._orders.position
        self._last_progress[network] = Progress(before, self.epoch, 0, self.steps_per_epoch, 0.0, nan, None)
        self._put_out(network, self._last_good[network])

    def _put_out(self, network: int, parameters: Array) -> None:
        """A network that is out is still computed, with weights of 0: nothing moves, and no number is infinite."""
        if not self.is_out.any():
            w = self.stack.parameters
            hold = np.copyto, (w, np.zeros((), w.dtype), "same_kind", self.is_out[:, None])
            for batch in self._batches.values():
                batch.calls.append(hold)
        self.is_out[network] = True
        self.stack.take_out(network, parameters)
        self._update.forget(network)


def _kind(examples: Examples) -> tuple[object, ...]:
    return examples.x.shape, examples.x.dtype, examples.scale, examples.y.shape, examples.y.dtype.kind


def _table_of(stack: Stack, examples: Sequence[Examples]) -> tuple[ExampleTable, list[int]]:
    """All different examples in one table, and where those of each network begin."""
    different = {id(one): one for one in examples}
    firsts = {key: number * len(examples[0]) for number, key in enumerate(different)}
    parts = list(different.values())
    whole = parts[0]
    if len(parts) > 1:
        whole = Examples(
            np.concatenate([one.x for one in parts]), np.concatenate([one.y for one in parts]), whole.scale
        )
    return ExampleTable(stack.spec, whole, stack.parameters.dtype), [firsts[id(one)] for one in examples]


def _streams(stack: Stack, rngs: Sequence[np.random.Generator], *, can_share: bool) -> list[np.random.Generator]:
    """The generators to draw from: a single one if all networks draw the same numbers and ``can_share``."""
    draws = [[node.layer.randomness for node in spec.nodes] for spec in stack.specs]
    states = [str(rng.bit_generator.state) for rng in rngs]
    numbers = {state: number for number, state in reversed(list(enumerate(states)))}
    first = [numbers[state] for state in states]
    if not any(map(any, draws)):
        # Only orders are drawn: networks in the same state share a generator.
        streams = [rngs[index] for index in first]
    else:
        streams = list(rngs)
        can_share = can_share and all(one == draws[0] for one in draws)
    return streams[:1] if can_share and not any(first) else streams
