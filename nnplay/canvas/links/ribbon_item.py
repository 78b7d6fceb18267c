"""RibbonItem: a link without individual weights: numbers passed on, or too many connections to distinguish."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath, QPainterPathStroker, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnplay.appearance.values import color_indices, lookup_table
from nnplay.canvas.style import style

_MOST_PIXELS = 20
"""Rows and columns of the picture of the weights; larger kernels are subsampled."""

_MOST_OPAQUE = 120
_BEND = 26.0
_REACH = 5.0

_TURN, _ROUND = 14.0, 10.0
"""How far beside the cards a link turns to another row, and the radius of its corners."""


class RibbonItem(QGraphicsItem):
    """A band from one card to the next with a picture of the kernel, or lines between neurons in pairs. A link that
    passes around cards is a single line.
    """

    def __init__(self) -> None:
        super().__init__()
        self._path = QPainterPath()
        self._strands: list[QLineF] = []
        self._is_bow = self._is_selected = False
        self._image: QImage | None = None
        self._brush: QBrush | None = None
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    @property
    def is_bow(self) -> bool:
        """Whether it passes above other cards."""
        return self._is_bow

    def is_met(self, at: QPointF) -> bool:
        """Return whether a point of the scene lies on it, or very near if it is a line."""
        if not (self._is_bow or self._strands):
            return self._path.contains(at)
        if self._is_bow:
            stroker = QPainterPathStroker()
            stroker.setWidth(2 * _REACH)
            return stroker.createStroke(self._path).contains(at)
        return self._path.intersects(QRectF(at.x() - _REACH, at.y() - _REACH, 2 * _REACH, 2 * _REACH))

    def set_band(self, start: QLineF, end: QLineF) -> None:
        """Draw a band from one vertical edge to another."""
        middle = (start.x1() + end.x1()) / 2
        path = QPainterPath(start.p1())
        path.cubicTo(QPointF(middle, start.y1()), QPointF(middle, end.y1()), end.p1())
        path.lineTo(end.p2())
        path.cubicTo(QPointF(middle, end.y2()), QPointF(middle, start.y2()), start.p2())
        path.closeSubpath()
        self._show(path, [])

    def set_strands(self, strands: list[QLineF]) -> None:
        """Draw one line for each number that is passed on."""
        path = QPainterPath()
        for strand in strands:
            path.moveTo(strand.p1())
            path.lineTo(strand.p2())
        self._show(path, strands)

    def set_bow(self, start: QPointF, end: QPointF, top: float) -> None:
        """Draw one line from a port to another, high enough to pass above everything between them."""
        bend = min(_BEND, (end.x() - start.x()) / 4)
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(bend, 0), QPointF(start.x(), top), QPointF(start.x() + 2 * bend, top))
        path.lineTo(QPointF(end.x() - 2 * bend, top))
        path.cubicTo(QPointF(end.x(), top), end - QPointF(bend, 0), end)
        self._show(path, [], is_bow=True)

    def set_turn(self, start: QPointF, end: QPointF, height: float) -> None:
        """Draw one line from the end of a row to the beginning of the next, between the rows at this height."""
        out, into = start.x() + _TURN, end.x() - _TURN
        corners = [QPointF(out, start.y()), QPointF(out, height), QPointF(into, height), QPointF(into, end.y())]
        path = QPainterPath(start)
        for corner, after in zip(corners, [*corners[1:], end], strict=True):
            path.lineTo(_towards(corner, path.currentPosition()))
            path.quadTo(corner, _towards(corner, after))
        path.lineTo(end)
        self._show(path, [], is_bow=True)

    @property
    def is_selected(self) -> bool:
        """Whether it is shown as selected."""
        return self._is_selected

    def set_selected(self, is_selected: bool) -> None:
        """Show whether the link is selected."""
        if is_selected != self._is_selected:
            self._is_selected = is_selected
            self.update()

    def set_weights(self, weights: NDArray[np.float32]) -> bool:
        """Show weights (n_in, n_out) on the band: sources from left to right, targets from top to bottom."""
        picture = _thinned(_thinned(weights.T, axis=0), axis=1)
        pixels = lookup_table()[color_indices(picture, float(np.abs(picture).max(initial=0.0)))]
        # It fades in from the left and stays faint: a hint at many weights that must not distract from the neurons.
        pixels[..., 3] = _MOST_OPAQUE * np.minimum(1.0, np.linspace(0, 2, picture.shape[1]))
        n_rows, n_columns = picture.shape
        self._image = QImage(pixels.data, n_columns, n_rows, 4 * n_columns, QImage.Format.Format_RGBA8888).copy()
        self._fit_image()
        self.update()
        return True

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-4, -4, 4, 4)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        look = style()
        if self._is_bow:
            painter.setPen(look.bow_selected if self._is_selected else look.bow)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._path)
            return
        if self._strands:
            painter.setPen(look.highlight if self._is_selected else look.strand)
            painter.drawLines(self._strands)
            return
        painter.setPen(look.highlight if self._is_selected else Qt.PenStyle.NoPen)
        painter.setBrush(look.ribbon)
        painter.drawPath(self._path)
        if self._brush is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setBrush(self._brush)
            painter.drawPath(self._path)

    def _show(self, path: QPainterPath, strands: list[QLineF], *, is_bow: bool = False) -> None:
        self.prepareGeometryChange()
        self._path, self._strands, self._is_bow = path, strands, is_bow
        self._fit_image()
        self.update()

    def _fit_image(self) -> None:
        if self._image is not None:
            rect, image = self._path.boundingRect(), self._image
            to_pixels = QTransform.fromTranslate(rect.x(), rect.y())
            self._brush = QBrush(image)
            self._brush.setTransform(to_pixels.scale(rect.width() / image.width(), rect.height() / image.height()))


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    """Return where a corner begins to be round, on the way to another point."""
    way = QLineF(corner, other)
    way.setLength(min(_ROUND, way.length() / 2))
    return way.p2()


def _thinned(values: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    step = -(-values.shape[axis] // _MOST_PIXELS)
    return values[::step] if axis == 0 else values[:, ::step]
