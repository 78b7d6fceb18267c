"""Opening files: ordinary ones only, since a pipe or a device may keep its reader waiting for ever."""

from __future__ import annotations

import errno
import io
import os
import stat
from pathlib import Path
from typing import BinaryIO

from nnplay.engine.reasons import NOT_ORDINARY

_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):  # each where the system has it
    _FLAGS |= getattr(os, _name, 0)


def open_file(path: Path) -> BinaryIO:
    """Open an ordinary file for reading.

    A file that says it holds no bytes is read as empty: those of ``/proc`` say so, and some never end.

    Raises
    ------
    OSError
        If it is not there, may not be read, is a folder, a pipe or a device.
    """
    _check_ordinary(path, path.stat())  # before it is opened, since opening a device may already do something
    descriptor = os.open(path, _FLAGS)
    try:
        status = os.fstat(descriptor)
        _check_ordinary(path, status)  # and after, since it may have been exchanged meanwhile
        if not status.st_size:
            os.close(descriptor)
            return io.BytesIO()
        return open(descriptor, "rb")  # noqa: PTH123 - a descriptor, not a path
    except OSError:
        os.close(descriptor)
        raise


def read_file(path: Path, most: int) -> bytes:
    """The content of an ordinary file of at most ``most`` bytes.

    Raises
    ------
    OSError
        As ``open_file``; "File too large" if it has more bytes.
    """
    is_too_large = size_of(path) > most
    if not is_too_large:
        with open_file(path) as file:
            content = file.read(most + 1)
        is_too_large = len(content) > most
    if is_too_large:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content


def size_of(path: Path) -> int:
    """How many bytes an ordinary file has; OSError if it is none."""
    status = path.stat()
    _check_ordinary(path, status)
    return status.st_size


def is_there(path: Path) -> bool:
    """Whether there is anything of that name.

    Raises
    ------
    OSError
        If that cannot be known: the name is too long, or a folder on the way may not be entered.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def is_folder(path: Path) -> bool:
    """Whether it is a folder, as far as one may know: ``Path.is_dir`` raises where a name is too long."""
    return os.path.isdir(path)  # noqa: PTH112 - see above


def is_file(path: Path) -> bool:
    """Whether it is an ordinary file, as far as one may know."""
    return os.path.isfile(path)  # noqa: PTH113 - see above


def _check_ordinary(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, NOT_ORDINARY, str(path))
