"""SpaceKey: a tap on Space over the canvas starts or pauses training; held down, it still pans the view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea


class SpaceKey(QObject):
    """Watches one view without consuming any of its events.

    Signals
    -------
    tapped()
        Space was pressed and released without any mouse action between.
    """

    tapped = Signal()

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._is_tap = False
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Distinguish a tap from a drag."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.FocusOut):
            self._is_tap = False
        elif isinstance(event, QKeyEvent) and not event.isAutoRepeat() and event.key() == Qt.Key.Key_Space:
            if event.type() == QEvent.Type.KeyPress:
                self._is_tap = True
            elif event.type() == QEvent.Type.KeyRelease and self._is_tap:
                self._is_tap = False
                self.tapped.emit()
        return super().eventFilter(watched, event)
