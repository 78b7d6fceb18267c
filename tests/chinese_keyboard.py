"""Typing as a Chinese input method does: full-width signs arrive one by one as committed text, not as keys."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def commit(field: QWidget, text: str) -> None:
    """Type ``text`` into the field, in place of what is selected there."""
    for sign in text:
        event = QInputMethodEvent("", [])
        event.setCommitString(sign)
        QApplication.sendEvent(field, event)
