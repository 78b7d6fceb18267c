"""Baselines: what an article compares deep learning with, as small functions; the linear ones are networks of ours.

Gaussian naive Bayes (with the smoothing of variances that scikit-learn has) and k nearest neighbours, Euclidean, ties
going to the lowest class number: both as Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2nd
ed., sections 6.6.3 and 13.3, describe them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import nan

import numpy as np
from numpy.typing import NDArray

from nnplay.data import Dataset, load, with_fewer_examples
from nnplay.engine import (
    LBFGS,
    Dense,
    Examples,
    Input,
    Network,
    NetworkSpec,
    Regularization,
    Trainer,
    TrainingSettings,
)
from nnplay.engine.metrics import classifier
from nnplay.project.stop_watch import Reason
from nnplay.project.sweep import Sweep, swept_controls
from nnplay.runs.order import ShouldStop, never
from nnplay.runs.scores import Scores
from nnplay.runs.sweeps.result import CellResult

Rows = NDArray[np.floating]
Classes = NDArray[np.intp]

_SMOOTHING = 1e-9
"""Share of the greatest variance of all inputs that is added to each variance: a constant input divides by 0 else."""

_ITERATIONS = 200
"""Of L-BFGS for the linear methods: enough for either to stand still."""

_CHUNK = 256
"""Examples whose distances to all others are computed together."""


def naive_bayes(x: Rows, y: Classes, asked: Rows) -> Classes:
    """Gaussian naive Bayes: the class whose independent normal distributions make an example most likely.

    Parameters
    ----------
    x, y
        (n, n_inputs) and (n,) examples to learn from, classes from 0.
    asked
        (m, n_inputs).

    Returns
    -------
    ndarray
        (m,) classes.
    """
    x, asked = x.astype(np.float64), asked.astype(np.float64)
    smoothing = _SMOOTHING * x.var(axis=0).max()
    known = np.unique(y)
    scores = np.empty((len(asked), len(known)))
    for column, each in enumerate(known):
        members = x[y == each]
        mean, variance = members.mean(axis=0), members.var(axis=0) + smoothing
        likelihood = -0.5 * (np.log(2 * np.pi * variance).sum() + ((asked - mean) ** 2 / variance).sum(axis=1))
        scores[:, column] = np.log(len(members) / len(x)) + likelihood
    found: Classes = known[scores.argmax(axis=1)]
    return found


def nearest_neighbours(x: Rows, y: Classes, asked: Rows, k: int = 5) -> Classes:
    """The class that most of the ``k`` nearest examples have; see ``naive_bayes`` for shapes."""
    x, asked = x.astype(np.float64), asked.astype(np.float64)
    k = min(k, len(x))
    n_classes = int(y.max()) + 1
    lengths = (x * x).sum(axis=1)
    found = np.empty(len(asked), np.intp)
    for start in range(0, len(asked), _CHUNK):
        part = asked[start : start + _CHUNK]
        # |a - x|² without |a|², which is the same for all.
        distances = lengths - 2 * (part @ x.T)
        nearest = np.argpartition(distances, k - 1, axis=1)[:, :k]
        votes = np.zeros((len(part), n_classes), np.intp)
        np.add.at(votes, (np.arange(len(part))[:, np.newaxis], y[nearest]), 1)
        found[start : start + len(part)] = votes.argmax(axis=1)
    return found


@dataclass(frozen=True)
class Baseline:
    """What one method makes of one data set: mean loss is not asked, only the share classified right."""

    method: str
    n_examples: int
    train_accuracy: float
    test_accuracy: float | None


def linear(x: Rows, y: Classes, n_classes: int, *, is_machine: bool) -> Callable[[Rows], Classes]:
    """Logistic regression, or a linear support vector machine, as a network without a hidden layer.

    The penalty is that of scikit-learn with C = 1: half the squared weights for the sum of all losses.
    """
    layer = Dense(n_classes, "linear" if is_machine else "softmax", kernel_initializer="zeros")
    network = Network(NetworkSpec.chain(Input((x.shape[1],)), layer))
    settings = TrainingSettings(
        "hinge" if is_machine else "sparse_categorical_crossentropy",
        LBFGS(max_iterations=_ITERATIONS),
        regularization=Regularization(l2=1 / (2 * len(x))),
    )
    Trainer(network, Examples(x, y), settings, np.random.default_rng(0)).advance(1)
    return lambda asked: network.predict(asked).argmax(axis=1)


def baselines(dataset: Dataset) -> list[Baseline]:
    """All four on a data set with classes; none for quantities.

    Raises
    ------
    DataError, SettingError
        If the data cannot be learned from as a whole.
    """
    classify = classifier(dataset.train.y)
    if classify is None or not len(dataset.train):
        return []

    def parts(examples: Examples) -> tuple[Rows, Classes]:
        rows = examples.inputs().reshape(len(examples), -1)
        return rows, examples.y.astype(np.intp) if examples.y.ndim == 1 else classify(examples.y)

    x, y = parts(dataset.train)
    asked, right = parts(dataset.test) if len(dataset.test) else (x[:0], y[:0])
    n_classes = max(int(y.max(initial=0)), int(right.max(initial=0)), 1) + 1
    methods: dict[str, Callable[[Rows], Classes]] = {
        "naive_bayes": lambda rows: naive_bayes(x, y, rows),
        "nearest_neighbours": lambda rows: nearest_neighbours(x, y, rows),
        "logistic_regression": linear(x, y, n_classes, is_machine=False),
        "linear_svm": linear(x, y, n_classes, is_machine=True),
    }
    return [
        Baseline(
            name,
            len(x),
            float((method(x) == y).mean()),
            float((method(asked) == right).mean()) if len(asked) else None,
        )
        for name, method in methods.items()
    ]


METHOD = "method"
"""The column that tells methods apart where there are several."""


def with_baselines(sweep: Sweep, results: Sequence[CellResult], should_stop: ShouldStop = never) -> list[CellResult]:
    """The results with a column ``method``, and behind them those of the baselines.

    Each baseline learns from the same examples as the cells: once for each choice of data, number of examples and
    repeat. Axes of the network and its training do not concern it.
    """
    rows = [replace(result, values={METHOD: "network", **result.values}) for result in results]
    of_data = {control.name for control in swept_controls(sweep.project).values() if control.is_of_data}
    seen = set()
    for cell in sweep.cells():
        key = cell.project.data, cell.project.seeds.data, cell.project.seeds.split, cell.n_examples
        if key in seen or should_stop():
            continue
        seen.add(key)
        dataset = load(*key[:3])
        if cell.n_examples is not None:
            if cell.n_examples > len(dataset.train):
                continue  # the cell has said so
            dataset = with_fewer_examples(dataset, cell.n_examples, cell.project.seeds.split)
        for each in baselines(dataset):
            values = {name: value if name in of_data else "-" for name, value in cell.values.items()}
            rows.append(
                CellResult(
                    number=len(rows),
                    name=each.method,
                    values={METHOD: each.method, **values},
                    repeat=cell.repeat,
                    ending=Reason.EPOCHS.value,
                    scores=Scores(nan, nan, each.train_accuracy, each.test_accuracy),
                    n_examples=each.n_examples,
                )
            )
    return rows
