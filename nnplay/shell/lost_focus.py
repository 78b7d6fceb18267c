"""LostFocus: when the focused widget disappears, the network gets the focus, not the first widget in the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QToolBar, QWidget

from nnplay.appearance.qt_types import parent_of


class LostFocus(QObject):
    """Watches the keyboard focus in one window.

    Qt would pass it to the next widget in order: in another panel, or after the last one to the first button of the
    toolbar, where a Space meant for something else would reset the network.
    """

    def __init__(self, window: QMainWindow, heir: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._heir = heir
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or now is None or before.isVisible() or before.window() is not self._window:
            return
        if now.window() is self._window and _room(now) is not _room(before):
            self._heir.setFocus(Qt.FocusReason.OtherFocusReason)


def _room(widget: QWidget) -> QWidget:
    """Return the panel, the toolbar or the central part of the window that a widget belongs to."""
    room: QWidget = widget
    while not isinstance(room, QDockWidget | QToolBar) and not isinstance(room.parentWidget(), QMainWindow | None):
        room = parent_of(room)
    return room
