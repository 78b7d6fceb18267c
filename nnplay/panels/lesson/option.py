"""Option: one of several answers; unlike a plain radio button, it wraps a long answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QWidget

from nnplay.appearance import metrics


class Option(QWidget):
    """A radio button with text beside it; a click on the text selects it, too.

    Parameters
    ----------
    text
        The answer, in Markdown.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.button.setAccessibleName(text)
        self.words = QLabel(text)
        self.words.setTextFormat(Qt.TextFormat.MarkdownText)
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.TINY)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.button.click()
