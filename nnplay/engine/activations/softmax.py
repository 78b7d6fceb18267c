"""Softmax: the units of a layer as the probabilities of classes."""

from __future__ import annotations

import numpy as np

from nnplay.engine.activations.base import ActivationFunction
from nnplay.engine.activations.classic import sigmoid_slope
from nnplay.engine.calls import Array, Call


def _one_per_example(z: Array) -> Array:
    return np.empty((*z.shape[:-2], 1, z.shape[-1]), z.dtype)


def _softmax(z: Array, a: Array) -> list[Call]:
    # Shifted by the greatest z of each example, so that no exponential overflows.
    extreme = _one_per_example(z)
    return [
        (np.maximum.reduce, (z, -2, None, extreme, True)),
        (np.subtract, (z, extreme, a)),
        (np.exp, (a, a)),
        (np.add.reduce, (a, -2, None, extreme, True)),
        (np.divide, (a, extreme, a)),
    ]


def _softmax_backward(z: Array, a: Array, d: Array, da: Array, dz: Array) -> list[Call]:
    # dL/dz_i = a_i (dL/da_i - sum_j a_j dL/da_j), per example.
    products, total = np.empty_like(a), _one_per_example(a)
    return [
        (np.multiply, (a, da, products)),
        (np.add.reduce, (products, -2, None, total, True)),
        (np.subtract, (da, total, dz)),
        (np.multiply, (a, dz, dz)),
    ]


SOFTMAX = ActivationFunction(
    "softmax",
    "Softmax",
    "fᵢ(z) = e^zᵢ / Σⱼ e^zⱼ",
    "∂fᵢ/∂zᵢ = fᵢ (1 − fᵢ), ∂fᵢ/∂zⱼ = −fᵢ fⱼ",
    "(0, 1), Σ = 1",
    _softmax,
    sigmoid_slope,
    _softmax_backward,
    is_elementwise=False,
)
