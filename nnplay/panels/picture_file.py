"""A widget as a picture in a file: PNG at twice its size, or SVG, in which lines and text stay lines and text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from nnplay.disk.writing import write_file

_SCALE = 2
"""Pixels of a PNG per pixel on the screen, so that it also looks good in print."""


def write_picture(widget: QWidget, path: Path) -> None:
    """Draw ``widget`` as it looks now; the file's suffix, ``.svg`` or ``.png``, decides the format.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    write_file(path, _svg(widget) if path.suffix.lower() == ".svg" else _png(widget))


def _png(widget: QWidget) -> bytes:
    pixmap = QPixmap(widget.size() * _SCALE)
    pixmap.setDevicePixelRatio(_SCALE)
    pixmap.fill(widget.palette().color(widget.backgroundRole()))
    widget.render(pixmap)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _svg(widget: QWidget) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(widget.width(), widget.height()))
    generator.setViewBox(widget.rect())
    painter = QPainter(generator)
    widget.render(painter, QPoint())
    painter.end()
    return bytes(buffer.data().data())
