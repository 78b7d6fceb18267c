"""More shapes for classification: moons, rings, three arms, a checkerboard.

The moons follow scikit-learn's ``make_moons``, moved to the middle of the plane. The noise is always drawn and then
scaled, as in TensorFlow Playground's sets.
"""

from __future__ import annotations

import numpy as np

from nnplay.data.dataset import Task
from nnplay.data.points.toy_set import Array, ToySet

_RADIUS = 5.0
_MOON_SCALE = 3.2
_MOON_MIDDLE = (0.5, 0.25)
_RINGS = (1.0, 2.8, 4.6)
"""Radii of the three rings; the middle one is the other class."""

_RING_WIDTH = 0.4
_TILE = 2.5
"""Side of a square of the board, which has four by four."""

_N_ARMS = 3
_ARM_TURNS = 1.1


def _moons(n: int, noise: float, rng: np.random.Generator) -> tuple[Array, Array]:
    n_upper = n // 2
    angle = np.concatenate([np.linspace(0, np.pi, count) for count in (n_upper, n - n_upper)])
    is_upper = np.arange(n) < n_upper
    x = np.where(is_upper, np.cos(angle), 1 - np.cos(angle))
    y = np.where(is_upper, np.sin(angle), 0.5 - np.sin(angle))
    points = _MOON_SCALE * (np.column_stack((x, y)) - _MOON_MIDDLE)
    return points + noise * _MOON_SCALE * rng.standard_normal((n, 2)), np.where(is_upper, 1.0, -1.0)


def _rings(n: int, noise: float, rng: np.random.Generator) -> tuple[Array, Array]:
    radii = np.array(_RINGS)
    ring = rng.choice(len(radii), n, p=radii / radii.sum())
    angle = rng.uniform(0, 2 * np.pi, n)
    radius = radii[ring] + rng.uniform(-_RING_WIDTH, _RING_WIDTH, n)
    points = radius[:, None] * np.column_stack((np.sin(angle), np.cos(angle)))
    return points + noise * 2 * rng.standard_normal((n, 2)), np.where(ring == 1, -1.0, 1.0)


def _three_arms(n: int, noise: float, rng: np.random.Generator) -> tuple[Array, Array]:
    arm = np.arange(n) % _N_ARMS
    share = np.arange(n) // _N_ARMS / -(-n // _N_ARMS)
    angle = 2 * np.pi * (_ARM_TURNS * share + arm / _N_ARMS)
    radius = 0.3 + (_RADIUS - 0.3) * share
    points = radius[:, None] * np.column_stack((np.sin(angle), np.cos(angle)))
    return points + noise * rng.uniform(-2, 2, (n, 2)), arm.astype(np.float64)


def _checkerboard(n: int, noise: float, rng: np.random.Generator) -> tuple[Array, Array]:
    points = rng.uniform(-_RADIUS, _RADIUS, (n, 2))
    jittered = points + noise * rng.uniform(-_TILE, _TILE, (n, 2))
    fields = np.floor(jittered / _TILE).sum(axis=1)
    return points, np.where(fields % 2 == 0, 1.0, -1.0)


SHAPE_SETS = (
    ToySet("moons", Task.BINARY, 500, _moons),
    ToySet("rings", Task.BINARY, 600, _rings),
    ToySet("three-arms", Task.MULTICLASS, 600, _three_arms, ("A", "B", "C")),
    ToySet("checkerboard", Task.BINARY, 800, _checkerboard),
)
