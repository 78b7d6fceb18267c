"""HelpCommands: what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox

from nnplay import __version__
from nnplay.shell.commands.group import CommandGroup, fill


class HelpCommands(CommandGroup):
    """The menu Help."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.about = self.make(
            self.tr("&About nnplay"), "F1", "info", self.tr("What this program is"), self._on_about_triggered
        )
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        fill(window.menuBar().addMenu(self.tr("&Help")), (self.about,))

    @Slot()
    def _on_about_triggered(self) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("About nnplay"))
        box.setIconPixmap(QApplication.windowIcon().pixmap(64))
        box.setText(self.tr("nnplay {version}").format(version=__version__))
        box.setInformativeText(
            self.tr("A playground for neural networks: build one by hand, watch it learn, see inside it.")
        )
        box.open()
