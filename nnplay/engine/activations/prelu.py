"""PReLU: a leaky ReLU whose leak is learned, one slope for each unit (each filter, in a convolution).

He et al., "Delving Deep into Rectifiers", ICCV 2015, which also gives the first value, 0.25, and the gradient.
"""

from __future__ import annotations

import numpy as np

from nnplay.engine.activations.base import ActivationFunction, number, zeros
from nnplay.engine.calls import Array, Call, maximum, minimum, product

FIRST_SLOPE = 0.25


def _learned(alpha: Array, dalpha: Array) -> ActivationFunction:
    """PReLU with the slopes ``alpha`` (units,), in a stack (K, units), whose gradient goes to ``dalpha``."""
    lead, n_units = alpha.shape[:-1], alpha.shape[-1]

    def slopes_for(z: Array) -> Array:
        return alpha.reshape(*lead, *[1] * (z.ndim - 2 - len(lead)), n_units, 1)

    def forward(z: Array, a: Array) -> list[Call]:
        below, slopes = np.empty_like(a), slopes_for(z)
        return [
            minimum(z, zeros(z), below),
            (np.multiply, (below, slopes, below)),
            maximum(z, zeros(z), a),
            (np.add, (a, below, a)),
        ]

    def slope(z: Array, a: Array, d: Array) -> list[Call]:
        # alpha + (1 - alpha) [z > 0], without a branch: masked copies are slow.
        slopes = slopes_for(z)
        is_positive, rest = np.empty(z.shape, np.bool_), np.empty(slopes.shape, slopes.dtype)
        return [
            (np.greater, (z, number(0, z), is_positive)),
            (np.copyto, (d, is_positive)),
            (np.subtract, (number(1, slopes), slopes, rest)),
            (np.multiply, (d, rest, d)),
            (np.add, (d, slopes, d)),
        ]

    def backward(z: Array, a: Array, d: Array, da: Array, dz: Array) -> list[Call]:
        # dL/dalpha = sum of dL/da min(z, 0) over the batch, and over the positions of a picture.
        below = np.empty(z.shape, z.dtype)
        rows = below.reshape(*lead, -1, z.shape[-1])
        sums = np.empty(rows.shape[:-1], z.dtype)
        by_position = sums.reshape(*lead, -1, n_units)
        calls: list[Call] = [
            minimum(z, zeros(z), below),
            (np.multiply, (below, da, below)),
            product(rows, np.ones(z.shape[-1], z.dtype), sums),
            product(np.ones(by_position.shape[-2], z.dtype), by_position, dalpha),
        ]
        return [*calls, (np.multiply, (da, d, dz))]

    return ActivationFunction(
        "prelu",
        "PReLU",
        "f(z) = z (z > 0), αz (z ≤ 0)",
        "f′(z) = 1 (z > 0), α (z ≤ 0); ∂f/∂α = min(0, z)",
        "(−∞, ∞)",
        forward,
        slope,
        backward,
        needs_z=True,
        learned=_learned,
    )


PRELU = _learned(np.full(1, FIRST_SLOPE), np.zeros(1))
"""PReLU as it begins, for plots; networks use ``PRELU.learned``."""
