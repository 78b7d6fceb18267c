"""DataFiles: opens data from files: a folder of digits, arrays, pictures, and tables with their dialog."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from nnplay.data import (
    DATA_SUFFIXES,
    DataChoice,
    HeldPicturesChoice,
    IdxFolderChoice,
    PictureFolderChoice,
    TableChoice,
)
from nnplay.data.folders import data_folder
from nnplay.data.opening import is_table
from nnplay.data.pictures.draft import PictureDraft, pictures_at
from nnplay.data.pictures.folder import picture_classes
from nnplay.data.publications import PUBLICATIONS, is_complete
from nnplay.data.table.format import TableFormat
from nnplay.data.table.reader import TableSource
from nnplay.disk.reading import is_folder
from nnplay.document import EditName
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

if TYPE_CHECKING:
    from nnplay.panels.picture_classes.dialog import ClassesDialog


class DataFiles(QObject):
    """Moves data between a session and the disk; nothing here blocks the event loop."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._document = session.document
        self._settings = settings
        self._window = window
        self._classes: PictureDraft | None = None
        session.permission_wanted.connect(self._ask_about)

    def open(self, path: Path) -> None:
        """Use the data at a path: a table after the user has checked its columns, loose pictures as classes."""
        if is_folder(path) and _has_loose_pictures(path):
            self.make_classes([path])
        elif is_table(path):
            present = self._document.project.data
            known = present if isinstance(present, TableChoice) else None
            self._show_dialog(TableSource(str(path.absolute())), known, None)
        else:
            self._session.open_data(path)

    @Slot()
    def ask_classes(self) -> None:
        """Let the user make classes of pictures, or change those in the project."""
        self.make_classes(())

    def make_classes(self, paths: Sequence[Path]) -> None:
        """Let the user make classes of pictures, of these files and folders if there are any."""
        from nnplay.panels.picture_classes.dialog import ClassesDialog

        present = self._document.project.data
        if self._classes is None:
            self._classes = PictureDraft.of(present) if isinstance(present, HeldPicturesChoice) else PictureDraft()
        dialog = ClassesDialog(self._classes, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._on_classes_chosen)
        dialog.finished.connect(partial(self._keep_classes, dialog))
        dialog.add_paths(paths)
        dialog.open()

    def _keep_classes(self, dialog: ClassesDialog, result: int) -> None:
        """Keep what was put together and not learned from, for the next time."""
        self._classes = None if result else dialog.draft

    @Slot(object)
    def _on_classes_chosen(self, choice: HeldPicturesChoice) -> None:
        self._session.use_data(choice, EditName(QT_TRANSLATE_NOOP("steps", "Choose pictures")))

    @Slot()
    def ask_if_needed(self) -> None:
        """Ask about the data of a project that was opened before the window existed."""
        self._session.may_read(self._document.project.data)

    @Slot(object)
    def _ask_about(self, choice: DataChoice) -> None:
        """Show which outside data a project wants to use, before any of them is opened."""
        from nnplay.panels.data.data_question import DataQuestion

        question = DataQuestion(choice, self._window)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.agreed.connect(self._on_agreed)
        question.other_wanted.connect(self._on_other_wanted)
        question.open()

    @Slot(object)
    def _on_agreed(self, choice: DataChoice) -> None:
        self._session.allow(choice)
        self._session.controller.reload()

    @Slot(object)
    def _on_other_wanted(self, choice: DataChoice) -> None:
        if isinstance(choice, IdxFolderChoice):
            self.ask_open_digits()
        elif isinstance(choice, PictureFolderChoice):
            self.ask_open_pictures()
        else:
            self.ask_open()

    @Slot()
    def edit_columns(self) -> None:
        """Let the user change how the columns of the open table are used."""
        choice = self._document.project.data
        if isinstance(choice, TableChoice) and choice.path:
            self._show_dialog(choice.source, choice, choice.form)

    @Slot()
    def ask_open(self) -> None:
        """Ask for a table or arrays."""
        dialog = self._make_dialog(self.tr("Open data"), QFileDialog.FileMode.ExistingFile)
        suffixes = " ".join(f"*{suffix}" for suffix in DATA_SUFFIXES)
        dialog.setNameFilters(
            [self.tr("Tables and arrays ({suffixes})").format(suffixes=suffixes), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    @Slot()
    def ask_open_digits(self) -> None:
        """Ask for a folder of digits."""
        dialog = self._make_dialog(self.tr("Open the folder with the MNIST files"), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_digits_selected)
        dialog.open()

    @Slot()
    def ask_open_pictures(self) -> None:
        """Ask for a folder of pictures."""
        dialog = self._make_dialog(
            self.tr("Open a folder that contains one folder of pictures per class"), QFileDialog.FileMode.Directory
        )
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    @Slot(str)
    def ask_download(self, name: str) -> None:
        """Ask before downloading a data set; if it has already been downloaded, open it at once."""
        from nnplay.panels.data.download_dialog import DownloadDialog

        publication = PUBLICATIONS[name]
        folder = data_folder() / name
        if is_complete(publication, folder):
            self._session.open_digits(folder)
            return
        dialog = DownloadDialog(publication, folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.downloaded.connect(self._session.open_digits)
        dialog.open()

    def _make_dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        if mode is QFileDialog.FileMode.Directory:
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return dialog

    def _show_dialog(self, source: TableSource, present: TableChoice | None, form: TableFormat | None) -> None:
        from nnplay.panels.data_import.dialog import TableDialog

        dialog = TableDialog(source, present, form, self._document.project.seeds.split, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._on_table_chosen)
        dialog.open()

    @Slot(object, int)
    def _on_table_chosen(self, choice: TableChoice, split_seed: int) -> None:
        self._session.use_data(choice, EditName(QT_TRANSLATE_NOOP("steps", "Open data")), split_seed)

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self._settings.last_folder = str(Path(name).parent)
        self.open(Path(name))

    @Slot(str)
    def _on_digits_selected(self, name: str) -> None:
        self._settings.last_folder = str(Path(name).parent)
        self._session.open_digits(Path(name))


def _has_loose_pictures(folder: Path) -> bool:
    """Return whether a folder holds pictures that are not in one folder for each class."""
    try:
        return bool(pictures_at([folder])) and len(picture_classes(folder)) < 2
    except (OSError, DataError):
        return False
