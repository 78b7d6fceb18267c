"""Trying: connects the example that is asked about with a window: its canvas, and the panel "Try it"."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from nnplay.canvas import CanvasView
from nnplay.panels.try_it.asked import Asked
from nnplay.shell.docking.docks import PanelDock

if TYPE_CHECKING:
    from nnplay.panels.try_it.try_it_panel import TryItPanel


class Trying(QObject):
    """Lights up the canvas, and brings "Try it" to the front when the person asks about something."""

    def __init__(self, asked: Asked, canvas: CanvasView, dock: PanelDock, window: QWidget) -> None:
        super().__init__(window)
        self._dock = dock
        asked.lit.connect(canvas.show_example)
        asked.front_wanted.connect(self.show)

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
    def draw(self) -> None:
        """Offer the paper to draw on."""
        self.show()
        self.panel.show_drawing()

    def show_picture(self, path: Path) -> None:
        """Ask about a picture in a file; what cannot be read is said in the panel."""
        self.show()
        self.panel.show_picture(path)
