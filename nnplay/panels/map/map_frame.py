"""The frame of a decision map: its layout, and everything around and over the picture of values that changes seldom.

The map paints axes, colour scale and data points once into a pixmap, and reuses it for every frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from nnplay.appearance.class_colors import class_color
from nnplay.appearance.distinct_names import distinct_names
from nnplay.appearance.theme import Role, theme
from nnplay.appearance.values import value_color, value_image
from nnplay.panels.plots.round_numbers import number_text

EXTENT = 6.0
"""The map shows -6 to 6 in both directions."""

_TICKS = (-6, -4, -2, 0, 2, 4, 6)
_POINT_RADIUS = 3.0
_NAME_WIDTH = 40
_SHORT_NAME = 3
_CENTRED = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class ValueRange:
    """The values at the two ends of the colours; the neutral colour is in the middle."""

    low: float = -1.0
    high: float = 1.0

    @property
    def middle(self) -> float:
        """The value of the neutral colour, and the threshold between two classes."""
        return (self.low + self.high) / 2

    @property
    def half(self) -> float:
        """Distance from the middle to either end."""
        return (self.high - self.low) / 2


@dataclass(frozen=True, eq=False)
class Points:
    """Data to draw: positions (n, 2) and labels (n,); ``is_test`` gives them the outline of test data.

    ``are_classes`` says that the labels are the numbers of more than two classes. ``sizes`` (n,) from 0 to 1 make
    points smaller or larger; None for equal sizes.
    """

    places: np.ndarray
    labels: np.ndarray
    is_test: bool = False
    are_classes: bool = False
    sizes: np.ndarray | None = None


@dataclass(frozen=True)
class Axes:
    """Names and units of the axes: the coordinate a on axis i stands for ``middles[i] + a * units[i]``."""

    names: tuple[str, str] = ("x₁", "x₂")
    middles: tuple[float, float] = (0.0, 0.0)
    units: tuple[float, float] = (1.0, 1.0)

    def text(self, axis: int, place: float) -> str:
        """Return the values at a point, as text."""
        return number_text(self.middles[axis] + place * self.units[axis])


PLANE_AXES = Axes()
"""The axes of points in the plane."""


@dataclass(frozen=True)
class MapGeometry:
    """The layout of the map: ``area`` is the square of the plane, in the widget's pixels."""

    area: QRectF

    @staticmethod
    def within(size: QSize, text: QFontMetrics) -> MapGeometry:
        """Return the largest square that leaves room for the axes and the colour scale."""
        left, bottom = text.horizontalAdvance("−60") + 14, text.height() + 17
        right = text.horizontalAdvance("−0.05") + 34
        side = max(1, min(size.width() - left - right, size.height() - bottom - 6))
        spare_width, spare_height = size.width() - left - right - side, size.height() - bottom - 6 - side
        return MapGeometry(QRectF(left + spare_width // 2, 6 + spare_height // 2, side, side))

    def place_at(self, position: QPointF) -> tuple[float, float] | None:
        """Return (x1, x2) at a position in the widget; None outside the plane."""
        if not self.area.contains(position):
            return None
        across = (position.x() - self.area.left()) / self.area.width()
        down = (position.y() - self.area.top()) / self.area.height()
        return EXTENT * (2 * across - 1), EXTENT * (1 - 2 * down)

    def position_of(self, x1: float, x2: float) -> QPointF:
        """Return where (x1, x2) is in the widget."""
        across, down = (EXTENT + x1) / (2 * EXTENT), (EXTENT - x2) / (2 * EXTENT)
        return self.area.topLeft() + QPointF(across * self.area.width(), down * self.area.height())


def plane_opacity() -> float:
    """Return the opacity of the plane's colours: paler than the points, which have the full colours."""
    return 0.85 if theme().is_dark else 0.7  # on a dark background pale orange soon turns brown


def paint_frame(
    painter: QPainter,
    geometry: MapGeometry,
    value_range: ValueRange,
    points: tuple[Points, ...],
    classes: Sequence[str] = (),
    axes: Axes = PLANE_AXES,
) -> None:
    """Paint axes, data points, and the colour scale, or the colours of ``classes`` if the picture shows these."""
    _paint_axes(painter, geometry, axes)
    if classes:
        _paint_classes(painter, geometry.area, classes)
    else:
        _paint_scale(painter, geometry.area, value_range)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(geometry.area)
    for each in points:
        paint_points(painter, geometry, value_range, each)


def _paint_axes(painter: QPainter, geometry: MapGeometry, axes: Axes) -> None:
    area, line = geometry.area, float(painter.fontMetrics().height())
    wide = float(painter.fontMetrics().horizontalAdvance("−0.0000"))
    painter.setPen(theme().color(Role.MUTED))
    for tick in _ticks_with_room(painter.fontMetrics(), area, axes):
        below, beside = geometry.position_of(tick, -EXTENT), geometry.position_of(-EXTENT, tick)
        painter.drawLine(below, below + QPointF(0, 3))
        painter.drawText(QRectF(below.x() - wide / 2, below.y() + 3, wide, line), _CENTRED, axes.text(0, tick))
        painter.drawLine(beside - QPointF(4, 0), beside - QPointF(1, 0))
        painter.drawText(QRectF(beside.x() - 6 - wide, beside.y() - line / 2, wide, line), _RIGHT, axes.text(1, tick))
    painter.setPen(theme().color(Role.TEXT))
    across, up = axes.names
    painter.drawText(QRectF(area.left(), area.bottom() + line - 1, area.width(), line + 4), _CENTRED, across)
    if len(up) <= _SHORT_NAME:
        middle = geometry.position_of(0, 1).y()
        painter.drawText(QRectF(area.left() - 16 - wide, middle - line / 2, wide, line), _RIGHT, up)
    else:  # there is no room beside the axis
        painter.drawText(area.adjusted(6, 3, -6, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, f"↑ {up}")


def _ticks_with_room(text: QFontMetrics, area: QRectF, axes: Axes) -> Sequence[int]:
    """Return all ticks, or with large text on a small map only the middle and the ends."""
    widest = max(text.horizontalAdvance(axes.text(0, tick)) for tick in _TICKS)
    has_room = max(widest + 4, text.ascent()) <= area.width() / (len(_TICKS) - 1)
    return _TICKS if has_room else _TICKS[::3]


def _paint_scale(painter: QPainter, area: QRectF, value_range: ValueRange) -> None:
    bar = QRectF(area.right() + 14, area.top(), 9, area.height())
    painter.setOpacity(plane_opacity())
    painter.drawImage(bar, value_image(np.linspace(1, -1, 256)[:, np.newaxis]))
    painter.setOpacity(1)
    line = float(painter.fontMetrics().height())
    tops = (bar.top(), bar.center().y() - line / 2, bar.bottom() - line)
    painter.setPen(theme().color(Role.MUTED))
    for value, top in zip((value_range.high, value_range.middle, value_range.low), tops, strict=True):
        painter.drawText(QRectF(bar.right() + 5, top, 60, line), Qt.AlignmentFlag.AlignVCenter, number_text(value))


def _paint_classes(painter: QPainter, area: QRectF, classes: Sequence[str]) -> None:
    line = float(painter.fontMetrics().height())
    painter.setPen(theme().color(Role.MUTED))
    for number, name in enumerate(distinct_names(classes)):
        top = area.top() + number * (line + 3)
        painter.fillRect(QRectF(area.right() + 14, top + line / 2 - 4.5, 9, 9), class_color(number))
        text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _NAME_WIDTH)
        painter.drawText(QRectF(area.right() + 28, top, _NAME_WIDTH, line), Qt.AlignmentFlag.AlignVCenter, text)


def paint_points(painter: QPainter, geometry: MapGeometry, value_range: ValueRange, points: Points) -> None:
    """Paint data points as discs in the colours of their labels."""
    edge = QColor(Qt.GlobalColor.black if points.is_test else Qt.GlobalColor.white)
    if not points.is_test and theme().is_dark:
        edge.setAlphaF(0.5)  # hundreds of pure white rings would outshine the map below them
    painter.setPen(QPen(edge, 1))
    n = len(points.labels)
    radii = np.full(n, _POINT_RADIUS) if points.sizes is None else 1.5 + 2 * _POINT_RADIUS * points.sizes
    for (x1, x2), label, radius in zip(points.places.tolist(), points.labels.tolist(), radii.tolist(), strict=True):
        color = class_color(label) if points.are_classes else value_color(label - value_range.middle, value_range.half)
        painter.setBrush(color)
        painter.drawEllipse(geometry.position_of(x1, x2), radius, radius)
