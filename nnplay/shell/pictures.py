"""The drawing of a network as pixels or on a page: what SVG viewers would show, for programs that want PNG or PDF.

``nnplay export --to png`` (and pdf) comes here too: only Qt can draw text.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of
from nnplay.exchange import ExchangeError
from nnplay.exchange.picture import network_svg
from nnplay.project import Project
from nnplay.project.atomic_write import write_atomically

DRAWN = {
    "png": QT_TRANSLATE_NOOP("exchange", "Network as pixels"),
    "pdf": QT_TRANSLATE_NOOP("exchange", "Network on a page"),
}
"""Formats beside those of ``exchange.formats``, each with its title."""

_SCALE = 3.0
"""Pixels for one unit of length: sharp in print."""

_POINTS_A_PIXEL = 0.75


def export_drawn(project: Project, name: str, path: Path, background: str, scale: float = _SCALE) -> None:
    """Write the drawing as PNG or PDF.

    Raises
    ------
    ExchangeError
        If it cannot be written.
    """
    svg = network_svg(project, background)
    try:
        write_atomically(path, _png(svg, scale) if name == "png" else _pdf(svg))
    except OSError as error:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "“{file}” was not written: {reason}."),
            file=path,
            reason=reason_of(error),
        ) from error


def main(words: Sequence[str]) -> int:
    """Run ``nnplay export`` for a format that Qt draws, without a display."""
    from nnplay.cli.main import main as run_command

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    status = run_command(["export", *words], drawn=export_drawn)
    del application
    return status


def _png(svg: str, scale: float) -> bytes:
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    image = QImage(renderer.defaultSize() * scale, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _pdf(svg: str) -> bytes:
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    size = QSizeF(renderer.defaultSize()) * _POINTS_A_PIXEL
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    renderer.render(painter)
    painter.end()
    return bytes(buffer.data().data())
