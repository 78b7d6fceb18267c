"""The drawing of a network as pixels or on a page: what SVG viewers would show, for programs that want PNG or PDF.

``nnplay export --to png`` (and pdf) uses this, too: only Qt can draw text.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter

from nnplay.appearance.metrics import fallback_families
from nnplay.appearance.qt_types import png_of
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange import ExchangeError
from nnplay.exchange.export import ExportOptions, Files, Format, LoadData, Option
from nnplay.exchange.formats import FORMATS
from nnplay.exchange.picture import network_svg
from nnplay.project import Project

_POINTS_A_PIXEL = 0.75
_LONGEST_SIDE = 30_000
"""Maximum side of a PNG: Qt paints no larger ones, and hardly any program can open them."""


def svg_image(svg: bytes, zoom: float = 1.0, most: QSize | None = None) -> QImage:
    """Draw an SVG text with ``zoom`` pixels per unit, or as large as fits into ``most``.

    Raises
    ------
    ExchangeError
        If the picture would be too large.
    """
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(svg))
    size = renderer.defaultSize() * zoom
    if most is not None:
        size.scale(most, Qt.AspectRatioMode.KeepAspectRatio)
    if max(size.width(), size.height()) > _LONGEST_SIDE:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "A picture of {width} × {height} pixels is too large. Choose a smaller scale."),
            width=size.width(),
            height=size.height(),
        )
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def main(words: Sequence[str]) -> int:
    """Run ``nnplay export`` for a format that Qt draws, without a display."""
    from nnplay.cli.main import main as run_command

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    fallback_families()  # a bare machine has no font at all
    status = run_command(["export", *words], drawn=DRAWN)
    del application
    return status


def _png(drawing: str, project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    """The pixels of the drawing that the format of this name makes."""
    svg = FORMATS[drawing].write(project, options, load_data)[""]

    def pixels() -> bytes:
        return png_of(svg_image(svg(), options.zoom))

    return {"": pixels}


def _pdf(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    def page() -> bytes:
        from PySide6.QtSvg import QSvgRenderer

        renderer = QSvgRenderer(QByteArray(network_svg(project, options.background).encode()))
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

    return {"": page}


DRAWN = {
    "png": Format(
        "png",
        "picture",
        QT_TRANSLATE_NOOP("exchange", "Network as pixels"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "The network with its weights as PNG, which every program can open. For slides and messages; a larger "
            "scale is sharper in print.",
        ),
        partial(_png, "svg"),
        (Option.BACKGROUND, Option.ZOOM),
    ),
    "plot-png": Format(
        "png",
        "picture",
        QT_TRANSLATE_NOOP("exchange", "Layers as boxes, pixels"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "The model as Keras's plot_model draws it, as PNG, which every program opens. For slides and messages.",
        ),
        partial(_png, "plot"),
        (Option.BACKGROUND, Option.ZOOM),
    ),
    "pdf": Format(
        "pdf",
        "picture",
        QT_TRANSLATE_NOOP("exchange", "Network on a page"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "The network with its weights as PDF, sharp at every size. For LaTeX and for printing.",
        ),
        _pdf,
        (Option.BACKGROUND,),
    ),
}
"""Formats in addition to those of ``exchange.formats``."""
