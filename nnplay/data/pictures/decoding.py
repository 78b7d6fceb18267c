"""One picture file as an array of the size that is asked for.

Pillow decodes: it reads what people have (JPEG above all), by the same code with and without a window, and shrinks
JPEG while it decodes. What a file may cost is decided from its header, before a pixel is there.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".ppm", ".pgm")
MAX_PIXELS = 50_000_000

_FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "PPM")
_WHITE = (255, 255, 255, 255)


def read_picture(path: Path, height: int, width: int, *, is_color: bool) -> NDArray[np.uint8]:
    """A picture stretched to (height, width, 3), or to (height, width, 1) in shades of grey; transparent parts white.

    Raises
    ------
    DataError
        If the file is no picture, is damaged, or is too large.
    """
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # our own limit below is lower, and is a sentence
    mode = "RGB" if is_color else "L"
    try:
        with Image.open(path, formats=_FORMATS) as opened:
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
            opened.draft(mode, (2 * width, 2 * height))
            picture: Image.Image = ImageOps.exif_transpose(opened)
            if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
                paper = Image.new("RGBA", picture.size, _WHITE)
                picture = Image.alpha_composite(paper, picture.convert("RGBA"))
            resized = picture.convert(mode).resize((width, height), Image.Resampling.BILINEAR, reducing_gap=3)
            return np.asarray(resized, np.uint8).reshape(height, width, -1)
    except DataError:
        raise
    except Exception as error:  # a decoder fails on damaged files in ways that no list names
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is damaged or no picture that can be read."), file=path
        ) from error
