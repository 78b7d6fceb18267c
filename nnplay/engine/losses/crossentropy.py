"""Cross-entropies: how surprising the true answer is, given the network's probabilities.

Sources: Goodfellow, Bengio and Courville, "Deep Learning" (2016), section 6.2.2; label smoothing: Szegedy et al.,
"Rethinking the Inception Architecture", CVPR 2016, section 7. Fused with the activation that makes the probabilities,
they are computed from z and stay finite; without it, probabilities are kept off 0 and 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.engine.activations.classic import SIGMOID
from nnplay.engine.activations.softmax import SOFTMAX
from nnplay.engine.calls import Array, Call, maximum, minimum
from nnplay.engine.checks import check_share
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DataError
from nnplay.engine.losses.base import Loss, LossSite

MARGIN = 1e-7
"""Distance from 0 and 1 at which probabilities are clipped, as in Keras."""


@dataclass(frozen=True)
class _CrossEntropy(Loss):
    """A cross-entropy with label smoothing: targets are moved by ``label_smoothing`` towards the uniform
    distribution.
    """

    label_smoothing: float = 0.0

    def __post_init__(self) -> None:
        check_share("label smoothing", self.label_smoothing)

    def _doubt(self, n_outputs: int) -> float:
        """The target of the uniform distribution."""
        raise NotImplementedError

    def _smoothed(self, target: Array) -> Array:
        if self.label_smoothing == 0:
            return target
        smoothed: Array = target * (1 - self.label_smoothing) + self.label_smoothing * self._doubt(target.shape[1])
        return smoothed

    def _smooth(self, site: LossSite) -> tuple[Array, list[Call]]:
        """The smoothed targets of a site, and the calls that compute them."""
        if self.label_smoothing == 0:
            return site.target, []
        target, level = np.empty_like(site.a), self.label_smoothing * self._doubt(site.n_outputs)
        return target, [
            (np.multiply, (site.target, site.number(1 - self.label_smoothing), target)),
            (np.add, (target, site.number(level), target)),
        ]


@dataclass(frozen=True)
class BinaryCrossentropy(_CrossEntropy):
    """Each output is the probability of a yes; mean over the outputs."""

    name: ClassVar[str] = "binary_crossentropy"
    formula: ClassVar[str] = "L = −(1/K) Σ (y ln a + (1 − y) ln(1 − a))"
    fused_activation: ClassVar[str] = SIGMOID.name

    def _doubt(self, n_outputs: int) -> float:
        return 0.5

    def per_example(self, prediction: Array, target: Array) -> Array:
        a, y = np.clip(prediction.astype(np.float64), MARGIN, 1 - MARGIN), self._smoothed(target)
        values: Array = -(y * np.log(a) + (1 - y) * np.log(1 - a)).mean(axis=1)
        return values

    def calls(self, site: LossSite) -> list[Call]:
        # The gradient is (a - y) / (a (1 - a)).
        site.factor = -1 / site.n_outputs
        target, smooth = self._smooth(site)
        safe, other, part = (np.empty_like(site.a) for _ in range(3))
        rest, one = np.empty_like(site.total), site.number(1)
        return [
            *smooth,
            maximum(site.a, np.full_like(site.a, MARGIN), safe),
            minimum(safe, np.full_like(site.a, 1 - MARGIN), safe),
            (np.subtract, (one, safe, other)),
            (np.log, (safe, part)),
            (np.multiply, (part, target, part)),
            site.sum(part, site.total),
            (np.log, (other, part)),
            (np.subtract, (one, target, site.gradient)),
            (np.multiply, (part, site.gradient, part)),
            site.sum(part, rest),
            (np.add, (site.total, rest, site.total)),
            (np.subtract, (safe, target, site.gradient)),
            (np.multiply, (safe, other, safe)),
            (np.divide, (site.gradient, safe, site.gradient)),
            *site.scale(1 / site.n_outputs),
        ]

    def fused_calls(self, site: LossSite) -> list[Call]:
        # With a = sigmoid(z) the value is max(z, 0) - z y + ln(1 + e^-|z|), the gradient by z is a - y.
        site.factor = 1 / site.n_outputs
        target, smooth = self._smooth(site)
        work, part = np.empty_like(site.a), np.empty_like(site.a)
        return [
            *smooth,
            (np.abs, (site.z, work)),
            (np.negative, (work, work)),
            (np.exp, (work, work)),
            (np.log1p, (work, work)),
            maximum(site.z, np.zeros(site.a.shape, site.a.dtype), part),
            (np.add, (work, part, work)),
            (np.multiply, (site.z, target, part)),
            (np.subtract, (work, part, work)),
            site.sum(work, site.total),
            *SIGMOID.forward(site.z, site.a),
            (np.subtract, (site.a, target, site.gradient)),
            *site.scale(site.factor),
        ]

    def check_targets(self, y: Array) -> None:
        if y.ndim > 1 and ((y < 0) | (y > 1)).any():
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors", "Binary cross-entropy needs targets from 0 to 1; these are between {least} and {most}."
                ),
                least=float(y.min()),
                most=float(y.max()),
            )


@dataclass(frozen=True)
class CategoricalCrossentropy(_CrossEntropy):
    """The outputs are the probabilities of classes, of which one is true."""

    name: ClassVar[str] = "categorical_crossentropy"
    formula: ClassVar[str] = "L = −Σ y ln a"
    fused_activation: ClassVar[str] = SOFTMAX.name
    takes_classes: ClassVar[bool] = True

    def _doubt(self, n_outputs: int) -> float:
        return 1 / n_outputs

    def per_example(self, prediction: Array, target: Array) -> Array:
        least = np.finfo(prediction.dtype).tiny
        values: Array = -(self._smoothed(target) * np.log(np.maximum(prediction, least))).sum(axis=1)
        return values

    def calls(self, site: LossSite) -> list[Call]:
        # The gradient is -y / a.
        site.factor = -1
        target, smooth = self._smooth(site)
        safe, logarithm = np.empty_like(site.a), np.empty_like(site.a)
        return [
            *smooth,
            maximum(site.a, np.full_like(site.a, np.finfo(site.a.dtype).tiny), safe),
            (np.log, (safe, logarithm)),
            (np.multiply, (logarithm, target, logarithm)),
            site.sum(logarithm, site.total),
            (np.divide, (target, safe, site.gradient)),
            *site.scale(-1),
        ]

    def fused_calls(self, site: LossSite) -> list[Call]:
        # With a = softmax(z): ln a_k = (z_k - max z) - ln sum_j e^(z_j - max z), finite for any finite z; the gradient
        # by z is a - y, because the targets of an example add up to 1.
        target, smooth = self._smooth(site)
        extreme = np.empty((*site.a.shape[:-2], site.a.shape[-1]), site.a.dtype)
        of_example = extreme[..., None, :]
        shifted = np.empty_like(site.a)
        at_target = np.empty_like(site.total)
        return [
            *smooth,
            (np.maximum.reduce, (site.z, -2, None, extreme)),
            (np.subtract, (site.z, of_example, shifted)),
            (np.exp, (shifted, site.a)),
            (np.add.reduce, (site.a, -2, None, extreme)),
            (np.divide, (site.a, of_example, site.a)),
            (np.multiply, (shifted, target, shifted)),
            site.sum(shifted, at_target),
            (np.log, (extreme, extreme)),
            site.sum(extreme, site.total),
            (np.subtract, (site.total, at_target, site.total)),
            (np.subtract, (site.a, target, site.gradient)),
            *site.scale(1),
        ]

    def check_targets(self, y: Array) -> None:
        if y.ndim > 1 and not ((y >= 0).all() and np.allclose(y.sum(axis=1), 1)):
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Categorical cross-entropy needs the probabilities of the classes as targets: 0 or more, and"
                    " adding up to 1 in each example.",
                )
            )


@dataclass(frozen=True)
class SparseCategoricalCrossentropy(CategoricalCrossentropy):
    """The same for targets that are class numbers; one-hot rows are told from them by their shape, not by this name."""

    name: ClassVar[str] = "sparse_categorical_crossentropy"
    formula: ClassVar[str] = "L = −ln a_y"
