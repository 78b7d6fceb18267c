"""WhatsThisLinks: links in the texts of "What's this?" lead to lessons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWhatsThisClickedEvent
from PySide6.QtWidgets import QMainWindow, QWhatsThis

from nnplay.appearance.glossary import LESSON_SCHEME


class WhatsThisLinks(QObject):
    """Takes the clicks that no widget of a window has taken: Qt offers them to one parent after the other.

    Signals
    -------
    lesson_wanted(int)
        The number of a shipped lesson.
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
