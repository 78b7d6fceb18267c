"""What the training doctor looks at, and what it says: a diagnosis in words, with remedies that are edits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import isnan, nan

import numpy as np
from numpy.typing import NDArray

from nnplay.data import Dataset
from nnplay.engine import LayerStatistics, TrainingDivergedError
from nnplay.engine.errors import Phrase
from nnplay.project.history import History
from nnplay.project.project import Project

LONG = 100
"""How many times as long the long trial step is."""

_GOOD_ACCURACY = 0.95
_GOOD_LOSS = 0.2
"""Where there are no classes: the share of the first loss below which a network has learned its task."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """A training at one moment.

    Attributes
    ----------
    history
        The curves so far.
    layers
        Each layer's state, by node name in the network's order; empty while unknown.
    loss, loss_after_step, loss_after_long_step
        The mean loss over some training examples, what one step along their gradient would make of it, and what a step
        with ``LONG`` times the learning rate would; NaN while unknown.
    constant_loss
        The mean loss of an answer that is the same for all examples: what a network reaches that has learned nothing.
    diverged
        Why the last run ended, if it diverged.
    """

    project: Project
    dataset: Dataset
    history: History
    layers: Mapping[str, LayerStatistics] = field(default_factory=dict)
    loss: float = nan
    loss_after_step: float = nan
    loss_after_long_step: float = nan
    constant_loss: float = nan
    diverged: TrainingDivergedError | None = None

    @property
    def train_losses(self) -> NDArray[np.float64]:
        """The training losses that are known."""
        losses = self.history.train_loss
        return losses[np.isfinite(losses)]

    @property
    def n_steps(self) -> float:
        """Steps that the curves span."""
        epochs = self.history.epoch
        steps_an_epoch = max(1.0, len(self.dataset.train) / self.project.training.batch_size)
        return float(epochs[-1] - epochs[0]) * steps_an_epoch if len(epochs) else 0.0

    @property
    def has_learned(self) -> bool:
        """Whether the training examples are answered well: then nothing is wrong with how it learns."""
        history, losses = self.history, self.train_losses
        if len(history.train_accuracy) and not isnan(history.train_accuracy[-1]):
            return bool(history.train_accuracy[-1] >= _GOOD_ACCURACY)
        return len(losses) > 1 and bool(losses[-1] < _GOOD_LOSS * losses[0])


@dataclass(frozen=True)
class Remedy:
    """One click: its caption, and the pure edit of the project that it makes as one undoable step.

    Attributes
    ----------
    starts_again
        Whether its caption says that training starts again, from the weights that the edit draws.
    """

    caption: Phrase
    edit: Callable[[Project], Project]
    starts_again: bool = False


@dataclass(frozen=True)
class Diagnosis:
    """What goes wrong, in words, and what would help.

    Attributes
    ----------
    rule
        Which rule found it: the same one at two moments is the same trouble.
    """

    rule: str
    finding: Phrase
    remedies: tuple[Remedy, ...]


Rule = Callable[[Evidence], Diagnosis | None]


def number(value: float) -> str:
    """A number in a sentence: two or three digits are enough."""
    return f"{value:.3g}"
