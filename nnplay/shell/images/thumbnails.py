"""Thumbnails: small pictures of projects, kept in the user's cache so that a list of files shows them at once.

Any thread may ask: reading a project's file is no work for the one that a person looks at.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths
from PySide6.QtGui import QImage

from nnplay.appearance.qt_types import png_of
from nnplay.appearance.theme import theme
from nnplay.disk.writing import write_own
from nnplay.engine import NnplayError
from nnplay.project import Project
from nnplay.project.storage.file import load
from nnplay.shell.images.network_picture import network_picture

SIZE = QSize(96, 64)
"""Of a thumbnail, in the window's units of length."""

_RATIO = 2
"""Pixels a unit: sharp on every screen, and one picture for all of them."""

_MOST_KEPT = 64
_MAX_FILE_SIZE = 4 << 20
"""A larger file takes too long to read for a list that is about to be shown; it gets its picture when it is saved."""

_FORM = "2"
"""Another one whenever the pictures are drawn in another way, so that the old ones are not shown."""


class Trouble(Enum):
    """Why a file of the list cannot be opened."""

    GONE = "gone"
    DAMAGED = "damaged"


@dataclass(frozen=True)
class Sight:
    """What can be seen of a file without opening it.

    Attributes
    ----------
    picture
        Its network; null where there is none.
    trouble
        Why it cannot be opened; None while nothing is known against it.
    """

    picture: QImage = field(default_factory=QImage)
    trouble: Trouble | None = None


def look_at(path: Path) -> Sight:
    """The picture of a project's file, as it is now, or what is wrong with the file.

    A file whose picture is not kept yet is read and drawn, unless it is large.
    """
    try:
        kept = QImage(str(_place(path)))
        if not kept.isNull():
            kept.setDevicePixelRatio(_RATIO)
            return Sight(kept)
        if path.stat().st_size > _MAX_FILE_SIZE:
            return Sight()
        return Sight(keep_thumbnail(path, load(path)))
    except FileNotFoundError:
        return Sight(trouble=Trouble.GONE)
    except (OSError, NnplayError):
        return Sight(trouble=Trouble.DAMAGED)


def keep_thumbnail(path: Path, project: Project) -> QImage:
    """Draw the picture of a project that is in this file, and keep it if there is room."""
    picture = network_picture(project, SIZE * _RATIO)
    with contextlib.suppress(OSError):
        place = _place(path)
        write_own(place, png_of(picture))
        _tidy(place.parent)
    picture.setDevicePixelRatio(_RATIO)
    return picture


def _place(path: Path) -> Path:
    """Where the picture of a file is kept: another one for another content, or another theme."""
    status = path.stat()
    key = f"{_FORM}|{path.absolute()}|{status.st_mtime_ns}|{status.st_size}|{theme().scheme}"
    cache = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return Path(cache, "thumbnails", f"{sha256(key.encode()).hexdigest()[:32]}.png")


def _tidy(folder: Path) -> None:
    """Keep the newest pictures only."""
    pictures = sorted(folder.glob("*.png"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for old in pictures[_MOST_KEPT:]:
        old.unlink(missing_ok=True)
