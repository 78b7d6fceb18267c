"""SteadyLabel: a label whose text changes many times a second, without its window being laid out again each time."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel


class SteadyLabel(QLabel):
    """A label of one line that keeps the size of its longest text.

    A label of fixed size is the only one for which Qt lays nothing out when the text changes.
    """

    def show_text(self, text: str) -> None:
        """Show another text; only one that is longer than all before moves what is beside it."""
        self.setText(text)
        needed = self.sizeHint()
        if needed.width() > self.minimumWidth() or needed.height() > self.minimumHeight():
            self.setFixedSize(needed.expandedTo(self.minimumSize()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setFixedSize(self.sizeHint())
