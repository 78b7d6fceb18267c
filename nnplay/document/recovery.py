"""The recovery folder: a copy of every project that is open, so that a crash costs seconds.

Each session has one file there and a lock beside it. The system frees the lock when the process ends, however it ends:
a file whose lock is free was left behind by a crash, and is offered to the person. It goes when the person says so, or
when newer ones need its place.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import QLockFile

MOST_KEPT = 10

_ENDING, _LOCK = ".nnplay", ".lock"
_numbers = count(1)


@dataclass(frozen=True)
class Leftover:
    """A project that a session left behind: its file, and when it was last written."""

    path: Path
    written: datetime


class RecoveryFile:
    """The place of one session in the folder, held until it is released or the process ends.

    Raises
    ------
    OSError
        If the folder cannot be made or written to.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}-{next(_numbers)}"
        self.path = folder / f"{name}{_ENDING}"
        self._lock = _lock_of(self.path)
        if not self._lock.tryLock(0):
            raise OSError(f"{folder} cannot be written to")

    def release(self) -> None:
        """Give the place up, and what is written there: nothing is missing, so nothing needs to be offered."""
        self.discard()
        self._lock.unlock()

    def discard(self) -> None:
        """Take the file away, as the person's own file has it all; the place stays."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


def leftovers(folder: Path) -> list[Leftover]:
    """What sessions that are no more have left behind, the newest first."""
    found = []
    for path in folder.glob(f"*{_ENDING}"):
        try:
            written = path.stat().st_mtime
        except OSError:  # gone since the folder was read
            continue
        lock = _lock_of(path)
        if lock.tryLock(0):
            lock.unlock()
            found.append(Leftover(path, datetime.fromtimestamp(written)))
    return sorted(found, key=lambda each: (each.written, each.path.name), reverse=True)


def prune(folder: Path, most: int = MOST_KEPT) -> None:
    """Of what was left behind keep the newest; what sessions that go on have written always stays."""
    for each in leftovers(folder)[most:]:
        with contextlib.suppress(OSError):
            each.path.unlink()


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(str(path.with_suffix(_LOCK)))
    lock.setStaleLockTime(0)  # a session may be open for days
    return lock
