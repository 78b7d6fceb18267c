"""Losses for quantities, computed from the differences between predictions and targets.

Sources: Goodfellow, Bengio and Courville, "Deep Learning" (2016), section 5.5; Huber, "Robust Estimation of a Location
Parameter", Annals of Mathematical Statistics 35 (1964). Sums and means over the outputs of an example are named as
such; over examples it is always the mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.engine.calls import Array, Call, inner, maximum, minimum
from nnplay.engine.checks import check_number
from nnplay.engine.losses.base import Loss, LossSite


class _Squares(Loss):
    """``c Σ (a − y)²`` with a factor c that may depend on the number of outputs."""

    def _factor(self, n_outputs: int) -> float:
        raise NotImplementedError

    def per_example(self, prediction: Array, target: Array) -> Array:
        values: Array = self._factor(prediction.shape[1]) * ((prediction - target) ** 2).sum(axis=1)
        return values

    def calls(self, site: LossSite) -> list[Call]:
        site.factor = self._factor(site.n_outputs)
        differences = site.flat(site.gradient)
        return [
            (np.subtract, (site.a, site.target, site.gradient)),
            inner(differences, differences, site.total),
            *site.scale(2 * site.factor),
        ]


@dataclass(frozen=True)
class SquaredErrorSum(_Squares):
    """The squared differences, added up over the outputs: the quadratic loss without the half."""

    name: ClassVar[str] = "squared_error_sum"
    formula: ClassVar[str] = "L = Σ (a − y)²"

    def _factor(self, n_outputs: int) -> float:
        return 1.0


@dataclass(frozen=True)
class HalfSquaredError(_Squares):
    """Half of them, so that the gradient is the difference itself: TensorFlow Playground's loss."""

    name: ClassVar[str] = "half_squared_error"
    formula: ClassVar[str] = "L = ½ Σ (a − y)²"

    def _factor(self, n_outputs: int) -> float:
        return 0.5


@dataclass(frozen=True)
class MeanSquaredError(_Squares):
    """Their mean over the outputs, as in Keras."""

    name: ClassVar[str] = "mean_squared_error"
    formula: ClassVar[str] = "L = (1/K) Σ (a − y)²"

    def _factor(self, n_outputs: int) -> float:
        return 1 / n_outputs


@dataclass(frozen=True)
class MeanAbsoluteError(Loss):
    """The mean distance over the outputs; its gradient knows only the direction (and is 0 where a = y)."""

    name: ClassVar[str] = "mean_absolute_error"
    formula: ClassVar[str] = "L = (1/K) Σ |a − y|"

    def per_example(self, prediction: Array, target: Array) -> Array:
        values: Array = np.abs(prediction - target).mean(axis=1)
        return values

    def calls(self, site: LossSite) -> list[Call]:
        site.factor = 1 / site.n_outputs
        distances = np.empty_like(site.a)
        return [
            (np.subtract, (site.a, site.target, site.gradient)),
            (np.abs, (site.gradient, distances)),
            site.sum(distances, site.total),
            (np.sign, (site.gradient, site.gradient)),
            *site.scale(site.factor),
        ]


@dataclass(frozen=True)
class Huber(Loss):
    """Squared for differences up to ``delta``, straight beyond; mean over the outputs, as in Keras."""

    delta: float = 1.0

    name: ClassVar[str] = "huber"
    formula: ClassVar[str] = "L = (1/K) Σ h(a − y), h(e) = ½ e² (|e| ≤ δ), δ (|e| − ½ δ) (|e| > δ)"

    def __post_init__(self) -> None:
        check_number("delta", self.delta)

    def per_example(self, prediction: Array, target: Array) -> Array:
        distance = np.abs(prediction - target)
        is_near = distance <= self.delta
        values: Array = np.where(is_near, 0.5 * distance**2, self.delta * (distance - 0.5 * self.delta)).mean(axis=1)
        return values

    def calls(self, site: LossSite) -> list[Call]:
        # With c, the difference e clipped to [-delta, delta]: the value is c (2 e - c) / 2, the gradient c.
        site.factor = 0.5 / site.n_outputs
        c, rest = site.gradient, np.empty_like(site.a)
        bound = np.full_like(site.a, self.delta)
        return [
            (np.subtract, (site.a, site.target, rest)),
            minimum(rest, bound, c),
            maximum(c, -bound, c),
            (np.subtract, (rest, c, rest)),
            (np.add, (rest, rest, rest)),
            (np.add, (rest, c, rest)),
            inner(site.flat(c), site.flat(rest), site.total),
            *site.scale(1 / site.n_outputs),
        ]
