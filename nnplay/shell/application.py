"""The application: one Qt application, its sessions and their windows, rebuilt for another language or text size."""

from __future__ import annotations

import logging
import signal
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStandardPaths, Qt, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from nnplay import __version__, resources
from nnplay.appearance import accessible, metrics, motion
from nnplay.appearance.theme import theme
from nnplay.document.copy import Copy
from nnplay.document.recovery import leftovers
from nnplay.engine import NnplayError
from nnplay.lessons import Lesson
from nnplay.project import Project
from nnplay.project.presets import PRESETS, preset
from nnplay.shell import translations
from nnplay.shell.crash_trail import CrashTrail, take_trails
from nnplay.shell.exceptions import ExceptionReporter, log_to_files, state_folder
from nnplay.shell.main_window import MainWindow
from nnplay.shell.session import FIRST_PRESET, Session, recovery_folder
from nnplay.shell.settings import Settings
from nnplay.shell.settings_file import open_store

NAME = "nnplay"


def make_application() -> QApplication:
    """Return the process's Qt application with its name, icon and theme."""
    application = QApplication([NAME])
    application.setApplicationName(NAME)
    application.setOrganizationName(NAME)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(NAME)
    application.setWindowIcon(QIcon(str(resources.path("icons", "nnplay.svg"))))
    return application


