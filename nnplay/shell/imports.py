"""ProjectImports: weights and networks of other tools, by a dialog, as one undoable step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nnplay.appearance.sentences import sentence
from nnplay.engine import NnplayError
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings


class ProjectImports(QObject):
    """What the menu entries Read weights and Read ONNX model do."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window

    @Slot()
    def ask_weights(self) -> None:
        """Let the person choose a file of weights for this network."""
        dialog = self._file_dialog(self.tr("Read weights"), self.tr("Weights (*.safetensors *.npz)"))
        dialog.fileSelected.connect(self.read_weights)
        dialog.open()

    @Slot()
    def ask_model(self) -> None:
        """Let the person choose a model to take the network of."""
        dialog = self._file_dialog(self.tr("Read model"), self.tr("ONNX models (*.onnx)"))
        dialog.fileSelected.connect(self.read_model)
        dialog.open()

    @Slot(str)
    def read_weights(self, name: str) -> None:
        """Take the weights of a file."""
        from nnplay.exchange.tensors import with_weights_of

        document = self._session.document
        try:
            document.perform(self.tr("Read weights"), lambda project: with_weights_of(project, Path(name)))
        except NnplayError as error:
            document.report(error)

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

    def _file_dialog(self, title: str, files: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([files, self.tr("All files (*)")])
        return dialog
