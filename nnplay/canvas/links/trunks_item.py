"""TrunksItem: the links at a distance, one line from port to port for each, whatever it carries."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnplay.canvas.style import style

_REACH = 8.0
_MARGIN = 4.0


class TrunksItem(QGraphicsItem):
    """All links that do not pass above cards."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[tuple[str, str], QLineF] = {}
        self._chosen: tuple[str, str] | None = None
        self._rect = QRectF()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def place(self, lines: Mapping[tuple[str, str], QLineF]) -> None:
        """Draw these lines, by the names of the layers that they connect."""
        self.prepareGeometryChange()
        self._lines = dict(lines)
        self._rect = QRectF()
        for line in self._lines.values():
            self._rect = self._rect.united(QRectF(line.p1(), line.p2()).normalized().adjusted(0, -1, 0, 1))
        self.update()

    def choose(self, link: tuple[str, str] | None) -> None:
        """Draw one link as selected, or none."""
        if link != self._chosen:
            self._chosen = link
            self.update()

    def link_at(self, at: QPointF) -> tuple[str, str] | None:
        """Return the link whose line is near a point of the scene."""
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * _REACH)
        for link, line in self._lines.items():
            path = QPainterPath(line.p1())
            path.lineTo(line.p2())
            if stroker.createStroke(path).contains(at):
                return link
        return None

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(style().bow)
        painter.drawLines(list(self._lines.values()))
        if self._chosen in self._lines:
            painter.setPen(style().bow_selected)
            painter.drawLine(self._lines[self._chosen])
