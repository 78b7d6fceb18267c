"""LessonAuthor: the dialog that writes a lesson based on the current project, and where it is saved and opened."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nnplay.appearance.sentences import system_reason
from nnplay.disk.names import name_of
from nnplay.disk.writing import WouldReplaceError
from nnplay.engine import NnplayError
from nnplay.lessons import Facts, Lesson, load
from nnplay.lessons.draft import LessonDraft
from nnplay.lessons.draft_text import draft_from_text, draft_to_text
from nnplay.lessons.reading import ENDING, PLAN_NAME, files_in, save_file, save_folder
from nnplay.panels.widgets.replace_question import ask_to_replace
from nnplay.shell.docking.panel_table import PANELS
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

if TYPE_CHECKING:
    from nnplay.panels.lesson.author.author_dialog import AuthorDialog


class LessonAuthor(QObject):
    """The menu entry "Make a lesson".

    Signals
    -------
    saved(Path)
        The lesson has been written.
    edit_wanted(Lesson, Path)
        A lesson was opened for editing, with its own project; the shell decides in which window.
    """

    saved = Signal(object)
    edit_wanted = Signal(object, object)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self.dialog: AuthorDialog | None = None
        self._path: Path | None = None
        self._then: Callable[[], None] | None = None

    @property
    def is_modified(self) -> bool:
        """Whether something is written that is not saved."""
        return self.dialog is not None and self.dialog.is_modified

    @Slot()
    def open(self) -> None:
        """Bring the dialog to the front, with everything that was written in it."""
        from nnplay.panels.lesson.author.author_dialog import AuthorDialog

        if self.dialog is None:
            titles = {name: QCoreApplication.translate("panels", entry.title) for name, entry in PANELS.items()}
            self.dialog = AuthorDialog(self._facts, titles, QLocale().name(), self._window)
            self.dialog.file_wanted.connect(self._ask_file)
            self.dialog.folder_wanted.connect(self._ask_folder)
            self.dialog.save_wanted.connect(self._on_save_wanted)
            self.dialog.open_wanted.connect(self._ask_lesson)
            self.dialog.drafted.connect(self._on_drafted)
        self.dialog.show()
        self.dialog.raise_()

    def open_lesson(self, path: Path) -> None:
        """Read a lesson from a file or folder, for editing."""
        assert self.dialog is not None
        try:
            lesson = load(path)
        except NnplayError as error:
            self.dialog.show_problem(error)
            return
        self._settings.last_folder = str(path.parent)
        self.edit_wanted.emit(lesson, path)

    def edit(self, lesson: Lesson, path: Path) -> None:
        """Edit a lesson here; the project must be the lesson's start."""
        self.open()
        assert self.dialog is not None
        self._path = path
        self.dialog.edit(LessonDraft.of(lesson), path.name)

    def recover(self, text: str) -> None:
        """Continue to write a lesson that a crash interrupted; the project must be the one it was written on.

        Raises
        ------
        NnplayError
            If the text is damaged.
        """
        draft, self._path = draft_from_text(text)
        self.open()
        assert self.dialog is not None
        self.dialog.restore(draft, "" if self._path is None else self._path.name)

    def take_over(self, other: LessonAuthor) -> None:
        """Continue what was being written in another window."""
        if other.dialog is not None:
            self.open()
            assert self.dialog is not None
            self._path = other._path
            self.dialog.take_over(other.dialog)
            self.dialog.setVisible(other.dialog.isVisible())

    def leave(self, then: Callable[[], None]) -> None:
        """Do something that ends the writing, after asking whether unsaved changes may be lost."""
        if not self.is_modified:
            then()
            return
        self._then = then
        buttons = QMessageBox.StandardButton
        question = QMessageBox(self.dialog)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setText(self.tr("The lesson that you are writing is not saved."))
        question.setInformativeText(self.tr("If you do not save, your changes since the last save are lost."))
        question.setStandardButtons(buttons.Discard | buttons.Cancel)
        question.setDefaultButton(buttons.Cancel)
        question.finished.connect(self._on_question_answered)
        self.open()
        question.open()

    def write(self, path: Path, agreed: Collection[Path] = ()) -> None:
        """Write the lesson as a file if it has the ending of lessons, or else as a folder.

        In a folder, files of this very lesson are replaced, and those that the user has ``agreed`` to.
        """
        assert self.dialog is not None
        is_file = path.suffix == ENDING
        try:
            lesson = self.dialog.draft.lesson(path.stem if is_file else path.name, self._facts().project)
            if is_file:
                save_file(lesson, path)
            else:
                save_folder(lesson, path, {*agreed, *(files_in(path) if path == self._path else ())})
        except WouldReplaceError as error:
            everything = {*agreed, *error.paths}
            ask_to_replace(error.paths, self.dialog, lambda: self.write(path, everything))
        except NnplayError as error:
            self.dialog.show_problem(error)
        except OSError as error:
            self.dialog.show_trouble(
                self.tr("The file could not be written: {reason}").format(reason=system_reason(error))
            )
        else:
            self._settings.last_folder = str(path.parent)
            self._path = path
            self.dialog.mark_saved(path.name)
            self.saved.emit(path)

    @Slot()
    def _on_drafted(self) -> None:
        assert self.dialog is not None
        self._session.keep_lesson(draft_to_text(self.dialog.draft, self._path) if self.dialog.is_modified else "")

    def _facts(self) -> Facts:
        return Facts(self._session.present(), self._session.controller.dataset)

    def _lesson(self) -> Lesson | None:
        """Return the lesson if it is complete; otherwise the dialog says what is missing."""
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
        dialog.selectFile(f"{name_of(lesson.text(QLocale().name()).title, 'lesson')}{ENDING}")
        dialog.open()

    @Slot()
    def _ask_folder(self) -> None:
        if self._lesson() is None:
            return
        dialog = self._file_dialog(self.tr("Choose a folder for the lesson"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.open()

    @Slot()
    def _ask_lesson(self) -> None:
        dialog = QFileDialog(self.dialog, self.tr("Open a lesson"), self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Lessons: files, and lesson.json of a folder (*{ending} {plan})").format(
                    ending=ENDING, plan=PLAN_NAME
                )
            ]
        )
        dialog.fileSelected.connect(self._on_lesson_selected)
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self.dialog, title, self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_selected)
        return dialog

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self.write(Path(name))

    @Slot(int)
    def _on_question_answered(self, answer: int) -> None:
        then, self._then = self._then, None
        if then is not None and answer == QMessageBox.StandardButton.Discard:
            then()

    @Slot()
    def _on_save_wanted(self) -> None:
        if self._path is not None:
            self.write(self._path)

    @Slot(str)
    def _on_lesson_selected(self, name: str) -> None:
        path = Path(name)
        self.open_lesson(path.parent if path.name == PLAN_NAME else path)
