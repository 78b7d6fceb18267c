"""The default positions of the panels: data on the left, results on the right, the network between them."""

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
"""Approximate size of a window's frame on the desktop."""

_SHARES = (0.195, 0.28)
_WIDEST = (270, 480)
"""Share of the window's width for the docks on the left and on the right, and the maximum width of each."""

_PRESENTED_SHARES = (0.25, 0.4)
"""The same for a presentation: results must be readable from the last row, so there is no maximum."""

_LARGEST_SHARE = 0.32

_UPPER_TO_LOWER = (4, 3)

_AREAS = {
    Place.LEFT: Qt.DockWidgetArea.LeftDockWidgetArea,
    Place.UPPER_RIGHT: Qt.DockWidgetArea.RightDockWidgetArea,
    Place.BOTTOM: Qt.DockWidgetArea.BottomDockWidgetArea,
}


def first_size(screen: QScreen) -> QSize:
    """Return the size of a window that has no saved size."""
    return FIRST_SIZE.boundedTo(screen.availableSize() - _FRAME)


def arrange(
    window: QMainWindow, docks: Mapping[str, PanelDock], *, is_simple: bool, is_presenting: bool = False
) -> None:
    """Put every dock in its default position and size, even if closed or floating; the simple view shows fewer."""
    # First remove all docks: otherwise, while they move, some would briefly be above each other, and the window would
    # grow to hold them all.
    for dock in docks.values():
        dock.setFloating(False)
        window.removeDockWidget(dock)
    window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)  # results keep their height
    first: dict[Place, PanelDock] = {}
    for name, dock in docks.items():
        first.setdefault(PANELS[name].place, dock)
    for place, dock in first.items():  # before any tabs are made: Qt cannot put a dock below one that is a tab
        _open_place(window, place, dock)
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
        widths = column_widths(window.width())
    columns = [first[Place.LEFT], first[Place.UPPER_RIGHT]]
    window.resizeDocks(columns, widths, Qt.Orientation.Horizontal)
    window.resizeDocks(
        [first[Place.UPPER_RIGHT], first[Place.LOWER_RIGHT]], list(_UPPER_TO_LOWER), Qt.Orientation.Vertical
    )


def column_widths(window: int) -> list[int]:
    """Return the default widths of the docks on the left and on the right in a window of some width, px."""
    return [_width(window, share, most) for share, most in zip(_SHARES, _WIDEST, strict=True)]


def _width(window: int, share: float, most: int) -> int:
    """Return the width of a column: larger text gets more of the window, but the network always has enough space."""
    scale = metrics.text_scale()
    return min(round(window * share * scale), round(window * _LARGEST_SHARE), round(most * scale))


def _open_place(window: QMainWindow, place: Place, dock: PanelDock) -> None:
    if place is Place.LOWER_RIGHT:
        window.addDockWidget(_AREAS[Place.UPPER_RIGHT], dock, Qt.Orientation.Vertical)
    else:
        window.addDockWidget(_AREAS[place], dock)
