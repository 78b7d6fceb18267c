"""ProjectImports: weights and networks from other tools, as one undoable step or as a separate project."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog, QWidget

from nnplay.appearance.sentences import sentence
from nnplay.background.operation import Operation, Work
from nnplay.document import EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project import Project
from nnplay.shell.files.project_files import ProjectFiles, models_filter
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

if TYPE_CHECKING:
    from nnplay.exchange.model import Model

_PATIENCE_MS = 400


class ProjectImports(QObject):
    """The menu entries Read weights and Read model, and opening a model like a project.

    Models are read in another thread; a dialog appears if it takes long.

    Attributes
    ----------
    reading
        The work in that thread.
    """

    def __init__(self, session: Session, settings: Settings, files: ProjectFiles, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._files = files
        files.model_chosen.connect(self.open_model)
        self._settings = settings
        self._window = window
        self._name = ""
        self._use: Callable[[str, Any], None] = self._take
        self.reading = Operation(self)
        self.reading.done.connect(self._on_read)
        self.reading.failed.connect(self._on_failed)
        self._waiting: QProgressDialog | None = None

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
        dialog = self._file_dialog(self.tr("Read model"), models_filter())
        dialog.fileSelected.connect(self.read_model)
        dialog.open()

    @Slot(str)
    def read_weights(self, name: str) -> None:
        """Read the weights in a file into the network."""
        from nnplay.exchange.weights import with_weights_of

        document = self._session.document
        try:
            document.perform(
                EditName(QT_TRANSLATE_NOOP("steps", "Read weights")),
                lambda project: with_weights_of(project, Path(name)),
            )
        except NnplayError as error:
            document.report(error)

    @Slot(str)
    def read_model(self, name: str) -> None:
        """Replace the network with that of a model; if this is impossible, a dialog says why."""
        from nnplay.exchange.opening import read_for

        path, project = Path(name), self._session.document.project
        self._read(path.name, partial(read_for, path, project), self._take)

    @Slot(object)
    def open_model(self, path: Path) -> None:
        """Open a model as a new project, after unsaved changes are handled; a report shows the result."""
        from nnplay.exchange.opening import open_model

        self._read(path.name, partial(open_model, path, self._session.document.project.data), self._open)

    @Slot(str)
    def paste_code(self, text: str) -> None:
        """Make a network of a program for Keras: in place of the present one if the data allow it, else anew."""
        from nnplay.exchange.opening import open_code

        name = self.tr("Pasted code")
        self._read(name, partial(open_code, text, self._session.document.project, name), self._paste)

    def _read(self, name: str, work: Work, use: Callable[[str, Any], None]) -> None:
        """Read beside the window; a dialog with a button to cancel appears if it takes long."""
        self._name, self._use = name, use
        self._end_waiting()
        self._waiting = waiting = QProgressDialog(
            self.tr("Reading “{name}”…").format(name=name), self.tr("Cancel"), 0, 0, self._window
        )
        waiting.setWindowModality(Qt.WindowModality.WindowModal)
        waiting.setMinimumDuration(_PATIENCE_MS)
        waiting.canceled.connect(self.reading.stop)
        waiting.canceled.connect(self._end_waiting)
        self.reading.begin(work)

    @Slot(object)
    def _on_read(self, result: object) -> None:
        self._end_waiting()
        try:
            self._use(self._name, result)
        except NnplayError as error:
            self._refuse(error)

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        self._end_waiting()
        self._refuse(error)

    @Slot()
    def _end_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.reset()  # or its own timer would still show it
            waiting.deleteLater()

    def _take(self, name: str, model: Model) -> None:
        from nnplay.exchange.model import with_model

        self._session.document.perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Read model")), lambda project: with_model(project, model)
        )
        self._report(name, model)

    def _open(self, name: str, opened: tuple[Project, Model], *, is_saved: bool = True) -> None:
        def begin() -> None:
            project, model = opened
            self._files.start_with(project, is_saved=is_saved)
            self._report(name, model)

        self._files.leave_project(begin)

    def _paste(self, name: str, pasted: Model | tuple[Project, Model]) -> None:
        from nnplay.exchange.model import with_model

        if isinstance(pasted, tuple):
            self._open(name, pasted, is_saved=False)  # it is in no file
        else:
            self._session.document.perform(
                EditName(QT_TRANSLATE_NOOP("steps", "Paste Keras code")), lambda project: with_model(project, pasted)
            )
            self._report(name, pasted)

    def _report(self, name: str, model: Model) -> None:
        from nnplay.shell.model_report import ModelReport

        ModelReport(name, model, self._window).show()

    def _refuse(self, error: NnplayError) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setText(self.tr("“{name}” was not read; your network is unchanged.").format(name=self._name))
        box.setInformativeText(sentence(error))
        box.open()

    def _file_dialog(self, title: str, files: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([files, self.tr("All files (*)")])
        return dialog
