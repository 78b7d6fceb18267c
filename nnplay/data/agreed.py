"""Where the person's own data are: files and folders that they have opened or agreed to, remembered between starts.

A project may come from a stranger and name any file. It is read unasked only if the person has chosen it before, in the
window or with ``--data``. What is kept are hashes of the paths, so that the list tells nobody what is where.
"""

from __future__ import annotations

import contextlib
import os
from hashlib import sha256

from nnplay.data.folders import data_folder
from nnplay.disk.reading import read_file
from nnplay.disk.writing import write_own

_MOST = 2_000
_NAME = "agreed.txt"
_MOST_BYTES = 1_000_000
_now: set[str] = set()
"""Those of this process, which count even where nothing can be written."""


def agree(location: str) -> None:
    """Remember that data at this place (``DataChoice.location``) may be read unasked from now on."""
    mark = _mark_of(location)
    _now.add(mark)
    marks = _remembered()
    if location and mark not in marks:
        content = "".join(f"{each}\n" for each in [*marks, mark][-_MOST:])
        with contextlib.suppress(OSError):  # it is then asked again another time
            write_own(data_folder() / _NAME, content.encode())


def is_agreed(location: str) -> bool:
    """Return whether data at this place may be read unasked; data inside the project always may."""
    mark = _mark_of(location)
    return not location or mark in _now or mark in _remembered()


def _mark_of(location: str) -> str:
    return sha256(os.fsencode(os.path.abspath(location))).hexdigest()  # noqa: PTH100 - links stay


def _remembered() -> list[str]:
    try:
        return read_file(data_folder() / _NAME, _MOST_BYTES).decode("ascii", errors="replace").split()
    except OSError:
        return []
