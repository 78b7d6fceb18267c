"""A session's recovery copy: its project, which file of the user's that is, and the lesson being written on it.

The copy is a project file. What a project does not contain is in its notes, which are no part of any other file.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nnplay.document.open_file import Stamp
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project import Project, ProjectFileError
from nnplay.project.storage import strict_json
from nnplay.project.storage.codec import decode, encode
from nnplay.project.storage.file import open_project, to_bytes


@dataclass(frozen=True)
class Copy:
    """What a session has open.

    Attributes
    ----------
    file, stamp
        The user's file of the project, and how it looked when it was last read or written; None without one.
    lesson
        The lesson being written, as text that only ``nnplay.lessons`` understands; empty if it has no unsaved changes.
    """

    project: Project
    file: Path | None = None
    stamp: Stamp | None = None
    lesson: str = ""


@dataclass(frozen=True)
class Notes:
    """What is in a copy beside its project."""

    file: str | None = None
    stamp: tuple[int, ...] | None = None
    lesson: str = ""


def to_copy(copy: Copy) -> bytes:
    """Return the content of the copy's file."""
    notes = Notes(None if copy.file is None else str(copy.file.absolute()), copy.stamp, copy.lesson)
    return to_bytes(copy.project, strict_json.dumps(encode(notes)))


def read_copy(path: Path) -> tuple[Copy, tuple[NnplayError, ...]]:
    """Return a copy, and a sentence for each part of it that is damaged and does not come back.

    Raises
    ------
    ProjectFileError
        If its project cannot be read.
    """
    opened, notes = open_project(path), Notes()
    missing = list(opened.missing)
    try:
        if opened.notes:
            notes = decode(strict_json.loads(opened.notes), Notes, (Notes,))
    except NnplayError:
        missing.append(
            ProjectFileError(QT_TRANSLATE_NOOP("errors", "Which file this was, and a lesson being written, are lost."))
        )
    file = None if notes.file is None else Path(notes.file)
    return Copy(opened.project, file, notes.stamp, notes.lesson), tuple(missing)
