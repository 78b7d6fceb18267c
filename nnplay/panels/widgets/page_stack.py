"""PageStack: pages of which one is seen, in the room that the tallest of them needs rather than likes."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget


class PageStack(QStackedLayout):
    """Qt's own asks for the height that pages with wrapped words like to have, as if it was the least."""

    def minimumHeightForWidth(self, width: int) -> int:
        pages = (self.widget(index) for index in range(self.count()))
        return max((_least_height(page, width) for page in pages if page is not None), default=0)


def _least_height(page: QWidget, width: int) -> int:
    layout = page.layout()
    height = page.minimumSizeHint().height()
    if layout is not None and layout.hasHeightForWidth():
        height = max(height, layout.totalMinimumHeightForWidth(width))
    return height
