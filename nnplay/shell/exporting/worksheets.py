"""Worksheets: the current network's calculation on paper, as SVG or PDF, with the answers in a second file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QLocale
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.export import ExportOptions, Files, Format, LoadData
from nnplay.project import Project
from nnplay.shell.session import shown_title

_DIGITS = 4
_ANSWERS = "{stem}-answers{suffix}"

_DPI = 300
"""Resolution of lengths in the PDF; lines and text are vectors. At its default of 1200, Qt rounds small text to 0."""

Bind = Callable[[list[str]], bytes]
"""Makes one file from the sheets, each an SVG text."""


def _worksheet(bind: Bind, project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    """Return the worksheet of the first training example, and its answers."""
    from nnplay.project.calculation import Calculation, NumberFormat, passes_of
    from nnplay.project.calculation.worksheet import worksheet_pages

    numbers = NumberFormat(digits=_DIGITS, decimal_sign=QLocale().decimalPoint())
    calculation = Calculation(passes_of(project, load_data().train, [0]))

    def sheets(has_answers: bool) -> bytes:
        title = shown_title(project)
        return bind(worksheet_pages(calculation, numbers, title, has_answers=has_answers, translate=_translate))

    return {"": partial(sheets, False), _ANSWERS: partial(sheets, True)}


def _translate(text: str) -> str:
    return QCoreApplication.translate("worksheet", text)


def _svg(pages: list[str]) -> bytes:
    from nnplay.project.calculation.worksheet import worksheet_svg

    return worksheet_svg(pages).encode()


def _pdf(pages: list[str]) -> bytes:
    """Return the sheets as a PDF, one page each, as vectors like in the SVG."""
    from PySide6.QtSvg import QSvgRenderer

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    layout = writer.pageLayout()
    layout.setMode(layout.Mode.FullPageMode)
    writer.setPageLayout(layout)
    painter = QPainter(writer)
    for number, page in enumerate(pages):
        if number:
            writer.newPage()
        QSvgRenderer(QByteArray(page.encode())).render(painter)
    painter.end()
    return bytes(buffer.data().data())


WORKSHEETS = {
    "worksheet": Format(
        "pdf",
        "paper",
        QT_TRANSLATE_NOOP("exchange", "Worksheet"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "One example's calculation on paper with blanks to fill in, as PDF, with the answers in a second file. For "
            "teachers; the network must be small.",
        ),
        partial(_worksheet, _pdf),
    ),
    "worksheet-svg": Format(
        "svg",
        "paper",
        QT_TRANSLATE_NOOP("exchange", "Worksheet as a drawing"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "The same worksheet and answers as SVG, which can be edited in a drawing program. For making your own "
            "exercises.",
        ),
        partial(_worksheet, _svg),
    ),
}
"""Formats of the window; the command line writes them with ``nnplay trace --worksheet``."""
