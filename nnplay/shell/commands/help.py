"""HelpCommands: help and information about the program."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWhatsThis

from nnplay.shell.commands.group import CommandGroup, fill


class HelpCommands(CommandGroup):
    """The Help menu."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.guide = self.make(
            self.tr("G&uide"),
            "F1",
            "info",
            self.tr("A few short pages on how to use nnplay"),
            self._on_guide_triggered,
        )
        self.lessons = self.make(
            self.tr("&Lessons"), "Ctrl+Shift+H", "lesson", self.tr("Learn step by step, a few minutes at a time")
        )
        self.make_lesson = self.make(
            self.tr("&Make a lesson…"), "", "", self.tr("Write steps for this project, for others to follow")
        )
        self.glossary = self.make(
            self.tr("&Glossary"), "", "", self.tr("What each control is, and what happens if you raise it")
        )
        self.whats_this = self.make(
            self.tr("&What's this?"),
            "Shift+F1",
            "",
            self.tr("Then click a control to read about it"),
            QWhatsThis.enterWhatsThisMode,
        )
        self.palette = self.make(
            self.tr("&Find anything…"),
            "Ctrl+K",
            "search",
            self.tr("Find commands, settings, layers, examples, lessons, words and pages of the guide"),
        )
        self.welcome = self.make(self.tr("Wel&come"), "", "", self.tr("Ways to begin, as at the start"))
        self.errors = self.make(
            self.tr("&Error report…"),
            "",
            "warning",
            self.tr("Show the recorded errors"),
            self._on_errors_triggered,
        )
        self.about = self.make(
            self.tr("&About nnplay"), "", "info", self.tr("About this program"), self._on_about_triggered
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

    @Slot(str)
    def open_page(self, name: str) -> None:
        """Open the guide at the page in the file of this name, without its ending."""
        from nnplay.shell.manual import Manual, page_of

        Manual(self._window, page_of(name)).open()

    @Slot()
    def _on_errors_triggered(self) -> None:
        from nnplay.shell.report import error_dialog

        error_dialog(self._window).open()

    @Slot()
    def _on_about_triggered(self) -> None:
        from nnplay.shell.report import about_dialog

        about_dialog(self._window).open()
