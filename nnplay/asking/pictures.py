"""Pictures of anything but handwriting as a network's input, prepared as the pictures of the data are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnplay.data import DataChoice, HeldPicturesChoice, PictureFolderChoice
from nnplay.data.drawing import WHITE
from nnplay.data.pictures.decoding import read_picture, stretch
from nnplay.data.pictures.drawn import example_of, in_channels, read_example

Floats = NDArray[np.float32]


def are_plain_pictures(data: DataChoice) -> bool:
    """Return whether a picture becomes an input as a whole, rather than by its ink, as handwriting does."""
    return isinstance(data, PictureFolderChoice | HeldPicturesChoice)


def input_of_file(path: Path, data: DataChoice) -> Floats:
    """Return a picture file as an input (height, width, 1 or 3), 0 to 1; DataError if it cannot be read."""
    if isinstance(data, HeldPicturesChoice):
        return _scaled(in_channels(read_example(path), data.is_color))
    height, width, n_channels = data.input_shape
    return _scaled(read_picture(path, height, width, is_color=n_channels == 3))


def input_of_pixels(pixels: NDArray[np.uint8], data: DataChoice) -> Floats:
    """Return RGBA pixels (any height, any width, 4) as an input."""
    if isinstance(data, HeldPicturesChoice):
        return _scaled(in_channels(example_of(pixels), data.is_color))
    height, width, n_channels = data.input_shape
    return _scaled(stretch(pixels, height, width, is_color=n_channels == 3))


def _scaled(picture: NDArray[np.uint8]) -> Floats:
    return picture * np.float32(1 / WHITE)
