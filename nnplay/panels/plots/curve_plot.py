"""CurvePlot: a few curves over one axis, with a legend that shows their values at the cursor.

The loss and the activation panel use it. It has what all plots share: zoom and pan, a way back to the whole plot,
reading values with the mouse or the arrow keys, a logarithmic scale.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import log10
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnplay.appearance.accessible import Picture, represent, say
from nnplay.appearance.theme import Role, theme
from nnplay.panels.plots import plot_style
from nnplay.panels.plots.legend_place import Points
from nnplay.panels.plots.plot_readout import CurveStyle, PlotReadout, Reading
from nnplay.panels.plots.round_numbers import number_text

if TYPE_CHECKING:
    import pyqtgraph

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}

_NEAR_PX = 6.0
"""Distance in pixels within which the cursor shows an event."""

_N_PLACES = 100
"""A curve is followed at this many places, to keep the legend clear of it."""

_MOST_MARKS = 20
"""Curves with at most this many points have them marked."""


@dataclass(frozen=True, eq=False)
class OtherCurve:
    """A faint curve with x values of its own, for comparison."""

    style: CurveStyle
    x: np.ndarray
    y: np.ndarray

    def value_at(self, x: float) -> float:
        """Return the last value up to x; NaN before the first."""
        index = int(np.searchsorted(self.x, x, "right")) - 1
        return float(self.y[index]) if 0 <= index < len(self.x) and x <= self.x[-1] else np.nan


@dataclass(frozen=True, eq=False)
class Histogram:
    """Bars at the bottom of a plot, up to a third of its height: (n + 1,) edges on the x axis and (n,) shares."""

    edges: np.ndarray
    shares: np.ndarray


class CurvePlot(QWidget):
    """Curves that share their x values.

    Parameters
    ----------
    x_label, y_label
        The labels of the axes.
    curves
        The entries of the legend, in drawing order.
    x_text
        Returns the text of the x value at the cursor, the legend's heading.
    grows
        Whether the curves may have so many points that only their outline is drawn.

    Signals
    -------
    fitted_changed
        Whether the whole plot is shown (True), or a part to which somebody zoomed or dragged.
    other_pointed(int)
        Which of the other curves is under the pointer; -1 for none.
    """

    fitted_changed = Signal(bool)
    other_pointed = Signal(int)

    def __init__(
        self,
        x_label: str,
        y_label: str,
        curves: Sequence[CurveStyle],
        x_text: Callable[[float], str],
        *,
        grows: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._styles = tuple(curves)
        self._x_text = x_text
        self._names: tuple[str, ...] = (y_label, *(style.name for style in curves))
        self._x = np.empty(0)
        self._ys: tuple[np.ndarray, ...] = (self._x,) * len(self._styles)
        self._range = ((0.0, 1.0), (0.0, 1.0))
        self._cursor: int | None = None
        self._is_log = False
        self._is_fitted = True
        self._plot: pyqtgraph.PlotWidget = plot_style.create_plot(x_label, y_label, self)
        self._view = self._plot.getPlotItem().getViewBox()
        self._curves: list[Any] = [plot_style.add_curve(self._plot, grows=grows) for _ in self._styles]
        self._others: tuple[OtherCurve, ...] = ()
        self._other_items: list[Any] = []
        self._histogram: Histogram | None = None
        self._bars: Any = None
        self._events: tuple[tuple[float, str], ...] = ()
        self._readout = PlotReadout(self._styles, self)
        self._plot.viewport().installEventFilter(self)
        # The plot lays out its axes after it is resized, and again when tick labels grow; the legend follows its area.
        self._view.sigResized.connect(self._on_range_changed)
        self._view.sigRangeChanged.connect(self._on_range_changed)
        self._view.sigRangeChangedManually.connect(self._on_range_changed_manually)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 96)
        self.apply_theme()

    # -- what is shown ----------------------------------------------------------------------------------------------

    @property
    def reading(self) -> Reading | None:
        """What is shown at the cursor, or None."""
        return self._readout.reading

    @property
    def legend(self) -> tuple[CurveStyle, ...]:
        """All curves in the legend, those for comparison last."""
        return self._readout.legend

    @property
    def histogram(self) -> Histogram | None:
        """The bars at the bottom, or None."""
        return self._histogram

    @property
    def events(self) -> tuple[tuple[float, str], ...]:
        """The marked events by x value."""
        return self._events

    @property
    def is_fitted(self) -> bool:
        """Whether the whole plot is shown."""
        return self._is_fitted

    def curve_data(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        """Return the given x and y of a curve, whatever the scale and the zoom."""
        x, y = self._curves[index].getOriginalDataset()
        return x, y

    def shown_range(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return the visible ranges of x and y; on a logarithmic scale, that of y in exponents of ten."""
        (left, right), (bottom, top) = self._view.viewRange()
        return (left, right), (bottom, top)

    def set_curves(self, x: np.ndarray, *ys: np.ndarray) -> None:
        """Show new values; the arrays are not copied and must not change afterwards."""
        self._x, self._ys = x, ys
        for curve, y in zip(self._curves, ys, strict=True):
            curve.setData(x, y)
        if self._cursor is not None:
            self._cursor = min(self._cursor, len(x) - 1) if len(x) else None
        self._update_readout()

    def set_others(self, others: Sequence[OtherCurve]) -> None:
        """Show these faint curves behind the others."""
        if not others and not self._others:
            return
        while len(self._other_items) > len(others):
            self._plot.removeItem(self._other_items.pop())
        while len(self._other_items) < len(others):
            item = plot_style.add_curve(self._plot, grows=True)
            item.setZValue(-1)
            self._other_items.append(item)
        self._others = tuple(others)
        for item, other in zip(self._other_items, others, strict=True):
            item.setData(other.x, other.y)
            item.setPen(plot_style.cosmetic_pen(other.style.color(), other.style.width_px))
        self._update_readout()

    def set_histogram(self, histogram: Histogram | None) -> None:
        """Show bars at the bottom of the plot, behind everything; None for none."""
        self._histogram = histogram
        if self._bars is None and histogram is not None:
            self._bars = plot_style.add_bars(self._plot)
        if self._bars is not None:
            self._draw_bars(self._bars)

    def _draw_bars(self, bars: Any) -> None:
        histogram = self._histogram
        bars.setVisible(histogram is not None)
        if histogram is not None:
            (_, _), (bottom, top) = self._range
            scale = (top - bottom) / 3 / max(float(histogram.shares.max()), 1e-12)
            bars.setData(histogram.edges, bottom + scale * histogram.shares)
            bars.setFillLevel(bottom)
            color = theme().color(Role.POSITIVE)
            color.setAlphaF(0.3)
            bars.setBrush(color)

    def set_events(self, events: Sequence[tuple[float, str]]) -> None:
        """Mark events on the x axis; the cursor shows their texts."""
        if tuple(events) != self._events:
            self._events = tuple(events)
            self._update_readout()

    def rename(self, y_label: str, names: Sequence[str]) -> None:
        """Show another quantity: change the names of the axis and the curves."""
        if (y_label, *names) == self._names:
            return
        self._names = (y_label, *names)
        self._plot.getPlotItem().getAxis("left").setLabel(y_label)
        self._styles = tuple(replace(style, name=name) for style, name in zip(self._styles, names, strict=True))
        self._update_readout()

    def set_range(self, x_range: tuple[float, float], y_range: tuple[float, float]) -> None:
        """Set the range of the whole plot; it is shown at once, unless somebody has zoomed in."""
        if (x_range, y_range) != self._range:
            self._range = (x_range, y_range)
            if self._is_fitted:
                self._show_range()

    def set_log_scale(self, is_log: bool) -> None:
        """Make the y axis logarithmic or linear; if it is logarithmic, ``set_range`` takes exponents of ten."""
        if is_log != self._is_log:
            self._is_log = is_log
            self._plot.setLogMode(y=is_log)

    @Slot()
    def fit(self) -> None:
        """Show the whole plot."""
        self._show_range()
        self._set_fitted(True)

    def apply_theme(self) -> None:
        """Use the theme's new colours."""
        plot_style.apply_theme(self._plot)
        for curve, style in zip(self._curves, self._styles, strict=True):
            curve.setPen(plot_style.cosmetic_pen(style.color(), style.width_px, style.line))
        for item, other in zip(self._other_items, self._others, strict=True):
            item.setPen(plot_style.cosmetic_pen(other.style.color(), other.style.width_px))
        self._readout.update()

    # -- the cursor -------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            place = self._view.mapSceneToView(self._plot.mapToScene(event.position().toPoint()))
            self._point_at(place.x())
            self._point_at_other(place)
        elif event.type() == QEvent.Type.Leave:
            self._move_cursor(None)
            self.other_pointed.emit(-1)
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            self.fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        n_points = len(self._x)
        if event.key() == Qt.Key.Key_Home:
            self.fit()
        elif event.key() == Qt.Key.Key_Escape and self._cursor is not None:
            self._move_cursor(None)
        elif event.key() in _STEPS and n_points:
            start = n_points if self._cursor is None else self._cursor
            self._move_cursor(min(n_points - 1, max(0, start + _STEPS[Qt.Key(event.key())])))
            say(self, self._readout.words)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._readout.update()  # this paints the focus ring

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._readout.update()
        self._move_cursor(None)

    def _point_at(self, x: float) -> None:
        if not len(self._x):
            return
        after = int(np.searchsorted(self._x, x).clip(0, len(self._x) - 1))
        before = max(0, after - 1)
        self._move_cursor(before if x - self._x[before] < self._x[after] - x else after)

    def _point_at_other(self, place: QPointF) -> None:
        """Tell which of the other curves is under the pointer; ``place`` is in the plot's own coordinates."""
        if not self._others:
            return
        height = self._view.viewPixelSize()[1]
        values = np.array([other.value_at(place.x()) for other in self._others])
        if self._is_log:
            values = np.log10(np.where(values > 0, values, np.nan))
        distances = np.nan_to_num(np.abs(values - place.y()) / height, nan=np.inf)
        nearest = int(np.argmin(distances))
        self.other_pointed.emit(nearest if distances[nearest] <= _NEAR_PX else -1)

    def _move_cursor(self, index: int | None) -> None:
        if index != self._cursor:
            self._cursor = index
            self._update_readout()

    def _update_readout(self) -> None:
        # What is known nowhere has no line in the legend, such as a test loss without test data.
        known = [k for k, y in enumerate(self._ys) if not len(y) or not np.isnan(y).all()]
        ys = [self._ys[k] for k in known]
        self._readout.name_curves([self._styles[k] for k in known], [other.style for other in self._others])
        reading = None
        if self._cursor is not None:
            x = float(self._x[self._cursor])
            values = [float(y[self._cursor]) for y in ys]
            dots = tuple(self._place(x, value) for value in values)
            line_x = self._view.mapViewToScene(QPointF(x, 0)).x()
            places = zip(self._event_places(), self._events, strict=True)
            told = [text for place, (_, text) in places if abs(place - line_x) <= _NEAR_PX]
            heading = "\n".join([self._x_text(x), *told])
            values += [other.value_at(x) for other in self._others]
            reading = Reading(heading, line_x, dots, tuple(number_text(value, 4) for value in values))
        few = self._x if len(self._x) <= _MOST_MARKS else ()
        # A line through a single point would be invisible.
        marks = tuple(tuple(self._place(x, y) for x, y in zip(few, each, strict=False)) for each in ys)
        area = QRectF(self._view.sceneBoundingRect())
        drawn = [(self._x, y) for y in ys] + [(other.x, other.y) for other in self._others]
        self._readout.keep_clear_of(self._ways(drawn, area))
        lines = tuple(place for place in self._event_places() if area.left() <= place <= area.right())
        self._readout.show_reading(reading, marks, area, lines)

    def _ways(self, curves: Sequence[tuple[np.ndarray, np.ndarray]], area: QRectF) -> Points:
        """Return the places through which curves go, each at the same places along x."""
        (left, right), (bottom, top) = self.shown_range()
        xs = np.linspace(left, right, _N_PLACES)
        found = [np.empty((0, 2))]
        for x, y in curves:
            if len(x):
                ys = np.interp(xs, x, y, left=np.nan, right=np.nan)
                if self._is_log:
                    ys = np.log10(np.where(ys > 0, ys, np.nan))
                across = area.left() + (xs - left) / (right - left) * area.width()
                down = area.bottom() - (ys - bottom) / (top - bottom) * area.height()
                found.append(np.column_stack([across, down]))
        return np.vstack(found)

    def _event_places(self) -> list[float]:
        return [self._view.mapViewToScene(QPointF(x, 0)).x() for x, _ in self._events]

    def _place(self, x: float, y: float) -> QPointF | None:
        if self._is_log:
            y = log10(y) if y > 0 else np.nan
        return self._view.mapViewToScene(QPointF(x, y)) if np.isfinite(y) else None

    # -- the range --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._plot.setGeometry(self.rect())
        self._readout.setGeometry(self.rect())
        self._update_readout()

    def _show_range(self) -> None:
        x_range, y_range = self._range
        self._view.setRange(xRange=x_range, yRange=y_range, padding=0)

    def _set_fitted(self, is_fitted: bool) -> None:
        if is_fitted != self._is_fitted:
            self._is_fitted = is_fitted
            self.fitted_changed.emit(is_fitted)

    @Slot()
    def _on_range_changed(self) -> None:
        self._update_readout()

    @Slot()
    def _on_range_changed_manually(self) -> None:
        self._set_fitted(False)


represent(CurvePlot, Picture)
