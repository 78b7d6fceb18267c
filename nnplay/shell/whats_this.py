"""WhatsThisLinks: links to lessons in the texts of "What's this?"."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWhatsThisClickedEvent
from PySide6.QtWidgets import QMainWindow, QWhatsThis

from nnplay.appearance.glossary import LESSON_SCHEME


class WhatsThisLinks(QObject):
    """Handles the link clicks that no widget of a window has handled: Qt offers them to one parent after another.

    Signals
    -------
    lesson_wanted(int)
        Number of one of nnplay's own lessons.
    """

    lesson_wanted = Signal(int)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWhatsThisClickedEvent) and event.href().startswith(LESSON_SCHEME):
            QWhatsThis.hideText()
            self.lesson_wanted.emit(int(event.href().removeprefix(LESSON_SCHEME)))
            return True
        return False
