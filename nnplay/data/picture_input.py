"""Digit pictures as a network's input, whatever size of picture it takes, or none."""

from __future__ import annotations

from math import isqrt

import numpy as np
from numpy.typing import NDArray

from nnplay.data.ink import WHITE, Bytes

_LEAST, _MOST = 5, 512
"""Sides of pictures on which a digit can be recognised."""


def picture_shape(input_shape: tuple[int, ...]) -> tuple[int, int] | None:
    """Return height and width of the pictures that inputs of this shape are, or None if they are not pictures.

    A picture is (height, width), optionally with 1 or 3 channels, or a row with a square number of pixels.
    """
    if len(input_shape) == 1:
        side = isqrt(input_shape[0])
        shape = (side, side) if side * side == input_shape[0] else None
    elif len(input_shape) == 2 or (len(input_shape) == 3 and input_shape[2] in (1, 3)):
        shape = (input_shape[0], input_shape[1])
    else:
        shape = None
    return shape if shape and min(shape) >= _LEAST and max(shape) <= _MOST else None


def as_input(picture: Bytes, input_shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Return a digit picture (28, 28) as one input (*input_shape) of a network, 0 to 1, resized by area averages."""
    shape = picture_shape(input_shape)
    assert shape is not None
    down, across = (_shares(n_to, n_from) for n_to, n_from in zip(shape, picture.shape, strict=True))
    sized = picture if shape == picture.shape else down @ picture @ across.T
    values: NDArray[np.float32] = np.asarray(sized, np.float32) * np.float32(1 / WHITE)
    if len(input_shape) == 3:
        values = np.repeat(values[..., np.newaxis], input_shape[2], axis=2)
    return values.reshape(input_shape)


def _shares(n_to: int, n_from: int) -> NDArray[np.float64]:
    """Return (n_to, n_from): how much each of ``n_from`` pixels over the same length covers of each of ``n_to``."""
    edges, width = np.arange(n_from + 1) * (n_to / n_from), n_to / n_from
    pixel = np.arange(n_to)[:, np.newaxis]
    overlap = np.minimum(pixel + 1, edges[1:]) - np.maximum(pixel, edges[:-1])
    shares: NDArray[np.float64] = overlap.clip(0, width)
    return shares
