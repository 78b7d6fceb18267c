"""The six sets of TensorFlow Playground.

Formulas, bounds and noise follow that program's ``dataset.ts``. The noise is always drawn and then scaled: with the
same seed, moving the noise slider moves (or relabels) the same points instead of drawing new ones.
"""

from __future__ import annotations

import numpy as np

from nnplay.data.dataset import Task
from nnplay.data.points.toy_set import MAX_NOISE, ToySet
from nnplay.data.points.toy_set import Array as _Array

_RADIUS = 5.0
"""Half the side of the square (and radius of the disc) of the classification sets."""

_PLANE_EXTENT = 6.0
"""The same for the regression sets."""

_GAUSSIANS = np.array(
    [(-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1)], np.float64
)
"""Centre and sign of each bump of ``multi-gaussian``."""


def _circle(n: int, noise: float, rng: np.random.Generator) -> tuple[_Array, _Array]:
    n_inner = n // 2
    lowest = np.where(np.arange(n) < n_inner, 0.0, 0.7 * _RADIUS)
    highest = np.where(np.arange(n) < n_inner, 0.5 * _RADIUS, _RADIUS)
    radius = rng.uniform(lowest, highest)
    angle = rng.uniform(0, 2 * np.pi, n)
    points = radius[:, None] * np.column_stack((np.sin(angle), np.cos(angle)))
    jittered = points + noise * rng.uniform(-_RADIUS, _RADIUS, (n, 2))
    return points, np.where(np.hypot(*jittered.T) < 0.5 * _RADIUS, 1.0, -1.0)


def _xor(n: int, noise: float, rng: np.random.Generator) -> tuple[_Array, _Array]:
    padding = 0.3
    points = rng.uniform(-_RADIUS, _RADIUS, (n, 2))
    points += np.where(points > 0, padding, -padding)
    jittered = points + noise * rng.uniform(-_RADIUS, _RADIUS, (n, 2))
    return points, np.where(jittered[:, 0] * jittered[:, 1] >= 0, 1.0, -1.0)


def _gaussian(n: int, noise: float, rng: np.random.Generator) -> tuple[_Array, _Array]:
    variance = 0.5 + noise * (4 - 0.5) / MAX_NOISE
    labels = np.where(np.arange(n) < n // 2, 1.0, -1.0)
    return 2 * labels[:, None] + np.sqrt(variance) * rng.standard_normal((n, 2)), labels


def _spiral(n: int, noise: float, rng: np.random.Generator) -> tuple[_Array, _Array]:
    n_first = n // 2
    is_first = np.arange(n) < n_first
    share = np.concatenate([np.arange(count) / count for count in (n_first, n - n_first)])
    angle = 1.75 * 2 * np.pi * share + np.where(is_first, 0, np.pi)
    points = _RADIUS * share[:, None] * np.column_stack((np.sin(angle), np.cos(angle)))
    points += noise * rng.uniform(-1, 1, (n, 2))
    return points, np.where(is_first, 1.0, -1.0)


def _plane(n: int, noise: float, rng: np.random.Generator) -> tuple[_Array, _Array]:
    points = rng.uniform(-_PLANE_EXTENT, _PLANE_EXTENT, (n, 2))
    jittered = points + noise * rng.uniform(-_PLANE_EXTENT, _PLANE_EXTENT, (n, 2))
    return points, jittered.sum(axis=1) / 10


def _multi_gaussian(n: int, noise: float, rng: np.random.Generator) -> tuple[_Array, _Array]:
    points = rng.uniform(-_PLANE_EXTENT, _PLANE_EXTENT, (n, 2))
    jittered = points + noise * rng.uniform(-_PLANE_EXTENT, _PLANE_EXTENT, (n, 2))
    distances = np.hypot(*(jittered[:, None, :] - _GAUSSIANS[:, :2]).transpose(2, 0, 1))
    bumps = _GAUSSIANS[:, 2] * np.clip(1 - distances / 2, 0, 1)
    return points, bumps[np.arange(n), np.abs(bumps).argmax(axis=1)]


PLAYGROUND_SETS = (
    ToySet("circle", Task.BINARY, 500, _circle),
    ToySet("xor", Task.BINARY, 500, _xor),
    ToySet("gaussian", Task.BINARY, 500, _gaussian),
    ToySet("spiral", Task.BINARY, 500, _spiral),
    ToySet("plane", Task.REGRESSION, 1200, _plane),
    ToySet("multi-gaussian", Task.REGRESSION, 1200, _multi_gaussian),
)
