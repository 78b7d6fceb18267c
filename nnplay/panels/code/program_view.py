"""ProgramView: a program to read and copy from, in a monospaced font and the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from nnplay.appearance import metrics
from nnplay.panels.code.highlighter import PythonHighlighter


class ProgramView(QPlainTextEdit):
    """Shows text that cannot be edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(metrics.text_size(metrics.Text.CAPTION) + 1)
        self.setFont(font)
        self.setStyleSheet(f'font-family: "{font.family()}"; font-size: {font.pixelSize()}px')
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Program"))
        self._highlighter = PythonHighlighter(self.document())

    def apply_theme(self) -> None:
        """Use the theme's new colours."""
        self._highlighter.apply_theme()
