"""Trying: connects the example that is asked about with a window: its canvas, and the panel "Try it"."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from nnplay.canvas import CanvasView
from nnplay.panels.try_it.asked import Asked
from nnplay.shell.commands.training import TrainingCommands
from nnplay.shell.docking.docks import PanelDock

if TYPE_CHECKING:
    from nnplay.panels.try_it.try_it_panel import TryItPanel


class Trying(QObject):
    """Lights up the canvas, and brings "Try it" to the front when the person asks about something.

    Parameters
    ----------
    dock
        The dock of the panel.
    commands
        Has the actions that ask about one example and about many.
    """

    def __init__(
        self, asked: Asked, canvas: CanvasView, dock: PanelDock, commands: TrainingCommands, window: QWidget
    ) -> None:
        super().__init__(window)
        self._dock = dock
        asked.lit.connect(canvas.show_example)
        asked.front_wanted.connect(self.show)
        commands.predict.triggered.connect(self.show_form)
        commands.predict_table.triggered.connect(self.ask_table)

    @property
    def panel(self) -> TryItPanel:
        """The panel; it is created on first access."""
        from nnplay.panels.try_it.try_it_panel import TryItPanel

        panel = self._dock.panel
        assert isinstance(panel, TryItPanel)
        return panel

    @Slot()
    def show(self) -> None:
        """Bring the panel to the front."""
        self._dock.show()
        self._dock.raise_()

    @Slot()
    def show_form(self) -> None:
        """Offer the fields of a row, or the paper, and move the keyboard focus there."""
        self.show()
        self.panel.show_form()

    @Slot()
    def ask_table(self) -> None:
        """Let the person choose a table of rows."""
        self.show()
        self.panel.ask_table()

    @Slot()
    def draw(self) -> None:
        """Offer the paper to draw on."""
        self.show()
        self.panel.show_drawing()

    def show_picture(self, path: Path) -> None:
        """Ask about a picture in a file; what cannot be read is said in the panel."""
        self.show()
        self.panel.show_picture(path)
