"""FilmMaking: opens the dialog for a film of the run, and says what can be filmed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget

from nnplay.canvas import CanvasView
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.map.decision_map import DecisionMap
from nnplay.shell.docking.docks import PanelDock
from nnplay.shell.news import News
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings


class FilmMaking(QObject):
    """One for each window.

    Parameters
    ----------
    action
        The entry of the Train menu.
    """

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        settings: Settings,
        canvas: CanvasView,
        docks: dict[str, PanelDock],
        news: News,
        action: QAction,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._canvas, self._docks, self._news = canvas, docks, news
        action.triggered.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Open the dialog."""
        from nnplay.shell.filming.film_dialog import FilmDialog, Scene

        scenes: dict[str, Scene] = {
            self.tr("Decision map"): (self._map, True),
            self.tr("Network"): (self._canvas.viewport, True),
            self.tr("Loss"): (partial(self._panel, "loss"), False),
            self.tr("Whole window"): (lambda: self._window, False),
        }
        dialog = FilmDialog(self._session, self._settings, scenes, self._window)
        dialog.saved.connect(self._news.say_saved)
        dialog.open()

    def _map(self) -> QWidget:
        """The map alone; the whole panel if it shows something else."""
        panel = self._panel("map")
        decision_map = panel.findChild(DecisionMap)
        return decision_map if decision_map is not None and decision_map.isVisible() else panel

    def _panel(self, name: str) -> QWidget:
        """Bring a panel into view."""
        dock = self._docks[name]
        dock.show()
        dock.raise_()
        panel = dock.panel
        return (panel.picture() or panel) if isinstance(panel, LivePanel) else panel
