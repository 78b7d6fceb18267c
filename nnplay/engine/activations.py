"""Activation functions: value, derivative, formula and range of each, one table for all uses.

An activation is written once, as calls on preallocated arrays; training, predicting, tracing and plotting all run those.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, Call, run

Range = tuple[float, float]


@dataclass(frozen=True)
class ActivationFunction:
    """One activation function.

    Attributes
    ----------
    forward
        ``forward(z, a)``: calls that compute a = f(z); ``a`` may be ``z`` itself unless ``needs_z``.
    slope
        ``slope(z, a, d)``: calls that write f'(z) into ``d``.
    needs_z
        Whether ``slope`` reads ``z`` rather than ``a``, so that z has to be kept.
    is_elementwise
        False for softmax, whose outputs depend on all inputs of an example; ``slope`` is then the diagonal da_i/dz_i
        and ``backward`` turns da into dz.
    """

    name: str
    formula: str
    derivative_formula: str
    range: str
    forward: Callable[[Array, Array], list[Call]]
    slope: Callable[[Array, Array, Array], list[Call]]
    plot_range: Range = (-6.0, 6.0)
    needs_z: bool = False
    is_elementwise: bool = True

    def function(self, z: Array) -> Array:
        """Value f(z), float64, same shape as ``z``."""
        values = np.array(z, np.float64, ndmin=1)
        a = np.empty_like(values)
        run(self.forward(values, a))
        return a.reshape(np.shape(z))

    def derivative(self, z: Array) -> Array:
        """Slope f'(z), float64, same shape as ``z``."""
        values = np.array(z, np.float64, ndmin=1)
        a, d = np.empty_like(values), np.empty_like(values)
        run(self.forward(values, a))
        run(self.slope(values, a, d))
        return d.reshape(np.shape(z))

    def backward(self, a: Array, d: Array, g: Array) -> list[Call]:
        """Calls that turn ``g`` = dL/da into dL/dz in place; ``d`` holds the slopes."""
        if self.is_elementwise:
            return [(np.multiply, (g, d, g))]
        # Softmax: dL/dz_i = a_i (dL/da_i - sum_j a_j dL/da_j), per example.
        total = np.empty(g.shape[1:], g.dtype)
        return [
            (np.multiply, (a, g, d)),
            (np.add.reduce, (d, 0, None, total)),
            (np.subtract, (g, total, g)),
            (np.multiply, (a, g, g)),
        ]


def _one(like: Array) -> Array:
    # A 0-d array of the right type: NumPy neither promotes nor converts it at each call.
    return np.asarray(1, like.dtype)


def _linear(z: Array, a: Array) -> list[Call]:
    return [] if z is a else [(np.copyto, (a, z))]


def _linear_slope(z: Array, a: Array, d: Array) -> list[Call]:
    return [(d.fill, (1,))]


def _tanh(z: Array, a: Array) -> list[Call]:
    return [(np.tanh, (z, a))]


def _tanh_slope(z: Array, a: Array, d: Array) -> list[Call]:
    return [(np.multiply, (a, a, d)), (np.subtract, (_one(d), d, d))]


def _sigmoid(z: Array, a: Array) -> list[Call]:
    # 1 / (1 + e^-z) written through tanh: never overflows, and tanh is vectorised where scipy's expit is not.
    half = np.asarray(0.5, a.dtype)
    return [(np.multiply, (z, half, a)), (np.tanh, (a, a)), (np.multiply, (a, half, a)), (np.add, (a, half, a))]


def _sigmoid_slope(z: Array, a: Array, d: Array) -> list[Call]:
    return [(np.subtract, (_one(d), a, d)), (np.multiply, (a, d, d))]


def _relu(z: Array, a: Array) -> list[Call]:
    return [(np.maximum, (z, np.asarray(0, a.dtype), a))]


def _relu_slope(z: Array, a: Array, d: Array) -> list[Call]:
    return [(np.sign, (a, d))]


def _softmax(z: Array, a: Array) -> list[Call]:
    # Shifted by the greatest z of each example, so that no exponential overflows.
    extreme = np.empty(z.shape[1:], z.dtype)
    return [
        (np.maximum.reduce, (z, 0, None, extreme)),
        (np.subtract, (z, extreme, a)),
        (np.exp, (a, a)),
        (np.add.reduce, (a, 0, None, extreme)),
        (np.divide, (a, extreme, a)),
    ]


ACTIVATIONS: dict[str, ActivationFunction] = {
    activation.name: activation
    for activation in (
        ActivationFunction("linear", "f(z) = z", "f′(z) = 1", "(−∞, ∞)", _linear, _linear_slope),
        ActivationFunction(
            "sigmoid", "f(z) = 1 / (1 + e⁻ᶻ)", "f′(z) = f(z) (1 − f(z))", "(0, 1)", _sigmoid, _sigmoid_slope
        ),
        ActivationFunction(
            "tanh", "f(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)", "f′(z) = 1 − f(z)²", "(−1, 1)", _tanh, _tanh_slope
        ),
        ActivationFunction("relu", "f(z) = max(0, z)", "f′(z) = 1 if z > 0, else 0", "[0, ∞)", _relu, _relu_slope),
        ActivationFunction(
            "softmax",
            "fᵢ(z) = e^zᵢ / Σⱼ e^zⱼ",
            "∂fᵢ/∂zᵢ = fᵢ (1 − fᵢ)",
            "(0, 1), sum 1",
            _softmax,
            _sigmoid_slope,
            is_elementwise=False,
        ),
    )
}
