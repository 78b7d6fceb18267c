"""PythonHighlighter: keywords, strings, numbers, defined names and comments, each in a colour of the theme."""

from __future__ import annotations

import keyword
import re

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from nnplay.appearance.theme import Role, theme

_TOKENS = re.compile(
    r"(?P<comment>\#.*)"
    r"|(?P<text>f?\"\"\".*?\"\"\"|f?\"(?:[^\"\\]|\\.)*\"|f?'(?:[^'\\]|\\.)*')"
    r"|(?P<definition>(?<=def )\w+|(?<=class )\w+)"
    rf"|(?P<keyword>\b(?:{'|'.join(keyword.kwlist)})\b)"
    r"|(?P<number>\b\d[\w.]*(?:e[+-]?\d+)?)"
)
_ROLES = {
    "comment": Role.MUTED,
    "text": Role.POSITIVE,
    "definition": Role.ACCENT,
    "keyword": Role.ACCENT,
    "number": Role.NEGATIVE,
}


class PythonHighlighter(QSyntaxHighlighter):
    """Colours a document line by line, which is enough: our programs have no strings over several lines."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        self.apply_theme()

    def apply_theme(self) -> None:
        """Use the theme's new colours."""
        for name, role in _ROLES.items():
            form = self._formats[name] = QTextCharFormat()
            form.setForeground(theme().color(role))
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for token in _TOKENS.finditer(text):
            assert token.lastgroup is not None
            self.setFormat(token.start(), len(token.group()), self._formats[token.lastgroup])
