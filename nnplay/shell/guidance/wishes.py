"""Wishes: does what the button of an empty panel promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from nnplay.appearance import locked
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.widgets.empty_state import Wish
from nnplay.project.controls import is_among
from nnplay.project.locks import is_closed
from nnplay.shell.docking.docks import PanelDock

if TYPE_CHECKING:
    from nnplay.shell.main_window import MainWindow


class Wishes(QObject):
    """Listens to every panel of a window from when it is made."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for dock in window.docks.values():
            dock.panel_made.connect(self._on_panel_made)

    @Slot()
    def _on_panel_made(self) -> None:
        dock = self.sender()
        assert isinstance(dock, PanelDock)
        if isinstance(dock.panel, LivePanel):
            dock.panel.wished.connect(self._grant)

    @Slot(str)
    def _grant(self, wish: str) -> None:
        if wish == Wish.TRAIN:
            self._train()
        else:
            self._window.show_panel(wish)

    def _train(self) -> None:
        project, train = self._window.canvas.structure.project, self._window.commands.training.train
        if is_closed(project, "train") or is_among("train", project.classroom.hidden):
            self._window.messages.show_problem(locked.reason(project))
        else:
            train.trigger()
