"""Paper: how the contents of the pad are painted, and the size of the paper in its own coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen

from nnplay.appearance.theme import Role, theme
from nnplay.panels.try_it.drawing.sketch import Stroke

SIDE = 280.0
"""Side of the paper in its own coordinates: ten per pixel of a 28 x 28 image."""

PEN_WIDTH = 22.0
"""Width of the ink in the paper's coordinates, about that of the pens used for MNIST."""

_MOST_PIXELS = 64
"""Larger pictures are painted smoothly."""

MIDDLE = 0.5
"""The pressure that gives the normal width."""


def _stroke_path(stroke: Stroke, start: int, end: int | None) -> QPainterPath:
    """Return a smooth path through a stroke: quadratic curves between the midpoints of its points.

    Parameters
    ----------
    start, end
        The path leads from the midpoint behind point ``start``, or from the first point, to the midpoint behind point
        ``end``; None for the last point.
    """
    points = [QPointF(*point[:2]) for point in (stroke[start:] if end is None else stroke[start : end + 2])]
    path = QPainterPath((points[0] + points[1]) * 0.5 if start else points[0])
    for point, following in pairwise(points[1:]):
        path.quadTo(point, (point + following) * 0.5)
    if end is None:
        # A tap is a line of length 0, which a round pen draws as a dot; but Qt skips it unless it has some length.
        path.lineTo(points[-1] if len(points) > 1 else points[0] + QPointF(0.01, 0))
    return path


def paint_image(painter: QPainter, paper: QRectF, image: NDArray[np.uint8]) -> None:
    """Paint a picture, (height, width) or (height, width, 3) uint8, as large as the paper."""
    height, width = image.shape[:2]
    form = QImage.Format.Format_Grayscale8 if image.ndim == 2 else QImage.Format.Format_RGB888
    pixels = np.ascontiguousarray(image)
    picture = QImage(pixels.data, width, height, pixels.strides[0], form)
    paper = paper.adjusted(1, 1, -1, -1)
    size = QSizeF(width, height).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(QPointF(), size)
    place.moveCenter(paper.center())
    # A small picture is an example of the data: its pixels are what the network sees.
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, max(height, width) > _MOST_PIXELS)
    painter.drawImage(place, picture)


def paint_strokes(painter: QPainter, paper: QRectF, strokes: Sequence[Stroke]) -> None:
    """Paint strokes, clipped to the paper."""
    for stroke in strokes:
        paint_stroke(painter, paper, stroke)


def paint_stroke(painter: QPainter, paper: QRectF, stroke: Stroke, start: int = 0, end: int | None = None) -> None:
    """Paint a stroke, or the part of it from point ``start`` to point ``end``, clipped to the paper.

    Parts that meet at one point look as if they had been painted together.
    """
    painter.save()
    painter.setClipRect(paper.adjusted(1, 1, -1, -1))
    painter.translate(paper.topLeft())
    painter.scale(paper.width() / SIDE, paper.height() / SIDE)
    pen = QPen(theme().color(Role.TEXT), PEN_WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pens = {point[2] for point in stroke if len(point) > 2}
    if len(pens) <= 1:
        pen.setWidthF(PEN_WIDTH * (0.5 + (pens.pop() if pens else MIDDLE)))
        painter.setPen(pen)
        painter.drawPath(_stroke_path(stroke, start, end))
    else:
        for here, there in pairwise(stroke[start:] if end is None else stroke[start : end + 1]):
            pen.setWidthF(PEN_WIDTH * (0.5 + (here[2] + there[2]) / 2))
            painter.setPen(pen)
            painter.drawLine(QPointF(*here[:2]), QPointF(*there[:2]))
    painter.restore()
