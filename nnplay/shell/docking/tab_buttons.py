"""TabButtons: where docks are tabs of each other, the front tab has the button for its panel's menu."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMainWindow, QTabBar

from nnplay.shell.docking.docks import PanelDock
from nnplay.shell.docking.menu_button import MenuButton

_RIGHT = QTabBar.ButtonPosition.RightSide


class TabButtons(QObject):
    """Manages the tab bars that the window creates and deletes as docks are moved."""

    def __init__(self, window: QMainWindow, docks: Iterable[PanelDock]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = {dock.windowTitle(): dock for dock in docks}
        self._bars: list[QTabBar] = []

    @Slot()
    def update(self) -> None:
        """Put the buttons on the right tabs."""
        bars = self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for bar in bars:
            # The window keeps empty tab bars for later use; they must not get the keyboard focus.
            bar.setFocusPolicy(Qt.FocusPolicy.TabFocus if bar.count() else Qt.FocusPolicy.NoFocus)
            if bar not in self._bars:
                bar.currentChanged.connect(self._on_current_changed)
            self._update(bar)
        self._bars = bars

    def _update(self, bar: QTabBar) -> None:
        for index in range(bar.count()):
            dock = self._docks.get(bar.tabText(index))
            old = bar.tabButton(index, _RIGHT)
            is_wanted = dock is not None and index == bar.currentIndex()
            has_it = isinstance(old, MenuButton) and dock is not None and old.menu_of is dock.menu
            if is_wanted and dock is not None and not has_it:
                bar.setTabButton(index, _RIGHT, MenuButton(dock.menu, dock.windowTitle(), is_in_tab=True))
            elif not is_wanted and old is not None:
                bar.setTabButton(index, _RIGHT, None)
            else:
                continue
            if old is not None:
                old.deleteLater()

    @Slot()
    def _on_current_changed(self) -> None:
        bar = self.sender()
        if isinstance(bar, QTabBar):
            self._update(bar)
