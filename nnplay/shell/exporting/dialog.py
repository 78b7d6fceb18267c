"""ExportDialog: all formats in groups; for the selected one, its purpose, its options and a preview."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence
from nnplay.engine import NnplayError
from nnplay.exchange.export import ExportOptions, LoadData, epochs_so_far
from nnplay.shell.exporting.exports import ProjectExports, data_at_hand
from nnplay.shell.exporting.format_list import FormatList
from nnplay.shell.exporting.options_form import OptionsForm
from nnplay.shell.exporting.preview import Preview
from nnplay.shell.exporting.sight import Sight, can_be_copied, copied, for_clipboard, sight_of
from nnplay.shell.exporting.table import FORMS
from nnplay.shell.session import Session, shown_title
from nnplay.shell.settings import Settings

if TYPE_CHECKING:
    from nnplay.project import Project

_SIZE = QSize(860, 620)
_MARGIN = 40
"""Minimum distance of the dialog from the edges of the window."""

_PATIENCE_MS = 300
"""Writing may take this long before the dialog shows that it is busy."""


class ExportDialog(QDialog):
    """Stays open until a file has been written, or the user closes it.

    Parameters
    ----------
    name
        The format selected at first, a key of ``FORMS``; empty for the one used last.
    """

    def __init__(
        self, exports: ProjectExports, session: Session, settings: Settings, name: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        self._exports, self._session, self._settings = exports, session, settings
        self._is_possible = self._is_writing = False
        self._asked: object = None  # identifies the preview in progress
        self._preview_question = session.controller.new_question(self)
        self._copy_question = session.controller.new_question(self)
        self._make_fields()
        self._lay_out()
        choice = settings.last_export
        self.options.set_choice(choice)
        self.formats.choose(name or str(choice.get("format", "")))
        self._connect()
        self._on_format_changed()
        self._show_state()
        room = parent.window().size() - QSize(_MARGIN, _MARGIN)
        self.resize((_SIZE * metrics.text_scale()).boundedTo(room))
        self.formats.setFocus()

    # -- the parts ----------------------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.formats = FormatList()
        self.title = QLabel()
        self.title.setProperty("look", "heading")
        self.purpose = QLabel()
        self.purpose.setWordWrap(True)
        self.purpose.setProperty("look", "muted")
        self.options = OptionsForm(epochs_so_far(self._session.document.project))
        self.preview = Preview()
        self.note = QLabel()
        self.note.setProperty("look", "caption")
        self.note.setWordWrap(True)
        self.remarks = QLabel()
        self.remarks.setProperty("look", "muted")
        self.remarks.setWordWrap(True)
        self.remarks.hide()
        self.problem = QLabel()
        self.problem.setProperty("look", "error")
        self.problem.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)  # how long a file takes is not known
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Writing the file"))
        self.cancel = QPushButton(self.tr("&Cancel writing"))
        self.save = QPushButton(self.tr("&Save…"))
        self.save.setDefault(True)
        self.save.setProperty("look", "primary")
        self.save.setToolTip(self.tr("Choose a file name and save"))
        self.copy = QPushButton(self.tr("&Copy"))
        self.copy.setToolTip(self.tr("Copy to the clipboard: a program or a table as text, a picture as a picture"))
        self.close_button = QPushButton(self.tr("Close"))
        for button in (self.cancel, self.copy, self.close_button):
            button.setAutoDefault(False)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(metrics.SMALL)
        for widget in (self.title, self.purpose, self.options):
            right.addWidget(widget)
        right.addWidget(self.preview, 1)
        right.addWidget(self.remarks)
        right.addWidget(self.note)
        middle = QHBoxLayout()
        middle.setSpacing(metrics.LARGE)
        middle.addWidget(self.formats)
        middle.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.setSpacing(metrics.SMALL)
        foot.addWidget(self.problem, 1)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self.cancel)
        foot.addStretch()
        for button in (self.copy, self.save, self.close_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.MEDIUM)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.formats.currentItemChanged.connect(self._on_format_changed)
        self.formats.itemDoubleClicked.connect(self._on_save_clicked)
        self.options.changed.connect(self._look)
        self._session.document.changed.connect(self._look)
        self._preview_question.answered.connect(self._on_looked)
        self._preview_question.failed.connect(self._on_failed)
        self._copy_question.answered.connect(self._on_copied)
        self._copy_question.failed.connect(self._on_failed)
        self.save.clicked.connect(self._on_save_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.close_button.clicked.connect(self.reject)
        self._exports.begun.connect(self._on_begun)
        self._exports.exported.connect(self._on_exported)
        self._exports.failed.connect(self._on_failed)
        self._exports.withheld.connect(self._end_writing)
        self._patience.timeout.connect(self._show_state)

    # -- what is shown ------------------------------------------------------------------------------------------------

    @Slot()
    def _on_format_changed(self) -> None:
        form = FORMS[self.formats.chosen]
        self.title.setText(QCoreApplication.translate("exchange", form.title))
        self.purpose.setText(QCoreApplication.translate("exchange", form.purpose))
        self.options.show_options(form.options)
        self.problem.clear()
        self._is_possible = False  # not known yet
        self._look()

    @Slot()
    def _look(self) -> None:
        """Request a new preview."""
        work = self._asked = partial(sight_of, *self._what(self._session.document.project))
        self._preview_question.ask(lambda: (work, work()))
        self._show_state()

    @Slot(object)
    def _on_looked(self, answer: tuple[object, Sight | NnplayError]) -> None:
        asked, sight = answer
        if asked is not self._asked:
            return
        self._is_possible = isinstance(sight, Sight)
        if isinstance(sight, Sight):
            self.preview.show_sight(sight)
            self.note.setText(self._note_of(sight))
            self.remarks.setText("\n".join(f"• {each}" for each in sight.remarks))
            self.remarks.setVisible(bool(sight.remarks))
        else:
            self.preview.show_reason(sentence(sight))
            self.note.clear()
            self.remarks.hide()
        self._show_state()

    def _note_of(self, sight: Sight) -> str:
        """Return the size of the export, and the files that come with it."""
        locale, notes = QLocale(), []
        if sight.size_px is not None:
            size = self.tr("{width} × {height} pixels")
            width, height = sight.size_px.width(), sight.size_px.height()
            notes.append(size.format(width=locale.toString(width), height=locale.toString(height)))
        if sight.n_bytes:
            notes.append(locale.formattedDataSize(sight.n_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat))
        if sight.beside:
            notes.append(self.tr("with: {files}").format(files=", ".join(sight.beside)))
        return " · ".join(notes)

    @Slot()
    def _show_state(self) -> None:
        """Enable the buttons that can be used now; show progress if writing takes time."""
        is_free = self._is_possible and not self._is_writing
        self.save.setEnabled(is_free)
        self.copy.setEnabled(is_free and can_be_copied(self.formats.chosen))
        is_slow = self._is_writing and not self._patience.isActive()
        self.bar.setVisible(is_slow)
        self.cancel.setVisible(is_slow)
        self.problem.setVisible(not is_slow and bool(self.problem.text()))

    # -- the person ---------------------------------------------------------------------------------------------------

    @Slot()
    def _on_save_clicked(self) -> None:
        if self.save.isEnabled():
            self._remember()
            self._exports.ask(self.formats.chosen, self.options.options(), self)

    @Slot()
    def _on_copy_clicked(self) -> None:
        self._remember()
        what = self._what(self._session.present())
        self._copy_question.ask(lambda: (what[0], copied(*what)))

    @Slot(object)
    def _on_copied(self, answer: tuple[str, bytes | NnplayError]) -> None:
        name, content = answer
        if isinstance(content, NnplayError):
            self._on_failed(content)
        else:
            QGuiApplication.clipboard().setMimeData(for_clipboard(name, content))
            self.note.setText(self.tr("Copied."))

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self._exports.cancel()
        self._end_writing()

    def done(self, result: int) -> None:
        """Cancel a write that is not finished when the dialog closes."""
        if self._is_writing:
            self._exports.cancel()
        super().done(result)

    # -- the writing --------------------------------------------------------------------------------------------------

    @Slot()
    def _on_begun(self) -> None:
        self._is_writing = True
        self.problem.clear()
        self._patience.start()
        self._show_state()

    @Slot()
    def _on_exported(self) -> None:
        self._end_writing()
        self.accept()

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        self.problem.setText(sentence(error))
        self._end_writing()

    @Slot()
    def _end_writing(self) -> None:
        self._is_writing = False
        self._patience.stop()
        self._show_state()

    def _what(self, project: Project) -> tuple[str, Project, ExportOptions, LoadData]:
        """Return everything needed for a preview or a copy, as frozen values."""
        options = replace(self.options.options(), translate=QCoreApplication.translate, stem=shown_title(project))
        return self.formats.chosen, project, options, data_at_hand(self._session.controller.dataset)

    def _remember(self) -> None:
        self._settings.last_export = {"format": self.formats.chosen} | self.options.choice()
