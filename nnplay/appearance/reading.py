"""Texts for reading: adds the space between lines and paragraphs that Qt's Markdown lacks."""

from __future__ import annotations

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from nnplay.appearance import metrics

_LINE_PERCENT = 120


def space_out(document: QTextDocument) -> None:
    """Add space between the lines and paragraphs of a document, but none after the last."""
    block = document.firstBlock()
    while block.isValid():
        cursor, is_last = QTextCursor(block), not block.next().isValid()
        spacing = QTextBlockFormat()
        spacing.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spacing.setTopMargin(0)
        spacing.setBottomMargin(0 if is_last else metrics.TINY if block.textList() else metrics.MEDIUM)
        cursor.mergeBlockFormat(spacing)
        block = block.next()
