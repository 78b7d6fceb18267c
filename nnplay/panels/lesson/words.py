"""Words: a text of a lesson, set to be read."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from nnplay.look import metrics

_LINE_PERCENT = 120


class Words(QTextBrowser):
    """Markdown in the panel's own colours, as high as it is long: the page scrolls, not the text in it.

    Parameters
    ----------
    look
        "words", or "aside" for what stands beside the text, on a ground of its own.
    """

    def __init__(self, name: str, look: str = "words") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", look)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setOpenLinks(False)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def show_words(self, markdown: str) -> None:
        """Show a text; an empty one hides the widget."""
        self.setVisible(bool(markdown))
        self.document().setDefaultFont(metrics.font(metrics.Text.BODY))
        self.document().setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectCommonMark)
        self._space_out()

    def sizeHint(self) -> QSize:
        around = self.height() - self.viewport().height()  # the style's padding
        return QSize(super().sizeHint().width(), ceil(self.document().size().height()) + around)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _space_out(self) -> None:
        """Give lines and paragraphs air: Markdown comes without any."""
        block = self.document().firstBlock()
        while block.isValid():
            cursor, is_last = QTextCursor(block), not block.next().isValid()
            spacing = QTextBlockFormat()
            spacing.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            spacing.setTopMargin(0)
            spacing.setBottomMargin(0 if is_last else metrics.TINY if block.textList() else metrics.MEDIUM)
            cursor.mergeBlockFormat(spacing)
            block = block.next()

    @Slot()
    def _on_size_changed(self) -> None:
        self.updateGeometry()
