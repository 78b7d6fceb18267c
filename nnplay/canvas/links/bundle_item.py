"""BundleItem: all weights between two layers as a single item."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from nnplay.appearance.marks import draw_cross, draw_lock
from nnplay.canvas.links.curves import Curves
from nnplay.canvas.links.strokes import pens, stroke_numbers
from nnplay.canvas.style import style
from nnplay.engine import Part

_REACH_PX = 7.0
_MARGIN = 6.0
"""Half the width of the widest pen (the halo's, with its round cap) plus a pixel for antialiasing."""

_MARK_AT = 0.3
"""Position of the frozen or muted mark on a connection: nearer to its start, where fewer connections cross."""

Connection = tuple[int, int]
"""Row and column of a weight."""


class BundleItem(QGraphicsObject):
    """The connections from every neuron of a layer to every neuron of the next.

    Width and colour show a weight on the scale of the whole network, dashes its sign. Painting depends only on the
    stroke numbers, so weights that change by less than one step of the strokes repaint nothing.

    Signals
    -------
    part_hovered(Part | None, QPointF) : the connection under the pointer, and its position in the scene.
    part_clicked(Part, QPointF) : a connection was clicked, at this position in the scene.
    """

    part_hovered = Signal(object, QPointF)
    part_clicked = Signal(object, QPointF)

    def __init__(self, target: str) -> None:
        super().__init__()
        self._target = target
        self._curves: Curves | None = None
        self._bounds = QRectF()
        self._paths: dict[Connection, QPainterPath] = {}
        self._pieces: dict[Connection, list[QLineF]] = {}
        self._dashes: dict[Connection, list[QLineF]] = {}
        self._numbers: NDArray[np.int8] | None = None
        self._hovered: Connection | None = None
        self._pointed: Connection | None = None
        self._frozen: frozenset[Connection] = frozenset()
        self._muted: frozenset[Connection] = frozenset()
        self.setAcceptHoverEvents(True)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def set_curves(self, curves: Curves) -> None:
        """Place the connections where the neurons are."""
        self.prepareGeometryChange()
        self._curves = curves
        self._paths, self._pieces, self._dashes = {}, {}, {}
        self._hovered = self._hovered if self._hovered and self.has(self._hovered) else None
        self._pointed = self._pointed if self._pointed and self.has(self._pointed) else None
        top = min(float(curves.y_start.min()), float(curves.y_end.min()))
        bottom = max(float(curves.y_start.max()), float(curves.y_end.max()))
        ends = QRectF(QPointF(curves.x_start, top), QPointF(curves.x_end, bottom))
        self._bounds = ends.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        self.update()

    def set_weights(self, weights: NDArray[np.float32], scale: float) -> bool:
        """Show weights (n_in, n_out) on a scale to ±``scale``; return False if they look the same as before."""
        numbers = stroke_numbers(weights, scale)
        if self._numbers is not None and np.array_equal(numbers, self._numbers):
            return False
        self._numbers = numbers
        self.update()
        return True

    def set_marks(self, frozen: frozenset[Connection], muted: frozenset[Connection]) -> None:
        """Mark the frozen connections and the muted connections."""
        if (frozen, muted) != (self._frozen, self._muted):
            self._frozen, self._muted = frozen, muted
            self.update()

    def point_at(self, connection: Connection | None) -> None:
        """Highlight a connection as if the pointer were on it, or none."""
        connection = connection if connection and self.has(connection) else None
        if connection != self._pointed:
            self._pointed = connection
            self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._numbers is None or self._curves is None or self._numbers.shape != self._curves.y_end.shape:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        strokes = pens(self._numbers.size)
        numbers, n_columns = self._numbers.ravel(), self._numbers.shape[1]
        # Weak ones first, so that strong ones lie on top; for one strength, all with the same pen together.
        order = np.lexsort((numbers, np.abs(numbers)))
        for number, places in groupby(order.tolist(), key=numbers.tolist().__getitem__):
            self._paint_connections(painter, number, strokes, [divmod(place, n_columns) for place in places])
        self._paint_marks(painter)
        for lit in (self._hovered, self._pointed):
            if lit is not None:
                painter.setPen(style().halo)
                painter.drawPath(self.path(lit))
                self._paint_connections(painter, int(self._numbers[lit]), strokes, [lit])

    def _paint_connections(
        self, painter: QPainter, number: int, strokes: Sequence[QPen], connections: Sequence[Connection]
    ) -> None:
        painter.setPen(strokes[number])
        for connection in connections:
            painter.drawLines(self._dashed(connection) if number < 0 else self._straightened(connection))

    def _paint_marks(self, painter: QPainter) -> None:
        look = style()
        for connections, draw in ((self._muted, draw_cross), (self._frozen, draw_lock)):
            for connection in connections:
                middle = self.path(connection).pointAtPercent(_MARK_AT)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.canvas)
                painter.drawEllipse(middle, 7.5, 7.5)
                draw(painter, middle, look.text.color())
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def connection_at(self, at: QPointF) -> Connection | None:
        """Return the connection at a point of the scene, or None."""
        return self._curves.nearest(at.x(), at.y(), _REACH_PX) if self._curves is not None else None

    @property
    def n_sources(self) -> int:
        """Number of neurons at which the connections start."""
        return 0 if self._curves is None else len(self._curves.y_start)

    @property
    def n_connections(self) -> int:
        """Number of connections."""
        return 0 if self._curves is None else self._curves.y_end.size

    def has(self, connection: Connection) -> bool:
        """Return whether a connection exists: callers may refer to a network that has just been replaced."""
        n_in, n_out = (0, 0) if self._curves is None else self._curves.y_end.shape
        return bool(connection[0] < n_in and connection[1] < n_out)

    def path(self, connection: Connection) -> QPainterPath:
        """Return the path of a connection in the scene."""
        if connection not in self._paths:
            assert self._curves is not None
            self._paths[connection] = self._curves.path(*connection)
        return self._paths[connection]

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._set_hovered(self.connection_at(event.pos()), event.scenePos())

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._set_hovered(None, event.scenePos())

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton and self.connection_at(event.pos()) is not None)

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        connection = self.connection_at(event.buttonDownPos(Qt.MouseButton.LeftButton))
        if connection is not None and connection == self.connection_at(event.pos()):
            self.part_clicked.emit(self._part(connection), event.scenePos())

    def _part(self, connection: Connection) -> Part:
        return Part(self._target, parameter="kernel", index=connection)

    def _straightened(self, connection: Connection) -> list[QLineF]:
        if connection not in self._pieces:
            assert self._curves is not None
            self._pieces[connection] = self._curves.pieces(*connection)
        return self._pieces[connection]

    def _dashed(self, connection: Connection) -> list[QLineF]:
        if connection not in self._dashes:
            assert self._curves is not None
            self._dashes[connection] = self._curves.dashes(*connection)
        return self._dashes[connection]

    def _set_hovered(self, connection: Connection | None, at: QPointF) -> None:
        if connection != self._hovered:
            self._hovered = connection
            self.setCursor(Qt.CursorShape.PointingHandCursor if connection else Qt.CursorShape.ArrowCursor)
            self.update()
            self.part_hovered.emit(self._part(connection) if connection else None, at)
