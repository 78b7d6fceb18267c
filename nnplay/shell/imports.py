"""ProjectImports: weights and networks from other tools, as one undoable step or as a separate project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nnplay.appearance.sentences import sentence
from nnplay.engine import NnplayError
from nnplay.project import Project
from nnplay.shell.files.project_files import ProjectFiles
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

if TYPE_CHECKING:
    from nnplay.exchange.model import Model


class ProjectImports(QObject):
    """The menu entries Read weights and Read model, and opening a model like a project."""

    def __init__(self, session: Session, settings: Settings, files: ProjectFiles, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._files = files
        files.model_chosen.connect(self.open_model)
        self._settings = settings
        self._window = window

    @Slot()
    def ask_weights(self) -> None:
        """Ask for a file of weights for this network."""
        dialog = self._file_dialog(
            self.tr("Read weights"), self.tr("Weights (*.safetensors *.npz *.pt *.pth *.h5 *.keras)")
        )
        dialog.fileSelected.connect(self.read_weights)
        dialog.open()

    @Slot()
    def ask_model(self) -> None:
        """Ask for a model whose network to use."""
        dialog = self._file_dialog(self.tr("Read model"), self.tr("Models (*.keras *.h5 *.hdf5 *.onnx)"))
        dialog.fileSelected.connect(self.read_model)
        dialog.open()

    @Slot(str)
    def read_weights(self, name: str) -> None:
        """Read the weights in a file into the network."""
        from nnplay.exchange.weights import with_weights_of

        document = self._session.document
        try:
            document.perform(self.tr("Read weights"), lambda project: with_weights_of(project, Path(name)))
        except NnplayError as error:
            document.report(error)

    @Slot(str)
    def read_model(self, name: str) -> None:
        """Replace the network with that of a model; if this is impossible, a dialog says why."""
        from nnplay.exchange.opening import with_model_of

        try:
            self._session.document.perform(self.tr("Read model"), lambda project: with_model_of(project, Path(name)))
        except NnplayError as error:
            self._refuse(Path(name), error)

    @Slot(object)
    def open_model(self, path: Path) -> None:
        """Open a model as a new project, after unsaved changes are handled; a report shows the result."""
        from nnplay.exchange.opening import open_model

        try:
            project, model = open_model(path, self._session.document.project.data)
        except NnplayError as error:
            self._refuse(path, error)
        else:
            self._files.leave_project(lambda: self._begin(path.name, project, model))

    @Slot(str)
    def paste_code(self, text: str) -> None:
        """Make a network of a program for Keras: in the place of the present one where the data allow, else anew."""
        from nnplay.exchange.opening import fits, project_of, read_code, with_fitting
        from nnplay.shell.model_report import ModelReport

        document = self._session.document
        present = document.project
        name = self.tr("Pasted code")
        try:
            model = read_code(text, present.seeds, present.data)
            if fits(model, present.data):
                document.perform(self.tr("Paste Keras code"), lambda project: with_fitting(project, model))
                ModelReport(name, model, self._window).show()
            else:
                project = project_of(model, model.title or name)
                self._files.leave_project(lambda: self._begin(name, project, model))
        except NnplayError as error:
            self._refuse(Path(name), error)

    def _begin(self, name: str, project: Project, model: Model) -> None:
        from nnplay.shell.model_report import ModelReport

        self._files.start_with(project, is_saved=False)
        ModelReport(name, model, self._window).show()

    def _refuse(self, path: Path, error: NnplayError) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setText(self.tr("“{name}” was not read; your network is unchanged.").format(name=path.name))
        box.setInformativeText(sentence(error))
        box.open()

    def _file_dialog(self, title: str, files: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([files, self.tr("All files (*)")])
        return dialog
