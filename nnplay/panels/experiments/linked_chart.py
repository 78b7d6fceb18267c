"""LinkedChart: the base of the charts of an experiment, in which each network is a line or a dot."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from nnplay.appearance.focus_ring import paint_focus_ring
from nnplay.appearance.theme import Role, theme
from nnplay.panels.experiments.cells import CellView
from nnplay.panels.experiments.link import Link
from nnplay.panels.experiments.linked_view import LinkedView

_NEAR_PX = 7.0
_FAINT = 0.12
_DOT_PX = 2.5
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class LinkedChart(LinkedView):
    """Each network is a line or some dots; the nearest one counts. Subclasses paint in ``draw``."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self.cells: Sequence[CellView] = ()
        self.axes: Sequence[str] = ()
        self.score = "test_loss"
        self._marks: dict[int, list[NDArray[np.float64]]] = {}
        theme().changed.connect(self.update)

    def show_cells(self, cells: Sequence[CellView], axes: Sequence[str], score: str) -> None:
        """Show other cells, by one of ``SCORES``."""
        self.cells, self.axes, self.score = cells, axes, score
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint the chart, and call ``add`` for each line and dot of a network."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(320, 300)

    def place_of(self, number: int) -> QPointF | None:
        """Return a point on the last piece of a network's line, or its last dot, in the widget; None if it has none."""
        marks = self._marks.get(number)
        return None if marks is None else QPointF(*marks[-1][-2:].mean(axis=0).tolist())

    # -- painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._marks = {}
        self.draw(painter)
        if self.link.pointed is not None:
            for points in self._marks.get(self.link.pointed, ()):
                self._paint(painter, points, QPen(theme().color(Role.ACCENT), 3))
        paint_focus_ring(painter, self, QRectF(self.rect()))

    def add(self, painter: QPainter, number: int, points: NDArray[np.float64], pen: QPen) -> None:
        """Draw a network's line, or with one point its dot; others that are brushed make it faint."""
        self._marks.setdefault(number, []).append(points)
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

    def cell_at(self, position: QPointF) -> CellView | None:
        """See ``LinkedView``: the network whose line or dot is nearest; None if none is near."""
        number = self.nearest(position)
        return next((cell for cell in self.cells if cell.number == number), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        numbers = list(self._marks)
        if key in _STEPS and numbers:
            pointed = self.link.pointed
            place = numbers.index(pointed) + _STEPS[key] if pointed is not None and pointed in numbers else 0
            number = numbers[place % len(numbers)]
            self.point_by_key(next(cell for cell in self.cells if cell.number == number))
        else:
            super().keyPressEvent(event)

    def nearest(self, position: QPointF) -> int | None:
        """Return the network whose line or dot is nearest to a position; None if none is near."""
        at = np.array((position.x(), position.y()))
        found, least = None, _NEAR_PX
        for number, marks in self._marks.items():
            distance = min(_distance(at, points) for points in marks)
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
