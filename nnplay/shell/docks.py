"""PanelDock: a panel on a card in a dock, with a slim title that disappears where a tab already names the panel."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.look import metrics
from nnplay.look.icons import set_icon
from nnplay.panels.explanations import explanation_of
from nnplay.shell.menu_button import MenuButton
from nnplay.shell.panel_menu import PanelMenu
from nnplay.shell.settings import Settings

_INSET = 4
"""Room between a card's edge and its panel, so that a square panel stays inside the rounded corners."""

_LEAST_WIDTH = 230
"""Of a panel that asks for no more: the canvas needs the room on a small screen."""


class PanelDock(QDockWidget):
    """A dock for one panel, which is visible only while a person can see it.

    Qt keeps docks behind other tabs "visible" outside the window: there a panel that follows the training would work
    for nobody.

    Parameters
    ----------
    name
        Under which the window remembers where the dock is.
    title
        What it is called, translated.
    make
        Makes the panel, when the dock is first seen.

    Attributes
    ----------
    menu
        What can be done with the panel: at the button in the title or tab, and with the right mouse button.

    Signals
    -------
    panel_made()
        The panel is there now.
    """

    panel_made = Signal()

    def __init__(
        self, name: str, title: str, make: Callable[[], QWidget], settings: Settings, parent: QMainWindow
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self._make = make
        self._panel: QWidget | None = None
        self.menu = PanelMenu(title, lambda: self.panel, settings, self)
        self._title_bar = self._make_title_bar(title)
        self._no_title_bar = QWidget()
        self._card = QFrame()
        self._card.setProperty("look", "card")
        self._card.setMinimumWidth(_LEAST_WIDTH)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(*(_INSET,) * 4)
        self.setWidget(self._card)
        self.setTitleBarWidget(self._title_bar)
        self.visibilityChanged.connect(self._on_visibility_changed)
        self.toggleViewAction().triggered.connect(self._on_toggled)

    @property
    def panel(self) -> QWidget:
        """The panel; asking for it makes it."""
        if self._panel is None:
            self._panel = panel = self._make()
            keeps_room = panel.sizePolicy()
            keeps_room.setRetainSizeWhenHidden(True)
            panel.setSizePolicy(keeps_room)
            panel.setWhatsThis(explanation_of(panel))
            panel.hide()
            self._card.setMinimumWidth(max(_LEAST_WIDTH, panel.minimumWidth() + 2 * _INSET))
            self._card.layout().addWidget(_scrolled(panel) if metrics.text_scale() > 1 else panel)
            self.panel_made.emit()
        return self._panel

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu wherever the panel has none of its own."""
        self.menu.popup(event.globalPos())

    @Slot(bool)
    def _on_toggled(self, is_shown: bool) -> None:
        """Who opens a panel wants to see it, not a tab behind others."""
        if is_shown:
            self.raise_()

    @Slot(bool)
    def _on_visibility_changed(self, is_visible: bool) -> None:
        if is_visible or self._panel is not None:
            self.panel.setVisible(is_visible)

    def show_title(self, is_shown: bool) -> None:
        """Show the title bar, or leave its place to a tab."""
        wanted = self._title_bar if is_shown else self._no_title_bar
        if self.titleBarWidget() is not wanted:
            self.setTitleBarWidget(wanted)
            wanted.show()

    def _make_title_bar(self, title: str) -> QWidget:
        bar = QWidget()
        label = QLabel(title)
        label.setProperty("look", "heading")
        close = QToolButton()
        close.setIconSize(QSize(metrics.ICON - 4, metrics.ICON - 4))
        close.setToolTip(self.tr("Close (the View menu brings it back)"))
        close.setAccessibleName(self.tr("Close {panel}").format(panel=title))
        set_icon(close, "close")
        close.clicked.connect(self.close)
        row = QHBoxLayout(bar)
        row.setContentsMargins(metrics.SMALL, 2, 0, 2)
        row.addWidget(label)
        row.addStretch(1)
        row.addWidget(MenuButton(self.menu, title))
        row.addWidget(close)
        return bar


def _scrolled(panel: QWidget) -> QWidget:
    """Return a panel that can be lower than it asks for: with large type a small screen cannot hold all of them."""
    area = QScrollArea()
    area.setProperty("look", "page")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(panel)
    return area


class DockTitles(QObject):
    """Decides for all docks of a window which show their title, whenever one has moved.

    Signals
    -------
    updated()
        Docks have become tabs, or have stopped being tabs.
    """

    updated = Signal()

    def __init__(self, window: QMainWindow, docks: Iterable[PanelDock]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = tuple(docks)
        # Docks become tabs, or stop being tabs, only when the window has laid them out.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._update)
        for dock in self._docks:
            for moved in (dock.dockLocationChanged, dock.topLevelChanged, dock.visibilityChanged):
                moved.connect(self._on_dock_moved)

    @Slot()
    def _on_dock_moved(self) -> None:
        self._timer.start()

    @Slot()
    def _update(self) -> None:
        for dock in self._docks:
            dock.show_title(dock.isFloating() or not self._window.tabifiedDockWidgets(dock))
        self.updated.emit()
