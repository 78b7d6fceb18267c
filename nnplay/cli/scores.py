"""How good a network is on both parts of its data, in numbers, in Keras's words, and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, isnan, nan

import numpy as np

from nnplay.data import Dataset
from nnplay.engine import Evaluation, Examples, Loss, Network
from nnplay.languages import translate

SMALL_SET = 5000
"""Up to so many training examples a network is measured on them anew; beyond, what it did while learning must do."""


@dataclass(frozen=True)
class Scores:
    """The network on its training data and on its test ("validation") data."""

    train: Evaluation
    test: Evaluation

    def __str__(self) -> str:
        return scores_text(self.train.loss, self.train.accuracy, self.test.loss, self.test.accuracy)

    def as_json(self) -> dict[str, float | None]:
        """The four numbers by name; null where there is none."""
        return {
            "loss": _number(self.train.loss),
            "accuracy": _number(self.train.accuracy),
            "validation_loss": _number(self.test.loss),
            "validation_accuracy": _number(self.test.accuracy),
        }


def scores_text(
    loss: float | None, accuracy: float | None, test_loss: float | None = None, test_accuracy: float | None = None
) -> str:
    """Those of the numbers that are known, in a line."""
    parts = {
        translate("cli", "loss: {value:.4f}"): loss,
        translate("cli", "accuracy: {value:.4f}"): accuracy,
        translate("cli", "val_loss: {value:.4f}"): test_loss,
        translate("cli", "val_accuracy: {value:.4f}"): test_accuracy,
    }
    known = {part: value for part, value in parts.items() if value is not None and not isnan(value)}
    return " - ".join(part.format(value=value) for part, value in known.items())


def evaluate(network: Network, examples: Examples, loss: str | Loss) -> Evaluation:
    """Mean loss and accuracy; a loss that overflows is infinite, without a warning."""
    if not len(examples):
        return Evaluation(nan, None)
    with np.errstate(all="ignore"):
        return network.evaluate(examples, loss)


def measure(network: Network, dataset: Dataset, loss: str | Loss, seen: Evaluation | None = None) -> Scores:
    """Measure on both parts; ``seen`` while training stands for the training part where that is large."""
    is_measured = seen is None or len(dataset.train) <= SMALL_SET
    train = evaluate(network, dataset.train, loss) if is_measured or seen is None else seen
    return Scores(train, evaluate(network, dataset.test, loss))


def _number(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None
