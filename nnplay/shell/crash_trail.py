"""CrashTrail: the last commands of this process on disk, so that a crash can say what led to it.

A segmentation fault leaves no time to write anything. So the names of the last commands are in a file before each is
done, the stacks of all threads come behind them when the process crashes, and the file goes when the program ends as it
should. Only names such as ``training.step`` are written: nothing that a person has typed, opened or named.
"""

from __future__ import annotations

import faulthandler
import os
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QObject, Slot

from nnplay.disk.lock import FileLock
from nnplay.shell.commands.catalogue import Entry

MOST = 20
"""Commands that are remembered."""

_PREFIX = "trail-"


class CrashTrail(QObject):
    """The trail of this process; several may run at once, each with a file of its own."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = folder / f"{_PREFIX}{os.getpid()}.log"
        self._lock = _lock_of(path)
        self._path = path
        self._last: deque[str] = deque(maxlen=MOST)
        self._file: TextIO | None = None
        with suppress(OSError):  # a folder that cannot be written to stops nobody from working
            self._lock.take()  # held until the process ends, however it ends
            self._file = path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)

    def follow(self, entries: Iterable[Entry]) -> None:
        """Write down each of these commands whenever it is given."""
        for entry in entries:
            entry.action.setObjectName(entry.key)
            entry.action.triggered.connect(self._on_triggered)

    def end(self) -> None:
        """Leave nothing: the program ends as it should."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._path.unlink(missing_ok=True)
        self._lock.release()

    @Slot()
    def _on_triggered(self) -> None:
        if self._file is None:
            return
        self._last.append(self.sender().objectName())
        self._file.seek(0)
        self._file.truncate()
        self._file.write("\n".join(self._last) + "\n")
        self._file.flush()


def take_trails(folder: Path) -> list[str]:
    """Return what crashed processes have left, and remove it; those that still run keep theirs."""
    found = []
    for path in sorted(folder.glob(f"{_PREFIX}*.log")):
        lock = _lock_of(path)
        with suppress(OSError):
            if lock.take():
                found.append(path.read_text(encoding="utf-8", errors="replace"))
                path.unlink()
        lock.release()
    return found


def _lock_of(path: Path) -> FileLock:
    return FileLock(path.with_suffix(".lock"))
