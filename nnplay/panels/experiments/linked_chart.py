"""LinkedChart: the base of the charts of an experiment, in which each network is a line or a dot."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnplay.appearance import accessible, metrics
from nnplay.appearance.focus_ring import paint_focus_ring
from nnplay.appearance.theme import Role, theme
from nnplay.panels.experiments.cells import CellView
from nnplay.panels.experiments.link import Link
from nnplay.panels.experiments.words import cell_text

_NEAR_PX = 7.0
_FAINT = 0.12
_DOT_PX = 2.5
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinkedChart(QWidget):
    """Points at, and opens, the network that is nearest to the pointer. Subclasses paint in ``draw``."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = link
        self.cells: Sequence[CellView] = ()
        self.axes: Sequence[str] = ()
        self.score = "test_loss"
        self._marks: dict[int, NDArray[np.float64]] = {}
        self.setFont(metrics.font(metrics.Text.CAPTION))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        link.changed.connect(self.update)
        theme().changed.connect(self.update)

    def show_cells(self, cells: Sequence[CellView], axes: Sequence[str], score: str) -> None:
        """Show other cells, by one of ``SCORES``."""
        self.cells, self.axes, self.score = cells, axes, score
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint the chart, and call ``add`` for each network."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(320, 300)

    def place_of(self, number: int) -> QPointF | None:
        """Return a point on the last piece of a network's line, or its dot, in the widget; None if it has none."""
        mark = self._marks.get(number)
        return None if mark is None else QPointF(*mark[-2:].mean(axis=0).tolist())

    # -- painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._marks = {}
        self.draw(painter)
        pointed = self.link.pointed
        if pointed is not None and pointed in self._marks:
            self._paint(painter, self._marks[pointed], QPen(theme().color(Role.ACCENT), 3))
        paint_focus_ring(painter, self, QRectF(self.rect()))

    def add(self, painter: QPainter, number: int, points: NDArray[np.float64], pen: QPen) -> None:
        """Draw a network's line, or with one point its dot; others that are brushed make it faint."""
        self._marks[number] = points
        painter.setOpacity(_FAINT if self.link.is_faint(number) else 1.0)
        self._paint(painter, points, pen)
        painter.setOpacity(1.0)

    def _paint(self, painter: QPainter, points: NDArray[np.float64], pen: QPen) -> None:
        painter.setPen(pen)
        if len(points) > 1:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points.tolist()]))
        else:
            painter.setBrush(pen.color())
            for x, y in points.tolist():
                painter.drawEllipse(QPointF(x, y), _DOT_PX, _DOT_PX)

    # -- the person ---------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self.nearest(event.position())
        self.link.point_at(number)
        cell = next((cell for cell in self.cells if cell.number == number), None)
        QToolTip.showText(event.globalPosition().toPoint(), "" if cell is None else cell_text(cell), self)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.link.point_at(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.nearest(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self.link.opened.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        numbers = list(self._marks)
        if key in _STEPS and numbers:
            pointed = self.link.pointed
            place = numbers.index(pointed) + _STEPS[key] if pointed is not None and pointed in numbers else 0
            self._point_by_key(numbers[place % len(numbers)])
        elif key in _OPEN_KEYS and self.link.pointed is not None:
            self.link.opened.emit(self.link.pointed)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _point_by_key(self, number: int) -> None:
        self.link.point_at(number)
        accessible.say(self, cell_text(next(cell for cell in self.cells if cell.number == number)))

    def nearest(self, position: QPointF) -> int | None:
        """Return the network whose line or dot is nearest to a position; None if none is near."""
        at = np.array((position.x(), position.y()))
        found, least = None, _NEAR_PX
        for number, points in self._marks.items():
            distance = _distance(at, points)
            if distance < least and not self.link.is_faint(number):
                found, least = number, distance
        return found


def _distance(at: NDArray[np.float64], points: NDArray[np.float64]) -> float:
    """Return the distance of a position to a line through some points."""
    if len(points) == 1:
        return float(np.hypot(*(points[0] - at)))
    starts, ways = points[:-1], np.diff(points, axis=0)
    lengths = np.maximum((ways**2).sum(axis=1), 1e-9)
    shares = np.clip(((at - starts) * ways).sum(axis=1) / lengths, 0, 1)
    nearest = starts + shares[:, None] * ways
    return float(np.hypot(*(nearest - at).T).min())


accessible.represent(LinkedChart, accessible.Picture)
