"""Numbers in the place of those that only a placeholder's operator would give, so that what comes after it is proved.

Reference and network compute the same function there: a random linear one of all that the operator takes. What comes
after it must then agree as if the operator were there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from nnplay.engine.layers import Shape
from nnplay.exchange.tensors import Array


@dataclass(frozen=True)
class StandIn:
    """``sum of weights · x`` over all sources, times ``slopes``, plus ``offsets``.

    Attributes
    ----------
    weights
        For each source (n_numbers,), in the file's order.
    slopes, offsets
        (n_results,), in the file's order.
    """

    weights: tuple[Array, ...]
    slopes: Array
    offsets: Array

    @staticmethod
    def of(taken: Sequence[Shape], given: Shape) -> StandIn:
        """For sources and a result of these shapes, examples not counted; always the same for the same shapes."""
        sizes, n_results = [prod(shape) for shape in taken], prod(given)
        rng = np.random.default_rng([*sizes, n_results])
        weights = tuple(rng.normal(size=n) / np.sqrt(n) for n in sizes)
        return StandIn(weights, rng.normal(size=n_results), rng.normal(size=n_results))

    def __call__(self, *sources: Array) -> Array:
        """The results (n_examples, n_results) for sources with the examples first."""
        total = sum(x.reshape(len(x), -1) @ weights for x, weights in zip(sources, self.weights, strict=True))
        result: Array = np.asarray(total)[:, None] * self.slopes + self.offsets
        return result
