"""Rectifiers: functions that pass positive numbers and hold back negative ones.

Sources: Glorot, Bordes and Bengio, AISTATS 2011 (ReLU, softplus); Maas, Hannun and Ng, ICML 2013 (leaky ReLU; 0.2 is
Keras's slope); He et al., ICCV 2015 (PReLU); Clevert, Unterthiner and Hochreiter, ICLR 2016 (ELU); Klambauer et al.,
NeurIPS 2017 (SELU). At z = 0 the slope is the one from the left: relu'(0) = 0.
"""

from __future__ import annotations

import numpy as np

from nnplay.engine.activations.base import ActivationFunction, number, zeros
from nnplay.engine.calls import Array, Call, maximum, minimum

LEAK = 0.2
_SELU_ALPHA = 1.6732632423543772
_SELU_SCALE = 1.0507009873554805


def _two_levels(a: Array, low: float, high: float, d: Array) -> list[Call]:
    """Calls that write ``high`` into ``d`` where ``a`` > 0 and ``low`` elsewhere; masked copies would be far slower."""
    is_positive = np.empty(a.shape, np.bool_)
    calls: list[Call] = [(np.greater, (a, number(0, a), is_positive)), (np.copyto, (d, is_positive))]
    if (low, high) == (0, 1):
        return calls
    return [*calls, (np.multiply, (d, number(high - low, d), d)), (np.add, (d, number(low, d), d))]


def _relu(z: Array, a: Array) -> list[Call]:
    return [maximum(z, zeros(z), a)]


def _relu_slope(z: Array, a: Array, d: Array) -> list[Call]:
    return _two_levels(a, 0, 1, d)


def _leaky_relu(z: Array, a: Array) -> list[Call]:
    leaked = np.empty_like(a)
    return [(np.multiply, (z, number(LEAK, z), leaked)), maximum(z, leaked, a)]


def _leaky_relu_slope(z: Array, a: Array, d: Array) -> list[Call]:
    return _two_levels(a, LEAK, 1, d)


def _elu(z: Array, a: Array) -> list[Call]:
    below = np.empty_like(a)
    return [minimum(z, zeros(z), below), (np.expm1, (below, below)), maximum(z, zeros(z), a), (np.add, (a, below, a))]


def _elu_slope(z: Array, a: Array, d: Array) -> list[Call]:
    # Below 0 the slope e^z is a + 1; above it is 1.
    return [minimum(a, zeros(a), d), (np.add, (d, number(1, d), d))]


def _selu(z: Array, a: Array) -> list[Call]:
    below = np.empty_like(a)
    return [
        minimum(z, zeros(z), below),
        (np.expm1, (below, below)),
        (np.multiply, (below, number(_SELU_SCALE * _SELU_ALPHA, below), below)),
        maximum(z, zeros(z), a),
        (np.multiply, (a, number(_SELU_SCALE, a), a)),
        (np.add, (a, below, a)),
    ]


def _selu_slope(z: Array, a: Array, d: Array) -> list[Call]:
    # Below 0 the slope scale alpha e^z is a + scale alpha; above it is scale.
    below = np.empty_like(a)
    levels = _two_levels(a, _SELU_SCALE * _SELU_ALPHA, _SELU_SCALE, d)
    return [*levels, minimum(a, zeros(a), below), (np.add, (d, below, d))]


def _softplus(z: Array, a: Array) -> list[Call]:
    # ln(1 + e^z) = max(z, 0) + ln(1 + e^-|z|), which never overflows.
    rest = np.empty_like(a)
    return [
        (np.abs, (z, rest)),
        (np.negative, (rest, rest)),
        (np.exp, (rest, rest)),
        (np.log1p, (rest, rest)),
        maximum(z, zeros(z), a),
        (np.add, (a, rest, a)),
    ]


def _softplus_slope(z: Array, a: Array, d: Array) -> list[Call]:
    # sigmoid(z) = 1 - e^-a.
    return [(np.negative, (a, d)), (np.expm1, (d, d)), (np.negative, (d, d))]


RELU = ActivationFunction(
    "relu", "ReLU", "f(z) = max(0, z)", "f′(z) = 1 (z > 0), 0 (z ≤ 0)", "[0, ∞)", _relu, _relu_slope
)
LEAKY_RELU = ActivationFunction(
    "leaky_relu",
    "Leaky ReLU",
    f"f(z) = z (z > 0), {LEAK} z (z ≤ 0)",
    f"f′(z) = 1 (z > 0), {LEAK} (z ≤ 0)",
    "(−∞, ∞)",
    _leaky_relu,
    _leaky_relu_slope,
)
ELU = ActivationFunction(
    "elu", "ELU", "f(z) = z (z > 0), eᶻ − 1 (z ≤ 0)", "f′(z) = 1 (z > 0), eᶻ (z ≤ 0)", "(−1, ∞)", _elu, _elu_slope
)
SELU = ActivationFunction(
    "selu",
    "SELU",
    "f(z) = λz (z > 0), λα(eᶻ − 1) (z ≤ 0); α = 1.6733, λ = 1.0507",
    "f′(z) = λ (z > 0), λαeᶻ (z ≤ 0)",
    "(−1.7581, ∞)",
    _selu,
    _selu_slope,
)
SOFTPLUS = ActivationFunction(
    "softplus",
    "Softplus",
    "f(z) = ln(1 + eᶻ)",
    "f′(z) = 1 / (1 + e⁻ᶻ)",
    "(0, ∞)",
    _softplus,
    _softplus_slope,
)
