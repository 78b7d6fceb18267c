"""ProjectExports: exports the project for other tools; asks for the file, and writes in the background."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from nnplay.background import Operation
from nnplay.data import Dataset
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.disk.names import name_of
from nnplay.disk.writing import WouldReplaceError
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange import ExchangeError
from nnplay.exchange.export import ExportOptions, Format, LoadData, epochs_so_far, export
from nnplay.panels.widgets.replace_question import ask_to_replace
from nnplay.project import Project
from nnplay.shell.exporting.table import FORMS
from nnplay.shell.session import Session, shown_title
from nnplay.shell.settings import Settings

_PLAIN = ExportOptions()


class ProjectExports(QObject):
    """The commands of File > Export.

    Signals
    -------
    begun()
        A file is being written.
    exported(Path)
        A file has been written.
    failed(NnplayError)
        A file could not be written.
    withheld()
        Nothing has been written yet: the user is being asked whether other files may be replaced.
    """

    begun = Signal()
    exported = Signal(object)
    failed = Signal(object)
    withheld = Signal()

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self._operations: list[Operation] = []

    def ask(self, name: str, options: ExportOptions, parent: QWidget | None = None) -> None:
        """Ask for the file for a format, a key of ``FORMS``."""
        form = FORMS[name]
        dialog = QFileDialog(parent or self._window, self.tr("Export"), self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{QCoreApplication.translate('exchange', form.title)} (*.{form.ending})"])
        dialog.setDefaultSuffix(form.ending)
        dialog.selectFile(f"{name_of(shown_title(self._session.document.project), 'network')}.{form.ending}")
        dialog.fileSelected.connect(lambda path: self.write(name, Path(path), options, parent))
        dialog.open()

    @Slot(str, bool)
    def ask_program(self, name: str, with_weights: bool) -> None:
        """Ask for the file for a program, as the code panel shows it."""
        n_epochs = epochs_so_far(self._session.document.project)
        self.ask(name, ExportOptions(n_epochs, with_weights))

    def write(
        self,
        name: str,
        path: Path,
        options: ExportOptions = _PLAIN,
        parent: QWidget | None = None,
        agreed: Collection[Path] = (),
    ) -> None:
        """Write the current project, including what a run has learned so far.

        Files beside ``path`` are replaced only if the user has ``agreed``; otherwise a box over ``parent`` asks.
        """

        def agree(paths: list[Path]) -> None:
            self.write(name, path, options, parent, {*agreed, *paths})

        self._session.settle()
        self._settings.last_folder = str(path.parent)
        load_data = data_at_hand(self._session.controller.dataset)
        options = replace(options, translate=QCoreApplication.translate)
        # One operation per file: another one may start while a large one is still being written.
        operation = Operation(self)
        operation.done.connect(self._on_done)
        operation.failed.connect(lambda error: self._on_failed(error, parent or self._window, agree))
        project = self._session.document.project
        operation.begin(partial(_write, FORMS[name], project, path, options, load_data, agreed))
        self._operations.append(operation)
        self.begun.emit()

    @Slot()
    def cancel(self) -> None:
        """Cancel whatever is not written yet."""
        for operation in self._operations:
            operation.stop()
        self._forget_ended()

    def wait(self) -> None:
        """Finish writing; call this only when the window closes."""
        for operation in self._operations:
            operation.wait()

    @Slot(object)
    def _on_done(self, path: Path) -> None:
        self._forget_ended()
        self.exported.emit(path)

    def _on_failed(self, error: NnplayError, parent: QWidget, agree: Callable[[list[Path]], None]) -> None:
        self._forget_ended()
        if isinstance(error, WouldReplaceError):
            self.withheld.emit()
            ask_to_replace(error.paths, parent, partial(agree, error.paths))
        else:
            self.failed.emit(error)

    def _forget_ended(self) -> None:
        for operation in self._operations:
            if not operation.is_under_way:
                operation.deleteLater()
        self._operations = [each for each in self._operations if each.is_under_way]


def data_at_hand(dataset: Dataset | None) -> LoadData:
    """Return a function that returns the loaded data; the user may not have allowed reading others."""

    def load() -> Dataset:
        if dataset is None or not len(dataset.train):
            raise ExchangeError(QT_TRANSLATE_NOOP("errors", "This needs the data, and none are loaded yet."))
        return dataset

    return load


def _write(
    form: Format,
    project: Project,
    path: Path,
    options: ExportOptions,
    load_data: LoadData,
    agreed: Collection[Path],
    report: ReportProgress,
    should_cancel: ShouldCancel,
) -> Path:
    """Return the work that writes the files in another thread, from values that never change."""
    export(form, project, path, options, load_data, should_cancel, agreed)
    return path
