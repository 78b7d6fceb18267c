"""Picture files as arrays, resized or in shades of grey at their own size.

Pillow decodes: it reads what people have (JPEG above all), with and without a window, and shrinks JPEG while decoding.
The header decides whether a file is too large, before any pixel is decoded.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from nnplay.disk.reading import open_file
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of

if TYPE_CHECKING:
    from PIL.Image import Image

SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".ppm", ".pgm")
MAX_PIXELS = 50_000_000

MOST_GREY = 1_200**2
"""Larger pictures of a drawing, such as photographs, are shrunk to this many pixels: 28 x 28 needs no more."""

_FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "PPM")
_WHITE = 255
_LUMINANCE = np.array([0.299, 0.587, 0.114])
_SIXTEEN_BITS = 257
"""16-bit white divided by 8-bit white."""


def read_picture(path: Path, height: int, width: int, *, is_color: bool) -> NDArray[np.uint8]:
    """Return a picture stretched to (height, width, 3), or to (height, width, 1) in grey; transparent parts are white.

    Raises
    ------
    DataError
        If the file is not a picture, is damaged, or is too large.
    """
    mode = "RGB" if is_color else "L"
    with _opened(path) as opened:
        opened.draft(mode, (2 * width, 2 * height))
        return _stretched(_upright(opened), height, width, mode)


def stretch(pixels: NDArray[np.uint8], height: int, width: int, *, is_color: bool) -> NDArray[np.uint8]:
    """Return RGBA pixels (any height, any width, 4) as ``read_picture`` returns a file."""
    from PIL import Image

    return _stretched(Image.fromarray(np.ascontiguousarray(pixels)), height, width, "RGB" if is_color else "L")


def _stretched(picture: Image, height: int, width: int, mode: str) -> NDArray[np.uint8]:
    from PIL import Image

    if picture.has_transparency_data:
        paper = Image.new("RGBA", picture.size, 4 * (_WHITE,))
        picture = Image.alpha_composite(paper, picture.convert("RGBA"))
    resized = picture.convert(mode).resize((width, height), Image.Resampling.BILINEAR, reducing_gap=3)
    return np.asarray(resized, np.uint8).reshape(height, width, -1)


def read_grey(path: Path) -> NDArray[np.uint8]:
    """Return a picture as (height, width) shades of grey in its own proportions; transparent parts are white.

    Raises
    ------
    DataError
        If the file is not a picture, is damaged, or is too large.
    """
    with _opened(path) as opened:
        opened.draft("RGB", fitting(opened.width, opened.height))
        picture = _upright(opened)
        size = fitting(picture.width, picture.height)
        if size != picture.size:
            picture = picture.convert("RGBA").resize(size, reducing_gap=2)
        return grey(np.asarray(picture.convert("RGBA")))


def grey(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return RGBA pixels (height, width, 4) as (height, width) shades of grey on white paper."""
    opacity = pixels[..., 3] / _WHITE
    shades = (pixels[..., :3] @ _LUMINANCE) * opacity + _WHITE * (1 - opacity)
    rounded: NDArray[np.uint8] = np.rint(shades).astype(np.uint8)
    return rounded


def fitting(width: int, height: int) -> tuple[int, int]:
    """Return width and height of the same proportions with at most about ``MOST_GREY`` pixels, each at least 1."""
    scale = min(1.0, sqrt(MOST_GREY / max(1, width * height)))
    return max(1, round(width * scale)), max(1, round(height * scale))


@contextmanager
def _opened(path: Path) -> Iterator[Image]:
    """Open a picture file and read its header; everything that goes wrong becomes a DataError."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # our own limit below is lower and gives a sentence
    try:
        with open_file(path) as file, Image.open(file, formats=_FORMATS) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise DataError(
                    QT_TRANSLATE_NOOP(
                        "errors", "“{file}” has {width} × {height} pixels, more than {most}: make it smaller first."
                    ),
                    file=path,
                    width=opened.width,
                    height=opened.height,
                    most=MAX_PIXELS,
                )
            yield opened
    except DataError:
        raise
    except Exception as error:  # decoders fail on damaged files with all kinds of exceptions
        if isinstance(error, OSError) and error.strerror:
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read: {reason}."), file=path, reason=reason_of(error)
            ) from error
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is damaged or not a picture that can be read."), file=path
        ) from error


def _upright(opened: Image) -> Image:
    """Return the picture turned upright, with 8 bits per channel."""
    from PIL import Image, ImageOps

    picture = ImageOps.exif_transpose(opened)
    if picture.mode.startswith("I"):  # Pillow would clip them at 255
        values = np.asarray(picture, np.float64) / _SIXTEEN_BITS
        picture = Image.fromarray(np.rint(values.clip(0, _WHITE)).astype(np.uint8))
    return picture
