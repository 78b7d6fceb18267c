"""The recovery folder: a copy of every open project, so that a crash costs only seconds of work.

Each session has one file there, with a lock beside it. The system releases the lock when the process ends, however it
ends: a file whose lock is free was left behind by a crash, and is offered to the user. It is deleted when the user says
so, or when newer ones need the space.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from nnplay.disk.lock import FileLock

MOST_KEPT = 10

_ENDING, _LOCK = ".nnplay", ".lock"
_numbers = count(1)


@dataclass(frozen=True)
class Leftover:
    """A project that a crashed session left behind: its file, and when it was last written."""

    path: Path
    written: datetime


class RecoveryFile:
    """The file of one session in the folder, locked until it is released or the process ends.

    Raises
    ------
    OSError
        If the folder cannot be created or written to.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        number = max((_number_of(path) for path in folder.iterdir()), default=0) + 1
        name = f"{number:08d}-{os.getpid()}-{next(_numbers)}"
        self.path = folder / f"{name}{_ENDING}"
        self._lock = _lock_of(self.path)
        if not self._lock.take():  # by a process of the same number on another computer
            raise OSError(f"{folder} cannot be written to")

    def release(self) -> None:
        """Release the lock and delete the copy: nothing is lost, so nothing needs to be offered."""
        self.discard()
        self._lock.release()

    def discard(self) -> None:
        """Delete the copy, because the user's own file has everything; keep the lock."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


def leftovers(folder: Path) -> list[Leftover]:
    """Return what crashed sessions have left behind, newest first."""
    found = []
    for path in folder.glob(f"*{_ENDING}"):
        try:
            written = path.stat().st_mtime
        except OSError:  # deleted since the folder was read
            continue
        lock = _lock_of(path)
        try:
            is_free = lock.take()
        except OSError:  # a folder that cannot be written to, or has no locks: better offered than lost
            is_free = True
        lock.release()
        if is_free:
            found.append(Leftover(path, datetime.fromtimestamp(written)))
    return sorted(found, key=lambda each: (_number_of(each.path), each.path.name), reverse=True)


def prune(folder: Path, most: int = MOST_KEPT) -> None:
    """Keep only the newest leftovers; the copies of running sessions always stay."""
    for each in leftovers(folder)[most:]:
        with contextlib.suppress(OSError):
            each.path.unlink()


def _lock_of(path: Path) -> FileLock:
    return FileLock(path.with_suffix(_LOCK))


def _number_of(path: Path) -> int:
    """Return the number that a copy's name begins with: sessions are counted, whatever the clock says."""
    digits = path.stem.partition("-")[0]
    return int(digits) if digits.isdecimal() else 0
