"""Colours for numbers: orange for negative, a neutral for zero, blue for positive.

The pair orange and blue stays apart under the three common colour deficiencies; the same 256 colours are used for
weights, neuron pictures and the decision map, so that one legend explains them all.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtGui import QColor, QImage

from nnplay.look.roles import DARK, LIGHT, Role
from nnplay.look.theme import Theme, theme

N_COLORS = 256


@lru_cache(maxsize=2)
def _table(is_dark: bool) -> NDArray[np.uint8]:
    colors = DARK if is_dark else LIGHT
    stops = [QColor(colors[role]).getRgb() for role in (Role.NEGATIVE, Role.NEUTRAL, Role.POSITIVE)]
    channels = np.array(stops, dtype=np.float64).T
    at = np.linspace(-1.0, 1.0, N_COLORS)
    columns = [np.interp(at, (-1.0, 0.0, 1.0), channel) for channel in channels]
    table = np.stack(columns, axis=1).round().astype(np.uint8)
    table.setflags(write=False)
    return table


@lru_cache(maxsize=2)
def _color_table(is_dark: bool) -> list[int]:
    return [QColor(*(int(channel) for channel in row)).rgba() for row in _table(is_dark)]


def lookup_table(colors: Theme | None = None) -> NDArray[np.uint8]:
    """Return the 256 value colours of a theme (the application's when none is given).

    Returns
    -------
    ndarray of uint8, shape (256, 4)
        Red, green, blue, alpha; row 0 is -1, row 255 is +1. Read-only.
    """
    return _table((colors or theme()).is_dark)


def color_indices(values: ArrayLike, scale: float) -> NDArray[np.uint8]:
    """Return for each value its row in ``lookup_table``: 0 at -scale and below, 255 at +scale and above.

    A value that is not a number gets zero's colour; a scale of zero (all weights are zero) counts as one.
    """
    limit = np.float32(scale) or np.float32(1.0)
    unit = np.clip(np.asarray(values, dtype=np.float32), -limit, limit) / limit
    indices: NDArray[np.float32] = np.nan_to_num(unit) * 127.5 + 127.5
    return indices.round().astype(np.uint8)


def value_color(value: float, scale: float = 1.0) -> QColor:
    """Return the colour of one number; the full colours are reached at -scale and +scale."""
    return QColor.fromRgba(_color_table(theme().is_dark)[int(color_indices(value, scale))])


def value_image(values: ArrayLike, scale: float = 1.0) -> QImage:
    """Return a picture of a matrix, one pixel a number.

    Parameters
    ----------
    values : array, shape (n_rows, n_columns), any real dtype
        Row 0 becomes the top row. Copied.
    scale : float
        The value of the full colours.
    """
    indices = np.ascontiguousarray(color_indices(values, scale))
    n_rows, n_columns = indices.shape
    image = QImage(indices.data, n_columns, n_rows, n_columns, QImage.Format.Format_Indexed8)
    image.setColorTable(_color_table(theme().is_dark))
    return image.copy()
