"""MainWindow: control bar, docks, canvas and menus, wired to one session; it holds nothing that is not shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QTabWidget, QToolBar, QVBoxLayout, QWidget

from nnplay.canvas import CanvasView, LayerPalette
from nnplay.data import Task
from nnplay.document import Change
from nnplay.engine import NnplayError
from nnplay.look import metrics
from nnplay.panels.activation_panel import ActivationPanel
from nnplay.panels.control_bar import ControlBar
from nnplay.panels.data_panel import DataPanel
from nnplay.panels.decision_map_panel import DecisionMapPanel
from nnplay.panels.digit_panel import DigitPanel
from nnplay.panels.loss_panel import LossPanel
from nnplay.panels.training_panel import TrainingPanel
from nnplay.shell.actions import Actions
from nnplay.shell.arrangement import arrange, first_size
from nnplay.shell.docks import DockTitles, PanelDock
from nnplay.shell.menus import Menus
from nnplay.shell.messages import MessageBar
from nnplay.shell.project_files import ProjectFiles
from nnplay.shell.session import Session, shown_title
from nnplay.shell.settings import Settings
from nnplay.shell.space_key import SpaceKey
from nnplay.shell.strip import Strip

_LAYOUT_VERSION = 1
_MARGIN = metrics.SMALL


class MainWindow(QMainWindow):
    """One window on a session.

    Signals
    -------
    closed()
        The person has closed the window, and unsaved changes are dealt with.
    """

    closed = Signal()

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._may_close = False
        document, controller = session.document, session.controller
        self.commands = Actions(self)
        self.files = ProjectFiles(session, settings, self)
        self.canvas = CanvasView(document, controller)
        self.layers = LayerPalette()
        self.training_panel = TrainingPanel(document, controller)
        self.control_bar = ControlBar(controller, self.commands, self.training_panel)
        self.data_panel = DataPanel(document, controller)
        self.map_panel = DecisionMapPanel(controller)
        self.digit_panel = DigitPanel(controller)
        self.loss_panel = LossPanel(controller)
        self.activation_panel = ActivationPanel(document, controller)

        self.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN)
        self._make_top()
        self.setCentralWidget(self._make_center())
        self.messages = MessageBar(self.centralWidget())
        self.docks = self._make_docks()
        self.menus = Menus(self, self.commands, self.files, settings)
        self.menus.add_panels(self.docks)
        self._connect()
        self.setAcceptDrops(True)
        self._restore_layout()
        self._show_title()
        self._on_training_changed()
        self.layers.show_for(session.document.project.network)
        self.canvas.setFocus()

    # -- the parts ----------------------------------------------------------------------------------------------------

    def _make_top(self) -> None:
        bar = QToolBar(self.tr("Training"))
        bar.setObjectName("training")
        bar.setMovable(False)
        bar.addWidget(self.control_bar)
        bar.toggleViewAction().setEnabled(False)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _make_center(self) -> QWidget:
        center = QFrame()
        center.setProperty("look", "canvas")
        column = QVBoxLayout(center)
        column.setContentsMargins(*(metrics.TINY,) * 4)
        column.setSpacing(0)
        column.addWidget(Strip(self.layers))
        column.addWidget(self.canvas, 1)
        return center

    def _make_docks(self) -> dict[str, PanelDock]:
        panels: dict[str, DataPanel | DecisionMapPanel | DigitPanel | LossPanel | ActivationPanel] = {
            "data": self.data_panel,
            "map": self.map_panel,
            "digit": self.digit_panel,
            "loss": self.loss_panel,
            "activation": self.activation_panel,
        }
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        docks = {name: PanelDock(name, panel.title(), panel, self) for name, panel in panels.items()}
        DockTitles(self, docks.values())
        return docks

    def _connect(self) -> None:
        session, files, commands = self._session, self.files, self.commands
        document, controller = session.document, session.controller
        for action, slot in (
            (commands.new, files.new),
            (commands.open, files.ask_open),
            (commands.open_digits, files.ask_open_digits),
            (commands.save, files.save),
            (commands.save_as, files.ask_save_as),
            (commands.quit, self.close),
            (commands.undo, document.undo),
            (commands.redo, document.redo),
            (commands.delete_layer, self.canvas.remove_selected),
            (commands.train, session.toggle_training),
            (commands.step, session.step),
            (commands.reset, session.reset),
            (commands.new_start, session.new_start),
            (commands.cancel_loading, controller.cancel_loading),
            (commands.zoom_in, self.canvas.zoom_in),
            (commands.zoom_out, self.canvas.zoom_out),
            (commands.fit, self.canvas.zoom_to_fit),
            (commands.reset_panels, self.arrange),
            (commands.full_screen, self._on_full_screen_triggered),
        ):
            action.triggered.connect(slot)
        for name, action in commands.examples.items():
            action.setData(name)
            action.triggered.connect(self._on_example_triggered)
        SpaceKey(self.canvas).tapped.connect(commands.train.trigger)

        commands.undo.setEnabled(False)
        commands.redo.setEnabled(False)
        commands.delete_layer.setEnabled(False)
        document.undo_stack.canUndoChanged.connect(commands.undo.setEnabled)
        document.undo_stack.canRedoChanged.connect(commands.redo.setEnabled)
        document.undo_stack.undoTextChanged.connect(commands.name_undo)
        document.undo_stack.redoTextChanged.connect(commands.name_redo)
        document.modified_changed.connect(self.setWindowModified)
        document.path_changed.connect(self._show_title)
        document.changed.connect(self._on_document_changed)
        document.reported.connect(self.messages.show_error)
        controller.failed.connect(self._on_controller_failed)
        controller.state_changed.connect(self._on_training_changed)
        controller.loading_changed.connect(self._on_training_changed)
        controller.dataset_changed.connect(self._on_training_changed)
        session.network_replaced.connect(self._on_network_replaced)
        self.files.saved.connect(self._on_saved)
        self.messages.undo_requested.connect(document.undo)
        self.layers.layer_activated.connect(self.canvas.append_layer)
        self.canvas.selection_changed.connect(self.activation_panel.set_layer)
        self.canvas.selection_changed.connect(self._on_selection_changed)
        self.canvas.neuron_hovered.connect(self.map_panel.show_neuron)
        self.data_panel.request_mnist.connect(self.files.ask_open_digits)
        self.digit_panel.request_mnist.connect(self.files.ask_open_digits)
        self.data_panel.request_digits.connect(session.generate_digits)
        self.digit_panel.request_digits.connect(session.generate_digits)

    # -- docks --------------------------------------------------------------------------------------------------------

    @Slot()
    def arrange(self) -> None:
        """Put every panel where it is at first."""
        arrange(self, self.docks)
        self._raise_result_panel()

    def _restore_layout(self) -> None:
        if not self.restoreGeometry(self._settings.geometry):
            self.resize(first_size(self.screen()))
        self.arrange()
        self.restoreState(self._settings.docks, _LAYOUT_VERSION)

    def _raise_result_panel(self) -> None:
        """Of the map and the digit pad bring the one to the front that has something to show."""
        is_digits = self._session.document.project.data.task is Task.MULTICLASS
        self.docks["digit" if is_digits else "map"].raise_()

    # -- news ---------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_training_changed(self) -> None:
        self.commands.update_training(self._session.controller)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        self.messages.forget_error()
        if change.title:
            self._show_title()
        if change.network:
            self.layers.show_for(change.after.network)
        if change.data and change.before.data.task is not change.after.data.task:
            self._raise_result_panel()

    @Slot(object)
    def _on_selection_changed(self, name: str | None) -> None:
        self.commands.delete_layer.setEnabled(name is not None)

    @Slot(object)
    def _on_controller_failed(self, error: NnplayError) -> None:
        """Say why a run ended or data could not be read; where no data are left, undo brings the former ones back."""
        has_no_data = self._session.controller.dataset is None
        self.messages.show_error(error, can_undo=has_no_data and self._session.document.undo_stack.canUndo())

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.messages.show_news(self.tr("Saved as “{name}”.").format(name=path.name))

    @Slot()
    def _on_network_replaced(self) -> None:
        self.messages.show_news(self.tr("A network for handwritten digits has replaced the former one."), can_undo=True)

    @Slot(str)
    def show_exception(self, line: str) -> None:
        """Say that something went wrong which nobody has foreseen."""
        text = self.tr("Something went wrong inside nnplay; your project is as it was. For a report: {line}")
        self.messages.show_problem(text.format(line=line))

    @Slot()
    def _show_title(self) -> None:
        document = self._session.document
        name = shown_title(document.project) if document.path is None else document.path.name
        self.setWindowTitle(f"{name}[*] – nnplay")
        self.setWindowFilePath(str(document.path or ""))
        self.setWindowModified(document.is_modified)

    # -- the person ---------------------------------------------------------------------------------------------------

    @Slot()
    def _on_example_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.files.open_preset(action.data())

    @Slot(bool)
    def _on_full_screen_triggered(self, is_full: bool) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.commands.full_screen.setChecked(is_full)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space trains wherever it means nothing else."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.commands.train.trigger()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a project file, or a folder of digits."""
        if _dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open what lies there: a folder of digits, or a project."""
        if path.is_dir():
            self._session.open_digits(path)
        else:
            self.files.open(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            self.files.leave_project(self.leave)
        if self._may_close:
            self._settings.geometry, self._settings.docks = self.layout_now()
            self.closed.emit()
            super().closeEvent(event)
        else:  # there is a question, whose answer may close the window later
            event.ignore()

    def layout_now(self) -> tuple[QByteArray, QByteArray]:
        """Return where the window is and where its docks are, to be remembered."""
        return self.saveGeometry(), self.saveState(_LAYOUT_VERSION)

    def discard(self) -> None:
        """Go away for another window on the same session."""
        self.hide()
        self.deleteLater()

    @Slot()
    def leave(self) -> None:
        """Close without a question."""
        self._may_close = True
        self.close()


def _dropped_path(data: QMimeData) -> Path | None:
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(paths[0]) if len(paths) == 1 else None
