"""FieldsArea: the fields of a row, which scroll where there is no room for all of them, so the answer stays seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from nnplay.appearance import metrics

_LEAST_LINES = 4
"""Fields that are seen without scrolling, however low the panel is."""


class FieldsArea(QScrollArea):
    """As high as its fields where there is room, never wider than its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)

    def setWidget(self, widget: QWidget) -> None:
        super().setWidget(widget)
        widget.setAutoFillBackground(False)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        fields = self.widget()
        return super().sizeHint() if fields is None else fields.minimumSizeHint() + self._beside()

    def minimumSizeHint(self) -> QSize:
        """Return the width of all fields, and the height of a few."""
        fields = self.widget()
        if fields is None:
            return QSize(0, 0)
        needed = fields.minimumSizeHint()
        return QSize(needed.width(), min(needed.height(), _LEAST_LINES * (metrics.field_height() + 1))) + self._beside()

    def _beside(self) -> QSize:
        """Return the room for the scroll bar, which is kept so that the fields do not jump."""
        return QSize(self.verticalScrollBar().sizeHint().width(), 0)
