"""GlossaryPanel: the terms used by the controls, to search and read, each with a link to its lesson."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from nnplay.appearance import glossary, metrics
from nnplay.panels.live_panel import LivePanel


class GlossaryPanel(LivePanel):
    """A search field above the articles that match it.

    Signals
    -------
    lesson_wanted(int)
        The person wants to start the built-in lesson with this number.
    """

    lesson_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search terms"))
        self.search.setAccessibleName(self.tr("Search terms"))
        self.search.setClearButtonEnabled(True)
        self.words = QTextBrowser()
        self.words.setAccessibleName(self.tr("Terms"))
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.setProperty("look", "words")
        self.words.setOpenLinks(False)
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

    def refresh(self) -> None:
        """Show the matches: terms with this name first, then those whose text contains it."""
        wanted = self.search.text().strip().casefold()
        called = [name for name in glossary.TERMS if wanted in glossary.title_of(name).casefold()]
        called.sort(key=lambda name: glossary.title_of(name).casefold())
        others = [name for name in glossary.TERMS if name not in called and wanted in glossary.tooltip(name).casefold()]
        self.words.document().setDefaultFont(metrics.font(metrics.Text.BODY))
        articles = [glossary.article(name) for name in (*called, *others)]
        self.words.setHtml("".join(articles) or self.tr("No matches"))

    @Slot(QUrl)
    def _on_link_clicked(self, url: QUrl) -> None:
        self.lesson_wanted.emit(int(url.toString().removeprefix(glossary.LESSON_SCHEME)))
