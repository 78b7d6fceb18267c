"""GlossaryPanel: the terms used by the controls, to search and read, each with a link to its lesson."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from nnplay.appearance import glossary, metrics
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.widgets.figure_browser import FigureBrowser


class GlossaryPanel(LivePanel):
    """A search field above the articles that match it.

    Signals
    -------
    lesson_wanted(int)
        The person wants to start the built-in lesson with this number.
    page_wanted(str)
        The person wants to read this page of the guide.
    """

    lesson_wanted = Signal(int)
    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search terms"))
        self.search.setAccessibleName(self.tr("Search terms"))
        self.search.setClearButtonEnabled(True)
        self.words = FigureBrowser()
        self.words.setAccessibleName(self.tr("Terms"))
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.setProperty("look", "words")
        self.words.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.SMALL)
        column.addWidget(self.search)
        column.addWidget(self.words, 1)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self.invalidate)
        self.words.anchorClicked.connect(self._on_link_clicked)

    @property
    def can_freeze(self) -> bool:
        return False

    def picture(self) -> QWidget | None:
        return None

    def show_term(self, name: str) -> None:
        """Search for a term by its title, so that it is the first."""
        self.search.setText(glossary.title_of(name))
        self.search.setFocus()

    def refresh(self) -> None:
        """Show the matches, the best first, and their figures in the theme's colours."""
        self.words.document().setDefaultFont(metrics.font(metrics.Text.BODY))
        articles = [glossary.article(name) for name in glossary.search(self.search.text())]
        self.words.setHtml("".join(articles) or self.tr("No matches"))

    @Slot(QUrl)
    def _on_link_clicked(self, url: QUrl) -> None:
        address = url.toString()
        if address.startswith(glossary.GUIDE_SCHEME):
            self.page_wanted.emit(address.removeprefix(glossary.GUIDE_SCHEME))
        else:
            self.lesson_wanted.emit(int(address.removeprefix(glossary.LESSON_SCHEME)))
