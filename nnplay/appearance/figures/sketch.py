"""Sketch: the few kinds of strokes that figures are drawn with, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Iterable
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from nnplay.appearance import metrics
from nnplay.appearance.theme import Role, theme

_HEAD, _HEAD_ANGLE = 7.0, pi / 7
_TEXT, _SMALL = 14, 12


class Sketch:
    """Draws on a painter; all lengths are in the figure's own pixels, x to the right and y downwards."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def line(
        self, points: Iterable[tuple[float, float]], role: Role, width: float = 2, *, dashed: bool = False
    ) -> None:
        """Draw a line through points."""
        pen = QPen(theme().color(role), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashed:
            pen.setDashPattern([2, 3])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))

    def arrow(self, start: tuple[float, float], end: tuple[float, float], role: Role, width: float = 2) -> None:
        """Draw a straight line with a head at its end."""
        self.line((start, end), role, width)
        angle = atan2(start[1] - end[1], start[0] - end[0])
        wings = [
            (end[0] + _HEAD * cos(angle + turn), end[1] + _HEAD * sin(angle + turn))
            for turn in (-_HEAD_ANGLE, _HEAD_ANGLE)
        ]
        self.line((wings[0], end, wings[1]), role, width)

    def dot(self, x: float, y: float, radius: float, role: Role, ground: Role | None = None) -> None:
        """Draw a disc, or with a ``ground`` a circle filled with it."""
        pen = Qt.PenStyle.NoPen if ground is None else QPen(theme().color(role), 2)
        self._painter.setPen(pen)
        self._painter.setBrush(theme().color(ground or role))
        self._painter.drawEllipse(QPointF(x, y), radius, radius)

    def box(self, x: float, y: float, width: float, height: float, role: Role, ground: Role = Role.SURFACE) -> None:
        """Draw a frame with round corners."""
        self._painter.setPen(QPen(theme().color(role), 1.5))
        self._painter.setBrush(theme().color(ground))
        self._painter.drawRoundedRect(QRectF(x, y, width, height), metrics.RADIUS, metrics.RADIUS)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        role: Role = Role.TEXT,
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        bold: bool = False,
        small: bool = False,
    ) -> None:
        """Write words on one line, with their middle at the height y, and their middle or an end at x."""
        self._painter.setFont(_font(_SMALL if small else _TEXT, bold=bold))
        self._painter.setPen(theme().color(role))
        wide = 1000.0
        left = {Qt.AlignmentFlag.AlignLeft: x, Qt.AlignmentFlag.AlignRight: x - wide}.get(align, x - wide / 2)
        self._painter.drawText(QRectF(left, y - 20, wide, 40), align | Qt.AlignmentFlag.AlignVCenter, words)


def _font(size_px: int, *, bold: bool) -> QFont:
    font = metrics.font(metrics.Text.BODY, bold=bold)
    font.setPixelSize(size_px)
    return font
