"""FigureBrowser: a text with figures that are painted as wide as the text, in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from nnplay.appearance.figures import FIGURES, figure_image
from nnplay.appearance.glossary import FIGURE_SCHEME


class FigureBrowser(QTextBrowser):
    """Paints the pictures whose address is ``figure:NAME``, and loads nothing else; a link is left to the panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Paint a figure as wide as there is room."""
        figure = QUrl(name).toString().removeprefix(FIGURE_SCHEME)
        if kind != QTextDocument.ResourceType.ImageResource.value or figure not in FIGURES:
            return None
        width = self.viewport().width() - 2 * self.document().documentMargin()
        return figure_image(figure, max(width, 1.0), self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the figures again for another width; the document has kept those for the old one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setHtml(self.toHtml())