def data_folder() -> Path:
    """Return the folder for the user's data; it is created when something is stored there."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


class Shell(QObject):
    """Everything that lives as long as the program: the preferences, the sessions, and the current window of each.

    Parameters
    ----------
    session
        The first one; further windows have further sessions.
    language
        Code of a language that overrides the preferred one this time; None for the preferred one.
    data_folder
        Folder for recovery copies and locks; None for nowhere.
    trail
        Where commands are recorded in case of a crash; None for nowhere.
    """

    def __init__(
        self,
        session: Session,
        settings: Settings,
        language: str | None = None,
        data_folder: Path | None = None,
        trail: CrashTrail | None = None,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._data_folder = data_folder
        self._trail = trail
        accessible.install()
        translations.install(language or settings.language)
        self._is_presenting = False
        self._dress()
        theme().apply()
        self.reporter = ExceptionReporter(self)
        self._windows: dict[Session, MainWindow] = {}
        self._before_lessons: dict[Session, Project | Session] = {}
        """Where a lesson's window leads back to: what it showed before, or the session that it was chosen in."""
        self._closing: list[MainWindow] = []
        self._outdated: dict[Session, bool] = {}  # whose window must be made again, and whether it keeps its layout
        self._next_window = QTimer(self, singleShot=True, interval=0)
        self._next_window.timeout.connect(self._rebuild_next)
        self.window = self._add(session)

    @property
    def windows(self) -> list[MainWindow]:
        """All windows, oldest first."""
        return list(self._windows.values())

    @Slot(str)
    def set_theme(self, mode: str) -> None:
        """Apply and save a theme."""
        self._settings.theme_mode = mode
        theme().set_mode(mode)

    @Slot(str)
    def set_language(self, code: str) -> None:
        """Apply and save a language."""
        self._settings.language = code
        translations.install(code)
        self._rebuild()

    @Slot(float)
    def set_text_scale(self, scale: float) -> None:
        """Apply and save a text size."""
        self._settings.text_scale = scale
        self._dress()
        self._rebuild()

    @Slot(str)
    def set_motion(self, mode: str) -> None:
        """Apply and save the choice about motion."""
        self._settings.motion = mode
        self._dress()
        for window in self.windows:
            window.setAnimated(motion.is_wanted())

    @Slot(bool)
    def present(self, is_wanted: bool) -> None:
        """Show the window full screen with large text, for a class, or restore the windows."""
        if is_wanted == self._is_presenting:
            return
        if is_wanted:
            self._keep_layout(self.window)
        for window in self.windows:
            window.view.keep_presented()
        self._is_presenting = is_wanted
        self._dress()
        self._rebuild(keeps_layout=False)

    @Slot()
    def reset_preferences(self) -> None:
        """Restore all preferences to their defaults."""
        self._settings.reset_preferences()
        translations.install(self._settings.language)
        self._dress()
        self._rebuild(keeps_layout=False)
        self.window.view.set_simple(self._settings.is_simple)

    def _dress(self) -> None:
        """Apply the settings to the application; a presentation has the largest text."""
        motion.set_mode(self._settings.motion)
        theme().set_mode(self._settings.theme_mode)
        theme().set_text_scale(max(metrics.TEXT_SCALES) if self._is_presenting else self._settings.text_scale)

    def _keep_layout(self, window: MainWindow) -> None:
        self._settings.geometry, self._settings.docks = window.layout_now()

    def _rebuild(self, *, keeps_layout: bool = True) -> None:
        """Make the windows again, because texts or their sizes have changed; the sessions continue.

        The active window is made at once, each other one in an event of its own, so that the program goes on answering.
        """
        active = self._active_session()
        self._outdated = {
            session: keeps_layout and self._outdated.get(session, True)
            for session in sorted(self._windows, key=lambda session: session is not active)
        }
        self._rebuild_next()

    @Slot()
    def _rebuild_next(self) -> None:
        if not self._outdated:
            return
        session = next(iter(self._outdated))
        self._rebuild_window(session, keeps_layout=self._outdated.pop(session))
        if self._outdated:
            self._next_window.start()

    def _rebuild_window(self, session: Session, *, keeps_layout: bool) -> None:
        old = self._windows[session]
        if keeps_layout and not old.view.is_presenting:
            self._keep_layout(old)
        window = self._windows[session] = self._make_window(session)
        if self._is_presenting:
            window.view.present()
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not old.isActiveWindow())
        window.show()
        _hand_over(old, window)
        if old.preferences.dialog is not None:
            window.preferences.open()
        if old.hints.is_begun:
            window.hints.begin()
        old.discard()
        if old is self.window:
            self.window = window

    def _active_session(self) -> Session | None:
        """Return the session whose window, or a dialog of it, has the keyboard."""
        widget = QApplication.activeWindow()
        while widget is not None:
            for session, window in self._windows.items():
                if window is widget:
                    return session
            widget = widget.parentWidget()
        return None

    @Slot()
    def open_window(self) -> MainWindow:
        """Open another window, with its own session, on the first example."""
        window = self._add(Session(preset(FIRST_PRESET), parent=self))
        window.show()
        return window

    def offer_recovery(self) -> bool:
        """If a crash has left projects behind, list them over the first window; return whether there are any."""
        found = [] if self._data_folder is None else leftovers(recovery_folder(self._data_folder))
        if found:
            from nnplay.shell.files.recovery_dialog import RecoveryDialog

            dialog = RecoveryDialog(found, self.window)
            dialog.opened.connect(self._on_recovered)
            dialog.open()
        return bool(found)

    def _add(self, session: Session) -> MainWindow:
        if self._data_folder is not None:
            session.keep_in(self._data_folder)
        session.guide.keep_in(self._settings)
        session.guide.progress_kept.connect(self._on_progress_kept)
        session.controller.set_speed(self._settings.speed)
        window = self._windows[session] = self._make_window(session)
        return window

    def _make_window(self, session: Session) -> MainWindow:
        window = MainWindow(session, self._settings)
        window.setAnimated(motion.is_wanted())  # else docks would glide for users who want no motion
        window.commands.view.theme_chosen.connect(self.set_theme)
        window.commands.view.language_chosen.connect(self.set_language)
        window.preferences.theme_chosen.connect(self.set_theme)
        window.preferences.language_chosen.connect(self.set_language)
        window.preferences.text_scale_chosen.connect(self.set_text_scale)
        window.preferences.motion_chosen.connect(self.set_motion)
        window.commands.view.present.triggered.connect(self.present)
        window.preferences.reset_wanted.connect(self.reset_preferences)
        window.lessons.chosen.connect(self._on_lesson_chosen)
        window.lessons.back_wanted.connect(self._on_back_wanted)
        window.author.edit_wanted.connect(self._on_lesson_edit_wanted)
        window.commands.file.new_window.triggered.connect(self.open_window)
        window.closed.connect(self._on_window_closed)
        self.reporter.caught.connect(window.news.say_exception)
        if self._trail is not None:
            self._trail.follow(window.entries)
        return window

    def end(self) -> None:
        """Close all windows and sessions without asking, and have Qt delete them.

        Whoever opens windows without an event loop calls this: a window that is still shown when the interpreter ends
        is destroyed piece by piece, and its Python code would run on pieces that are gone.
        """
        for session, window in self._windows.items():
            session.close()
            window.discard()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @Slot()
    def _on_window_closed(self) -> None:
        for session, window in list(self._windows.items()):
            if window is self.sender():
                self._settings.speed = session.controller.speed
                session.close()
                self._outdated.pop(session, None)
                if len(self._windows) > 1:
                    # Qt deletes it after its event; until then, Python must not.
                    self._closing = [window for window in self._closing if isValid(window)]
                    self._closing.append(self._windows.pop(session))
                    self._before_lessons.pop(session, None)
                    window.discard()
                    session.deleteLater()
                    self.window = self.windows[0]

    @Slot(object)
    def _on_lesson_chosen(self, lesson: Lesson) -> None:
        """Start the lesson in the window where it was chosen if nothing was done there, otherwise in a new one."""
        session, window = next(each for each in self._windows.items() if each[1].lessons is self.sender())
        if not window.gives_lesson:
            before: Project | Session = session.document.project
            if window.files.has_project:
                before, window = session, self.open_window()
                session = next(each for each, its in self._windows.items() if its is window)
            self._before_lessons[session] = before
        window.begin_lesson(lesson)

    @Slot()
    def _on_back_wanted(self) -> None:
        """Return from a lesson: to the window where it was chosen, or to what this window showed before."""
        session, window = next(each for each in self._windows.items() if each[1].lessons is self.sender())
        before = self._before_lessons.pop(session, None)
        if isinstance(before, Session) and before in self._windows:
            window.close()  # without a question: a lesson's project is no work of the user's
            self._windows[before].raise_()
            self._windows[before].activateWindow()
        elif isinstance(before, Project):
            window.end_lesson(before)
        else:
            session.leave_lesson()

    @Slot()
    def _on_progress_kept(self) -> None:
        """Show a user's progress in every window, wherever it was made."""
        for session, window in self._windows.items():
            if session.guide is not self.sender():
                session.guide.look_at_progress()
                window.start.renew()

    @Slot(object, object)
    def _on_lesson_edit_wanted(self, lesson: Lesson, path: Path) -> None:
        """Edit the lesson where it was opened if nothing was done or written there, otherwise in a new window."""
        window = next(window for window in self.windows if window.author is self.sender())
        if window.files.has_project or window.gives_lesson or window.author.is_modified:
            window = self.open_window()
        window.files.start_with(lesson.start)
        window.author.edit(lesson, path)

    @Slot(object, object, object)
    def _on_recovered(self, path: Path, copy: Copy, missing: tuple[NnplayError, ...]) -> None:
        """Show what was open in the first window if nothing was done there, otherwise in a new one, with a new copy."""
        is_free = not (self.window.files.has_project or self.window.author.is_modified)
        window = self.window if is_free else self.open_window()
        window.files.recover(copy)
        try:
            if copy.lesson:
                window.author.recover(copy.lesson)
        except NnplayError as error:
            missing = (*missing, error)
        for sentence in missing:
            window.messages.show_error(sentence)
        session = next(session for session, each in self._windows.items() if each is window)
        if session.autosave is not None:
            session.autosave.take_over(path)


