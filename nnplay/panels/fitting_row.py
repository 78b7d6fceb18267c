"""FittingRow: widgets side by side where there is room for them, below each other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from nnplay.look import metrics


class FittingRow(QWidget):
    """A row that becomes a column when it is too narrow, as it is with large type in a slim panel.

    Parameters
    ----------
    widgets
        From left to right, or from top to bottom; the room that is left lies before the last one.
    """

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(metrics.TINY)
        for widget in widgets[:-1]:
            self._layout.addWidget(widget)
        self._layout.addStretch(1)
        self._layout.addWidget(widgets[-1])

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest of them: the row may become a column."""
        shown = [widget for widget in self._widgets if not widget.isHidden()]
        width = max((widget.minimumSizeHint().width() for widget in shown), default=0)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = [widget for widget in self._widgets if not widget.isHidden()]
        wanted = sum(widget.sizeHint().width() for widget in shown) + metrics.TINY * len(shown)
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if wanted <= self.width() else directions.TopToBottom)
