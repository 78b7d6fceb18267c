"""Words: a text of a lesson, typeset for reading."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from nnplay.appearance import metrics
from nnplay.appearance.reading import space_out


class Words(QTextBrowser):
    """Markdown in the panel's own colours, as high as it is long, so that the page scrolls instead of the text.

    Parameters
    ----------
    look
        "words", or "aside" for notes beside the text, with a background of their own.
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
        self.document().setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        space_out(self.document())

    def sizeHint(self) -> QSize:
        around = self.height() - self.viewport().height()  # the style's padding
        return QSize(super().sizeHint().width(), ceil(self.document().size().height()) + around)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @Slot()
    def _on_size_changed(self) -> None:
        self.updateGeometry()
