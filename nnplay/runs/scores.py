"""Losses and accuracies of a network on both parts of its data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import isnan, nan

import numpy as np

from nnplay.data import Dataset
from nnplay.engine import Evaluation, Examples, Loss, Network

SMALL_SET = 5_000
"""Up to this many training examples are measured anew; beyond, the mean seen while training must do."""

UNKNOWN = Evaluation(nan, None)
"""Nothing was measured."""


@dataclass(frozen=True)
class Scores:
    """Mean losses (NaN: not known) and shares classified right (None: not known, or there are no classes)."""

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
    """Measure the network on its data.

    Parameters
    ----------
    while_training : what training itself has seen of the present epoch; stands for the training part
        when that is too large to be measured anew. None: it is measured however large it is.
    should_stop : asked again and again; what has not been measured by then is not known.

    Raises
    ------
    ShapeError
        If network and data do not fit.
    """
    # Shortly before a run diverges its weights are huge: the loss is then infinite, which is the answer, not a warning.
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
    """Whether the training examples are few enough to be measured at every look."""
    return len(dataset.train) <= SMALL_SET


def _evaluate(
    network: Network, examples: Examples, loss: str | Loss, should_stop: Callable[[], bool] | None
) -> Evaluation:
    return network.evaluate(examples, loss, should_stop) if len(examples) else UNKNOWN
