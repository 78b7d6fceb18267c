"""Temporary files that a killed process left behind: swept by the next one that writes in their folder.

Only what is provably ours goes: a file of our own kind of name that belongs to this user, and that no process holds
locked, as whoever writes one does.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
from pathlib import Path
from time import time

from nnplay.disk.lock import lock_descriptor

_NAME = re.compile(r"\.nnplay-[0-9a-f]{16}\.tmp")
_JUST_MADE_S = 2.0
"""A process that has just made its file may not have locked it yet."""

_WITHOUT_LOCKS_S = 86_400.0
"""So old a file must be where the file system has no locks."""

_swept: set[Path] = set()
"""Folders that this process has swept: once is enough."""


def temporary_name(digits: str) -> str:
    """The name of a temporary file with these 16 hexadecimal digits."""
    return f".nnplay-{digits}.tmp"


def sweep(folder: Path) -> None:
    """Take away temporary files of processes that are no more, the first time that a folder is named."""
    if folder in _swept:
        return
    _swept.add(folder)
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _NAME.fullmatch(entry.name):
                with contextlib.suppress(OSError):
                    _sweep_file(Path(entry.path))


def _sweep_file(path: Path) -> None:
    status = path.lstat()
    age_s = abs(time() - status.st_mtime)  # a clock that was set back must not keep it
    is_ours = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    if not (stat.S_ISREG(status.st_mode) and is_ours and age_s > _JUST_MADE_S):
        return
    if os.name == "nt":  # where a file that somebody writes cannot be taken away
        path.unlink()
        return
    descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    try:
        try:
            is_free = lock_descriptor(descriptor)
        except OSError:
            is_free = age_s > _WITHOUT_LOCKS_S
        if is_free:
            path.unlink()
    finally:
        os.close(descriptor)
