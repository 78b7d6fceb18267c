"""MainWindow: control bar, docks, canvas and menus, wired to one session; it holds nothing that is not shown."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QLocale, QMimeData, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QTabWidget, QToolBar, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.number_text import loss_text
from nnplay.canvas import CanvasView, LayerPalette
from nnplay.data import DATA_SUFFIXES
from nnplay.disk.reading import is_folder
from nnplay.document import Change
from nnplay.engine import NnplayError
from nnplay.lessons import Lesson
from nnplay.panels.doctor.doctor import Doctor
from nnplay.panels.doctor.doctor_badge import DoctorBadge
from nnplay.panels.lesson.guide import started
from nnplay.panels.training.control_bar import ControlBar
from nnplay.panels.training.training_panel import TrainingPanel
from nnplay.project.kept_weights import KeptWeights
from nnplay.project.lesson_place import LessonPlace
from nnplay.project.stop_watch import Ending, Reason
from nnplay.shell.commands import Commands
from nnplay.shell.docking.arrangement import first_size
from nnplay.shell.docking.docks import DockTitles, PanelDock
from nnplay.shell.docking.lesson_layout import LessonLayout
from nnplay.shell.docking.panel_table import PANELS, Surroundings
from nnplay.shell.docking.tab_buttons import TabButtons
from nnplay.shell.exporting.exports import ProjectExports
from nnplay.shell.face import Face
from nnplay.shell.files.data_files import DataFiles
from nnplay.shell.files.lesson_author import LessonAuthor
from nnplay.shell.files.lesson_files import LessonFiles
from nnplay.shell.files.project_files import ProjectFiles
from nnplay.shell.imports import ProjectImports
from nnplay.shell.messages import MessageBar
from nnplay.shell.pointing import Pointing
from nnplay.shell.session import Session, shown_title
from nnplay.shell.settings import Settings
from nnplay.shell.space_key import SpaceKey
from nnplay.shell.whats_this import WhatsThisLinks

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
        self.files = ProjectFiles(session, settings, self)
        self.data = DataFiles(session, settings, self)
        self.exports = ProjectExports(session, settings, self)
        self.imports = ProjectImports(session, settings, self.files, self)
        self.lessons = LessonFiles(document, self)
        self.author = LessonAuthor(session, settings, self)
        self.canvas = CanvasView(document, controller)
        self.layers = LayerPalette()
        self.commands = Commands(
            self,
            session,
            self.canvas,
            self.layers,
            self.files,
            self.data,
            self.exports,
            self.imports,
            settings,
            self.arrange,
        )
        self.training_panel = TrainingPanel(document, controller)
        self.control_bar = ControlBar(controller, self.commands.training, self.training_panel)

        self.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN)
        self._make_top()
        self.setCentralWidget(self._make_center())
        self.messages = MessageBar(self.centralWidget())
        self.docks = self._make_docks()
        self.commands.view.add_panels(self.docks)
        Pointing(self, session.guide, self.canvas, self.docks)
        self.face = Face(self, session, settings)
        self._lesson_layout = LessonLayout(self, session.guide, self.docks, _LAYOUT_VERSION)
        self._connect()
        self.setAcceptDrops(True)
        self._restore_layout()
        self._show_title()
        QTimer.singleShot(0, self.data, self.data.ask_if_needed)
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
        column.addWidget(self.layers)
        column.addWidget(self.canvas, 1)
        return center

    def _make_docks(self) -> dict[str, PanelDock]:
        self.doctor = Doctor(self._session.controller, self)
        obstacles = (self.messages, self.canvas.minimap, self.canvas.legend)
        self.doctor_badge = DoctorBadge(self.doctor, self.centralWidget(), obstacles)
        around = Surroundings(
            self._session, self.canvas, self.files, self.data, self.doctor, self.exports, self.lessons
        )
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        docks = {
            name: PanelDock(
                name,
                QCoreApplication.translate("panels", entry.title),
                partial(entry.make, around),
                self._settings,
                self,
            )
            for name, entry in PANELS.items()
        }
        for dock in docks.values():
            dock.menu.exported.connect(self._on_saved)
            dock.menu.export_failed.connect(self._on_export_failed)
        DockTitles(self, docks.values()).updated.connect(TabButtons(self, docks.values()).update)
        return docks

    def _connect(self) -> None:
        session, document, controller = self._session, self._session.document, self._session.controller
        SpaceKey(self.canvas).tapped.connect(self.commands.training.train.trigger)
        document.modified_changed.connect(self.setWindowModified)
        document.path_changed.connect(self._show_title)
        document.changed.connect(self._on_document_changed)
        document.reported.connect(self.messages.show_error)
        controller.failed.connect(self._on_controller_failed)
        controller.state_changed.connect(self.messages.note_run)
        controller.run_ended.connect(self._on_run_ended)
        session.network_replaced.connect(self._on_network_replaced)
        session.opener.progressed.connect(self._on_opening_progressed)
        session.continuation.interrupted.connect(self._on_run_interrupted)
        self.canvas.editing_changed.connect(session.continuation.hold)
        self.files.saved.connect(self._on_saved)
        self.files.opened_as_copy.connect(self._on_opened_as_copy)
        self.files.copied.connect(self._on_copied)
        self.files.opened.connect(self.lessons.look_in)
        self.lessons.found.connect(self._on_lesson_found)
        if session.autosave is not None:
            session.autosave.failed.connect(self._on_autosave_failed)
        self.exports.exported.connect(self._on_saved)
        self.exports.failed.connect(self.messages.show_error)
        self.messages.undo_requested.connect(document.undo)
        self.layers.layer_activated.connect(self.canvas.append_layer)
        self.commands.help.lessons.triggered.connect(self._on_lessons_triggered)
        self.commands.help.make_lesson.triggered.connect(self.author.open)
        self.author.saved.connect(self._on_saved)
        self.commands.help.glossary.triggered.connect(self._on_glossary_triggered)
        WhatsThisLinks(self).lesson_wanted.connect(self.lessons.begin)
        self.doctor_badge.clicked.connect(self._on_doctor_badge_clicked)
        self.layers.template_chosen.connect(self.canvas.structure.apply_template)
        self.canvas.structure.weights_kept.connect(self._on_weights_kept)
        self.messages.draw_requested.connect(session.new_start)

    # -- docks --------------------------------------------------------------------------------------------------------

    @Slot()
    def arrange(self) -> None:
        """Put every panel where it is at first."""
        self.face.arrange(self.docks)
        self._raise_result_panel()

    def _restore_layout(self) -> None:
        if not self.restoreGeometry(self._settings.geometry):
            self.resize(first_size(self.screen()))
        self.arrange()
        if not self.restoreState(self._settings.docks, _LAYOUT_VERSION):
            QTimer.singleShot(0, self, self._raise_result_panel)  # what is raised before the first show is forgotten
        if (lesson := self._session.guide.lesson) is not None:
            self._lesson_layout.open(lesson.plan)

    @Slot()
    def _raise_result_panel(self) -> None:
        """Of the map and the digit pad bring the one to the front that has something to show."""
        other, wanted = ("map", "digit") if self._session.document.project.data.has_pictures else ("digit", "map")
        with QSignalBlocker(self.docks[other]):  # which nobody sees in between: it shall not make its panel
            self.docks[other].raise_()  # Qt shows the tab only of a dock that was not on top before
        self.docks[wanted].raise_()

    @Slot()
    def _on_lessons_triggered(self) -> None:
        self.show_panel("lesson")

    @Slot()
    def _on_glossary_triggered(self) -> None:
        self.show_panel("glossary")
        self.docks["glossary"].panel.setFocus()

    @Slot()
    def _on_doctor_badge_clicked(self) -> None:
        self.show_panel("doctor")

    @property
    def gives_lesson(self) -> bool:
        """Whether a lesson goes on here."""
        return self._session.guide.lesson is not None

    def begin_lesson(self, lesson: Lesson) -> None:
        """Give a lesson here, on a project of its own."""
        self._session.settle()
        self.files.start_with(started(lesson))
        self._lesson_layout.open(lesson.plan)
        self._session.guide.begin(lesson)

    @Slot(object, object)
    def _on_lesson_found(self, lesson: Lesson, place: LessonPlace) -> None:
        self._lesson_layout.open(lesson.plan)
        self._session.guide.resume(lesson, place)

    @Slot(str)
    def show_panel(self, name: str) -> None:
        """Bring a panel to the front."""
        self.docks[name].show()
        self.docks[name].raise_()

    # -- news ---------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        self.messages.forget_past()
        if change.title:
            self._show_title()
        if change.network:
            self.layers.show_for(change.after.network)
        if change.data and change.before.data.has_pictures != change.after.data.has_pictures:
            self._raise_result_panel()

    @Slot(object)
    def _on_controller_failed(self, error: NnplayError) -> None:
        """Say why a run ended or data could not be read; where no data are left, undo brings the former ones back."""
        has_no_data = self._session.controller.dataset is None
        self.messages.show_error(error, can_undo=has_no_data and self._session.document.undo_stack.canUndo())

    @Slot(object)
    def _on_run_ended(self, ending: Ending) -> None:
        texts = {
            Reason.EPOCHS: self.tr("The epochs are trained: epoch {epoch}, training loss {loss}."),
            Reason.LOSS: self.tr("The training loss is {loss} after epoch {epoch}: low enough."),
            Reason.EARLY: self.tr(
                "Stopped early: the loss was lowest after epoch {epoch} ({loss}), whose weights are back."
            ),
        }
        self.messages.show_news(texts[ending.reason].format(epoch=ending.epoch, loss=loss_text(ending.loss)))

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.messages.show_news(self.tr("Saved as “{name}”.").format(name=path.name))

    @Slot(object)
    def _on_opened_as_copy(self, path: Path) -> None:
        text = self.tr("“{name}” is open in another window. This is a copy: saving asks for another name.")
        self.messages.show_problem(text.format(name=path.name))

    @Slot(int)
    def _on_copied(self, n_characters: int) -> None:
        text = self.tr("Copied as a line of {n} characters: paste it anywhere.")
        self.messages.show_news(text.format(n=n_characters))

    @Slot(object)
    def _on_autosave_failed(self, error: OSError) -> None:
        self.messages.show_failure(self.tr("No copy can be kept for a recovery: {reason}"), error)

    @Slot(object)
    def _on_export_failed(self, error: OSError) -> None:
        self.messages.show_failure(self.tr("The file could not be written: {reason}"), error)

    @Slot(bool)
    def _on_run_interrupted(self, goes_on: bool) -> None:
        if goes_on:
            self.messages.show_news(self.tr("Training goes on with what you have changed."))
        else:
            text = self.tr("Training has stopped: Train begins a new run with the weights that are there.")
            self.messages.show_news(text, until_run=True)

    @Slot()
    def _on_network_replaced(self) -> None:
        self.messages.show_news(self.tr("A network for handwritten digits has replaced the former one."), can_undo=True)

    @Slot(float, str)
    def _on_opening_progressed(self, fraction: float, text: str) -> None:
        share = QLocale().toString(100 * fraction, "f", 0)
        name = QCoreApplication.translate("loading", text)
        self.messages.show_news(self.tr("{name}: {share} %").format(name=name, share=share))

    @Slot(object)
    def _on_weights_kept(self, kept: KeptWeights) -> None:
        text = self.tr("Kept {kept} of {all} weights; the others are drawn anew.")
        locale = QLocale()
        text = text.format(kept=locale.toString(kept.n_kept), all=locale.toString(kept.n_all))
        self.messages.show_news(text, can_draw=True)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space trains wherever it means nothing else."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.commands.training.train.trigger()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a project file, or data."""
        if _dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open what lies there: a folder of digits or pictures, a table, arrays, a project, or a model."""
        if is_folder(path) or path.suffix.lower() in DATA_SUFFIXES:
            self.data.open(path)
        else:
            self.files.open(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.gives_lesson:  # its progress is kept, and its project is no work of the person's
            self._session.guide.end()
            self._may_close = True
        if not self._may_close:
            self.author.leave(partial(self.files.leave_project, self.leave))
        if self._may_close:
            if not self.face.is_presenting:
                self._settings.geometry, self._settings.docks = self.layout_now()
            self.exports.wait()
            self.closed.emit()
            super().closeEvent(event)
        else:  # there is a question, whose answer may close the window later
            event.ignore()

    def layout_now(self) -> tuple[QByteArray, QByteArray]:
        """Return where the window is and where its docks are, to be remembered."""
        return self.saveGeometry(), self._lesson_layout.own

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
