"""ProjectFiles: new, open and save, with the question about unsaved changes; nothing here blocks the event loop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nnplay.disk.names import name_of
from nnplay.document.copy import Copy
from nnplay.engine import NnplayError
from nnplay.exchange import MODEL_SUFFIXES
from nnplay.project import Project
from nnplay.project.presets import preset
from nnplay.project.storage.file import open_project
from nnplay.project.storage.share_text import MAX_LENGTH, from_text, to_text
from nnplay.shell.images.thumbnails import keep_thumbnail
from nnplay.shell.session import FIRST_PRESET, Session, shown_title
from nnplay.shell.settings import Settings

ENDING = "nnplay"

Then = Callable[[], None]


class ProjectFiles(QObject):
    """Moves projects between a session and the disk.

    Signals
    -------
    saved(Path)
        The project has been saved in this file.
    waiting(Path)
        What the person wants next, such as closing the window, waits until this file is saved.
    opened(Project)
        This project was read from a file.
    recent_changed()
        The list of recent files has changed.
    opened_as_copy(Path)
        A file that is open in another window was opened as a copy, without a file of its own.
    model_chosen(Path)
        The chosen file is not a project but a model from another tool.
    copied(int)
        A line with this many characters is on the clipboard.
    """

    saved = Signal(object)
    waiting = Signal(object)
    opened = Signal(object)
    recent_changed = Signal()
    opened_as_copy = Signal(object)
    model_chosen = Signal(object)
    copied = Signal(int)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._document = session.document
        self._settings = settings
        self._window = window
        self._then: Then | None = None
        session.file.saved.connect(self._on_saved)
        session.file.failed.connect(self._on_save_failed)

    @property
    def has_project(self) -> bool:
        """Whether the user has done or opened anything here; otherwise the window may be reused."""
        is_training = self._session.controller.state.is_active  # what it learns is in no undo step yet
        return self._document.path is not None or self._document.is_modified or is_training

    @Slot()
    def new(self) -> None:
        """Start with the first example, after unsaved changes are handled."""
        self.open_preset(FIRST_PRESET)

    @Slot()
    def new_empty(self) -> None:
        """Start with input and output only, after unsaved changes are handled."""
        self.open_preset("empty")

    def open_preset(self, name: str) -> None:
        """Open a preset, after unsaved changes are handled."""
        self.leave_project(lambda: self.start_with(preset(name)))

    def start_with(self, project: Project, *, is_saved: bool = True) -> None:
        """Open a project that has no file; the previous one has already been handled."""
        self._session.file.release()
        self._document.replace(project, None, is_saved=is_saved)

    def recover(self, copy: Copy) -> None:
        """Open what a crash left behind, as the user's own file that it was; the previous project has been handled."""
        own = self._session.file
        is_ours = copy.file is not None and own.claim(copy.file)
        if is_ours:
            own.expect(copy.stamp)
        else:
            own.release()
        self._document.replace(copy.project, copy.file if is_ours else None, is_saved=False)
        if copy.file is not None and not is_ours:
            self.opened_as_copy.emit(copy.file)

    @Slot(object)
    def open_starter(self, project: Project) -> None:
        """Open nnplay's own trained network, after unsaved changes are handled."""
        self.leave_project(lambda: self.start_with(project))

    def open(self, path: Path) -> None:
        """Open a project file, after unsaved changes are handled; models are passed on."""
        from nnplay.exchange.opening import kind_of

        if kind_of(path) is not None:
            self.model_chosen.emit(path)
        else:
            self.leave_project(lambda: self._open(path))

    @Slot()
    def ask_open(self) -> None:
        """Ask for the file to open."""
        dialog = self._make_dialog(self.tr("Open project"), QFileDialog.FileMode.ExistingFile)
        projects, *others = dialog.nameFilters()
        dialog.setNameFilters([projects, models_filter(), *others])
        dialog.fileSelected.connect(self._on_open_selected)
        dialog.open()

    @Slot()
    def copy_text(self) -> None:
        """Copy the project to the clipboard as one line of text."""
        self._session.settle()
        try:
            line = to_text(self._document.project)
        except NnplayError as error:
            self._document.report(error)
            return
        QGuiApplication.clipboard().setText(line)
        self.copied.emit(len(line))

    @Slot()
    def open_text(self) -> None:
        """Open the project on the clipboard, after unsaved changes are handled."""
        try:
            project = from_text(QGuiApplication.clipboard().text()[: 2 * MAX_LENGTH])
        except NnplayError as error:
            self._document.report(error)
            return
        self.leave_project(lambda: self.start_with(project, is_saved=False))

    @Slot()
    def save(self) -> None:
        """Save to the project's file, or ask for one."""
        if self._document.path is None:
            self.ask_save_as()
        else:
            self.save_as(self._document.path)

    @Slot()
    def ask_save_as(self) -> None:
        """Ask for the file to save to."""
        dialog = self._make_dialog(self.tr("Save project"), QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING)
        path = self._document.path
        title = name_of(self._document.project.title, "project")
        dialog.selectFile(f"{title}.{ENDING}" if path is None else path.name)
        dialog.fileSelected.connect(self._on_save_selected)
        dialog.rejected.connect(self._forget_then)
        dialog.open()

    def save_as(self, path: Path) -> None:
        """Save to this file, after asking if another program has written it since."""
        if self._session.file.is_changed_outside(path):
            self._ask_about_other_version(path)
        else:
            self._save(path)

    def _save(self, path: Path) -> None:
        """Begin to save, including what a run has learned so far."""
        self._session.settle()
        self._session.file.save(path)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._remember(path)
        self.saved.emit(path)
        if self._then is not None:
            self.leave_project(self._then)  # which asks again if something was changed in the meantime

    @Slot(object)
    def _on_save_failed(self, error: NnplayError) -> None:
        self._then = None
        self._document.report(error)

    def leave_project(self, then: Then) -> None:
        """Do something that ends the open project, after what is being saved and a question about unsaved changes."""
        self._session.settle()
        self._then = then
        if (path := self._session.file.being_written) is not None:
            self.waiting.emit(path)
        elif self._document.is_modified:
            self._ask_about_changes()
        else:
            self._go_on()

    def _open(self, path: Path) -> None:
        try:
            opened = open_project(path)
        except NnplayError as error:
            self._document.report(error)
            return
        project, is_ours = opened.project, self._session.file.claim(path)
        self._document.replace(project, path if is_ours else None)
        self._remember(path)
        if not is_ours:
            self._session.file.release()
            self.opened_as_copy.emit(path)
        self.opened.emit(project)
        for sentence in opened.missing:
            self._document.report(sentence)

    def _remember(self, path: Path) -> None:
        self._settings.remember_file(path.absolute())
        keep_thumbnail(path, self._document.project)
        self.recent_changed.emit()

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _ask_about_changes(self) -> None:
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(self.tr("Save the changes to “{title}”?").format(title=shown_title(self._document.project)))
        box.setInformativeText(self.tr("If you do not save, your changes since the last save are lost."))
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        box.finished.connect(self._on_question_answered)
        box.open()

    def _ask_about_other_version(self, path: Path) -> None:
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(self.tr("“{name}” has been changed by another program.").format(name=path.name))
        box.setInformativeText(self.tr("Saving here would replace those changes."))
        box.setStandardButtons(buttons.Save | buttons.Cancel)
        box.button(buttons.Save).setText(self.tr("Replace"))
        other = box.addButton(self.tr("Save as…"), QMessageBox.ButtonRole.ActionRole)
        box.setDefaultButton(other)
        box.accepted.connect(lambda: self._save(path))
        box.rejected.connect(self._forget_then)
        other.clicked.connect(self.ask_save_as)
        box.open()

    @Slot(int)
    def _on_question_answered(self, answer: int) -> None:
        if answer == QMessageBox.StandardButton.Save:
            self.save()
        elif answer == QMessageBox.StandardButton.Discard:
            self._go_on()
        else:
            self._forget_then()

    @Slot()
    def _forget_then(self) -> None:
        self._then = None

    def _make_dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.setNameFilters([self.tr("nnplay projects (*.{ending})").format(ending=ENDING), self.tr("All files (*)")])
        return dialog

    @Slot(str)
    def _on_open_selected(self, name: str) -> None:
        self.open(Path(name))

    @Slot(str)
    def _on_save_selected(self, name: str) -> None:
        self.save_as(Path(name))


def models_filter() -> str:
    """Return the entry of a file dialog that shows the files of models only."""
    endings = " ".join(f"*{suffix}" for suffix in MODEL_SUFFIXES)
    return QCoreApplication.translate("ProjectFiles", "Models ({endings})").format(endings=endings)
