"""NumPy's .npz files, read without trusting them.

The sizes in the headers are compared with the file's table of contents before anything is allocated; nothing is ever
unpickled.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from math import prod
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from nnplay.data.loading import LoadCancelledError, ReportProgress, ShouldCancel
from nnplay.disk.reading import open_file
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.engine.reasons import reason_of

MAX_BYTES = 1 << 31

_NAMES = (("x_train", "y_train", "x_test", "y_test"), ("x", "y"), ("data", "target"), ("images", "labels"))
_CHUNK = 1 << 20
_MAX_RATIO = 1032
"""Highest compression ratio of deflate (https://zlib.net/zlib_tech.html)."""

_MAX_HEADER = 10_000

Array = NDArray[Any]


def read_npz(path: Path, report: ReportProgress, should_cancel: ShouldCancel) -> list[Array]:
    """Return X and y, or four arrays if the file is already split; inputs and answers have the same number of rows.

    Raises
    ------
    DataError
        If they are missing, or the file is damaged.
    LoadCancelledError
        If ``should_cancel`` returned true.
    """
    try:
        with open_file(path) as file, zipfile.ZipFile(file) as archive:
            members = {Path(info.filename).stem.lower(): info for info in archive.infolist()}
            names = next((each for each in _NAMES if set(each) <= set(members)), None)
            if names is None:
                raise DataError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "“{file}” has the arrays {found}; X and y are expected, or x_train, y_train, x_test, y_test.",
                    ),
                    file=path,
                    found=", ".join(list(members)[:10]) or "–",
                )
            chosen = [members[name] for name in names]
            total = max(1, sum(info.file_size for info in chosen))
            if total > MAX_BYTES:
                raise DataError(
                    QT_TRANSLATE_NOOP("errors", "“{file}” holds {found} bytes; nnplay reads at most {most}."),
                    file=path,
                    found=total,
                    most=MAX_BYTES,
                )
            arrays: list[Array] = []
            done = 0
            for info in chosen:

                def advance(n_bytes: int) -> None:
                    nonlocal done
                    done += n_bytes
                    if should_cancel():
                        raise LoadCancelledError
                    report(min(1.0, done / total), QT_TRANSLATE_NOOP("loading", "Reading files"))

                arrays.append(_array(path, archive, info, advance))
    except OSError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read: {reason}."), file=path, reason=reason_of(error)
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is damaged or not an .npz file: {reason}."),
            file=path,
            reason=reason_of(error),
        ) from error
    for inputs, answers in zip(arrays[::2], arrays[1::2], strict=True):
        if len(inputs) != len(answers):
            raise mismatch(path, inputs, answers)
    if not len(arrays[0]):
        raise DataError(QT_TRANSLATE_NOOP("errors", "“{file}” has no rows of data."), file=path)
    return arrays


def _array(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo, advance: Callable[[int], None]) -> Array:
    if info.file_size > (info.compress_size + 1) * _MAX_RATIO:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it states more bytes than it can hold"))
    with archive.open(info) as stream:
        shape, is_fortran, dtype = _header(stream)
        if dtype.kind not in "biuf" or dtype.itemsize > 8 or not 1 <= len(shape) <= 4:
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{array}” in “{file}” is of type {type}, shape {shape}: only arrays of numbers can be read.",
                ),
                array=info.filename,
                file=path,
                type=dtype,
                shape=shape,
            )
        n_bytes = prod(shape) * dtype.itemsize
        if not 0 <= info.file_size - n_bytes <= _MAX_HEADER:
            raise DamagedError(
                QT_TRANSLATE_NOOP("errors", "{name} is not as long as its header says"), name=info.filename
            )
        values = np.empty(prod(shape), dtype)
        view = values.view(np.uint8)
        place = 0
        while place < n_bytes:
            part = stream.read(min(_CHUNK, n_bytes - place))
            if not part:
                raise DamagedError(QT_TRANSLATE_NOOP("errors", "{name} is cut short"), name=info.filename)
            view[place : place + len(part)] = np.frombuffer(part, np.uint8)
            place += len(part)
            advance(len(part))
        if stream.read(1):
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "{name} continues after its end"), name=info.filename)
    array = values.reshape(shape, order="F" if is_fortran else "C")
    return array.astype(dtype.newbyteorder("="), copy=False)


def _header(stream: IO[bytes]) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    version = np.lib.format.read_magic(stream)
    read = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}.get(version)
    if read is None:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "an array has an unknown format version"))
    shape, is_fortran, dtype = read(stream, max_header_size=_MAX_HEADER)
    return shape, is_fortran, dtype


def mismatch(path: Path | str, one: Array, other: Array) -> DataError:
    """The error for two arrays that do not match."""
    return DataError(
        QT_TRANSLATE_NOOP("errors", "“{file}”: arrays of the shapes {one} and {other} do not match."),
        file=path,
        one=one.shape,
        other=other.shape,
    )
