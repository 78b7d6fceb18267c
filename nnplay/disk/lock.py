"""FileLock: a lock that the system itself frees when the process ends, however it ends.

What is written in the lock's file does not matter, so an empty one, or one of another computer, locks nobody out.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


class FileLock:
    """A lock by the name of a file, which is made, and taken away when the lock is given back."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Take the lock if nobody has it.

        Raises
        ------
        OSError
            If its file cannot be made, or the file system has no locks.
        """
        while True:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
            try:
                if not lock_descriptor(descriptor):
                    os.close(descriptor)
                    return False
                if _is_same(descriptor, self._path):
                    self._descriptor = descriptor
                    return True
            except OSError:
                os.close(descriptor)
                raise
            os.close(descriptor)  # whoever had it took the file away between our opening it and our locking it

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        if sys.platform == "win32":  # where a file that is open cannot be taken away
            os.close(descriptor)
            with contextlib.suppress(OSError):
                self._path.unlink()
        else:
            with contextlib.suppress(OSError):
                self._path.unlink()
            os.close(descriptor)


def lock_descriptor(descriptor: int) -> bool:
    """Lock an open file until it is closed; false if another has it, OSError where files cannot be locked."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True


def _is_same(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
