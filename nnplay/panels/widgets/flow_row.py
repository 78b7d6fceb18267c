"""FlowRow: a row of controls that wraps if the panel is too narrow for all of them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget

from nnplay.appearance import metrics

_NO_LIMIT = 1 << 19
"""The largest size of a layout in Qt, in pixels."""


class FlowRow(QHBoxLayout):
    """Arranges its items from left to right, each at its preferred width, in as many lines as needed.

    An item that is too wide for a line gets the whole line. In each line, items that can expand share the space that is
    left. Qt's row holds the items and deletes them; Python keeps no reference to them, because Qt asks a layout for its
    size even while it is deleting the items.

    Parameters
    ----------
    parts
        Widgets, and layouts for widgets that must stay together, from left to right.
    """

    def __init__(self, *parts: QWidget | QLayout, spacing: int = metrics.SMALL) -> None:
        super().__init__()
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.add(part)

    def add(self, part: QWidget | QLayout) -> None:
        """Add an item at the end."""
        if isinstance(part, QLayout):
            self.addLayout(part)
        else:
            self.addWidget(part)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(_height(line) for line in lines) + self.spacing() * max(0, len(lines) - 1)

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def maximumSize(self) -> QSize:
        return QSize(_NO_LIMIT, _NO_LIMIT)

    def minimumSize(self) -> QSize:
        """Return the width of the widest item, so that a row never makes a panel wider than necessary."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def sizeHint(self) -> QSize:
        items = self._shown()
        width = sum(item.sizeHint().width() for item in items) + self.spacing() * max(0, len(items) - 1)
        return QSize(width, _height(items))

    def setGeometry(self, rect: QRect) -> None:
        # The base class only records the geometry: QHBoxLayout's own would lay out a single line.
        QLayout.setGeometry(self, rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            height = _height(line)
            widths = self._widths(line, rect.width())
            left = rect.left()
            for item, width in zip(line, widths, strict=True):
                item.setGeometry(QRect(left, top, width, height))
                left += width + self.spacing()
            top += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        items = (self.itemAt(index) for index in range(self.count()))
        return [item for item in items if item is not None and not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            wanted = item.sizeHint().width()
            if not lines or left + wanted > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wanted + self.spacing()
        return lines

    def _widths(self, line: list[QLayoutItem], width: int) -> list[int]:
        widths = [min(item.sizeHint().width(), width) for item in line]
        growing = [number for number, item in enumerate(line) if item.expandingDirections() & Qt.Orientation.Horizontal]
        left = width - sum(widths) - self.spacing() * (len(line) - 1)
        for number in growing:
            widths[number] += left // len(growing)
        return widths


def _height(line: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in line), default=0)
