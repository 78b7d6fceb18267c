"""InputPlane: a plane through the space of a table's inputs, so that a network of many inputs can be seen on a map."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

import numpy as np
from numpy.typing import NDArray

from nnplay.project.inspection.probe import EXTENT

Floats = NDArray[np.float64]

_FILLED = 0.9
"""Share of the map that the data reach over."""

_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10)

_MOST_ROWS = 5_000
"""More examples would not turn the principal axes."""


@dataclass(frozen=True, eq=False)
class InputPlane:
    """Where on the map, from -EXTENT to EXTENT on both axes, inputs lie.

    Attributes
    ----------
    origin
        (d,) the input in the middle of the map; it holds what the axes do not change.
    directions
        (2, d) orthonormal: how inputs change along the axes.
    middles, units
        What the axes are worth: a place a on axis i stands for ``middles[i] + a * units[i]``.
    shares
        How much of the inputs' variance lies along each axis; None where that is not the point.
    """

    origin: Floats
    directions: Floats
    middles: tuple[float, float]
    units: tuple[float, float]
    shares: tuple[float, float] | None = None

    def inputs(self, n: int) -> NDArray[np.float32]:
        """The inputs on a grid over the map, (n * n, d): rows from the top, columns from the left."""
        axis = np.linspace(-EXTENT, EXTENT, n)
        across, up = np.meshgrid(axis * self.units[0], axis[::-1] * self.units[1])
        moved = np.column_stack((across.ravel(), up.ravel())) @ self.directions
        return (self.origin + moved).astype(np.float32)

    def places(self, x: NDArray[np.float32]) -> NDArray[np.float32]:
        """Where examples (k, d) lie on the map, seen along all other directions: (k, 2)."""
        return ((x - self.origin) @ self.directions.T / self.units).astype(np.float32)

    def values(self, place: tuple[float, float]) -> tuple[float, float]:
        """What a place on the map is worth on both axes."""
        first, second = (m + a * u for m, a, u in zip(self.middles, place, self.units, strict=True))
        return first, second


def plane_of_inputs(x: NDArray[np.float32], first: int, second: int, held: Floats) -> InputPlane:
    """The plane of two different inputs of examples (k, d); all others are as ``held`` (d,) says."""
    middles, units = zip(*(_scale(x[:, column]) for column in (first, second)), strict=True)
    origin = held.astype(np.float64).copy()
    origin[[first, second]] = middles
    directions = np.zeros((2, x.shape[1]))
    directions[0, first] = directions[1, second] = 1
    return InputPlane(origin, directions, middles, units)


def principal_plane(x: NDArray[np.float32]) -> InputPlane:
    """The plane along which examples (k, d), d at least 2, differ most, through their mean."""
    some = x[:_MOST_ROWS].astype(np.float64)
    mean = some.mean(axis=0)
    # The full matrices are square in the number of examples; only a single example needs them for a second direction.
    _, sizes, directions = np.linalg.svd(some - mean, full_matrices=len(some) < 2)
    # Of the two signs that a direction can have, the one in which its largest part is positive: it never flips.
    directions = directions[:2]
    largest = np.abs(directions).argmax(axis=1)
    directions *= np.sign(directions[[0, 1], largest])[:, np.newaxis]
    reach = np.abs((some - mean) @ directions.T).max(axis=0)
    units = tuple(_round_up(float(each) / (_FILLED * EXTENT)) for each in reach)
    powers = np.append(sizes**2, [0.0, 0.0])
    shares = powers[:2] / max(float(powers.sum()), 1e-30)
    return InputPlane(mean, directions, (0.0, 0.0), (units[0], units[1]), (float(shares[0]), float(shares[1])))


def _scale(values: NDArray[np.float32]) -> tuple[float, float]:
    """Middle and unit, both round numbers, that show all values."""
    low, high = float(values.min()), float(values.max())
    unit = _round_up((high - low) / (2 * _FILLED * EXTENT))
    return floor((low + high) / 2 / unit + 0.5) * unit, unit


def _round_up(value: float) -> float:
    """The next number that reads well: a step of `_STEPS` times a power of ten."""
    if value <= 0:
        return 1.0
    power = 10.0 ** floor(log10(value))
    return next(step * power for step in _STEPS if step == _STEPS[-1] or step * power >= value)
