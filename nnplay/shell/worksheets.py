"""Worksheets: the present network's calculation on paper, as SVG or PDF, and the answers beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from nnplay.engine import NnplayError
from nnplay.project.atomic_write import write_atomically
from nnplay.shell.session import Session, shown_title
from nnplay.shell.settings import Settings

_DIGITS = 4

_DPI = 300
"""Of lengths in the PDF; lines and letters are drawn at any. At its own 1200 Qt rounds small letters to nothing."""


class Worksheets(QObject):
    """What the menu entry Worksheet does.

    Signals
    -------
    saved(Path)
        The worksheet has been written, and its answers beside it.
    failed(OSError)
        They could not be.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window

    @Slot()
    def ask(self) -> None:
        """Let the person choose the file; its ending says whether it is a PDF or an SVG."""
        dialog = QFileDialog(self._window, self.tr("Save worksheet"), self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("PDF (*.pdf)"), self.tr("SVG (*.svg)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{shown_title(self._session.document.project)}.pdf")
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the worksheet of the first training example, and ``-answers`` beside it."""
        from nnplay.project.calculation import Calculation, NumberFormat, passes_of
        from nnplay.project.calculation.worksheet import worksheet_pages, worksheet_svg

        self._session.settle()
        project, dataset = self._session.document.project, self._session.controller.dataset
        if dataset is None or not len(dataset.train):
            return
        numbers = NumberFormat(digits=_DIGITS, decimal_sign=QLocale().decimalPoint())
        self._settings.last_folder = str(path.parent)
        try:
            calculation = Calculation(passes_of(project, dataset.train, [0]))
            for has_answers in (False, True):
                pages = worksheet_pages(
                    calculation, numbers, shown_title(project), has_answers=has_answers, translate=_translate
                )
                content = worksheet_svg(pages).encode() if path.suffix == ".svg" else _pdf(pages)
                write_atomically(path.with_stem(f"{path.stem}-answers") if has_answers else path, content)
        except NnplayError as error:
            self._session.document.report(error)
        except OSError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(path)

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self.write(Path(name))


def _translate(text: str) -> str:
    return QCoreApplication.translate("worksheet", text)


def _pdf(pages: list[str]) -> bytes:
    """The sheets as a PDF, a page each: vectors, as in the SVG."""
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
