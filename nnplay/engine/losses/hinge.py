"""Hinge loss: content with every output that lies on the right side with a margin of 1.

Cortes and Vapnik, "Support-Vector Networks", Machine Learning 20 (1995); mean over the outputs, as in Keras.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.engine.calls import Array, Call, maximum
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DataError
from nnplay.engine.losses.base import Loss, LossSite


@dataclass(frozen=True)
class Hinge(Loss):
    """The targets are -1 and 1; 0 counts as -1, as in Keras, so that 0 and 1 (and one-hot rows) will do."""

    name: ClassVar[str] = "hinge"
    formula: ClassVar[str] = "L = (1/K) Σ max(0, 1 − y a)"

    def per_example(self, prediction: Array, target: Array) -> Array:
        values: Array = np.maximum(0, 1 - np.where(target > 0, 1, -1) * prediction).mean(axis=1)
        return values

    def calls(self, site: LossSite) -> list[Call]:
        site.factor = 1 / site.n_outputs
        side, margin = np.empty_like(site.a), site.gradient
        mask = np.empty(site.a.shape, np.bool_)
        zero, one = site.number(0), site.number(1)
        return [
            (np.greater, (site.target, zero, mask)),
            (np.copyto, (side, mask)),
            (np.add, (side, side, side)),
            (np.subtract, (one, side, side)),  # 1 for a negative target, -1 for a positive one
            (np.multiply, (side, site.a, margin)),
            (np.add, (margin, one, margin)),
            maximum(margin, np.zeros(site.a.shape, site.a.dtype), margin),
            site.sum(margin, site.total),
            (np.greater, (margin, zero, mask)),
            (np.copyto, (site.gradient, mask)),
            (np.multiply, (site.gradient, side, site.gradient)),
            *site.scale(site.factor),
        ]

    def check_targets(self, y: Array) -> None:
        if y.ndim > 1 and not np.isin(y, (-1, 0, 1)).all():
            raise DataError(QT_TRANSLATE_NOOP("errors", "The hinge loss needs targets that are -1 and 1, or 0 and 1."))
