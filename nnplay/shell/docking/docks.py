"""PanelDock: a panel on a card in a dock, with a slim title that is hidden if a tab already names the panel."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QResizeEvent
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
from nnplay.appearance.qt_types import layout_of
from nnplay.panels.explanations import explanation_of
from nnplay.panels.widgets.empty_state import EmptyState
from nnplay.shell.docking.menu_button import MenuButton
from nnplay.shell.docking.panel_menu import PanelMenu
from nnplay.shell.settings import Settings

_INSET = 4
"""Margin between a card's edge and its panel, so that a square panel stays inside the rounded corners."""

_CARD_FRAME = 6
"""Width of the frame around a card and its dock."""

_LEAST_WIDTH = 230
"""Initial height of a panel that asks for no more: on a small screen the canvas needs the space."""

_MOST_ASKED = QSize(256, 200)
"""Maximum height that a panel can demand. Two that demand more would make the window taller than a screen."""


class PanelDock(QDockWidget):
    """A dock for one panel; the panel is visible only while the user can see it.

    Qt keeps docks behind other tabs "visible" outside the window, where a panel that follows the training would work
    for nothing.

    Parameters
    ----------
    name
        The name under which the window saves the dock's position.
    title
        The title, translated.
    make
        Creates the panel, when the dock is first visible.
    share_of_height
        Share of the window's height that it asks for when it is first seen at the bottom.

    Attributes
    ----------
    menu
        The menu of the panel, opened from the title or tab, or with the right mouse button.

    Signals
    -------
    panel_made()
        The panel has been created.
    needs_width()
        The panel needs more width than it has.
    """

    panel_made = Signal()
    needs_width = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        make: Callable[[], QWidget],
        settings: Settings,
        parent: QMainWindow,
        share_of_height: float = 0.0,
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self._make = make
        self._share_of_height = share_of_height
        self._panel: QWidget | None = None
        self._is_in_front = False
        self.menu = PanelMenu(title, lambda: self.panel, settings, self)
        self._title_bar = self._make_title_bar(title)
        self._no_title_bar = QWidget()
        self._card = QFrame()
        self._card.setProperty("look", "card")
        self._area = _PanelArea()
        self._area.needs_width.connect(self.needs_width, Qt.ConnectionType.QueuedConnection)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(*(_INSET,) * 4)
        column.addWidget(self._area)
        self._veil: EmptyState | None = None
        self.setWidget(self._card)
        self.setTitleBarWidget(self._title_bar)
        self.visibilityChanged.connect(self._on_visibility_changed)
        self.panel_made.connect(self.take_room, Qt.ConnectionType.QueuedConnection)
        self.toggleViewAction().triggered.connect(self._on_toggled)

    @property
    def panel(self) -> QWidget:
        """The panel; it is created on first access."""
        if self._panel is None:
            self._panel = panel = self._make()
            panel.setWhatsThis(explanation_of(panel))
            self._area.setWidget(panel)
            panel.hide()
            self.panel_made.emit()
        return self._panel

    def set_veil(self, sentence: str) -> None:
        """Show a sentence in place of the panel, or with an empty one the panel again."""
        if self._veil is None:
            if not sentence:
                return
            self._veil = EmptyState()
            layout_of(self._card).addWidget(self._veil)
        self._veil.say(sentence)
        self._veil.setVisible(bool(sentence))
        self._area.setVisible(not sentence)
        self.menu.set_closed(bool(sentence))

    @property
    def has_panel(self) -> bool:
        """Whether the panel has been created."""
        return self._panel is not None

    @property
    def needed_width(self) -> int:
        """The width at which the panel does not scroll sideways; 0 before it has been created."""
        return 0 if self._panel is None else self._panel.minimumSizeHint().width() + 2 * (_INSET + _CARD_FRAME)

    @Slot()
    def take_room(self) -> None:
        """Grow to the height that the panel needs, as far as the docks above and below can spare it.

        A panel at the bottom that asks for a share of the window's height gets it from the network above.
        """
        window, missing = self.parentWidget(), self._area.missing_height()
        if not isinstance(window, QMainWindow):
            return  # it floats, or its window is being destroyed
        if self._share_of_height and window.dockWidgetArea(self) == Qt.DockWidgetArea.BottomDockWidgetArea:
            height = round(self._share_of_height * window.height())
            if self.isVisible() and height > self.height():
                window.resizeDocks([self], [height], Qt.Orientation.Vertical)
            return
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
        """Open the dock's menu wherever the panel has no menu of its own."""
        self.menu.popup(event.globalPos())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Come to the front instead, if the action for opening and closing was meant to open it: it is behind a tab."""
        is_by_action = not self.toggleViewAction().isChecked()
        if is_by_action and not self._is_in_front:
            event.ignore()
            self.toggleViewAction().setChecked(True)
            self.raise_()
        else:
            super().closeEvent(event)

    @Slot(bool)
    def _on_toggled(self, is_shown: bool) -> None:
        """Raise a panel that is opened: the user wants to see it, not a tab behind others."""
        if is_shown:
            self.raise_()

    @Slot(bool)
    def _on_visibility_changed(self, is_visible: bool) -> None:
        self._is_in_front = is_visible
        if is_visible or self.has_panel:
            self.panel.setVisible(is_visible)

    def show_title(self, is_shown: bool) -> None:
        """Show the title bar, or hide it in favour of a tab."""
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
        close.setToolTip(self.tr("Close (reopen it from the View menu)"))
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
    """The frame around a panel: it scrolls if there is less space than the panel needs.

    By default, Qt would give a panel with wrapped text its preferred height; here it gets the height that it needs.
    """

    needs_width = Signal()

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
        """Return the panel's size, within limits."""
        panel = self.widget()
        needed = QSize() if panel is None else panel.minimumSizeHint().boundedTo(_MOST_ASKED)
        return needed.expandedTo(QSize(_LEAST_WIDTH - 2 * _INSET, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Update when the panel's contents have changed and need more space; the panel then sends a layout request."""
        is_handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fit()
        return is_handled

    def missing_height(self) -> int:
        """Return how much more height the panel needs in order not to scroll."""
        room, panel = self.maximumViewportSize(), self.widget()
        return 0 if panel is None else _needed(panel, room.width()).height() - room.height()

    def _fit(self) -> None:
        panel = self.widget()
        if panel is not None:
            room = self.maximumViewportSize()
            if _needed(panel, room.width()).height() > room.height():
                room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
            panel.resize(_needed(panel, room.width()).expandedTo(room))
            if panel.width() > room.width() and self.isVisible():
                self.needs_width.emit()


class DockTitles(QObject):
    """Decides which docks of a window show their title, whenever one has moved.

    Signals
    -------
    updated()
        Docks have become tabs, or are no longer tabs.
    """

    updated = Signal()

    def __init__(self, window: QMainWindow, docks: Iterable[PanelDock]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = tuple(docks)
        # Docks become tabs, or stop being tabs, only after the window's layout.
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
    """Return the minimum height that a panel needs at a width."""
    least = panel.minimumSizeHint().expandedTo(QSize(width, 0))
    layout = panel.layout()
    if layout is not None and layout.hasHeightForWidth():
        least.setHeight(layout.totalMinimumHeightForWidth(least.width()))
    return least
