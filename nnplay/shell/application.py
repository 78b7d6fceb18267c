"""The application: one Qt application, one session, and the window that shows it, built anew for another language."""

from __future__ import annotations

import signal
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from nnplay import __version__, resources
from nnplay.look.theme import theme
from nnplay.project.presets import preset
from nnplay.shell import translations
from nnplay.shell.exceptions import ExceptionReporter, log_to_files, state_folder
from nnplay.shell.main_window import MainWindow
from nnplay.shell.session import FIRST_PRESET, Session
from nnplay.shell.settings import Settings

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


class Shell(QObject):
    """What lives as long as the program: the session, the preferences, and the window of the moment.

    Parameters
    ----------
    language
        A language's code that goes before the preferred one this time; None for the preferred one.
    """

    def __init__(self, session: Session, settings: Settings, language: str | None = None) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        translations.install(language or settings.language)
        theme().set_mode(settings.theme_mode)
        theme().apply()
        self.reporter = ExceptionReporter(self)
        self.window = self._make_window()

    @Slot(str)
    def set_theme(self, mode: str) -> None:
        """Show and remember a theme."""
        self._settings.theme_mode = mode
        theme().set_mode(mode)

    @Slot(str)
    def set_language(self, code: str) -> None:
        """Show and remember a language: the window is built anew, the session goes on."""
        self._settings.language = code
        translations.install(code)
        old = self.window
        self._settings.geometry, self._settings.docks = old.layout_now()
        self.window = self._make_window()
        self.window.show()
        old.discard()

    def _make_window(self) -> MainWindow:
        window = MainWindow(self._session, self._settings)
        window.commands.view.theme_chosen.connect(self.set_theme)
        window.commands.view.language_chosen.connect(self.set_language)
        window.closed.connect(self._session.close)
        self.reporter.caught.connect(window.show_exception)
        return window


def main(project_path: str | None, language: str | None) -> int:
    """Open the window, with a project if one is named, and return the exit status when it is closed."""
    # Qt's event loop never comes back to Python for it: without this, Ctrl+C in the terminal would do nothing.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = make_application()
    log_to_files(state_folder())
    session = Session(preset(FIRST_PRESET))
    shell = Shell(session, Settings(QSettings()), language)
    shell.reporter.install()
    shell.window.show()
    if project_path is not None:
        shell.window.open_path(Path(project_path))
    status = application.exec()
    shell.reporter.uninstall()
    return status
