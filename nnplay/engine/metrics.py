"""Metrics: how good predictions are, in well-known terms.

Definitions as in scikit-learn: rows of a confusion matrix are actual classes, columns predicted ones.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from nnplay.engine.calls import Array

Rightness = Callable[[Array, Array], Array]
"""``rightness(prediction, target)``, both (n, k), gives (n,) booleans: which examples are classified right."""


def rightness(y: Array) -> Rightness | None:
    """How to tell whether a prediction is right, judged by the targets ``y``; None where they are quantities.

    Class numbers (n,) and one-hot rows are right where the greatest output is at the target's place; a single target
    that is only ever 0 or 1 (or -1 or 1) is right where the output lies on its side of the middle.
    """
    classes = classifier(y)
    if classes is None:
        return None
    return lambda prediction, target: classes(prediction) == classes(target)


def classifier(y: Array) -> Callable[[Array], Array] | None:
    """The function that turns outputs (n, k), or targets as rows, into class numbers (n,); None for quantities.

    Judged by the targets ``y`` as ``rightness`` does. With a single output there are two classes: 0 below the middle,
    and 1 from the middle on, as TensorFlow Playground has it.
    """
    if y.ndim == 1:
        return _greatest
    if y.shape[1] == 1:
        if ((y == 0) | (y == 1)).all():
            return _upper_from(0.5)
        return _upper_from(0.0) if ((y == -1) | (y == 1)).all() else None
    is_one_hot = bool(((y == 0) | (y == 1)).all() and (y.sum(axis=1) == 1).all())
    return _greatest if is_one_hot else None


def confusion_matrix(actual: Array, predicted: Array, n_classes: int) -> Array:
    """Return how often each class (row) was predicted as each class (column): whole numbers (n_classes, n_classes).

    ``actual`` and ``predicted`` are class numbers (n,).
    """
    counts = np.bincount(actual * n_classes + predicted, minlength=n_classes * n_classes)
    return counts.reshape(n_classes, n_classes)


def accuracy(matrix: Array) -> float:
    """Return the share of the examples in a confusion matrix that were classified correctly; NaN if there are none."""
    return float(_share(np.trace(matrix), matrix.sum()))


def precision(matrix: Array) -> Array:
    """Return for each class the share of correct ones among those predicted as it: (n_classes,); NaN where none was."""
    return _share(np.diag(matrix), matrix.sum(axis=0))


def recall(matrix: Array) -> Array:
    """Return for each class the share that was recognised: (n_classes,); NaN where there is no example of it."""
    return _share(np.diag(matrix), matrix.sum(axis=1))


def f1_score(matrix: Array) -> Array:
    """Return for each class the harmonic mean of precision and recall: (n_classes,); NaN where it never occurs."""
    return _share(2 * np.diag(matrix), matrix.sum(axis=0) + matrix.sum(axis=1))


def mean_absolute_error(prediction: Array, target: Array) -> float:
    """Return the mean absolute error of predictions and targets, both (n, k)."""
    return float(np.abs(prediction - target).mean(dtype=np.float64))


def root_mean_squared_error(prediction: Array, target: Array) -> float:
    """Return the root of the mean squared error of predictions and targets, both (n, k), in the targets' unit."""
    return float(np.sqrt(((prediction - target) ** 2).mean(dtype=np.float64)))


def r_squared(prediction: Array, target: Array) -> float:
    """Share of the targets' variance that is explained, mean over the k outputs: 1 is perfect, 0 no more than the mean.

    NaN where a target never varies.
    """
    residual = ((target - prediction) ** 2).sum(axis=0, dtype=np.float64)
    total = ((target - target.mean(axis=0, dtype=np.float64)) ** 2).sum(axis=0, dtype=np.float64)
    return float((1 - _share(residual, total)).mean())


def _greatest(rows: Array) -> Array:
    classes: Array = rows.argmax(axis=1)
    return classes


@cache
def _upper_from(threshold: float) -> Callable[[Array], Array]:
    return lambda rows: (rows[:, 0] >= threshold).astype(np.intp)


def _share(part: Array, whole: Array) -> Array:
    """``part / whole``, NaN where ``whole`` is 0."""
    shares: Array = np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=np.asarray(whole) != 0)
    return shares
