"""Columns: the docks on the left and on the right keep their share of the window when it is made larger or smaller.

By itself Qt gives and takes all room from the network in the middle.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow

from nnplay.shell.docking.arrangement import column_widths

_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class Columns(QObject):
    """Watches a window's size. A width that the user has chosen counts as a multiple of the default width."""

    def __init__(self, window: QMainWindow, docks: Iterable[QDockWidget]) -> None:
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and watched is self._window:
            if event.size().width() != self._width:
                self._width = event.size().width()
                self._give_way()
        elif isinstance(event, QResizeEvent) and isinstance(watched, QDockWidget):
            self._note(watched)
        return super().eventFilter(watched, event)

    def _give_way(self) -> None:
        self._giving_way.start()
        defaults = _defaults(self._width)
        column = {area: dock for area in defaults if (dock := self._first_in(area)) is not None}
        widths = [round(defaults[area] * self._factors[area]) for area in column]
        self._window.resizeDocks(list(column.values()), widths, Qt.Orientation.Horizontal)

    def _note(self, dock: QDockWidget) -> None:
        """Note the width of a column that has become wider or narrower in a window that has not."""
        if self._giving_way.isActive() or self._window.width() != self._width:
            return
        area = self._window.dockWidgetArea(dock)
        if area not in self._factors or dock is not self._first_in(area):
            return
        factor = dock.width() / _defaults(self._width)[area]
        is_narrowest = dock.width() <= max(each.minimumSizeHint().width() for each in self._in(area))
        self._factors[area] = min(1.0, factor) if is_narrowest else factor

    def _in(self, area: Qt.DockWidgetArea) -> list[QDockWidget]:
        """Return the docks in an area, those behind other tabs too."""
        return [
            dock
            for dock in self._docks
            if self._window.dockWidgetArea(dock) == area and not dock.isHidden() and not dock.isFloating()
        ]

    def _first_in(self, area: Qt.DockWidgetArea) -> QDockWidget | None:
        """Return a dock that can be seen in an area; all in a column have the same width."""
        return next((dock for dock in self._in(area) if not dock.visibleRegion().isEmpty()), None)


def _defaults(window: int) -> Mapping[Qt.DockWidgetArea, int]:
    return dict(zip((_LEFT, _RIGHT), column_widths(window), strict=True))
