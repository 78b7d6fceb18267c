"""Pictures that are pasted or dropped, as arrays: files, and images from other programs; and inputs as pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QImage

from nnplay.data.drawing import WHITE
from nnplay.data.picture_input import picture_shape
from nnplay.data.pictures.decoding import SUFFIXES, fitting, grey, read_grey


def pixels_of(image: QImage) -> NDArray[np.uint8]:
    """Return an image as RGBA pixels (height, width, 4), shrunk if it is huge."""
    size = QSize(*fitting(image.width(), image.height()))
    if size != image.size():
        image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return pixels[:, : 4 * image.width()].reshape(image.height(), image.width(), 4).copy()


def grey_of(image: QImage) -> NDArray[np.uint8]:
    """Return an image as (height, width) shades of grey, as ``read_grey`` returns a file."""
    return grey(pixels_of(image))


def has_picture(data: QMimeData) -> bool:
    """Return whether pasted or dropped data may be a picture."""
    return data.hasImage() or _path_of(data) is not None


def picture_in(data: QMimeData) -> Path | QImage | None:
    """Return the pasted or dropped picture, a file or an image; None if there is none."""
    path = _path_of(data)
    if path is not None:
        return path
    image = data.imageData() if data.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def grey_picture(source: Path | QImage) -> NDArray[np.uint8]:
    """Return a picture as (height, width) shades of grey; DataError if the file is not a picture."""
    return read_grey(source) if isinstance(source, Path) else grey_of(source)


def shown_picture(x: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return a network's input as a picture for people, (height, width) or (height, width, 3), 0 to 255."""
    shape = picture_shape(x.shape)
    assert shape is not None
    pixels: NDArray[np.uint8] = np.rint(WHITE * x.reshape(*shape, -1).clip(0, 1)).astype(np.uint8)
    return pixels if pixels.shape[2] == 3 else pixels[..., 0]


def in_grey(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a picture, (height, width) or (height, width, 3), as (height, width)."""
    if picture.ndim == 2:
        return picture
    shades: NDArray[np.uint8] = np.rint(picture.mean(axis=2)).astype(np.uint8)
    return shades


def _path_of(data: QMimeData) -> Path | None:
    """Return the path of a single picture file; the window handles folders and projects."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in SUFFIXES else None
