"""Metrics: how good predictions are, in terms people know."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nnplay.engine.calls import Array

Rightness = Callable[[Array, Array], Array]
"""``rightness(prediction, target)``, both (n, k), gives (n,) booleans: which examples are classified right."""


def _same_greatest(prediction: Array, target: Array) -> Array:
    right: Array = prediction.argmax(axis=1) == target.argmax(axis=1)
    return right


def _same_side_of(threshold: float) -> Rightness:
    # At the threshold itself TensorFlow Playground says "positive", so that is right for the upper class.
    return lambda prediction, target: ((prediction >= threshold) == (target >= threshold))[:, 0]


def rightness(y: Array) -> Rightness | None:
    """How to tell whether a prediction is right, judged by the targets ``y``; None where they are quantities.

    Class numbers (n,) and one-hot rows are right where the greatest output is at the target's place; a single target
    that is only ever 0 or 1 (or -1 or 1) is right where the output lies on its side of the middle.
    """
    if y.ndim == 1:
        return _same_greatest
    if y.shape[1] == 1:
        values = set(np.unique(y).tolist())
        if values <= {0.0, 1.0}:
            return _same_side_of(0.5)
        return _same_side_of(0) if values <= {-1.0, 1.0} else None
    is_one_hot = bool(((y == 0) | (y == 1)).all() and (y.sum(axis=1) == 1).all())
    return _same_greatest if is_one_hot else None
