"""Loss functions: the value for people, example by example, and the calls that training runs, batch by batch.

Sources of the formulas: Goodfellow, Bengio and Courville, "Deep Learning" (2016), chapter 6. Names are Keras's;
``half_squared_error`` is TensorFlow Playground's: half the squared difference, mean over examples.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, Call


@dataclass
class LossSite:
    """The end of a training workspace, where the loss computes; features first, (n_outputs, batch).

    Attributes
    ----------
    z, a
        The output before and after its activation function (``a`` still to be computed where the loss is fused).
    target
        The batch's targets in the same shape, not contiguous; class numbers come one-hot.
    gradient
        Where dL/da goes, or dL/dz where the loss is fused with the activation; L is the mean over the batch.
    total
        0-d array: the loss summed over the batch.
    """

    z: Array
    a: Array
    target: Array
    gradient: Array
    total: Array

    def mean(self) -> Call:
        """The call that makes the gradient of a sum over the batch that of the mean."""
        return (np.multiply, (self.gradient, np.asarray(1 / self.a.shape[1], self.a.dtype), self.gradient))


@dataclass(frozen=True)
class Loss:
    """One loss function.

    Attributes
    ----------
    per_example
        ``per_example(prediction, target)``, both (n, k), gives (n,).
    calls
        Calls that fill ``site.gradient`` and ``site.total`` without allocating.
    fused_activation
        The output activation with which ``calls`` computes the stable pair in one, or None.
    takes_classes
        Whether targets are distributions over classes (class numbers then count as one-hot rows).
    """

    name: str
    formula: str
    per_example: Callable[[Array, Array], Array]
    calls: Callable[[LossSite], list[Call]]
    fused_activation: str | None = None
    fused_calls: Callable[[LossSite], list[Call]] | None = None
    takes_classes: bool = False


def _sum_of_squares(values: Array, total: Array) -> Call:
    flat = values.reshape(-1)
    return (flat.dot, (flat, total))


def _half_squared(site: LossSite) -> list[Call]:
    return [
        (np.subtract, (site.a, site.target, site.gradient)),
        _sum_of_squares(site.gradient, site.total),
        (np.multiply, (site.total, np.asarray(0.5, site.total.dtype), site.total)),
        site.mean(),
    ]


def _mean_squared(site: LossSite) -> list[Call]:
    n_outputs, batch_size = site.a.shape
    return [
        (np.subtract, (site.a, site.target, site.gradient)),
        _sum_of_squares(site.gradient, site.total),
        (np.multiply, (site.total, np.asarray(1 / n_outputs, site.total.dtype), site.total)),
        (np.multiply, (site.gradient, np.asarray(2 / (n_outputs * batch_size), site.a.dtype), site.gradient)),
    ]


def _softmax_crossentropy(site: LossSite) -> list[Call]:
    # -sum_k y_k log a_k with log a_k = (z_k - max z) - log sum_j e^(z_j - max z): finite for any finite z. The gradient by z
    # is a - y (for targets that sum to 1).
    batch_size = site.a.shape[1]
    extreme = np.empty(batch_size, site.a.dtype)
    shifted = np.empty_like(site.a)
    at_target = np.empty((), site.total.dtype)
    return [
        (np.maximum.reduce, (site.z, 0, None, extreme)),
        (np.subtract, (site.z, extreme, shifted)),
        (np.exp, (shifted, site.a)),
        (np.add.reduce, (site.a, 0, None, extreme)),
        (np.divide, (site.a, extreme, site.a)),
        (np.multiply, (shifted, site.target, shifted)),
        (np.add.reduce, (shifted, None, None, at_target)),
        (np.log, (extreme, extreme)),
        (np.add.reduce, (extreme, 0, None, site.total)),
        (np.subtract, (site.total, at_target, site.total)),
        (np.subtract, (site.a, site.target, site.gradient)),
        site.mean(),
    ]


def _crossentropy(site: LossSite) -> list[Call]:
    # For outputs that are not a softmax: -sum_k y_k log a_k and its gradient -y_k / a_k, with a kept off zero.
    least = np.asarray(np.finfo(site.a.dtype).tiny, site.a.dtype)
    safe, logarithm = np.empty_like(site.a), np.empty_like(site.a)
    return [
        (np.maximum, (site.a, least, safe)),
        (np.log, (safe, logarithm)),
        (np.multiply, (logarithm, site.target, logarithm)),
        (np.add.reduce, (logarithm, None, None, site.total)),
        (np.negative, (site.total, site.total)),
        (np.divide, (site.target, safe, site.gradient)),
        (np.multiply, (site.gradient, np.asarray(-1 / site.a.shape[1], site.a.dtype), site.gradient)),
    ]


def _sigmoid_crossentropy(site: LossSite) -> list[Call]:
    # With a = sigmoid(z): loss = max(z, 0) - z y + log(1 + e^-|z|), gradient by z = a - y; mean over outputs.
    n_outputs, batch_size = site.a.shape
    half = np.asarray(0.5, site.a.dtype)
    work, part = np.empty_like(site.a), np.empty_like(site.a)
    return [
        (np.abs, (site.z, work)),
        (np.negative, (work, work)),
        (np.exp, (work, work)),
        (np.log1p, (work, work)),
        (np.maximum, (site.z, np.asarray(0, site.a.dtype), part)),
        (np.add, (work, part, work)),
        (np.multiply, (site.z, site.target, part)),
        (np.subtract, (work, part, work)),
        (np.add.reduce, (work, None, None, site.total)),
        (np.multiply, (site.total, np.asarray(1 / n_outputs, site.total.dtype), site.total)),
        (np.multiply, (site.z, half, site.a)),
        (np.tanh, (site.a, site.a)),
        (np.multiply, (site.a, half, site.a)),
        (np.add, (site.a, half, site.a)),
        (np.subtract, (site.a, site.target, site.gradient)),
        (np.multiply, (site.gradient, np.asarray(1 / (n_outputs * batch_size), site.a.dtype), site.gradient)),
    ]


def _binary_crossentropy(site: LossSite) -> list[Call]:
    # -(y log a + (1 - y) log(1 - a)), mean over outputs; gradient (a - y) / (a (1 - a)), with a kept inside (0, 1).
    n_outputs, batch_size = site.a.shape
    one, margin = np.asarray(1, site.a.dtype), np.finfo(site.a.dtype).eps
    safe, other, part = np.empty_like(site.a), np.empty_like(site.a), np.empty_like(site.a)
    rest = np.empty((), site.total.dtype)
    return [
        (np.clip, (site.a, np.asarray(margin, site.a.dtype), np.asarray(1 - margin, site.a.dtype), safe)),
        (np.subtract, (one, safe, other)),
        (np.log, (safe, part)),
        (np.multiply, (part, site.target, part)),
        (np.add.reduce, (part, None, None, site.total)),
        (np.log, (other, part)),
        (np.subtract, (one, site.target, site.gradient)),
        (np.multiply, (part, site.gradient, part)),
        (np.add.reduce, (part, None, None, rest)),
        (np.add, (site.total, rest, site.total)),
        (np.multiply, (site.total, np.asarray(-1 / n_outputs, site.total.dtype), site.total)),
        (np.subtract, (safe, site.target, site.gradient)),
        (np.multiply, (safe, other, safe)),
        (np.divide, (site.gradient, safe, site.gradient)),
        (np.multiply, (site.gradient, np.asarray(1 / (n_outputs * batch_size), site.a.dtype), site.gradient)),
    ]


def _log(values: Array) -> Array:
    logarithm: Array = np.log(np.maximum(values, np.finfo(values.dtype).tiny))
    return logarithm


def _each_crossentropy(prediction: Array, target: Array) -> Array:
    values: Array = -(target * _log(prediction)).sum(axis=1)
    return values


def _each_binary_crossentropy(prediction: Array, target: Array) -> Array:
    values: Array = -(target * _log(prediction) + (1 - target) * _log(1 - prediction)).mean(axis=1)
    return values


LOSSES: dict[str, Loss] = {
    loss.name: loss
    for loss in (
        Loss(
            "half_squared_error",
            "L = ½ Σ (a − y)²",
            lambda prediction, target: 0.5 * ((prediction - target) ** 2).sum(axis=1),
            _half_squared,
        ),
        Loss(
            "mean_squared_error",
            "L = mean (a − y)²",
            lambda prediction, target: ((prediction - target) ** 2).mean(axis=1),
            _mean_squared,
        ),
        Loss(
            "binary_crossentropy",
            "L = −mean (y ln a + (1 − y) ln(1 − a))",
            _each_binary_crossentropy,
            _binary_crossentropy,
            "sigmoid",
            _sigmoid_crossentropy,
        ),
        Loss(
            "categorical_crossentropy",
            "L = −Σ y ln a",
            _each_crossentropy,
            _crossentropy,
            "softmax",
            _softmax_crossentropy,
            takes_classes=True,
        ),
        Loss(
            "sparse_categorical_crossentropy",
            "L = −ln a_y",
            _each_crossentropy,
            _crossentropy,
            "softmax",
            _softmax_crossentropy,
            takes_classes=True,
        ),
    )
}
