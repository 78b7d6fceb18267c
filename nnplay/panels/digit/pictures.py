"""Pictures from outside as grey arrays: files of any kind that Qt reads, the clipboard, what is dropped."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from nnplay.data.png import grey
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_MOST = 1200
"""Larger pictures, such as photographs, are made so long: a digit of 28 x 28 needs no more."""


def read_picture(path: Path) -> NDArray[np.uint8]:
    """Read a picture file as (height, width) shades of grey, what is transparent on white.

    Raises
    ------
    DataError
        If it is no picture, or damaged.
    """
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > _MOST:
        reader.setScaledSize(_fitting(size))
    image = reader.read()
    if image.isNull():
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read as a picture: it is damaged or of an unknown kind."),
            file=path,
        )
    return grey_of(image)


def grey_of(image: QImage) -> NDArray[np.uint8]:
    """An image as (height, width) shades of grey, what is transparent on white."""
    if max(image.width(), image.height()) > _MOST:
        image = image.scaled(
            _fitting(image.size()), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return grey(pixels[:, : 4 * image.width()].reshape(image.height(), image.width(), 4))


def has_picture(data: QMimeData) -> bool:
    """Whether something pasted or dropped may be a picture."""
    return data.hasImage() or _path_of(data) is not None


def picture_in(data: QMimeData) -> NDArray[np.uint8] | None:
    """The picture that was pasted or dropped, as ``read_picture`` gives it; None where there is none.

    Raises
    ------
    DataError
        If the file is no picture.
    """
    path = _path_of(data)
    if path is not None:
        return read_picture(path)
    image = data.imageData() if data.hasImage() else None
    return grey_of(image) if isinstance(image, QImage) and not image.isNull() else None


def _path_of(data: QMimeData) -> Path | None:
    """A single file whose name is a picture's: folders and projects are for the window."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    kinds = {f".{kind.data().decode()}" for kind in QImageReader.supportedImageFormats()}
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in kinds else None


def _fitting(size: QSize) -> QSize:
    return size.scaled(_MOST, _MOST, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
