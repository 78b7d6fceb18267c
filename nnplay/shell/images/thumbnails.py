"""Thumbnails: small pictures of projects, cached on disk so that a list of files shows them at once.

Can be used in any thread: reading a project file must not block the GUI thread.
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
from nnplay.project.storage.file import open_project
from nnplay.shell.images.network_picture import network_picture

SIZE = QSize(96, 64)
"""Size of a thumbnail, in the window's units of length."""

_RATIO = 2
"""Pixels per unit: sharp on every screen, with one picture for all of them."""

_MOST_KEPT = 64
_MAX_FILE_SIZE = 4 << 20
"""A larger file takes too long to read for a list; it gets its picture when it is saved."""

_FORM = "2"
"""Increase this whenever the drawing changes, so that old pictures are not used."""


class Trouble(Enum):
    """Why a listed file cannot be opened."""

    GONE = "gone"
    DAMAGED = "damaged"


@dataclass(frozen=True)
class Sight:
    """What is known about a file without opening it.

    Attributes
    ----------
    picture
        Picture of its network; null if there is none.
    trouble
        Why it cannot be opened; None if nothing is wrong.
    """

    picture: QImage = field(default_factory=QImage)
    trouble: Trouble | None = None


def look_at(path: Path) -> Sight:
    """Return the current picture of a project file, or what is wrong with the file.

    If there is no cached picture, the file is read and drawn, unless it is large.
    """
    try:
        kept = QImage(str(_place(path)))
        if not kept.isNull():
            kept.setDevicePixelRatio(_RATIO)
            return Sight(kept)
        if path.stat().st_size > _MAX_FILE_SIZE:
            return Sight()
        return Sight(keep_thumbnail(path, open_project(path).project))
    except FileNotFoundError:
        return Sight(trouble=Trouble.GONE)
    except (OSError, NnplayError):
        return Sight(trouble=Trouble.DAMAGED)


def keep_thumbnail(path: Path, project: Project) -> QImage:
    """Draw and cache the picture of a project in this file, if there is room."""
    picture = network_picture(project, SIZE * _RATIO)
    with contextlib.suppress(OSError):
        place = _place(path)
        write_own(place, png_of(picture))
        _tidy(place.parent)
    picture.setDevicePixelRatio(_RATIO)
    return picture


def _place(path: Path) -> Path:
    """Return the path of a file's picture; it depends on the content and the theme."""
    status = path.stat()
    key = f"{_FORM}|{path.absolute()}|{status.st_mtime_ns}|{status.st_size}|{theme().scheme}"
    cache = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return Path(cache, "thumbnails", f"{sha256(key.encode()).hexdigest()[:32]}.png")


def _tidy(folder: Path) -> None:
    """Keep only the newest pictures."""
    pictures = sorted(folder.glob("*.png"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for old in pictures[_MOST_KEPT:]:
        old.unlink(missing_ok=True)
