"""Distortions of digit pictures: moved, slanted, turned, stretched, bent, thicker or thinner, and noisy.

A network learns to ignore these because every epoch shows the same digits in other forms (Simard, Steinkraus and Platt,
"Best Practices for Convolutional Neural Networks", ICDAR 2003).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnplay.data.drawing import SIDE, WHITE, Bytes

_Array = NDArray[np.float32]

_BATCH = 500
"""Pictures distorted in one batch: few enough to stay in the processor's cache."""


@dataclass(frozen=True)
class Distortions:
    """How strong the random distortions are; each picture gets its own.

    Attributes
    ----------
    shift
        Pixels in each direction, uniformly distributed for every second picture; the others move by at most a quarter
        of it.
    slant, turn
        Degrees in each direction, uniformly distributed.
    stretch
        Standard deviation of the logarithm of width and height.
    bend
        Pixels by which smooth waves move parts of the picture.
    thickness
        0 to 1: the share of one pixel by which a stroke becomes thicker or thinner on each side.
    noise
        Largest standard deviation of the noise of a pixel, where white is 1; every third picture has noise.
    """

    shift: float = 4.5
    slant: float = 16.0
    turn: float = 10.0
    stretch: float = 0.10
    bend: float = 1.2
    thickness: float = 1.0
    noise: float = 0.08


def distort(pictures: Bytes, rng: np.random.Generator, how: Distortions | None = None) -> Bytes:
    """Return distorted pictures of the same digits.

    Parameters
    ----------
    pictures
        (n, 28, 28) uint8, white ink on black.
    rng
        The source of all randomness.

    Returns
    -------
    (n, 28, 28) uint8, a new array.
    """
    how = how or Distortions()
    result = np.empty_like(pictures)
    for start in range(0, len(pictures), _BATCH):
        part = slice(start, start + _BATCH)
        ink = _ink(pictures[part])
        result[part] = _to_bytes(_noisy(_repenned(_moved(ink, rng, how), rng, how), rng, how))
    return result


def _moved(ink: _Array, rng: np.random.Generator, how: Distortions) -> _Array:
    n = len(ink)
    slant, turn = (np.radians(rng.uniform(-most, most, n)) for most in (how.slant, how.turn))
    width, height = np.exp(rng.normal(0, how.stretch, (2, n)))
    cos, sin, lean = np.cos(turn), np.sin(turn), np.tan(slant)
    # From a position in the new picture back to where its ink came from.
    matrix = np.array([[cos / width, (sin + lean * cos) / width], [-sin / height, (cos - lean * sin) / height]])
    reach = np.where(rng.random((n, 1)) < 0.5, how.shift, how.shift / 4)
    grid = _grid()
    move = reach * rng.uniform(-1, 1, (2, n, 1))
    x, y = matrix.transpose(0, 2, 1).astype(np.float32) @ grid.T - move.astype(np.float32)
    for frequency in (0.12, 0.25):
        phase = rng.uniform(0, 2 * np.pi, (2, n, 1)).astype(np.float32)
        direction = rng.uniform(-frequency, frequency, (2, n, 2)).astype(np.float32)
        wave = np.sin(direction @ grid.T + phase) * rng.uniform(-how.bend, how.bend, (2, n, 1)).astype(np.float32)
        x, y = x + wave[0], y + wave[1]
    return _resampled(ink, x, y)


def _repenned(ink: _Array, rng: np.random.Generator, how: Distortions) -> _Array:
    """Return the pictures, two in three with a thicker or a thinner pen."""
    change = rng.uniform(-how.thickness, 1.4 * how.thickness, len(ink)).astype(np.float32).clip(max=how.thickness)
    change[rng.random(len(ink)) < 1 / 3] = 0
    change = change[:, np.newaxis, np.newaxis]
    around = _neighbours(ink)
    # A pen much thinner than MNIST's would leave no ink.
    thicker, thinner = change.clip(0), -change.clip(max=0) / 2
    changed: _Array = ink + thicker * (around.max(axis=0) - ink) + thinner * (around.min(axis=0) - ink)
    return changed


def _noisy(ink: _Array, rng: np.random.Generator, how: Distortions) -> _Array:
    strength = rng.uniform(0, how.noise, (len(ink), 1, 1)) * (rng.random((len(ink), 1, 1)) < 1 / 3)
    return ink + strength.astype(np.float32) * rng.standard_normal(ink.shape, np.float32)


def _grid() -> _Array:
    """Return (784, 2): each pixel's x and y, measured from the centre."""
    y, x = np.mgrid[:SIDE, :SIDE].reshape(2, -1).astype(np.float32) - np.float32((SIDE - 1) / 2)
    return np.column_stack((x, y))


def _resampled(ink: _Array, x: NDArray[np.floating], y: NDArray[np.floating]) -> _Array:
    """Return the ink at ``x``, ``y`` (n or 1, 784) from the centre, interpolated linearly; no ink outside the
    picture.
    """
    n = len(ink)
    framed = np.pad(ink, ((0, 0), (1, 1), (1, 1))).reshape(-1)
    side = SIDE + 2
    middle = np.float32((side - 1) / 2)
    x, y = ((at.astype(np.float32) + middle).clip(0, side - 1.001) for at in (x, y))
    column, row = x.astype(np.intp), y.astype(np.intp)
    right, below = x - column, y - row
    place = np.arange(n)[:, np.newaxis] * side * side + row * side + column
    above = framed[place] * (1 - right) + framed[place + 1] * right
    beneath = framed[place + side] * (1 - right) + framed[place + side + 1] * right
    result: _Array = (above * (1 - below) + beneath * below).reshape(n, SIDE, SIDE)
    return result


def _neighbours(pictures: NDArray[Any]) -> NDArray[Any]:
    """Return (5, n, 28, 28): the pictures, and the pictures moved by one pixel in each direction."""
    framed = np.pad(pictures, ((0, 0), (1, 1), (1, 1)))
    places = ((1, 1), (0, 1), (2, 1), (1, 0), (1, 2))
    return np.stack([framed[:, row : row + SIDE, column : column + SIDE] for row, column in places])


def _ink(pictures: Bytes) -> _Array:
    ink: _Array = pictures * np.float32(1 / WHITE)
    return ink


def _to_bytes(ink: _Array) -> Bytes:
    grey: Bytes = np.rint(WHITE * ink.clip(0, 1)).astype(np.uint8)
    return grey
