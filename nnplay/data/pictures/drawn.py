"""Pictures that people put into classes of their own: photographs as they are, drawings on paper as the pad has them.

Dark ink on light paper becomes white ink on black, centred, so that a drawing that was scanned or saved elsewhere and
one made on the pad are the same to a network.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, sqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnplay.data.drawing import from_image
from nnplay.data.pictures.decoding import MOST_GREY, grey, read_grey, read_picture, stretch
from nnplay.data.pictures.held import SIDE, Bytes
from nnplay.engine import NnplayError

_COLOURED = 24
"""Channels that differ by more than this are colours; less is noise of grey photographs."""

_LIGHT = 200
"""Paper is at least this light, where white is 255."""

_EVEN = 24
_MOST_EVEN = 0.95
"""Paper differs by at most ``_EVEN`` in this share of a picture's border, which the ink may touch."""

_LUMINANCE = np.array([0.299, 0.587, 0.114])


def read_example(path: Path) -> Bytes:
    """Return a picture file as an example (SIDE, SIDE, 1 or 3); DataError if it cannot be read."""
    return _drawn(read_picture(path, SIDE, SIDE, is_color=True), lambda: read_grey(path))


def example_of(pixels: Bytes) -> Bytes:
    """Return RGBA pixels (any height, any width, 4) as ``read_example`` returns a file."""
    stride = ceil(sqrt(max(1.0, pixels.shape[0] * pixels.shape[1] / MOST_GREY)))
    return _drawn(stretch(pixels, SIDE, SIDE, is_color=True), lambda: grey(pixels[::stride, ::stride]))


def is_coloured(picture: Bytes) -> bool:
    """Return whether a picture has colours, not only shades of grey."""
    return picture.shape[2] > 1 and int(np.ptp(picture.astype(np.int16), axis=2).max()) > _COLOURED


def in_channels(picture: Bytes, is_color: bool) -> Bytes:
    """Return a picture with three channels, or with one."""
    if is_color:
        return np.broadcast_to(picture, (*picture.shape[:2], 3)) if picture.shape[2] == 1 else picture
    if picture.shape[2] == 1:
        return picture
    shades: Bytes = np.rint(picture @ _LUMINANCE).astype(np.uint8)
    return shades[..., np.newaxis]


def _drawn(picture: Bytes, sheet: Callable[[], NDArray[np.uint8]]) -> Bytes:
    """Return a picture, or if it shows a drawing on paper, that drawing as the pad has it, made from ``sheet``."""
    if is_coloured(picture) or not _is_on_paper(picture[..., 0]):
        return picture
    try:
        return from_image(sheet())[..., np.newaxis]
    except NnplayError:  # empty paper, or nothing that can be centred
        return picture


def _is_on_paper(shades: Bytes) -> bool:
    border = np.concatenate((shades[0], shades[-1], shades[:, 0], shades[:, -1])).astype(np.int16)
    paper = np.median(border)
    return bool(paper >= _LIGHT and (np.abs(border - paper) <= _EVEN).mean() >= _MOST_EVEN)
