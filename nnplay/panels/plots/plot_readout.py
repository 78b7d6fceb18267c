"""PlotReadout: the layer above a plot: the legend, the line at the cursor, and the curves' values there.

It is a separate widget above the plot, so that Qt lays out its text and the text never scales with the plot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPicture
from PySide6.QtWidgets import QWidget

from nnplay.appearance.accessible import listed
from nnplay.appearance.focus_ring import paint_focus_ring
from nnplay.appearance.qt_types import parent_of
from nnplay.appearance.theme import Role, theme
from nnplay.panels.plots.legend_place import LegendPlace, Points

_PADDING = 7.0
_SWATCH = 18.0
_NAME_SHARE, _LEAST_NAME = 0.55, 120.0
"""Largest width of a name in the legend, as a share of the plot's width, but at least this many pixels."""

_LEGEND_SHARE = 0.55
"""Largest height of the legend, as a share of the plot's height, unless the main curves need more."""

_DOT_WEIGHT = 100
"""The value that is read counts as much as this many points of the curves: the legend must not cover it."""

_DOT_RADIUS = 4.0
_RING_RADIUS = 6.0
_MARK_RADIUS = 2.5
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Places = tuple[QPointF | None, ...]
Marks = tuple[Places, ...]
"""The marked points of each curve, in the widget's pixels; None where a value is unknown."""


@dataclass(frozen=True)
class CurveStyle:
    """Name and pen of one curve; long curves must have a width of one pixel."""

    name: str
    role: Role
    width_px: float = 1
    line: Qt.PenStyle = Qt.PenStyle.SolidLine
    opacity: float = 1

    def color(self) -> QColor:
        """Return the colour in the present theme."""
        color = theme().color(self.role)
        color.setAlphaF(self.opacity)
        return color


@dataclass(frozen=True)
class Reading:
    """The position of the cursor, in the widget's pixels, and the values of the curves there, as text.

    There are values for all entries of the legend, but ``dots`` only for the main curves.
    """

    heading: str
    line_x: float
    dots: Places
    values: tuple[str, ...]


