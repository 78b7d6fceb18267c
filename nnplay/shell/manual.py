"""The guide: short pages on how to use nnplay, in ``resources/guide``, shown by the window and in the repository."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QImage, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from nnplay import resources
from nnplay.appearance import metrics
from nnplay.appearance.figures import FIGURES, figure_image
from nnplay.appearance.matching import ranked
from nnplay.appearance.reading import space_out
from nnplay.appearance.theme import Role, theme
from nnplay.languages import nearest

_LIST_WIDTH = 220
_SIZE = QSize(860, 620)


def pages(language: str) -> list[Path]:
    """Return the pages of the nearest language in order; without one, those in English."""
    written = [folder.name for folder in resources.path("guide").iterdir()]
    return sorted(resources.path("guide", nearest([language], written)).glob("*.md"))


def title_of(page: Path) -> str:
    """Return a page's title, its first line."""
    return page.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ")


def text_of(page: Path) -> str:
    """Return a page's text, with the marks of Markdown."""
    return page.read_text(encoding="utf-8")


def page_of(name: str) -> Path:
    """Return the page in the file of this name, without its ending, in the user's language."""
    return next(page for page in pages(QLocale().name()) if page.stem == name)


class Manual(QDialog):
    """A search and the titles on the left, the selected page on the right.

    Parameters
    ----------
    page
        The page to open at; without one, the first.
    wanted
        Words to search for from the start.
    """

    def __init__(self, parent: QWidget, page: Path | None = None, wanted: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Guide"))
        self._pages = pages(QLocale().name())
        width = round(_LIST_WIDTH * metrics.text_scale())
        self.search = QLineEdit()
        self.search.setFixedWidth(width)
        self.search.setPlaceholderText(self.tr("Search the guide"))
        self.search.setAccessibleName(self.tr("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setFixedWidth(width)
        self._list.setProperty("look", "pages")
        self._list.setAccessibleName(self.tr("Pages"))
        self._list.setSpacing(metrics.TINY // 2)
        self._none = QLabel(self.tr("No matches"))
        self._none.setProperty("look", "muted")
        self._text = _Page()
        left = QVBoxLayout()
        left.setSpacing(metrics.SMALL)
        left.addWidget(self.search)
        left.addWidget(self._none)
        left.addWidget(self._list, 1)
        row = QHBoxLayout(self)
        row.setSpacing(metrics.SMALL)
        row.addLayout(left)
        row.addWidget(self._text, 1)
        self.resize(_SIZE)
        self._list.currentItemChanged.connect(self._on_item_changed)
        self.search.textChanged.connect(self._on_searched)
        self.search.setText(wanted)
        self._show_matches(page or self._pages[0])

    def _show_matches(self, chosen: Path | None) -> None:
        """List the pages that match, the best first, and open one of them or the first."""
        typed = self.search.text()
        found = ranked(typed, self._pages, lambda page: (title_of(page),), text_of)
        self._list.clear()
        for page in found:
            item = QListWidgetItem(title_of(page))
            item.setData(Qt.ItemDataRole.UserRole, page)
            self._list.addItem(item)
        self._none.setVisible(not found)
        self._list.setCurrentRow(found.index(chosen) if chosen in found else 0)

    @Slot()
    def _on_searched(self) -> None:
        self._show_matches(None)

    @Slot(QListWidgetItem)
    def _on_item_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._text.show_page(item.data(Qt.ItemDataRole.UserRole), self.search.text())
            self._text.setAccessibleName(item.text())


class _Page(QTextBrowser):
    """One page; its pictures are as wide as the page, whatever their size, and its figures are painted for it.

    The file of a figure in the folder ``pictures`` is for readers of the repository.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setOpenExternalLinks(False)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # else the page's width would depend on it
        self.document().setDocumentMargin(metrics.LARGE)
        self._page = Path()
        self._wanted = ""
        theme().changed.connect(self._show_again)

    def show_page(self, page: Path, wanted: str = "") -> None:
        """Show a Markdown file from the first of the wanted words, which are highlighted; else from its beginning."""
        self._page, self._wanted = page, wanted
        self.document().setDefaultFont(metrics.font(metrics.Text.HEADING))
        text = page.read_text(encoding="utf-8")
        self.document().setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        space_out(self.document())
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._highlight(wanted.split())

    def _highlight(self, words: list[str]) -> None:
        look = QTextCharFormat()
        look.setBackground(theme().color(Role.SELECTION))
        found = []
        for word in words:
            cursor = self.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, look
                found.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(found)
        places = [mark.cursor for mark in found]
        if places:
            first = min(places, key=lambda cursor: cursor.selectionStart())
            first.clearSelection()
            self.setTextCursor(first)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load the pictures of the guide, and nothing from anywhere else."""
        path = (self._page.parent / QUrl(name).path()).resolve()
        is_ours = path.is_relative_to(resources.path("guide").resolve())
        if kind != QTextDocument.ResourceType.ImageResource.value or not is_ours:
            return None
        width = self.viewport().width() - 2 * metrics.LARGE
        figure = path.stem.rpartition("-")[2]
        if figure in FIGURES:
            return figure_image(figure, max(width, 1), self.devicePixelRatioF())
        return QImage(str(path)).scaledToWidth(max(width, 1), Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_again()

    @Slot()
    def _show_again(self) -> None:
        if self._page.is_file():
            self.document().clear()  # and with it the pictures for the old width or theme
            self.show_page(self._page, self._wanted)
