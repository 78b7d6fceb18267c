"""Pictures that are pasted or dropped, as grey arrays: files, and images from other programs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QImage

from nnplay.data.pictures.decoding import SUFFIXES, fitting, grey, read_grey


def grey_of(image: QImage) -> NDArray[np.uint8]:
    """Return an image as (height, width) shades of grey, as ``read_grey`` returns a file."""
    size = QSize(*fitting(image.width(), image.height()))
    if size != image.size():
        image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return grey(pixels[:, : 4 * image.width()].reshape(image.height(), image.width(), 4))


def has_picture(data: QMimeData) -> bool:
    """Return whether pasted or dropped data may be a picture."""
    return data.hasImage() or _path_of(data) is not None


def picture_in(data: QMimeData) -> NDArray[np.uint8] | None:
    """Return the pasted or dropped picture, as ``read_grey`` returns it; None if there is none.

    Raises
    ------
    DataError
        If the file is not a picture.
    """
    path = _path_of(data)
    if path is not None:
        return read_grey(path)
    image = data.imageData() if data.hasImage() else None
    return grey_of(image) if isinstance(image, QImage) and not image.isNull() else None


def _path_of(data: QMimeData) -> Path | None:
    """Return the path of a single picture file; the window handles folders and projects."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in SUFFIXES else None
