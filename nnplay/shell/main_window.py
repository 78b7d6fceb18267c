"""MainWindow: control bar, docks, canvas and menus, wired to one session; it holds no state but what it shows."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QLocale, QMimeData, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QTabWidget, QToolBar

from nnplay.appearance import metrics
from nnplay.canvas import CanvasView, LayerPalette
from nnplay.disk.reading import is_file
from nnplay.document import Change
from nnplay.lessons import Lesson
from nnplay.panels.doctor.doctor import Doctor
from nnplay.panels.doctor.doctor_badge import DoctorBadge
from nnplay.panels.lesson.guide import started
from nnplay.panels.training.control_bar import ControlBar
from nnplay.panels.training.training_panel import TrainingPanel
from nnplay.panels.widgets.empty_state import Wish
from nnplay.project import Project
from nnplay.project.lesson_place import LessonPlace
from nnplay.shell.center import Center
from nnplay.shell.classroom.window_view import WindowView
from nnplay.shell.commands import Commands
from nnplay.shell.commands.catalogue import catalogue
from nnplay.shell.docking.arrangement import first_size
from nnplay.shell.docking.columns import Columns
from nnplay.shell.docking.docks import DockTitles, PanelDock
from nnplay.shell.docking.lesson_layout import LessonLayout
from nnplay.shell.docking.panel_table import PANELS, Surroundings
from nnplay.shell.docking.tab_buttons import TabButtons
from nnplay.shell.exporting.exports import ProjectExports
from nnplay.shell.files.data_files import DataFiles
from nnplay.shell.files.lesson_author import LessonAuthor
from nnplay.shell.files.lesson_files import LessonFiles
from nnplay.shell.files.project_files import ProjectFiles
from nnplay.shell.files.telling import Told, tell
from nnplay.shell.filming.film_making import FilmMaking
from nnplay.shell.guidance.hints import Hints
from nnplay.shell.guidance.secrecy import Secrecy
from nnplay.shell.guidance.wishes import Wishes
from nnplay.shell.imports import ProjectImports
from nnplay.shell.lost_focus import LostFocus
from nnplay.shell.messages import MessageBar
from nnplay.shell.news import News
from nnplay.shell.pointing import Pointing
from nnplay.shell.preferences.shortcuts import Shortcuts
from nnplay.shell.preferences.window_preferences import WindowPreferences
from nnplay.shell.session import Session, shown_title
from nnplay.shell.settings import Settings
from nnplay.shell.space_key import SpaceKey
from nnplay.shell.start_pages import StartPages
from nnplay.shell.try_another import TryAnother
from nnplay.shell.trying import Trying
from nnplay.shell.whats_this import WhatsThisLinks

if TYPE_CHECKING:
    from nnplay.shell.finding.finder import Finder

_LAYOUT_VERSION = 1
_MARGIN = metrics.SMALL


class MainWindow(QMainWindow):
    """One window for a session.

    Signals
    -------
    closed()
        The user has closed the window, and unsaved changes have been handled.
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
        self.setCentralWidget(Center(session, self.layers, self.canvas))
        self.messages = MessageBar(self.centralWidget())
        self.news = News(session, self.files, self.messages)
        self.docks = self._make_docks()
        self.trying = Trying(session.asked, self.canvas, self.docks["try_it"], self.commands.training, self)
        self.commands.view.add_panels(self.docks)
        Pointing(self, session.guide, self.canvas, self.docks)
        Secrecy(self, session.guide, self.canvas, self.control_bar, self.doctor_badge, self.docks)
        self.entries = entries = catalogue(self.commands, self.docks)
        self.shortcuts = Shortcuts(entries, settings)
        self.view = WindowView(
            self,
            session,
            settings,
            self.docks,
            entries,
            self.messages,
            self.commands.view.simple,
            self.commands.view.present,
        )
        self.start = StartPages(self, session, settings, self.canvas, self.files, self.lessons)
        self.preferences = WindowPreferences(self, settings, self.shortcuts)
        self.hints = Hints(self, session, settings, self.canvas, self.commands, self._has_room_for_hints)
        training = self.commands.training
        wishes = {Wish.TRAIN: training.train, Wish.TWIN: training.try_another, Wish.FILM: training.film}
        self.wishes = Wishes(session.document, self.docks, wishes, self.messages)
        FilmMaking(self, session, settings, self.canvas, self.docks, self.news, training.film)
        menu = training.try_another, training.experiment
        TryAnother(self, session, self.canvas, self.docks, self.messages, *menu, lambda name: self.finder.vary(name))
        LostFocus(self, self.canvas)
        self._lesson_layout = LessonLayout(self, session.guide, self.docks, _LAYOUT_VERSION)
        self._connect()
        self.setAcceptDrops(True)
        self._restore_layout()
        self._show_title()
        QTimer.singleShot(0, self.data, self.data.ask_if_needed)
        self.layers.show_for(session.document.project.network)
        self.canvas.setFocus()

    # -- the parts ----------------------------------------------------------------------------------------------------

    @cached_property
    def finder(self) -> Finder:
        """What Ctrl+K opens; created when it is first asked for."""
        from nnplay.shell.finding.finder import Finder

        finder = Finder(
            self, self._session, self._settings, self.canvas, self.entries, self.docks, self.lessons, self.preferences
        )
        finder.view_wanted.connect(self.view.set_simple)
        return finder

    def _make_top(self) -> None:
        bar = QToolBar(self.tr("Training"))
        bar.setObjectName("training")
        bar.setMovable(False)
        bar.addWidget(self.control_bar)
        bar.toggleViewAction().setEnabled(False)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _make_docks(self) -> dict[str, PanelDock]:
        self.doctor = Doctor(self._session.controller, self)
        obstacles = (self.messages, self.canvas.minimap, self.canvas.legend)
        self.doctor_badge = DoctorBadge(self.doctor, self.centralWidget(), obstacles)
        around = Surroundings(
            *(self._session, self.canvas, self.files, self.data, self.doctor, self.exports, self.lessons),
            self.commands.help.open_page,
        )
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        docks = {
            name: PanelDock(
                name,
                QCoreApplication.translate("panels", entry.title),
                partial(entry.make, around),
                self._settings,
                self,
                entry.share_of_height,
            )
            for name, entry in PANELS.items()
        }
        for dock in docks.values():
            dock.menu.exported.connect(self.news.say_saved)
            dock.menu.export_failed.connect(self.news.say_not_written)
        Columns(self, docks.values())
        DockTitles(self, docks.values()).updated.connect(TabButtons(self, docks.values()).update)
        return docks

    def _connect(self) -> None:
        session, document = self._session, self._session.document
        SpaceKey(self.canvas).tapped.connect(self.commands.training.train.trigger)
        document.modified_changed.connect(self.setWindowModified)
        document.path_changed.connect(self._show_title)
        document.changed.connect(self._on_document_changed)
        self.canvas.commands.code_pasted.connect(self.imports.paste_code)
        self.canvas.editing_changed.connect(session.continuation.hold)
        self.files.opened.connect(self.lessons.look_in)
        self.lessons.found.connect(self._on_lesson_found)
        self.exports.exported.connect(self.news.say_saved)
        self.exports.failed.connect(self.messages.show_error)
        self.layers.layer_activated.connect(self.canvas.append_layer)
        self.commands.help.lessons.triggered.connect(self._on_lessons_triggered)
        self.commands.help.make_lesson.triggered.connect(self.author.open)
        self.author.saved.connect(self.news.say_saved)
        self.commands.help.glossary.triggered.connect(self._on_glossary_triggered)
        WhatsThisLinks(self).lesson_wanted.connect(self.lessons.begin)
        self.doctor_badge.clicked.connect(self._on_doctor_badge_clicked)
        self.layers.template_chosen.connect(self.canvas.structure.apply_template)
        self.canvas.structure.weights_kept.connect(self.news.say_weights_kept)
        self.canvas.structure.more_removed.connect(self.news.say_more_removed)
        self._connect_pages()

    def _connect_pages(self) -> None:
        """Wire the pages over the window, such as the welcome and the preferences, and the actions that open them."""
        commands = self.commands
        self.view.arranged.connect(self._raise_first_panel)
        self.start.lessons_wanted.connect(commands.help.lessons.trigger)
        self.start.digit_wanted.connect(self.trying.draw)
        self.start.closed.connect(self.hints.go_on)
        self.preferences.view_chosen.connect(self.view.set_simple)
        self.preferences.hints_chosen.connect(self.hints.set_wanted)
        self.wishes.panel_wanted.connect(self.show_panel)
        commands.help.palette.triggered.connect(self._on_palette_triggered)
        commands.help.welcome.triggered.connect(self.start.open_welcome)
        commands.file.new_from_template.triggered.connect(self.start.open_new_dialog)
        commands.file.classroom.triggered.connect(self.view.open_class_dialog)
        commands.edit.preferences.triggered.connect(self.preferences.open)

    # -- docks --------------------------------------------------------------------------------------------------------

    @Slot()
    def arrange(self) -> None:
        """Put every panel in its default position."""
        self.view.arrange()

    def _restore_layout(self) -> None:
        if not self.restoreGeometry(self._settings.geometry):
            self.resize(first_size(self.screen()))
        self.arrange()
        if not self.restoreState(self._settings.docks, _LAYOUT_VERSION):
            # Qt forgets what is raised before the window is first shown.
            QTimer.singleShot(0, self, self._raise_first_panel)
        if (lesson := self._session.guide.lesson) is not None:
            self._lesson_layout.open(lesson.plan)

    @Slot()
    def _raise_first_panel(self) -> None:
        """Raise the data, or with pictures the paper to draw on."""
        other, wanted = ("data", "try_it") if self._session.document.project.data.has_pictures else ("try_it", "data")
        with QSignalBlocker(self.docks[other]):  # nobody sees this step, so it must not create the panel
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
    def _on_palette_triggered(self) -> None:
        self.finder.palette.open()

    @Slot()
    def _on_doctor_badge_clicked(self) -> None:
        self.show_panel("doctor")

    def _has_room_for_hints(self) -> bool:
        """Return whether nothing but the user's own work is visible."""
        return self.isVisible() and not (self.start.is_open or self.view.is_presenting or self.gives_lesson)

    @property
    def gives_lesson(self) -> bool:
        """Whether a lesson is running here."""
        return self._session.guide.lesson is not None

    def begin_lesson(self, lesson: Lesson) -> None:
        """Start a lesson here, with its own project."""
        self._session.settle()
        self.files.start_with(started(lesson, QLocale().name()))
        self._lesson_layout.open(lesson.plan)
        self._session.guide.begin(lesson)

    def end_lesson(self, project: Project) -> None:
        """Leave the lesson for a project that was here before."""
        self._session.settle()
        self._session.leave_lesson()
        self.files.start_with(project)

    @Slot(object, object)
    def _on_lesson_found(self, lesson: Lesson, place: LessonPlace) -> None:
        self._lesson_layout.open(lesson.plan)
        self._session.guide.resume(lesson, place)

    @Slot(str)
    def show_panel(self, name: str) -> None:
        """Raise a panel."""
        self.docks[name].show()
        self.docks[name].raise_()

    # -- news ---------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.title:
            self._show_title()
        if change.network:
            self.layers.show_for(change.after.network)
        is_other_kind = change.data and change.before.data.has_pictures != change.after.data.has_pictures
        if is_other_kind and not self.docks["data"].isAncestorOf(self.focusWidget()):  # it stays under the hand
            self._raise_first_panel()

    @Slot()
    def _show_title(self) -> None:
        document = self._session.document
        name = shown_title(document.project) if document.path is None else document.path.name
        self.setWindowTitle(f"{name}[*] – nnplay")
        self.setWindowFilePath(str(document.path or ""))
        self.setWindowModified(document.is_modified)

    # -- the person ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Train with Space wherever the key has no other meaning."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.commands.training.train.trigger()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a project, a model, data or pictures."""
        if _dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dropped_paths(event.mimeData())
        if len(paths) == 1:
            event.acceptProposedAction()
            self.open_path(paths[0])
        elif paths:
            event.acceptProposedAction()
            self.data.make_classes(paths)

    def open_path(self, path: Path) -> None:
        """Open what a path is: data, a project or a model; a picture becomes an example to try."""
        told = tell(path)
        if told is Told.PICTURE:
            self.trying.show_picture(path)
        elif told is Told.DATA:
            self.data.open(path)
        elif told is Told.UNKNOWN and is_file(path):
            self.news.say_unknown(path)
        else:
            self.files.open(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.gives_lesson:  # its progress is saved, and its project is not the user's work
            self._session.leave_lesson()
            self._may_close = True
        if not self._may_close:
            self.author.leave(partial(self.files.leave_project, self.leave))
        if self._may_close:
            if not self.view.is_presenting:
                self._settings.geometry, self._settings.docks = self.layout_now()
            self.exports.wait()
            self.closed.emit()
            super().closeEvent(event)
        else:  # asks the user; the answer may close the window later
            event.ignore()

    def layout_now(self) -> tuple[QByteArray, QByteArray]:
        """Return the positions of the window and its docks, for the settings."""
        return self.saveGeometry(), self._lesson_layout.own

    def discard(self) -> None:
        """Close, to make room for another window on the same session."""
        self.hide()
        self.deleteLater()

    @Slot()
    def leave(self) -> None:
        """Close without asking."""
        self._may_close = True
        self.close()


def _dropped_paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
