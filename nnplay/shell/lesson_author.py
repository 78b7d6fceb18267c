"""LessonAuthor: the dialog in which a lesson is written on the present project, and where it is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from nnplay.engine import NnplayError
from nnplay.lessons import Facts, Lesson
from nnplay.lessons.reading import ENDING, save_file, save_folder
from nnplay.look.sentences import system_reason
from nnplay.shell.panel_table import PANELS
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

if TYPE_CHECKING:
    from nnplay.panels.lesson.author.author_dialog import AuthorDialog


class LessonAuthor(QObject):
    """What the menu entry "Make a lesson" does.

    Signals
    -------
    saved(Path)
        The lesson has been written.
    """

    saved = Signal(object)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self.dialog: AuthorDialog | None = None

    @Slot()
    def open(self) -> None:
        """Bring the dialog to the front; what was written in it is still there."""
        from nnplay.panels.lesson.author.author_dialog import AuthorDialog

        if self.dialog is None:
            titles = {name: QCoreApplication.translate("panels", entry.title) for name, entry in PANELS.items()}
            self.dialog = AuthorDialog(self._facts, titles, QLocale().name(), self._window)
            self.dialog.file_wanted.connect(self._ask_file)
            self.dialog.folder_wanted.connect(self._ask_folder)
        self.dialog.show()
        self.dialog.raise_()

    def write(self, path: Path) -> None:
        """Write the lesson as a file with the ending of lessons, or else as a folder."""
        assert self.dialog is not None
        is_file = path.suffix == ENDING
        try:
            lesson = self.dialog.draft.lesson(path.stem if is_file else path.name, self._facts().project)
            (save_file if is_file else save_folder)(lesson, path)
        except NnplayError as error:
            self.dialog.show_problem(error)
        except OSError as error:
            self.dialog.show_trouble(
                self.tr("The file could not be written: {reason}").format(reason=system_reason(error))
            )
        else:
            self._settings.last_folder = str(path.parent)
            self.saved.emit(path)

    def _facts(self) -> Facts:
        return Facts(self._session.present(), self._session.controller.dataset)

    def _lesson(self) -> Lesson | None:
        """The lesson, if it is whole; otherwise the dialog says what is missing."""
        assert self.dialog is not None
        try:
            return self.dialog.draft.lesson("lesson", self._facts().project)
        except NnplayError as error:
            self.dialog.show_problem(error)
            return None

    @Slot()
    def _ask_file(self) -> None:
        if (lesson := self._lesson()) is None:
            return
        dialog = self._file_dialog(self.tr("Save the lesson"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("nnplay lessons (*{ending})").format(ending=ENDING)])
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        title = lesson.text(QLocale().name()).title.replace("/", "-")
        dialog.selectFile(f"{title}{ENDING}")
        dialog.open()

    @Slot()
    def _ask_folder(self) -> None:
        if self._lesson() is None:
            return
        dialog = self._file_dialog(self.tr("Choose a folder for the lesson"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self.dialog, title, self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_selected)
        return dialog

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self.write(Path(name))
