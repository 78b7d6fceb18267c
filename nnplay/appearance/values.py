"""Colours for numbers: orange for negative, neutral for zero, blue for positive.

Orange and blue can be told apart with the three common colour deficiencies. The same 256 colours are used for weights,
neuron pictures and the decision map, so that one legend explains them all.
"""

from functools import lru_cache
from math import ceil, isnan, log2

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtGui import QColor, QImage

from nnplay.appearance.roles import SCHEMES, Role
from nnplay.appearance.theme import Theme, theme
from nnplay.engine import NetworkSpec

N_COLORS = 256

_STRONG = 0.85
"""Share of the weights that are weaker than the end of a network's scale."""

_MOST_SAMPLED = 1000
"""Number of weights per layer that are sampled for the scale."""

_LEAST_SCALE = 0.2
"""Lower limit of the scale, so that weights of 0.01 do not look like weights of 1."""


@lru_cache(maxsize=len(SCHEMES))
def _table(scheme: str) -> NDArray[np.uint8]:
    colors = SCHEMES[scheme]
    stops = [QColor(colors[role]).getRgb() for role in (Role.NEGATIVE, Role.NEUTRAL, Role.POSITIVE)]
    channels = np.array(stops, dtype=np.float64).T
    at = np.linspace(-1.0, 1.0, N_COLORS)
    columns = [np.interp(at, (-1.0, 0.0, 1.0), channel) for channel in channels]
    table = np.stack(columns, axis=1).round().astype(np.uint8)
    table.setflags(write=False)
    return table


@lru_cache(maxsize=len(SCHEMES))
def _color_table(scheme: str) -> list[int]:
    return [QColor(*(int(channel) for channel in row)).rgba() for row in _table(scheme)]


@lru_cache(maxsize=len(SCHEMES))
def _pixels(scheme: str) -> NDArray[np.uint32]:
    """Return the colours as pixels of a 32-bit image: Qt converts an indexed image every time it is painted."""
    return np.array(_color_table(scheme), np.uint32)


def lookup_table(colors: Theme | None = None) -> NDArray[np.uint8]:
    """Return the 256 value colours of a theme (by default the application's).

    Returns
    -------
    ndarray of uint8, shape (256, 4)
        Red, green, blue, alpha; row 0 is -1, row 255 is +1. Read-only.
    """
    return _table((colors or theme()).scheme)


def color_indices(values: ArrayLike, scale: float) -> NDArray[np.uint8]:
    """Return the row in ``lookup_table`` for each value: 0 at -scale and below, 255 at +scale and above.

    NaN gets zero's colour; a scale of zero (all weights are zero) counts as one.
    """
    limit = np.float32(scale) or np.float32(1.0)
    indices = np.asarray(values, dtype=np.float32) / limit * np.float32(127.5) + np.float32(127.5)
    indices = np.minimum(np.maximum(indices, 0), 255)  # a third of np.clip's time for a neuron's picture
    if np.isnan(indices.sum()):
        indices = np.nan_to_num(indices, nan=127.5)
    rounded: NDArray[np.float32] = np.rint(indices)
    return rounded.astype(np.uint8)


def value_color(value: float, scale: float = 1.0) -> QColor:
    """Return the colour of one number; the full colours are reached at -scale and +scale."""
    # Like color_indices, but without an array for a single number: tables ask for hundreds of colours per frame.
    unit = 0.0 if isnan(value) else max(-1.0, min(1.0, value / (scale or 1.0)))
    return QColor.fromRgba(_color_table(theme().scheme)[round(unit * 127.5 + 127.5)])


def value_image(values: ArrayLike, scale: float = 1.0) -> QImage:
    """Return an image of a matrix, one pixel per number.

    Parameters
    ----------
    values : array, shape (n_rows, n_columns), any real dtype
        Row 0 becomes the top row. Copied.
    scale : float
        The value with the full colour.
    """
    pixels = value_pixels(values, scale)
    n_rows, n_columns = pixels.shape
    return QImage(pixels.data, n_columns, n_rows, 4 * n_columns, QImage.Format.Format_RGB32).copy()


def value_pixels(values: ArrayLike, scale: float = 1.0) -> NDArray[np.uint32]:
    """Return values of any shape as pixels of a 32-bit image, as in ``value_image``."""
    return _pixels(theme().scheme).take(color_indices(values, scale))


def weight_scale(weights: NDArray[np.float32]) -> float:
    """Return the weight that gets full colour and the widest stroke: the largest one, rounded up in steps of 19 %.

    The steps keep the picture stable while training changes the largest weight a little.
    """
    largest = float(np.max(np.abs(weights), initial=0.0))
    return float(2.0 ** (ceil(4 * log2(max(largest, _LEAST_SCALE)) - 1e-9) / 4))


def network_scale(network: NetworkSpec, parameters: NDArray[np.float32]) -> float:
    """Return the common scale for all weights of a network.

    It ends at a fairly strong connection, not at the strongest: a single large weight should not make all others look
    alike. Larger weights get the full colour, too.

    Parameters
    ----------
    parameters
        (network.n_parameters,).
    """
    kernels = [parameters[slot.span] for slot in network.slots if len(slot.shape) > 1]
    if not kernels:
        return weight_scale(np.zeros(1, np.float32))
    sizes = np.abs(np.concatenate([kernel[:: -(-len(kernel) // _MOST_SAMPLED)] for kernel in kernels]))
    place = int(_STRONG * (len(sizes) - 1))
    return weight_scale(np.partition(sizes, place)[place : place + 1])  # a quantile, without the 0.1 ms of np.quantile
