"""OpenFile: the user's file of a document: it is locked against other sessions, and changes from outside are noticed.

The lock does not lie beside the file, where it would litter shared folders, but in nnplay's own folder under a name
derived from the path. The system releases it when the process ends, however it ends.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QLockFile

_Stamp = tuple[int, int, int] | None


class OpenFile:
    """A file, its lock, and how it looked when it was last read or written.

    Parameters
    ----------
    path
        The file; it need not exist yet.
    folder
        Folder for the locks; if it is not writable, nothing is locked.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        self.path = path
        self._stamp = _stamp_of(path)
        name = sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]
        self._lock = QLockFile(str(folder / f"{name}.lock"))
        self._lock.setStaleLockTime(0)
        self.is_ours = self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError

    @property
    def has_changed(self) -> bool:
        """Whether another program has written or removed the file since it was last read or written here."""
        return self._stamp is not None and _stamp_of(self.path) != self._stamp

    def note_written(self) -> None:
        """Record that the file was just written here."""
        self._stamp = _stamp_of(self.path)

    def release(self) -> None:
        """Release the lock."""
        self._lock.unlock()


def _stamp_of(path: Path) -> _Stamp:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
