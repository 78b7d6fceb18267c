"""Wishes: performs what the button of an empty panel offers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from nnplay.appearance import locked
from nnplay.document import Document
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.widgets.empty_state import Wish
from nnplay.project.controls import is_among
from nnplay.project.locks import is_closed
from nnplay.shell.docking.docks import PanelDock
from nnplay.shell.messages import MessageBar


class Wishes(QObject):
    """Listens to every panel of a window from its creation.

    Parameters
    ----------
    actions
        Those that grant wishes; all other wishes are the names of panels.

    Signals
    -------
    panel_wanted(str)
        A panel should be raised.
    """

    panel_wanted = Signal(str)

    def __init__(
        self,
        document: Document,
        docks: Mapping[str, PanelDock],
        actions: Mapping[Wish, QAction],
        messages: MessageBar,
    ) -> None:
        super().__init__(messages)
        self._document = document
        self._actions = actions
        self._messages = messages
        for dock in docks.values():
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
        elif Wish(wish) in self._actions:
            self._actions[Wish(wish)].trigger()
        else:
            self.panel_wanted.emit(wish)

    def _train(self) -> None:
        project = self._document.project
        if is_closed(project, "train") or is_among("train", project.classroom.hidden):
            self._messages.show_problem(locked.reason(project))
        else:
            self._actions[Wish.TRAIN].trigger()
