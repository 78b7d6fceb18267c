"""OpenFile: the user's file of a document: it is locked against other sessions, and changes from outside are noticed.

The lock does not lie beside the file, where it would litter shared folders, but in nnplay's own folder under a name
derived from the path. The system releases it when the process ends, however it ends.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from nnplay.disk.lock import FileLock

Stamp = tuple[int, ...]
"""How a file looks from outside: when it was written (ns), its size in bytes, and its number on the disk."""


class OpenFile:
    """A file, its lock, and how it looked when it was last read or written.

    Parameters
    ----------
    path
        The file; it need not exist yet.
    folder
        Folder for the locks; if it is not writable, nothing is locked.

    Attributes
    ----------
    stamp
        How it looked then; None if it was not there.
    is_ours
        Whether no other session had the file.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        self.path = path
        self.stamp = _stamp_of(path)
        name = sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]
        self._lock = FileLock(folder / f"{name}.lock")
        try:
            self.is_ours = self._lock.take()
        except OSError:
            self.is_ours = True

    @property
    def has_changed(self) -> bool:
        """Whether another program has written or removed the file since it was last read or written here."""
        return self.stamp is not None and _stamp_of(self.path) != self.stamp

    def note_written(self) -> None:
        """Record that the file was just written here."""
        self.stamp = _stamp_of(self.path)

    def release(self) -> None:
        """Release the lock."""
        self._lock.release()


def _stamp_of(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
