"""PageStack: pages of which one is visible, as high as the tallest of them needs, not as it prefers."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget


class PageStack(QStackedLayout):
    """Qt's own stack treats the preferred height of pages with wrapped text as their minimum."""

    def minimumHeightForWidth(self, width: int) -> int:
        pages = (self.widget(index) for index in range(self.count()))
        return max((_least_height(page, width) for page in pages if page is not None), default=0)


def _least_height(page: QWidget, width: int) -> int:
    layout = page.layout()
    height = page.minimumSizeHint().height()
    if layout is not None and layout.hasHeightForWidth():
        height = max(height, layout.totalMinimumHeightForWidth(width))
    return height
