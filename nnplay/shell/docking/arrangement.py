"""Where the panels are at first: data on the left, results on the right, the network between them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QMainWindow

from nnplay.appearance import metrics
from nnplay.shell.docking.docks import PanelDock
from nnplay.shell.docking.panel_table import PANELS, Place

FIRST_SIZE = QSize(1280, 800)
_FRAME = QSize(0, 32)
"""What the desktop puts around a window, about."""

_SHARES = (0.195, 0.28)
_WIDEST = (270, 480)
"""Of the window's width for the docks on the left and on the right, and how wide each is at most."""

_PRESENTED_SHARES = (0.25, 0.4)
"""The same while a class looks: it has to see the results from the last row, so no width is too much."""

_LARGEST_SHARE = 0.32

_UPPER_TO_LOWER = (4, 3)

_AREAS = {
    Place.LEFT: Qt.DockWidgetArea.LeftDockWidgetArea,
    Place.UPPER_RIGHT: Qt.DockWidgetArea.RightDockWidgetArea,
    Place.BOTTOM: Qt.DockWidgetArea.BottomDockWidgetArea,
}


def first_size(screen: QScreen) -> QSize:
    """Return the size of a window that has none yet."""
    return FIRST_SIZE.boundedTo(screen.availableSize() - _FRAME)


def arrange(
    window: QMainWindow, docks: Mapping[str, PanelDock], *, is_simple: bool, is_presenting: bool = False
) -> None:
    """Put every dock in its first place and size, also those that were closed or float; simple shows fewer of them."""
    # Taken out first: docks on their way from one place to another would for a moment stand above each other, and the
    # window would grow to hold them all.
    for dock in docks.values():
        dock.setFloating(False)
        window.removeDockWidget(dock)
    window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)  # results keep their height
    first: dict[Place, PanelDock] = {}
    for name, dock in docks.items():
        first.setdefault(PANELS[name].place, dock)
    for place in first:  # before any tabs are made: Qt splits no dock that is one of several tabs
        _open_place(window, place, first)
    for name, dock in docks.items():
        if dock is not first[PANELS[name].place]:
            window.tabifyDockWidget(first[PANELS[name].place], dock)
    for name, dock in docks.items():
        dock.setVisible(PANELS[name].is_simple if is_simple else PANELS[name].is_shown)
    for dock in first.values():
        dock.raise_()
    if is_presenting:
        widths = [round(window.width() * share) for share in _PRESENTED_SHARES]
    else:
        widths = [_width(window.width(), share, most) for share, most in zip(_SHARES, _WIDEST, strict=True)]
    columns = [first[Place.LEFT], first[Place.UPPER_RIGHT]]
    window.resizeDocks(columns, widths, Qt.Orientation.Horizontal)
    window.resizeDocks(
        [first[Place.UPPER_RIGHT], first[Place.LOWER_RIGHT]], list(_UPPER_TO_LOWER), Qt.Orientation.Vertical
    )


def _width(window: int, share: float, most: int) -> int:
    """How wide a column is: larger text gets more of the window, but never so much that the network has too little."""
    scale = metrics.text_scale()
    return min(round(window * share * scale), round(window * _LARGEST_SHARE), round(most * scale))


def _open_place(window: QMainWindow, place: Place, first: Mapping[Place, PanelDock]) -> None:
    dock = first[place]
    if place is Place.LOWER_RIGHT:
        window.splitDockWidget(first[Place.UPPER_RIGHT], dock, Qt.Orientation.Vertical)
    else:
        window.addDockWidget(_AREAS[place], dock)