class PlotReadout(QWidget):
    """Legend and cursor for the curves of a plot; the mouse passes through it to the plot."""

    def __init__(self, curves: Sequence[CurveStyle], parent: QWidget) -> None:
        super().__init__(parent)
        self._curves = tuple(curves)
        self._place = LegendPlace()
        self._points: Points = np.empty((0, 2))
        self._area = QRectF()
        self._reading: Reading | None = None
        self._marks: Marks = ()
        self._others: tuple[CurveStyle, ...] = ()
        self._lines: tuple[float, ...] = ()
        self._recording = QPicture()
        self._recorded_size = QSizeF()
        self._recorded_for: object = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def reading(self) -> Reading | None:
        """What is shown at the cursor, or None."""
        return self._reading

    @property
    def words(self) -> str:
        """What is shown at the cursor as a sentence for screen readers; empty for nothing."""
        if self._reading is None:
            return ""
        values = zip(self.legend, self._reading.values, strict=False)
        return listed([self._reading.heading, *(f"{curve.name} {value}" for curve, value in values)])

    @property
    def area(self) -> QRectF:
        """The area of the widget with the curves."""
        return self._area

    @property
    def marks(self) -> Marks:
        """The marked points of each curve."""
        return self._marks

    def name_curves(self, curves: Sequence[CurveStyle], others: Sequence[CurveStyle] = ()) -> None:
        """Set the names of the curves, and below them those of ``others``, which are only for comparison."""
        if (tuple(curves), tuple(others)) != (self._curves, self._others):
            self._curves, self._others = tuple(curves), tuple(others)
            self.update()

    @property
    def legend(self) -> tuple[CurveStyle, ...]:
        """All entries, in order."""
        return self._curves + self._others

    @property
    def named(self) -> tuple[CurveStyle, ...]:
        """The visible entries: few of the others, so that they do not hide the plot, but all while values are read."""
        if self._reading is not None:
            return self.legend
        n_lines = int((_LEGEND_SHARE * self._area.height() - 2 * _PADDING) / self._line_height())
        return self.legend[: max(len(self._curves), n_lines)]

    def legend_rect(self) -> QRectF:
        """Return where the legend is in the widget."""
        self._record_legend()
        dots = () if self._reading is None else self._reading.dots
        read = [(dot.x(), dot.y()) for dot in dots if dot is not None]
        points = np.vstack([self._points, *(_DOT_WEIGHT * [read] if read else [])])
        return self._place.rect(self._area, self._recorded_size, points)

    def keep_clear_of(self, points: Points) -> None:
        """Tell where the curves go; the legend is where it covers the least of them."""
        self._points = points

    def show_reading(self, reading: Reading | None, marks: Marks, area: QRectF, lines: tuple[float, ...] = ()) -> None:
        """Show ``reading``, and ``marks`` on the curves.

        Parameters
        ----------
        area
            The area of the widget with the curves.
        lines
            Positions of the vertical lines that mark events.
        """
        if (reading, marks, area, lines) != (self._reading, self._marks, self._area, self._lines):
            self._reading, self._marks, self._area, self._lines = reading, marks, area, lines
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lines(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        for curve, marks in zip(self._curves, self._marks, strict=False):
            self._paint_dots(painter, curve, marks, _MARK_RADIUS)
        if self._reading is not None:
            self._paint_cursor(painter, self._reading)
        painter.drawPicture(self.legend_rect().topLeft(), self._recording)
        paint_focus_ring(painter, parent_of(self), QRectF(self.rect()), _RING_RADIUS)

    def _record_legend(self) -> None:
        """Record the legend as drawing commands: every frame of the plot paints it, but it seldom changes."""
        texts = None if self._reading is None else (self._reading.heading, self._reading.values)
        key = (self.legend, self._area.size(), texts, theme().color(Role.SURFACE).name())
        if key != self._recorded_for:
            self._recorded_for = key
            self._recording = QPicture()
            painter = QPainter(self._recording)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.font())
            self._paint_legend(painter)
            painter.end()

    def _paint_lines(self, painter: QPainter) -> None:
        painter.setPen(QPen(theme().color(Role.MUTED), 1, Qt.PenStyle.DotLine))
        painter.setBrush(theme().color(Role.MUTED))
        top, bottom = self._area.top(), self._area.bottom()
        for x in self._lines:
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
            painter.drawPolygon([QPointF(x - 4, top - 1), QPointF(x + 4, top - 1), QPointF(x, top + 5)])

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
        """Paint the legend with its upper left corner at the origin."""
        heading, values = "", ("",) * len(self.legend)
        if self._reading is not None:
            heading, values = self._reading.heading, self._reading.values
        line = self._line_height()
        self._recorded_size = self._legend_size(heading, values)
        box = QRectF(QPointF(), self._recorded_size)
        ground = theme().color(Role.SURFACE)
        ground.setAlphaF(0.88)
        painter.setPen(QPen(theme().color(Role.BORDER), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 6, 6)
        row = QRectF(box.left() + _PADDING, box.top() + _PADDING - 1, box.width() - 2 * _PADDING, line)
        for text in heading.splitlines():
            painter.setPen(theme().color(Role.MUTED))
            painter.drawText(row, _LEFT, text)
            row.translate(0, line)
        for curve, value in zip(self.named, values, strict=False):
            painter.setPen(QPen(curve.color(), 2, curve.line))
            start = QPointF(row.left(), row.center().y())
            painter.drawLine(start, start + QPointF(_SWATCH - 6, 0))
            painter.setPen(theme().color(Role.TEXT))
            name = self.fontMetrics().elidedText(curve.name, Qt.TextElideMode.ElideRight, round(self._name_room()))
            painter.drawText(row.adjusted(_SWATCH, 0, 0, 0), _LEFT, name)
            painter.drawText(row, _RIGHT, value)
            row.translate(0, line)
        if n_more := len(self.legend) - len(self.named):
            painter.setPen(theme().color(Role.MUTED))
            painter.drawText(row.adjusted(_SWATCH, 0, 0, 0), _LEFT, self._more(n_more))

    def _names(self) -> list[str]:
        """The lines below the heading."""
        n_more = len(self.legend) - len(self.named)
        return [curve.name for curve in self.named] + ([self._more(n_more)] if n_more else [])

    def _more(self, n: int) -> str:
        return self.tr("%n more", "", n)

    def _legend_size(self, heading: str, values: Sequence[str]) -> QSizeF:
        text = QFontMetricsF(self.font())
        names = min(self._name_room(), max((text.horizontalAdvance(name) for name in self._names()), default=0.0))
        numbers = max((text.horizontalAdvance(value) for value in values), default=0.0)
        headings = [text.horizontalAdvance(each) for each in heading.splitlines()]
        width = max(_SWATCH + names + (numbers and numbers + _PADDING * 2), *headings, 0)
        n_lines = len(self._names()) + len(headings)
        return QSizeF(width + 2 * _PADDING, n_lines * self._line_height() + 2 * _PADDING - 2)

    def _line_height(self) -> float:
        return QFontMetricsF(self.font()).height() + 2

    def _name_room(self) -> float:
        return max(_LEAST_NAME, _NAME_SHARE * self._area.width())
