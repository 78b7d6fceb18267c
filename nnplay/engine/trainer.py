"""The trainer: moves a network's weights one mini-batch at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import prod

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.checks import check_choice, check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DataError, TrainingDivergedError
from nnplay.engine.examples import Examples
from nnplay.engine.feeds import ExampleTable, Gather
from nnplay.engine.losses import LOSSES
from nnplay.engine.network import Network
from nnplay.engine.optimizers import SGD, Optimizer
from nnplay.engine.workspace import Workspace

MAX_BATCH_SIZE = 65_536
"""Most examples in one step."""


@dataclass(frozen=True)
class TrainingSettings:
    """What a run needs besides the network and the data.

    Raises
    ------
    SettingError
        If the loss is unknown or the batch size is not a whole number from 1 to ``MAX_BATCH_SIZE``.
    """

    loss: str
    optimizer: Optimizer = field(default_factory=SGD)
    batch_size: int = 32

    def __post_init__(self) -> None:
        check_choice("loss", self.loss, LOSSES)
        check_whole("batch size", self.batch_size, 1, MAX_BATCH_SIZE)


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
        Mean loss of the present epoch's examples so far, each measured before the step that learned from it.
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
    """A workspace with all that one step runs: gather the rows, then the calls."""

    workspace: Workspace
    gathers: list[Gather]
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
        Loss, optimizer and batch size.
    rng
        Source of the shuffling and of dropout masks: the same generator state gives the same run, bit for bit.
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
        n_outputs = prod(network.spec.shapes[network.spec.output.name])
        self._table = ExampleTable(examples, n_outputs, network.parameters.dtype)
        self._order = np.arange(len(examples))
        self._last_good = network.parameters.copy()
        n_trainable = network.spec.n_trainable
        self._parameters = network.parameters[:n_trainable]
        self._gradients = network.gradients[:n_trainable]
        self._optimizer = settings.optimizer.bind(self._parameters, self._gradients)
        self._batches: dict[int, _Batch] = {}
        self._is_rebatch_due = True
        self._begin_epoch()

    @property
    def steps_per_epoch(self) -> int:
        """Mini-batches in the present epoch."""
        return len(self._rows)

    def apply(self, settings: TrainingSettings) -> None:
        """Take over new settings: the optimizer's at the next step, loss and batch size when the next epoch begins.

        What the optimizer has gathered is kept unless its kind changes.
        """
        old, self.settings = self.settings, settings
        if type(settings.optimizer) is type(old.optimizer):
            self._optimizer.apply(settings.optimizer)
        else:
            self._optimizer = settings.optimizer.bind(self._parameters, self._gradients)
            self._batches = {size: self._batch(size) for size in self._batches}
        if (settings.loss, settings.batch_size) != (old.loss, old.batch_size):
            self._is_rebatch_due = True

    def advance(self, max_steps: int) -> Progress:
        """Take up to ``max_steps`` steps, stopping at an epoch's end.

        Raises
        ------
        TrainingDivergedError
            If a loss is not finite. The parameters are then those with which the epoch began.
        """
        if self._position == len(self._rows):
            self._begin_epoch()
        first = self._position
        last = min(first + max_steps, len(self._rows))
        infinity = np.inf
        for size, rows_of_steps in self._steps(first, last):
            batch = self._batches[size]
            gathers, calls, total = batch.gathers, batch.calls, batch.workspace.total
            for rows in rows_of_steps:
                for take, out in gathers:
                    take(rows, 0, out, "clip")
                for function, arguments in calls:
                    function(*arguments)
                loss = total.item()
                if not loss < infinity:
                    self._give_up(batch.workspace, loss)
                self._loss += loss
                self._position += 1
                self.step += 1
        if self._position == len(self._rows):
            self.epoch += 1
        return self._progress()

    def _steps(self, first: int, last: int) -> list[tuple[int, list[Array]]]:
        """The steps from ``first`` to ``last`` as runs of one batch size: all full ones, then the short one."""
        rows = self._rows[first:last]
        if len(rows[-1]) == len(rows[0]):
            return [(len(rows[0]), rows)]
        return [(len(rows[0]), rows[:-1]), (len(rows[-1]), rows[-1:])]

    def _begin_epoch(self) -> None:
        if self._is_rebatch_due:
            self._is_rebatch_due = False
            size = min(self.settings.batch_size, len(self._order))
            # Views of one vector that is shuffled in place: a batch costs no slice of its own.
            self._rows = [self._order[start : start + size] for start in range(0, len(self._order), size)]
            self._batches = {size: self._batch(size) for size in {size, len(self._rows[-1])}}
        self._rng.shuffle(self._order)
        self._last_good[...] = self.network.parameters
        self._position = 0
        self._loss = 0.0
        self._table.n_right[...] = 0

    def _batch(self, size: int) -> _Batch:
        network = self.network
        workspace = Workspace(network.spec, network.parameters, network.gradients, size, self._rng, self.settings.loss)
        feed = self._table.feed(workspace)
        calls = feed.calls + workspace.forward + workspace.backward + feed.count_right + self._optimizer.calls
        return _Batch(workspace, feed.gathers, calls)

    def _progress(self) -> Progress:
        n_seen = min(self._position * len(self._rows[0]), len(self._order))
        return Progress(
            step=self.step,
            epoch=self.epoch,
            step_in_epoch=self._position,
            steps_per_epoch=len(self._rows),
            loss=self._loss / n_seen if n_seen else float("nan"),
            accuracy=int(self._table.n_right) / n_seen if n_seen and self._table.has_classes else None,
        )

    def _give_up(self, workspace: Workspace, loss: float) -> None:
        layer = workspace.first_not_finite()
        self.network.parameters[...] = self._last_good
        raise TrainingDivergedError(step=self.step + 1, epoch=self.epoch + 1, loss=loss, layer=layer)
