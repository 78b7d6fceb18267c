"""Texts for reading: adds the space between lines and paragraphs that Qt's Markdown lacks."""

from __future__ import annotations

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from nnplay.appearance import metrics

_LINE_PERCENT = 120

_PICTURE = "\ufffc"
"""The text of a block with nothing but a picture."""


def space_out(document: QTextDocument) -> None:
    """Add space between the lines and paragraphs of a document, but none after the last."""
    block = document.firstBlock()
    while block.isValid():
        cursor, is_last = QTextCursor(block), not block.next().isValid()
        spacing = QTextBlockFormat()
        line = 100 if block.text() == _PICTURE else _LINE_PERCENT  # else there would be a gap below a picture
        spacing.setLineHeight(line, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spacing.setTopMargin(0)
        spacing.setBottomMargin(0 if is_last else metrics.TINY if block.textList() else metrics.MEDIUM)
        cursor.mergeBlockFormat(spacing)
        block = block.next()
