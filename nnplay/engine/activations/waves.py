"""Waves and bumps: functions that respond to a region of the number line rather than to a direction."""

from __future__ import annotations

from math import pi

import numpy as np

from nnplay.engine.activations.base import ActivationFunction, number
from nnplay.engine.calls import Array, Call


def _sine(z: Array, a: Array) -> list[Call]:
    return [(np.sin, (z, a))]


def _sine_slope(z: Array, a: Array, d: Array) -> list[Call]:
    return [(np.cos, (z, d))]


def _gaussian(z: Array, a: Array) -> list[Call]:
    return [(np.multiply, (z, z, a)), (np.negative, (a, a)), (np.exp, (a, a))]


def _gaussian_slope(z: Array, a: Array, d: Array) -> list[Call]:
    return [(np.multiply, (z, a, d)), (np.multiply, (d, number(-2, d), d))]


SINE = ActivationFunction(
    "sine",
    "Sine",
    "f(z) = sin z",
    "f′(z) = cos z",
    "[−1, 1]",
    _sine,
    _sine_slope,
    plot_range=(-2 * pi, 2 * pi),
    needs_z=True,
)
GAUSSIAN = ActivationFunction(
    "gaussian",
    "Gaussian",
    "f(z) = e^(−z²)",
    "f′(z) = −2z e^(−z²)",
    "(0, 1]",
    _gaussian,
    _gaussian_slope,
    plot_range=(-3.0, 3.0),
    needs_z=True,
)
