"""LinkPreviewItem: the link that is being drawn, from a port to the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnplay.canvas.style import style

_Z = 2.5
_LEAST_BEND = 40.0
_MOST_RISE = 90.0


class LinkPreviewItem(QGraphicsItem):
    """A curve that leaves to the right and arrives from the left; red where it cannot end."""

    def __init__(self) -> None:
        super().__init__()
        self._path = QPainterPath()
        self._is_refused = False
        self.setZValue(_Z)
        self.hide()

    @property
    def is_refused(self) -> bool:
        """Whether it shows that this link is impossible."""
        return self._is_refused

    def show_between(self, start: QPointF, end: QPointF, *, is_refused: bool) -> None:
        """Draw the curve from an output to an input; one of them is the pointer."""
        self.prepareGeometryChange()
        bend = QPointF(max(abs(end.x() - start.x()) / 2, _LEAST_BEND), 0)
        self._path = QPainterPath(start)
        rise = QPointF(0, min(abs(end.x() - start.x()) / 4, _MOST_RISE))
        self._path.cubicTo(start + bend - rise, end - bend - rise, end)
        self._is_refused = is_refused
        self.show()
        self.update()

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-3, -3, 3, 3)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(style().refused_edge if self._is_refused else style().highlight)
        painter.drawPath(self._path)
