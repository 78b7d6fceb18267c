"""LessonFiles: choosing a lesson, one of nnplay's own or one from a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from nnplay.document import Document
from nnplay.lessons import Lesson, LessonError, find_shipped, load, shipped
from nnplay.lessons.reading import ENDING
from nnplay.project import Project


class LessonFiles(QObject):
    """A window's access to lessons.

    Signals
    -------
    chosen(Lesson)
        The user wants to start it; the shell decides in which window.
    back_wanted()
        The user wants to return from a lesson to their own network.
    found(Lesson, LessonPlace)
        The opened project is in the middle of this lesson.
    """

    chosen = Signal(object)
    back_wanted = Signal()
    found = Signal(object, object)

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._window = window

    @Slot(object)
    def choose(self, lesson: Lesson) -> None:
        """Start a lesson."""
        self.chosen.emit(lesson)

    @Slot(int)
    def begin(self, number: int) -> None:
        """Start nnplay's own lesson with this number, from 1."""
        self.open(next(path for path in shipped() if path.name.startswith(f"{number:02d}-")))

    @Slot()
    def ask_open(self) -> None:
        """Ask for a lesson's file."""
        dialog = QFileDialog(self._window, self.tr("Open a lesson"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("nnplay lessons (*{ending})").format(ending=ENDING)])
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def open(self, path: Path) -> None:
        """Start the lesson in a folder or file."""
        try:
            lesson = load(path)
        except LessonError as error:
            self._document.report(error)
        else:
            self.chosen.emit(lesson)

    @Slot(object)
    def look_in(self, project: Project) -> None:
        """Check whether an opened project belongs to a lesson that is available here."""
        if project.lesson is None:
            return
        try:
            lesson = find_shipped(project.lesson.lesson)
        except LessonError as error:
            self._document.report(error)
        else:
            if lesson is not None:
                self.found.emit(lesson, project.lesson)

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self.open(Path(name))
