"""ProjectExports: the project for other tools; the dialog that asks, and the writing beside the GUI thread."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from nnplay.data import Dataset, LoadCancelledError
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP, UnexpectedError
from nnplay.exchange import ExchangeError
from nnplay.exchange.export import ExportOptions, Format, LoadData, epochs_so_far, export
from nnplay.project import Project
from nnplay.shell.exporting.table import FORMS
from nnplay.shell.session import Session, shown_title
from nnplay.shell.settings import Settings

_PLAIN = ExportOptions()
_logger = logging.getLogger(__name__)


class ProjectExports(QObject):
    """What File > Export does.

    Signals
    -------
    begun()
        A file is being written.
    exported(Path)
        It has been written.
    failed(NnplayError)
        It could not be.
    """

    begun = Signal()
    exported = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self._stop = Event()
        self._jobs = QThreadPool(self)
        self._jobs.setMaxThreadCount(1)

    def open_dialog(self, name: str = "") -> None:
        """Show all formats; ``name`` is the one that is chosen at first, by default the last one that was."""
        from nnplay.shell.exporting.dialog import ExportDialog

        ExportDialog(self, self._session, self._settings, name, self._window).open()

    def ask(self, name: str, options: ExportOptions, parent: QWidget | None = None) -> None:
        """Let the person choose the file for a format, a key of ``FORMS``."""
        form = FORMS[name]
        dialog = QFileDialog(parent or self._window, self.tr("Export"), self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{QCoreApplication.translate('exchange', form.title)} (*.{form.ending})"])
        dialog.setDefaultSuffix(form.ending)
        dialog.selectFile(f"{shown_title(self._session.document.project)}.{form.ending}")
        dialog.fileSelected.connect(lambda path: self.write(name, Path(path), options))
        dialog.open()

    @Slot(str, bool)
    def ask_program(self, name: str, with_weights: bool) -> None:
        """Let the person choose the file for a program, as the code panel shows it."""
        n_epochs = epochs_so_far(self._session.document.project)
        self.ask(name, ExportOptions(n_epochs, with_weights))

    def write(self, name: str, path: Path, options: ExportOptions = _PLAIN) -> None:
        """Write the project as it is now, what a run has learned so far included."""
        self._session.settle()
        self._settings.last_folder = str(path.parent)
        self._stop = Event()
        load_data = data_at_hand(self._session.controller.dataset)
        options = replace(options, translate=report_words)
        self._jobs.start(_Job(self, FORMS[name], path, options, self._session.document.project, load_data, self._stop))
        self.begun.emit()

    @Slot()
    def cancel(self) -> None:
        """Write nothing of what is being made ready."""
        self._stop.set()

    def wait(self) -> None:
        """Finish what is being written; only for when the window closes."""
        self._jobs.waitForDone()


def data_at_hand(dataset: Dataset | None) -> LoadData:
    """What gives the data that are loaded; the others a person may not have allowed to be read."""

    def load() -> Dataset:
        if dataset is None or not len(dataset.train):
            raise ExchangeError(QT_TRANSLATE_NOOP("errors", "This needs the data, and there are none yet."))
        return dataset

    return load


def report_words(text: str) -> str:
    """Translate the words of a report."""
    words = QCoreApplication.translate("report", text)
    return words if words != text else QCoreApplication.translate("presets", text)


class _Job(QRunnable):
    """One export; it tells its end by the signals of ``exports``, which cross to the GUI thread."""

    def __init__(
        self,
        exports: ProjectExports,
        form: Format,
        path: Path,
        options: ExportOptions,
        project: Project,
        load_data: LoadData,
        stop: Event,
    ) -> None:
        super().__init__()
        self._exports = exports
        self._form, self._path, self._options = form, path, options
        self._project, self._load_data, self._stop = project, load_data, stop

    def run(self) -> None:
        try:
            export(self._form, self._project, self._path, self._options, self._load_data, self._stop.is_set)
        except LoadCancelledError:
            return
        except NnplayError as error:
            self._exports.failed.emit(error)
        except Exception as error:
            _logger.exception("an export failed")
            self._exports.failed.emit(UnexpectedError(error))
        else:
            self._exports.exported.emit(self._path)
