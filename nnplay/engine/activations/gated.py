"""Gated functions: z times a gate between 0 and 1 that opens with z; smooth, and not monotonic.

Sources: Elfwing, Uchibe and Doya, Neural Networks 107 (2018) and Ramachandran, Zoph and Le, arXiv:1710.05941 (SiLU,
called swish there); Hendrycks and Gimpel, arXiv:1606.08415 (GELU, the exact form); Misra, BMVC 2020 (mish).
"""

from __future__ import annotations

from math import pi, sqrt

import numpy as np

from nnplay.engine.activations.base import ActivationFunction, number
from nnplay.engine.activations.classic import sigmoid
from nnplay.engine.activations.rectifiers import SOFTPLUS
from nnplay.engine.calls import Array, Call


def _silu(z: Array, a: Array) -> list[Call]:
    gate = np.empty_like(a)  # not in `a`, which may be `z` itself
    return [*sigmoid(z, gate), (np.multiply, (z, gate, a))]


def _silu_slope(z: Array, a: Array, d: Array) -> list[Call]:
    # s + z s (1 - s) = s + a - a s
    product = np.empty_like(d)
    return [*sigmoid(z, d), (np.multiply, (a, d, product)), (np.add, (d, a, d)), (np.subtract, (d, product, d))]


def _gelu(z: Array, a: Array) -> list[Call]:
    from scipy.special import ndtr  # here, because importing it takes longer than all the rest of the engine

    gate = np.empty_like(a)
    return [(ndtr, (z, gate)), (np.multiply, (z, gate, a))]


def _gelu_slope(z: Array, a: Array, d: Array) -> list[Call]:
    from scipy.special import ndtr

    below = np.empty_like(d)
    return [
        (np.multiply, (z, z, d)),
        (np.multiply, (d, number(-0.5, d), d)),
        (np.exp, (d, d)),
        (np.multiply, (d, number(1 / sqrt(2 * pi), d), d)),
        (np.multiply, (d, z, d)),
        (ndtr, (z, below)),
        (np.add, (d, below, d)),
    ]


def _mish(z: Array, a: Array) -> list[Call]:
    gate = np.empty_like(a)
    return [*SOFTPLUS.forward(z, gate), (np.tanh, (gate, gate)), (np.multiply, (z, gate, a))]


def _mish_slope(z: Array, a: Array, d: Array) -> list[Call]:
    # With the gate t: t + z (1 - t^2) sigmoid(z).
    gate, square = np.empty_like(d), np.empty_like(d)
    return [
        *SOFTPLUS.forward(z, gate),
        (np.tanh, (gate, gate)),
        *sigmoid(z, d),
        (np.multiply, (d, z, d)),
        (np.multiply, (gate, gate, square)),
        (np.subtract, (number(1, d), square, square)),
        (np.multiply, (d, square, d)),
        (np.add, (d, gate, d)),
    ]


SILU = ActivationFunction(
    "silu",
    "SiLU (swish)",
    "f(z) = z σ(z) = z / (1 + e⁻ᶻ)",
    "f′(z) = σ(z) (1 + z (1 − σ(z)))",
    "[−0.2785, ∞)",
    _silu,
    _silu_slope,
    needs_z=True,
)
GELU = ActivationFunction(
    "gelu",
    "GELU",
    "f(z) = z Φ(z) = ½ z (1 + erf(z / √2))",
    "f′(z) = Φ(z) + z φ(z)",
    "[−0.1700, ∞)",
    _gelu,
    _gelu_slope,
    needs_z=True,
)
MISH = ActivationFunction(
    "mish",
    "Mish",
    "f(z) = z t, t = tanh(ln(1 + eᶻ))",
    "f′(z) = t + z (1 − t²) σ(z)",
    "[−0.3088, ∞)",
    _mish,
    _mish_slope,
    needs_z=True,
)
