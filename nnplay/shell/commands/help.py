"""HelpCommands: what this program is."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWhatsThis

from nnplay.shell.commands.group import CommandGroup, fill


class HelpCommands(CommandGroup):
    """The menu Help."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.guide = self.make(
            self.tr("G&uide"),
            "F1",
            "info",
            self.tr("A dozen short pages on how to use nnplay"),
            self._on_guide_triggered,
        )
        self.lessons = self.make(
            self.tr("&Lessons"), "Ctrl+Shift+H", "lesson", self.tr("Learn it by hand, a few minutes at a time")
        )
        self.make_lesson = self.make(
            self.tr("&Make a lesson…"), "", "", self.tr("Write steps on this project, for others to walk through")
        )
        self.glossary = self.make(
            self.tr("&Glossary"), "", "", self.tr("What every control is, and what happens if you raise it")
        )
        self.whats_this = self.make(
            self.tr("&What's this?"),
            "Shift+F1",
            "",
            self.tr("Then click a control to read what it is"),
            QWhatsThis.enterWhatsThisMode,
        )
        self.palette = self.make(
            self.tr("&Find a command…"), "Ctrl+K", "search", self.tr("Find anything that nnplay can do by its name")
        )
        self.welcome = self.make(self.tr("Wel&come"), "", "", self.tr("The ways to begin, as at the start"))
        self.errors = self.make(
            self.tr("&Error report…"),
            "",
            "warning",
            self.tr("Read what has been written down about errors"),
            self._on_errors_triggered,
        )
        self.about = self.make(
            self.tr("&About nnplay"), "", "info", self.tr("What this program is"), self._on_about_triggered
        )
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        fill(
            window.menuBar().addMenu(self.tr("&Help")),
            (
                *(self.palette, self.welcome, self.guide, self.lessons),
                *(self.make_lesson, self.glossary, self.whats_this),
                *(None, self.errors, None, self.about),
            ),
        )

    @Slot()
    def _on_guide_triggered(self) -> None:
        from nnplay.shell.manual import Manual

        Manual(self._window).open()

    @Slot()
    def _on_errors_triggered(self) -> None:
        from nnplay.shell.report import error_dialog

        error_dialog(self._window).open()

    @Slot()
    def _on_about_triggered(self) -> None:
        from nnplay.shell.report import about_dialog

        about_dialog(self._window).open()
