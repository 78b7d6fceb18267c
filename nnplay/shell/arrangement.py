"""Where the panels are at first: data on the left, results on the right, the network between them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QMainWindow

from nnplay.shell.docks import PanelDock

FIRST_SIZE = QSize(1280, 800)
_FRAME = QSize(0, 32)
"""What the desktop puts around a window, about."""

_SHARES = (0.195, 0.28)
_WIDEST = (270, 480)
"""Of the window's width for the docks on the left and on the right, and how wide each is at most."""

_UPPER_TO_LOWER = (11, 9)


def first_size(screen: QScreen) -> QSize:
    """Return the size of a window that has none yet."""
    return FIRST_SIZE.boundedTo(screen.availableSize() - _FRAME)


def arrange(window: QMainWindow, docks: Mapping[str, PanelDock]) -> None:
    """Put every dock in its first place and size, also those that were closed or float."""
    for dock in docks.values():
        dock.setFloating(False)
        dock.show()
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks["data"])
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, docks["map"])
    window.splitDockWidget(docks["map"], docks["loss"], Qt.Orientation.Vertical)
    window.tabifyDockWidget(docks["map"], docks["digit"])
    window.tabifyDockWidget(docks["loss"], docks["activation"])
    docks["loss"].raise_()
    widths = [min(round(window.width() * share), most) for share, most in zip(_SHARES, _WIDEST, strict=True)]
    window.resizeDocks([docks["data"], docks["map"]], widths, Qt.Orientation.Horizontal)
    window.resizeDocks([docks["map"], docks["loss"]], list(_UPPER_TO_LOWER), Qt.Orientation.Vertical)
