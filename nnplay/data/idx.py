"""IDX files, the format of MNIST: one array of bytes per file, gzipped or not.

Format (http://yann.lecun.com/exdb/mnist): two zero bytes, a byte for the element type, a byte for the number of axes,
the length of each axis as a big-endian 32-bit number, then the elements with the last axis fastest. The header is
compared with the file's size before anything is allocated, and unpacking stops at the length that the header states, so
neither a false header nor a gzip bomb can exhaust memory.
"""

from __future__ import annotations

import gzip
import struct
import zlib
from math import prod
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from nnplay.data.loading import LoadCancelledError, ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.disk.reading import open_file, size_of
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of

Bytes = NDArray[np.uint8]

MAX_BYTES = 1 << 30
"""Most elements of one file: twenty times MNIST."""

_UNSIGNED_BYTE = 8
_MAX_AXES = 4
_CHUNK = 1 << 20
_GZIP_MAGIC = b"\x1f\x8b"
_MAX_GZIP_RATIO = 1032
"""Highest compression ratio of deflate (https://zlib.net/zlib_tech.html)."""


class _Stream(Protocol):
    """The common interface of an open file and an open gzip file."""

    def read(self, size: int, /) -> bytes: ...


def read_idx(
    path: Path,
    n_axes: int | None = None,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> Bytes:
    """Read one IDX file of unsigned bytes.

    Parameters
    ----------
    path
        The file; gzip is recognised by content, not by name.
    n_axes
        Required number of axes: 1 for labels, 3 for pictures; None for any number.

    Returns
    -------
    uint8 array with the shape stated in the file.

    Raises
    ------
    DataError
        If the file cannot be read or is not as expected; the sentence names the file, what was found and what was
        expected.
    LoadCancelledError
        If ``should_cancel`` returned true.
    """
    try:
        size = size_of(path)
        with open_file(path) as raw:
            is_packed = raw.read(2) == _GZIP_MAGIC
            raw.seek(0)
            with gzip.GzipFile(fileobj=raw) if is_packed else raw as stream:
                shape = _read_header(path, stream, n_axes)
                _check_size(path, shape, size, is_packed)
                return _read_elements(path, stream, shape, report, should_cancel)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” is damaged: its gzip data cannot be unpacked. Copy or download it again."
            ),
            file=path,
        ) from error
    except OSError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read: {reason}."), file=path, reason=reason_of(error)
        ) from error


def _read_header(path: Path, stream: _Stream, n_axes: int | None) -> tuple[int, ...]:
    magic = stream.read(4)
    if len(magic) < 4 or magic[:2] != b"\0\0" or not 1 <= magic[3] <= _MAX_AXES:
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” is not an IDX file: it begins with {found}, not with two zero bytes and a type."
            ),
            file=path,
            found=magic.hex(" ") or "nothing",
        )
    if magic[2] != _UNSIGNED_BYTE:
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” holds elements of type {found}; nnplay reads IDX files of unsigned bytes (type 8)."
            ),
            file=path,
            found=magic[2],
        )
    if n_axes is not None and magic[3] != n_axes:
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” has {found} axes where {expected} are expected (pictures have 3, labels 1):"
                " is it the right file under the wrong name?",
            ),
            file=path,
            found=magic[3],
            expected=n_axes,
        )
    lengths = stream.read(4 * magic[3])
    if len(lengths) < 4 * magic[3]:
        raise _truncated(path, len(lengths) + 4, 4 + 4 * magic[3])
    return struct.unpack(f">{magic[3]}I", lengths)


def _check_size(path: Path, shape: tuple[int, ...], file_size: int, is_packed: bool) -> None:
    expected = prod(shape)
    if expected > MAX_BYTES:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” has {found} elements; nnplay reads at most {most} from one file."),
            file=path,
            found=expected,
            most=MAX_BYTES,
        )
    header_size = 4 + 4 * len(shape)
    if is_packed and header_size + expected > file_size * _MAX_GZIP_RATIO:
        raise _truncated(path, file_size, (header_size + expected) // _MAX_GZIP_RATIO + 1)
    if not is_packed and file_size < header_size + expected:
        raise _truncated(path, file_size, header_size + expected)


def _read_elements(
    path: Path, stream: _Stream, shape: tuple[int, ...], report: ReportProgress, should_cancel: ShouldCancel
) -> Bytes:
    elements = np.empty(prod(shape), np.uint8)
    n_read = 0
    while n_read < elements.size:
        if should_cancel():
            raise LoadCancelledError
        part = stream.read(min(_CHUNK, elements.size - n_read))
        if not part:
            raise _truncated(path, n_read, elements.size)
        elements[n_read : n_read + len(part)] = np.frombuffer(part, np.uint8)
        n_read += len(part)
        report(n_read / elements.size, QT_TRANSLATE_NOOP("loading", "Reading files"))
    # Reading one byte more makes gzip compare its checksum, too.
    if stream.read(1):
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” is longer than the {expected} elements stated in its header: the header or the file "
                "is damaged.",
            ),
            file=path,
            expected=elements.size,
        )
    return elements.reshape(shape)


def _truncated(path: Path, found: int, expected: int) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” is cut short: it has {found} bytes where {expected} are expected. Copy or download it again.",
        ),
        file=path,
        found=found,
        expected=expected,
    )
