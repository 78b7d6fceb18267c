"""Columns: the docks on the left and on the right keep their share of the window when it is made larger or smaller.

By itself Qt gives and takes all room from the network in the middle.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow

from nnplay.shell.docking.arrangement import column_widths
from nnplay.shell.docking.docks import PanelDock

_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea

_LARGEST_SHARE = 0.4
"""A column never takes more of the window for the sake of its panels."""


class Columns(QObject):
    """Watches a window's size. A width that the user has chosen counts as a multiple of the default width."""

    def __init__(self, window: QMainWindow, docks: Iterable[PanelDock]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = tuple(docks)
        self._width = window.width()
        self._factors = {_LEFT: 1.0, _RIGHT: 1.0}
        # While this runs, docks get the widths that they are given here; nobody has chosen them.
        self._giving_way = QTimer(self, singleShot=True, interval=0)
        window.installEventFilter(self)
        for dock in self._docks:
            dock.installEventFilter(self)
            dock.needs_width.connect(self._make_room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and watched is self._window:
            if event.size().width() != self._width:
                self._width = event.size().width()
                self._give_way()
        elif isinstance(event, QResizeEvent) and isinstance(watched, PanelDock):
            self._note(watched)
        return super().eventFilter(watched, event)

    def _give_way(self) -> None:
        self._giving_way.start()
        defaults = _defaults(self._width)
        column = {area: dock for area in defaults if (dock := self._first_in(area)) is not None}
        most = round(_LARGEST_SHARE * self._width)
        widths = [
            max(round(defaults[area] * self._factors[area]), min(most, self._needed_width(area))) for area in column
        ]
        self._window.resizeDocks(list(column.values()), widths, Qt.Orientation.Horizontal)

    def _note(self, dock: PanelDock) -> None:
        """Note the width of a column that has become wider or narrower in a window that has not."""
        if self._giving_way.isActive() or self._window.width() != self._width:
            return
        area = self._window.dockWidgetArea(dock)
        if area not in self._factors or dock is not self._first_in(area):
            return
        factor = dock.width() / _defaults(self._width)[area]
        is_narrowest = dock.width() <= max(each.minimumSizeHint().width() for each in self._in(area))
        self._factors[area] = min(1.0, factor) if is_narrowest else factor

    @Slot()
    def _make_room(self) -> None:
        """Widen a column in which a panel is seen that would scroll sideways."""
        for area in self._factors:
            dock = self._first_in(area)
            needed = min(round(_LARGEST_SHARE * self._width), self._needed_width(area))
            if dock is not None and dock.width() < needed:
                self._giving_way.start()
                self._window.resizeDocks([dock], [needed], Qt.Orientation.Horizontal)

    def _needed_width(self, area: Qt.DockWidgetArea) -> int:
        """Return the width at which no panel that can be seen in a column scrolls sideways."""
        return max((dock.needed_width for dock in self._in(area) if not dock.visibleRegion().isEmpty()), default=0)

    def _in(self, area: Qt.DockWidgetArea) -> list[PanelDock]:
        """Return the docks in an area, those behind other tabs too."""
        return [
            dock
            for dock in self._docks
            if self._window.dockWidgetArea(dock) == area and not dock.isHidden() and not dock.isFloating()
        ]

    def _first_in(self, area: Qt.DockWidgetArea) -> PanelDock | None:
        """Return a dock that can be seen in an area; all in a column have the same width."""
        return next((dock for dock in self._in(area) if not dock.visibleRegion().isEmpty()), None)


def _defaults(window: int) -> Mapping[Qt.DockWidgetArea, int]:
    return dict(zip((_LEFT, _RIGHT), column_widths(window), strict=True))
