"""Files of one drawing: pen strokes as JSON, which the pad writes and ``nnplay predict --strokes`` reads; a picture."""

from __future__ import annotations

import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnplay.disk.reading import read_file
from nnplay.disk.writing import write_file
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of
from nnplay.project.errors import ProjectFileError
from nnplay.project.storage import strict_json

_MAX_SIZE = 1 << 23


def read_strokes(path: Path) -> list[Any]:
    """The strokes in a file, each still to be checked as ``nnplay.data.drawing`` does it.

    Raises
    ------
    DataError
        If it cannot be read, or is no list in JSON.
    """
    try:
        strokes = strict_json.loads(read_file(path, _MAX_SIZE).decode())
        if not isinstance(strokes, list):
            raise ValueError("no list")
    except OSError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read: {reason}."), file=path, reason=reason_of(error)
        ) from error
    except ValueError as error:
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” is not a pen drawing. Expected: JSON with a list of strokes, each a list of points [x, y].",
            ),
            file=path,
        ) from error
    return strokes


def write_strokes(strokes: Sequence[Sequence[Sequence[float]]], path: Path) -> None:
    """Write strokes, (x, y) or (x, y, pressure) each point, every number as it is; ProjectFileError if that fails."""
    _write(json.dumps(strokes).encode() + b"\n", path)


def write_picture(picture: NDArray[np.uint8], path: Path) -> None:
    """Write a grey picture (height, width) as PNG; ProjectFileError if that fails."""
    from PIL import Image

    content = BytesIO()
    Image.fromarray(picture).save(content, "PNG")
    _write(content.getvalue(), path)


def _write(content: bytes, path: Path) -> None:
    try:
        write_file(path, content)
    except OSError as error:
        raise ProjectFileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” was not saved: {reason}. What was there before is unchanged."),
            file=path,
            reason=reason_of(error),
        ) from error
