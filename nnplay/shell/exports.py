"""ProjectExports: the project for other tools, by a dialog; the writing is done beside the GUI thread."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nnplay.data import Dataset, load
from nnplay.engine import NnplayError
from nnplay.exchange.formats import FORMATS, ExportOptions, export
from nnplay.look.sentences import sentence
from nnplay.project import Project
from nnplay.shell.pictures import DRAWN
from nnplay.shell.session import Session, shown_title
from nnplay.shell.settings import Settings

_PLAIN = ExportOptions()


class ProjectExports(QObject):
    """What the menu Export does.

    Signals
    -------
    exported(Path)
        A file has been written.
    failed(NnplayError)
        It could not be.
    """

    exported = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self._jobs = QThreadPool(self)
        self._jobs.setMaxThreadCount(1)

    def ask(self, name: str, options: ExportOptions = _PLAIN) -> None:
        """Let the person choose the file for a format, a key of ``FORMATS`` or of ``DRAWN``."""
        title = FORMATS[name].title if name in FORMATS else DRAWN[name]
        ending = FORMATS[name].ending if name in FORMATS else name
        dialog = QFileDialog(self._window, self.tr("Export"), self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{QCoreApplication.translate('exchange', title)} (*.{ending})"])
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{shown_title(self._session.document.project)}.{ending}")
        dialog.fileSelected.connect(lambda path: self.write(name, Path(path), options))
        dialog.open()

    @Slot(str, bool)
    def ask_program(self, name: str, with_weights: bool) -> None:
        """Let the person choose the file for a program."""
        self.ask(name, ExportOptions(with_weights=with_weights))

    def write(self, name: str, path: Path, options: ExportOptions = _PLAIN) -> None:
        """Write the project as it is now, what a run has learned so far included."""
        self._session.settle()
        project, dataset = self._session.document.project, self._session.controller.dataset
        self._settings.last_folder = str(path.parent)
        options = replace(options, translate=_translate)
        self._jobs.start(_Job(self, name, path, options, project, dataset))

    @Slot()
    def ask_weights(self) -> None:
        """Let the person choose a file of weights for this network."""
        dialog = QFileDialog(self._window, self.tr("Read weights"), self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Weights (*.safetensors *.npz)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._on_weights_selected)
        dialog.open()

    @Slot()
    def ask_model(self) -> None:
        """Let the person choose a model to take the network of."""
        dialog = QFileDialog(self._window, self.tr("Read model"), self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("ONNX models (*.onnx)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.read_model)
        dialog.open()

    @Slot(str)
    def read_model(self, name: str) -> None:
        """Take the network and the weights of a model; a dialog says why where that cannot be."""
        from nnplay.exchange.onnx.read import with_onnx

        try:
            self._session.document.perform(self.tr("Read model"), lambda project: with_onnx(project, Path(name)))
        except NnplayError as error:
            box = QMessageBox(self._window)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.setText(self.tr("“{name}” was not read; your network is as it was.").format(name=Path(name).name))
            box.setInformativeText(sentence(error))
            box.open()

    def wait(self) -> None:
        """Finish what is being written; only for when the window closes."""
        self._jobs.waitForDone()

    @Slot(str)
    def _on_weights_selected(self, name: str) -> None:
        from nnplay.exchange.tensors import with_weights_of

        document = self._session.document
        try:
            document.perform(self.tr("Read weights"), lambda project: with_weights_of(project, Path(name)))
        except NnplayError as error:
            document.report(error)


def _translate(text: str) -> str:
    words = QCoreApplication.translate("report", text)
    return words if words != text else QCoreApplication.translate("presets", text)


class _Job(QRunnable):
    """One export; it tells its end by the signals of ``exports``, which cross to the GUI thread."""

    def __init__(
        self,
        exports: ProjectExports,
        name: str,
        path: Path,
        options: ExportOptions,
        project: Project,
        dataset: Dataset | None,
    ) -> None:
        super().__init__()
        self._exports = exports
        self._name, self._path, self._options = name, path, options
        self._project, self._dataset = project, dataset

    def run(self) -> None:
        from nnplay.shell.pictures import export_drawn

        try:
            if self._name in DRAWN:
                export_drawn(self._project, self._name, self._path, self._options.background)
            else:
                export(self._project, self._name, self._path, self._options, self._data)
        except NnplayError as error:
            self._exports.failed.emit(error)
        else:
            self._exports.exported.emit(self._path)

    def _data(self) -> Dataset:
        seeds = self._project.seeds
        return self._dataset or load(self._project.data, seeds.data, seeds.split)
