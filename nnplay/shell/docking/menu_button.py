"""MenuButton: the small button for a panel's menu, in a title bar or a tab; it also shows if the panel is frozen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtWidgets import QToolButton

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.appearance.theme import Role
from nnplay.shell.docking.panel_menu import PanelMenu

_TAB_SIDE = 18


class MenuButton(QToolButton):
    """A button for a panel; several buttons may share one menu."""

    def __init__(self, menu: PanelMenu, title: str, *, is_in_tab: bool = False) -> None:
        super().__init__()
        self._menu = menu
        self._title = title
        self.setIconSize(QSize(metrics.ICON - 4, metrics.ICON - 4))
        if is_in_tab:
            self.setFixedSize(_TAB_SIDE, _TAB_SIDE)
            self.setProperty("look", "in-tab")
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the panel's own context menu key opens the same menu
        self._show(is_frozen=False)
        self.clicked.connect(self._on_clicked)
        menu.frozen_changed.connect(self._on_frozen_changed)

    @property
    def menu_of(self) -> PanelMenu:
        """The menu that it opens."""
        return self._menu

    def _show(self, *, is_frozen: bool) -> None:
        text = self.tr("Menu of {panel} (frozen)") if is_frozen else self.tr("Menu of {panel}")
        self.setToolTip(text.format(panel=self._title))
        self.setAccessibleName(text.format(panel=self._title))
        set_icon(self, "pause" if is_frozen else "more", Role.ACCENT if is_frozen else Role.TEXT)

    @Slot(bool)
    def _on_frozen_changed(self, is_frozen: bool) -> None:
        self._show(is_frozen=is_frozen)

    @Slot()
    def _on_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