def main(project: str | None, language: str | None) -> int:
    """Open the window, with a preset or a project file if given; return the exit status when it is closed."""
    # Qt's event loop never returns to Python: without this, Ctrl+C in the terminal would have no effect.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = make_application()
    log_to_files(state_folder())
    trails = take_trails(state_folder())
    for trail_before in trails:
        logging.getLogger("nnplay").error("nnplay did not end as it should; the last commands:\n%s", trail_before)
    trail = CrashTrail(state_folder(), application)
    is_preset = project in PRESETS
    session = Session(preset(project if project is not None and is_preset else FIRST_PRESET))
    store, complaint = open_store()
    settings = Settings(store)
    shell = Shell(session, settings, language, data_folder(), trail)
    shell.reporter.install()
    shell.window.show()
    if complaint:
        shell.window.messages.show_problem(complaint)
    if project is not None and not is_preset:
        shell.window.open_path(Path(project))
    has_copies = shell.offer_recovery()
    if trails and not has_copies:
        shell.window.news.say_crashed()
    if not has_copies and project is None and settings.has_welcome:
        shell.window.start.welcome_after_first_paint()
    shell.window.hints.begin()
    status = application.exec()
    shell.reporter.uninstall()
    trail.end()
    return status


def _hand_over(old: MainWindow, window: MainWindow) -> None:
    """Hand over what the user has begun in the old window and what no project contains."""
    window.author.take_over(old.author)
    if old.docks["try_it"].has_panel:
        window.trying.panel.take_over(old.trying.panel)
