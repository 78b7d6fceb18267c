"""Regions: the parts of the window that F6 goes through: bar, layers, canvas, panels, message."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QToolBar, QWidget

_COLUMN_PX = 40
"""Parts whose left edges are this close count as one column."""


class Regions(QObject):
    """Finds the parts again at each key press, since panels come and go; each is entered where it was left."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def go_on(self) -> None:
        """Move the keyboard focus to the next part."""
        self._go(1)

    @Slot()
    def go_back(self) -> None:
        """Move the keyboard focus to the previous part."""
        self._go(-1)

    def found(self) -> list[QWidget]:
        """Return the parts that are visible and can have the focus, toolbars first, then from left to right."""
        center = self._window.centralWidget()
        inner = [child for child in center.children() if isinstance(child, QWidget)]
        docks = self._window.findChildren(QDockWidget)
        bars = self._window.findChildren(QToolBar)
        parts = [each for each in (*bars, *docks, *inner) if self._is_seen(each) and tab_stops(each)]
        return sorted(parts, key=self._order)

    def _is_seen(self, part: QWidget) -> bool:
        """Return whether a part is inside the window: docks behind other tabs are outside but still visible to Qt."""
        return part.isVisible() and self._window.rect().contains(part.mapTo(self._window, part.rect().center()))

    def _order(self, part: QWidget) -> tuple[bool, int, int]:
        corner = part.mapTo(self._window, QPoint())
        return not isinstance(part, QToolBar), corner.x() // _COLUMN_PX, corner.y()

    def _go(self, step: int) -> None:
        parts = self.found()
        focus = QApplication.focusWidget()
        here = next((at for at, part in enumerate(parts) if focus is not None and _holds(part, focus)), None)
        if not parts:
            return
        part = parts[(here + step) % len(parts) if here is not None else (0 if step > 0 else -1)]
        stops = tab_stops(part)
        left = part.focusWidget()  # Qt's own memory; a deleted widget disappears from it
        target = left if left in stops else next(iter(stops), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)


def tab_stops(part: QWidget) -> list[QWidget]:
    """Return the widgets that Tab visits, in its order, which is the order of their creation.

    Do not use Qt's own chain: PySide treats the result of ``nextInFocusChain()`` as a child of the widget that was
    asked, and when that is destroyed, everything in the window is dead for Python.
    """
    if isinstance(part, QDockWidget):
        part = part.widget()  # without the buttons in its title, which come first
    return [each for each in (part, *part.findChildren(QWidget)) if _takes_tab(each)]


def _takes_tab(widget: QWidget) -> bool:
    is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return is_stop and widget.isVisible() and widget.isEnabled()
