"""The guide: short pages on how to use nnplay, in ``resources/guide``, shown by the window and in the repository."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QWidget

from nnplay import resources
from nnplay.appearance import metrics
from nnplay.appearance.reading import space_out
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


class Manual(QDialog):
    """The titles on the left, the selected page on the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Guide"))
        self._pages = pages(QLocale().name())
        self._list = QListWidget()
        self._list.setFixedWidth(round(_LIST_WIDTH * metrics.text_scale()))
        self._list.setProperty("look", "pages")
        self._list.setAccessibleName(self.tr("Pages"))
        self._list.setSpacing(metrics.TINY // 2)
        self._list.addItems([title_of(page) for page in self._pages])
        self._text = _Page()
        row = QHBoxLayout(self)
        row.setSpacing(metrics.SMALL)
        row.addWidget(self._list)
        row.addWidget(self._text, 1)
        self._list.currentRowChanged.connect(self._on_row_changed)
        self._list.setCurrentRow(0)
        self.resize(_SIZE)

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        self._text.show_page(self._pages[row])
        self._text.setAccessibleName(self._list.item(row).text())


class _Page(QTextBrowser):
    """One page; its pictures are as wide as the page, whatever their size."""

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

    def show_page(self, page: Path) -> None:
        """Show a Markdown file from its beginning."""
        self._page = page
        self.document().setDefaultFont(metrics.font(metrics.Text.HEADING))
        text = page.read_text(encoding="utf-8")
        self.document().setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        space_out(self.document())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load the pictures of the guide, and nothing from anywhere else."""
        path = (self._page.parent / QUrl(name).path()).resolve()
        is_ours = path.is_relative_to(resources.path("guide").resolve())
        if kind != QTextDocument.ResourceType.ImageResource.value or not is_ours:
            return None
        width = self.viewport().width() - 2 * metrics.LARGE
        return QImage(str(path)).scaledToWidth(max(width, 1), Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page.is_file() and event.size().width() != event.oldSize().width():
            self.document().clear()  # and with it the pictures for the old width
            self.show_page(self._page)
