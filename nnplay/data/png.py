"""PNG pictures as grey arrays, for the machines without Qt on which ``nnplay predict`` runs.

The format's common core (ISO/IEC 15948): 8 bits a channel, not interlaced; grey or colour, with or without transparent
parts. Nothing is unpacked beyond the size that the header names, and that is capped.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

Bytes = NDArray[np.uint8]

MAX_PIXELS = 4_000_000

_MAX_FILE_SIZE = 1 << 26
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_N_CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}
"""By colour type: grey, colour, grey with transparency, colour with transparency."""
_LUMINANCE = np.array([0.299, 0.587, 0.114])
_WHITE = 255


def read_png(path: Path) -> Bytes:
    """Read a picture as shades of grey, what is transparent on white.

    Returns
    -------
    (height, width) uint8.

    Raises
    ------
    DataError
        If the file cannot be read, is damaged, or is of a kind that is not supported; the sentence says which.
    """
    try:
        if path.stat().st_size > _MAX_FILE_SIZE:
            raise DataError(QT_TRANSLATE_NOOP("errors", "“{file}” is too large for a picture of a digit."), file=path)
        content = path.read_bytes()
    except OSError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read: {reason}."), file=path, reason=error.strerror or error
        ) from error
    if not content.startswith(_SIGNATURE):
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is not a PNG picture: save the picture as PNG first."), file=path
        )
    try:
        return _decode(path, content)
    except (struct.error, zlib.error, ValueError) as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is a damaged PNG picture: save it again."), file=path
        ) from error


def _decode(path: Path, content: bytes) -> Bytes:
    chunks = _chunks(content)
    kind, header = next(chunks)
    if kind != b"IHDR":
        raise ValueError("no header")
    width, height, depth, colour_type, _, _, interlace = struct.unpack(">IIBBBBB", header)
    if depth != 8 or colour_type not in _N_CHANNELS or interlace:
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” is a kind of PNG that nnplay does not read: save it with 8 bits a channel, in grey or RGB"
                " (no palette), not interlaced.",
            ),
            file=path,
        )
    if not 0 < width * height <= MAX_PIXELS:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” has {width} × {height} pixels; at most {most} in all are read."),
            file=path,
            width=width,
            height=height,
            most=MAX_PIXELS,
        )
    n_channels = _N_CHANNELS[colour_type]
    row_size = width * n_channels + 1
    unpacker = zlib.decompressobj()
    packed = b"".join(data for kind, data in chunks if kind == b"IDAT")
    raw = unpacker.decompress(packed, height * row_size)
    if len(raw) < height * row_size:
        raise ValueError("not enough pixels")
    rows = np.frombuffer(raw, np.uint8).reshape(height, row_size)
    return grey(_unfiltered(rows, n_channels).reshape(height, width, n_channels))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and data of each chunk, check sums compared."""
    start, kind = len(_SIGNATURE), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", content, start)
        data = content[start + 8 : start + 8 + length]
        (checksum,) = struct.unpack_from(">I", content, start + 8 + length)
        if zlib.crc32(kind + data) != checksum:
            raise ValueError("wrong check sum")
        yield kind, data
        start += 12 + length


def _unfiltered(rows: Bytes, n_channels: int) -> Bytes:
    """Undo the filters: each row (its kind first) holds differences from the pixel to the left and the row above."""
    result = np.empty((len(rows), rows.shape[1] - 1), np.uint8)
    above = np.zeros(rows.shape[1] - 1, np.uint8)
    for index, (kind, line) in enumerate(zip(rows[:, 0], rows[:, 1:], strict=True)):
        if kind == 0:
            above = line
        elif kind == 1:
            above = np.cumsum(line.reshape(-1, n_channels), axis=0, dtype=np.uint8).reshape(-1)
        elif kind == 2:
            above = line + above
        elif kind in (3, 4):
            above = _unfiltered_by_pixel(line.tolist(), above.tolist(), n_channels, is_average=kind == 3)
        else:
            raise ValueError("unknown filter")
        result[index] = above
    return result


def _unfiltered_by_pixel(line: list[int], above: list[int], n_channels: int, *, is_average: bool) -> Bytes:
    """Undo the filters "average" and "Paeth", in which each pixel needs the one to its left."""
    padded_above = [0] * n_channels + above
    result = [0] * n_channels
    for difference, up, diagonal in zip(line, above, padded_above, strict=False):
        left = result[-n_channels]
        if is_average:
            guess = (left + up) // 2
        else:
            to_left, to_up, to_diagonal = abs(up - diagonal), abs(left - diagonal), abs(left + up - 2 * diagonal)
            guess = left if to_left <= min(to_up, to_diagonal) else up if to_up <= to_diagonal else diagonal
        result.append((difference + guess) & 255)
    return np.array(result[n_channels:], np.uint8)


def grey(pixels: Bytes) -> Bytes:
    """Pixels (height, width, channels) as (height, width) shades of grey, what is transparent on white."""
    n_channels = pixels.shape[2]
    shades: NDArray[np.float64] = pixels[..., :3] @ _LUMINANCE if n_channels >= 3 else pixels[..., 0].astype(np.float64)
    if n_channels in (2, 4):
        opacity = pixels[..., -1] / _WHITE
        shades = shades * opacity + _WHITE * (1 - opacity)
    return np.rint(shades).astype(np.uint8)
