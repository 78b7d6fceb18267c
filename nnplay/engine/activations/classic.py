"""The classic functions: step, linear and those shaped like an S."""

from __future__ import annotations

import numpy as np

from nnplay.engine.activations.base import ActivationFunction, number
from nnplay.engine.calls import Array, Call


def _linear(z: Array, a: Array) -> list[Call]:
    return [] if np.may_share_memory(z, a) else [(np.copyto, (a, z))]


def _linear_slope(z: Array, a: Array, d: Array) -> list[Call]:
    return [(d.fill, (1,))]


def _linear_backward(z: Array, a: Array, d: Array, da: Array, dz: Array) -> list[Call]:
    return [] if np.may_share_memory(dz, da) else [(np.copyto, (dz, da))]


def _step(z: Array, a: Array) -> list[Call]:
    is_on = np.empty(z.shape, np.bool_)
    return [(np.greater_equal, (z, number(0, z), is_on)), (np.copyto, (a, is_on))]


def _step_slope(z: Array, a: Array, d: Array) -> list[Call]:
    return [(d.fill, (0,))]


def sigmoid(z: Array, a: Array) -> list[Call]:
    """Calls that compute a = 1 / (1 + e^-z), written through tanh: never overflows, and tanh is vectorised."""
    half = number(0.5, a)
    return [(np.multiply, (z, half, a)), (np.tanh, (a, a)), (np.multiply, (a, half, a)), (np.add, (a, half, a))]


def sigmoid_slope(z: Array, a: Array, d: Array) -> list[Call]:
    """Calls that compute d = a (1 - a)."""
    return [(np.subtract, (number(1, d), a, d)), (np.multiply, (a, d, d))]


def _tanh(z: Array, a: Array) -> list[Call]:
    return [(np.tanh, (z, a))]


def _tanh_slope(z: Array, a: Array, d: Array) -> list[Call]:
    return [(np.multiply, (a, a, d)), (np.subtract, (number(1, d), d, d))]


def _arctan(z: Array, a: Array) -> list[Call]:
    return [(np.arctan, (z, a))]


def _arctan_slope(z: Array, a: Array, d: Array) -> list[Call]:
    return [(np.multiply, (z, z, d)), (np.add, (d, number(1, d), d)), (np.reciprocal, (d, d))]


def _softsign(z: Array, a: Array) -> list[Call]:
    size = np.empty_like(a)
    return [(np.abs, (z, size)), (np.add, (size, number(1, size), size)), (np.divide, (z, size, a))]


def _softsign_slope(z: Array, a: Array, d: Array) -> list[Call]:
    # 1 - |a| is 1 / (1 + |z|).
    return [(np.abs, (a, d)), (np.subtract, (number(1, d), d, d)), (np.multiply, (d, d, d))]


LINEAR = ActivationFunction(
    "linear", "Linear", "f(z) = z", "f′(z) = 1", "(−∞, ∞)", _linear, _linear_slope, _linear_backward
)
STEP = ActivationFunction(
    "step",
    "Step",
    "f(z) = 1 (z ≥ 0), 0 (z < 0)",
    "f′(z) = 0 (z ≠ 0)",
    "{0, 1}",
    _step,
    _step_slope,
    has_gradient=False,
)
SIGMOID = ActivationFunction(
    "sigmoid",
    "Sigmoid",
    "f(z) = 1 / (1 + e⁻ᶻ)",
    "f′(z) = f(z) (1 − f(z))",
    "(0, 1)",
    sigmoid,
    sigmoid_slope,
)
TANH = ActivationFunction(
    "tanh",
    "Tanh",
    "f(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)",
    "f′(z) = 1 − f(z)²",
    "(−1, 1)",
    _tanh,
    _tanh_slope,
)
ARCTAN = ActivationFunction(
    "arctan",
    "Arctan",
    "f(z) = arctan z",
    "f′(z) = 1 / (1 + z²)",
    "(−π/2, π/2)",
    _arctan,
    _arctan_slope,
    needs_z=True,
)
SOFTSIGN = ActivationFunction(
    "softsign",
    "Softsign",
    "f(z) = z / (1 + |z|)",
    "f′(z) = 1 / (1 + |z|)²",
    "(−1, 1)",
    _softsign,
    _softsign_slope,
)
