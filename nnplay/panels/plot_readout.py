"""PlotReadout: what lies over a plot: the legend, the line at the cursor, and the curves' values there.

It is a widget of its own above the plot, so that its text is laid out by Qt and never scales with the plot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnplay.look.theme import Role, theme

_MARGIN = 10.0
_PADDING = 7.0
_SWATCH = 18.0
_DOT_RADIUS = 4.0
_MARK_RADIUS = 2.5
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Places = tuple[QPointF | None, ...]
Marks = tuple[Places, ...]
"""For each curve its marked points, in the widget's pixels; None where a value is unknown."""


@dataclass(frozen=True)
class CurveStyle:
    """How one curve is called and drawn; a width of one pixel is the only one for curves that grow long."""

    name: str
    role: Role
    width_px: float = 1
    line: Qt.PenStyle = Qt.PenStyle.SolidLine


@dataclass(frozen=True)
class Reading:
    """Where the cursor stands, in the widget's pixels, and what the curves are worth there, as written."""

    heading: str
    line_x: float
    dots: Places
    values: tuple[str, ...]


class PlotReadout(QWidget):
    """Legend and cursor for the curves of a plot; the mouse goes through it to the plot.

    The legend stands in the upper right corner, or in the upper left one if ``is_left`` says so.
    """

    def __init__(self, curves: Sequence[CurveStyle], is_left: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._curves = tuple(curves)
        self._is_left = is_left
        self._area = QRectF()
        self._reading: Reading | None = None
        self._marks: Marks = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def reading(self) -> Reading | None:
        """What is shown under the cursor, or None."""
        return self._reading

    @property
    def area(self) -> QRectF:
        """The part of the widget where the curves are."""
        return self._area

    @property
    def marks(self) -> Marks:
        """The marked points of each curve."""
        return self._marks

    def show_reading(self, reading: Reading | None, marks: Marks, area: QRectF) -> None:
        """Show ``reading``, and ``marks`` on the curves; ``area`` is the part of the widget where the curves are."""
        if (reading, marks, area) != (self._reading, self._marks, self._area):
            self._reading, self._marks, self._area = reading, marks, area
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for curve, marks in zip(self._curves, self._marks, strict=False):
            self._paint_dots(painter, curve, marks, _MARK_RADIUS)
        if self._reading is not None:
            self._paint_cursor(painter, self._reading)
        self._paint_legend(painter)

    def _paint_cursor(self, painter: QPainter, reading: Reading) -> None:
        painter.setPen(QPen(theme().color(Role.OUTLINE), 1))
        painter.drawLine(QPointF(reading.line_x, self._area.top()), QPointF(reading.line_x, self._area.bottom()))
        painter.setPen(QPen(theme().color(Role.SURFACE), 1.5))
        for curve, dot in zip(self._curves, reading.dots, strict=True):
            self._paint_dots(painter, curve, (dot,), _DOT_RADIUS)

    def _paint_dots(self, painter: QPainter, curve: CurveStyle, places: Places, radius: float) -> None:
        painter.setBrush(theme().color(curve.role))
        for place in places:
            if place is not None and self._area.contains(place):
                painter.drawEllipse(place, radius, radius)

    def _paint_legend(self, painter: QPainter) -> None:
        heading, values = "", ("",) * len(self._curves)
        if self._reading is not None:
            heading, values = self._reading.heading, self._reading.values
        box, line = self._legend_box(heading, values)
        ground = theme().color(Role.SURFACE)
        ground.setAlphaF(0.88)
        painter.setPen(QPen(theme().color(Role.BORDER), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 6, 6)
        row = QRectF(box.left() + _PADDING, box.top() + _PADDING - 1, box.width() - 2 * _PADDING, line)
        if heading:
            painter.setPen(theme().color(Role.MUTED))
            painter.drawText(row, _LEFT, heading)
            row.translate(0, line)
        for curve, value in zip(self._curves, values, strict=True):
            painter.setPen(QPen(theme().color(curve.role), 2, curve.line))
            start = QPointF(row.left(), row.center().y())
            painter.drawLine(start, start + QPointF(_SWATCH - 6, 0))
            painter.setPen(theme().color(Role.TEXT))
            painter.drawText(row.adjusted(_SWATCH, 0, 0, 0), _LEFT, curve.name)
            painter.drawText(row, _RIGHT, value)
            row.translate(0, line)

    def _legend_box(self, heading: str, values: Sequence[str]) -> tuple[QRectF, float]:
        """Return the legend's place in the widget, and the height of a line in it."""
        text = QFontMetricsF(self.font())
        names = max(text.horizontalAdvance(curve.name) for curve in self._curves)
        numbers = max(text.horizontalAdvance(value) for value in values)
        width = max(_SWATCH + names + (numbers and numbers + _PADDING * 2), text.horizontalAdvance(heading))
        line = text.height() + 2
        n_lines = len(self._curves) + bool(heading)
        box = QRectF(0, 0, width + 2 * _PADDING, n_lines * line + 2 * _PADDING - 2)
        if self._is_left:
            box.moveTopLeft(self._area.topLeft() + QPointF(_MARGIN, _MARGIN))
        else:
            box.moveTopRight(self._area.topRight() + QPointF(-_MARGIN, _MARGIN))
        return box, line
