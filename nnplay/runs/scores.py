"""Losses and accuracies of a network on both parts of its data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import isnan, nan

import numpy as np

from nnplay.data import Dataset
from nnplay.engine import Evaluation, Examples, Loss, Network

SMALL_SET = 5_000
"""Most training examples that are measured separately; for more, the mean seen while training is used."""

UNKNOWN = Evaluation(nan, None)
"""No scores."""


@dataclass(frozen=True)
class Scores:
    """Mean losses (NaN if unknown) and accuracies (None if unknown, or if there are no classes)."""

    train_loss: float = nan
    test_loss: float = nan
    train_accuracy: float | None = None
    test_accuracy: float | None = None


def score(
    network: Network,
    dataset: Dataset,
    loss: str | Loss,
    while_training: Evaluation | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Scores:
    """Measure the network on its data; scores of a network with a placeholder are unknown.

    Parameters
    ----------
    while_training : scores that training itself has seen in the present epoch; used for the training data if they are
    too large to be measured separately. None: they are always measured.
    should_stop : called repeatedly; scores that are not measured when it returns True stay unknown.

    Raises
    ------
    ShapeError
        If network and data do not match.
    """
    if not network.spec.is_complete:
        return Scores()
    # Shortly before a run diverges its weights are huge: an infinite loss is then the right result, not a warning.
    with np.errstate(all="ignore"):
        if while_training is None or is_small(dataset):
            train = _evaluate(network, dataset.train, loss, should_stop)
        else:
            train = while_training
        if isnan(train.loss) and should_stop is not None and should_stop():
            train = while_training or UNKNOWN
        test = _evaluate(network, dataset.test, loss, should_stop)
    return Scores(train.loss, test.loss, train.accuracy, test.accuracy)


def is_small(dataset: Dataset) -> bool:
    """Return whether there are few enough training examples to measure them for every report."""
    return len(dataset.train) <= SMALL_SET


def _evaluate(
    network: Network, examples: Examples, loss: str | Loss, should_stop: Callable[[], bool] | None
) -> Evaluation:
    return network.evaluate(examples, loss, should_stop) if len(examples) else UNKNOWN
