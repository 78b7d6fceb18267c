"""PanelDock: a panel on a card in a dock, with a slim title that disappears where a tab already names the panel."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
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

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.panels.explanations import explanation_of
from nnplay.shell.docking.menu_button import MenuButton
from nnplay.shell.docking.panel_menu import PanelMenu
from nnplay.shell.settings import Settings

_INSET = 4
"""Room between a card's edge and its panel, so that a square panel stays inside the rounded corners."""

_LEAST_WIDTH = 230
"""Of a panel that asks for no more: the canvas needs the room on a small screen."""

_MOST_ASKED = QSize(256, 240)
"""What a panel may demand at most: two that demand more would make the window taller than a screen, so they scroll."""


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
        self._area = _PanelArea()
        column = QVBoxLayout(self._card)
        column.setContentsMargins(*(_INSET,) * 4)
        column.addWidget(self._area)
        self.setWidget(self._card)
        self.setTitleBarWidget(self._title_bar)
        self.visibilityChanged.connect(self._on_visibility_changed)
        self.panel_made.connect(self.take_room, Qt.ConnectionType.QueuedConnection)
        self.toggleViewAction().triggered.connect(self._on_toggled)

    @property
    def panel(self) -> QWidget:
        """The panel; asking for it makes it."""
        if self._panel is None:
            self._panel = panel = self._make()
            panel.setWhatsThis(explanation_of(panel))
            self._area.setWidget(panel)
            panel.hide()
            self.panel_made.emit()
        return self._panel

    @property
    def has_panel(self) -> bool:
        """Whether somebody has asked for the panel yet."""
        return self._panel is not None

    @Slot()
    def take_room(self) -> None:
        """Be as high as the panel needs, as far as the docks above and below can spare it."""
        window, missing = self.parentWidget(), self._area.missing_height()
        if not isinstance(window, QMainWindow):
            return  # it floats, or its window is going
        others = [
            dock
            for dock in window.findChildren(PanelDock)
            if dock.has_panel and dock.panel.isVisible() and dock not in (self, *window.tabifiedDockWidgets(self))
            if window.dockWidgetArea(dock) == window.dockWidgetArea(self) and not dock.isFloating()
        ]
        spare = [max(0, dock.height() - dock.minimumSizeHint().height()) for dock in others]
        if missing > 0 and sum(spare) > 0:
            given = min(missing, sum(spare))
            heights = [dock.height() - given * share // sum(spare) for dock, share in zip(others, spare, strict=True)]
            window.resizeDocks([self, *others], [self.height() + given, *heights], Qt.Orientation.Vertical)

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
        if is_visible or self.has_panel:
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


class _PanelArea(QScrollArea):
    """The place of a panel: it scrolls where there is less room than the panel needs.

    Qt's own way of resizing what scrolls gives a panel with wrapped words the height that it likes to have; here it is
    the height that it needs.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def setWidget(self, panel: QWidget) -> None:
        super().setWidget(panel)
        self._fit()

    def sizeHint(self) -> QSize:
        panel = self.widget()
        return QSize() if panel is None else panel.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As the panel, within bounds."""
        panel = self.widget()
        needed = QSize() if panel is None else panel.minimumSizeHint().boundedTo(_MOST_ASKED)
        return needed.expandedTo(QSize(_LEAST_WIDTH - 2 * _INSET, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A panel whose contents have changed may need more room, and says so to what it lies in."""
        is_handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fit()
        return is_handled

    def missing_height(self) -> int:
        """How much higher the place would have to be for the panel not to scroll."""
        room, panel = self.maximumViewportSize(), self.widget()
        return 0 if panel is None else _needed(panel, room.width()).height() - room.height()

    def _fit(self) -> None:
        panel = self.widget()
        if panel is not None:
            room = self.maximumViewportSize()
            if _needed(panel, room.width()).height() > room.height():
                room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
            panel.resize(_needed(panel, room.width()).expandedTo(room))


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


def _needed(panel: QWidget, width: int) -> QSize:
    """The least that a panel needs at a width."""
    least = panel.minimumSizeHint().expandedTo(QSize(width, 0))
    layout = panel.layout()
    if layout is not None and layout.hasHeightForWidth():
        least.setHeight(layout.totalMinimumHeightForWidth(least.width()))
    return least
