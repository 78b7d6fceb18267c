"""Thumbnails: small pictures of projects, kept in the user's cache so that a list of files shows them at once."""

from __future__ import annotations

import contextlib
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, QStandardPaths, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from nnplay.engine import NnplayError
from nnplay.exchange.picture import PAPERS, network_svg
from nnplay.look.theme import theme
from nnplay.project import Project
from nnplay.project.file import load

SIZE = QSize(96, 64)
"""Of a thumbnail, in the window's units of length."""

_RATIO = 2
"""Pixels a unit: sharp on every screen, and one picture for all of them."""

_MOST_KEPT = 64
_MAX_FILE_SIZE = 4 << 20
"""A larger file takes too long to read for a list that is about to be shown; it gets its picture when it is saved."""


def thumbnail(path: Path) -> QPixmap:
    """The picture of a project's file, as it is now; null if there is none.

    A file whose picture is not kept yet is read and drawn, unless it is large.
    """
    try:
        place = _place(path)
        kept = QPixmap(str(place))
        if kept.isNull():
            if path.stat().st_size > _MAX_FILE_SIZE:
                return QPixmap()
            return keep_thumbnail(path, load(path))
    except (OSError, NnplayError):
        return QPixmap()
    kept.setDevicePixelRatio(_RATIO)
    return kept


def keep_thumbnail(path: Path, project: Project) -> QPixmap:
    """Draw the picture of a project that is in this file, and keep it if there is room."""
    pixmap = drawn(project, SIZE, _RATIO)
    with contextlib.suppress(OSError):
        place = _place(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        pixmap.save(str(place), "PNG")
        _tidy(place.parent)
    return pixmap


def drawn(project: Project, size: QSize, ratio: float) -> QPixmap:
    """The network on the theme's paper, as large as fits into ``size``."""
    paper = "dark" if theme().is_dark else "white"
    renderer = QSvgRenderer(QByteArray(network_svg(project, paper, has_legend=False).encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    pixmap = QPixmap(size * ratio)
    pixmap.fill(QColor(PAPERS[paper].background))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _place(path: Path) -> Path:
    """Where the picture of a file is kept: another one for another content, or another theme."""
    status = path.stat()
    key = f"{path.absolute()}|{status.st_mtime_ns}|{status.st_size}|{theme().is_dark}"
    cache = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return Path(cache, "thumbnails", f"{sha256(key.encode()).hexdigest()[:32]}.png")


def _tidy(folder: Path) -> None:
    """Keep the newest pictures only."""
    pictures = sorted(folder.glob("*.png"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for old in pictures[_MOST_KEPT:]:
        old.unlink(missing_ok=True)
