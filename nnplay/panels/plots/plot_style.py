"""Plot style: pyqtgraph in the theme's colours, fast enough for 30 frames a second.

This module and ``curve_plot``, which builds on it, are imported with the first plot, because importing pyqtgraph takes
longer than the rest of the window's start.
"""

from __future__ import annotations

from math import floor

import numpy as np
import pyqtgraph
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsScene, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.theme import Role, theme
from nnplay.panels.plots.round_numbers import proper_signs

_SIDES = {"bottom": 1.1, "left": 2.0}
"""The axes, and the density of their numbers relative to pyqtgraph's default."""

_MULTIPLES = {1.5: (1,), 0.8: (1, 2, 5), 0.3: (1, 2, 3, 4, 5, 6, 7, 8, 9)}
"""The multiples of a power of ten on a logarithmic axis, by the least number of decades that it spans."""

_MOST_DECADES = 8

Levels = list[tuple[float, list[float]]]

_OVERHANG = 15.0
"""Pixels by which an axis may paint beyond its ends: half of its outermost numbers."""


class _Axis(pyqtgraph.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis that shows its outermost numbers, and whose grid is below the curves."""

    def __init__(self, side: str, label: str) -> None:
        super().__init__(side)
        self.setLabel(label, **{"font-size": f"{metrics.text_size(metrics.Text.CAPTION)}px"})
        self.enableAutoSIPrefix(False)
        # Finer levels of translucent grid lines would cost several times as much as the curves.
        self.setStyle(tickFont=metrics.font(metrics.Text.CAPTION), maxTickLevel=0)
        self.setTickDensity(_SIDES[side])
        self.setGrid(255)

    def boundingRect(self) -> QRectF:
        rect: QRectF = super().boundingRect()
        return rect.adjusted(-_OVERHANG, -_OVERHANG, _OVERHANG, _OVERHANG)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Return the numbers with true minus signs."""
        return [proper_signs(text) for text in super().tickStrings(values, scale, spacing)]

    def logTickValues(self, low: float, high: float, size: float, ordinary: Levels) -> Levels:
        """Return the ticks of a logarithmic axis, as exponents: decades, or parts of them in a smaller range."""
        multiples = next((m for span, m in _MULTIPLES.items() if high - low >= span), None)
        if multiples is None:
            ticks: list[tuple[float, list[float]]] = super().logTickValues(low, high, size, ordinary)
            return ticks
        step = max(1, round((high - low) / _MOST_DECADES))
        decades = np.arange(floor(low), floor(high) + 1, step)
        marks = np.add.outer(decades, np.log10(multiples)).ravel()
        return [(1.0, marks[(marks >= low) & (marks <= high)].tolist())]


def create_plot(x_label: str, y_label: str, parent: QWidget) -> pyqtgraph.PlotWidget:
    """Create an empty plot with labelled axes, without pyqtgraph's menus, whose SVG export fails on newer Qt."""
    axes = {side: _Axis(side, label) for side, label in zip(_SIDES, (x_label, y_label), strict=True)}
    plot = pyqtgraph.PlotWidget(parent, enableMenu=False, axisItems=axes)
    # Qt's index of items pays off for thousands of items that stay, not for a few that change with every frame; and
    # while a plot is hidden, the index keeps a timer running for seconds after each change.
    plot.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
    item = plot.getPlotItem()
    item.hideButtons()
    item.disableAutoRange()
    # The ranges already end at round numbers; padding would move the axes away from their zero.
    item.getViewBox().setDefaultPadding(0)
    item.layout.setContentsMargins(0, metrics.SMALL, metrics.LARGE, 0)
    # An axis also draws its grid, which would otherwise cross the curves.
    for axis in axes.values():
        axis.setZValue(item.getViewBox().zValue() - 1)
    plot.setFrameShape(plot.Shape.NoFrame)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setAcceptDrops(False)  # a file that is dropped on it is for the window
    apply_theme(plot)
    return plot


def add_curve(plot: pyqtgraph.PlotWidget, *, grows: bool) -> pyqtgraph.PlotDataItem:
    """Add a curve; one that ``grows`` costs about the same, whatever its number of points.

    Only its visible part is drawn, reduced to the minimum and the maximum of each pixel column, which looks the same. A
    curve with few points must not be reduced: its columns would be so wide that teeth show.
    """
    curve = plot.plot(antialias=True, autoDownsampleFactor=1.0)
    if grows:
        curve.setDownsampling(auto=True, method="peak")
        curve.setClipToView(True)
    return curve


def add_bars(plot: pyqtgraph.PlotWidget) -> pyqtgraph.PlotDataItem:
    """Add the outline of bars, filled down to their base, behind all curves."""
    bars = plot.plot(np.zeros(2), np.zeros(1), stepMode="center", fillLevel=0, pen=None)
    bars.setZValue(-2)
    return bars


def apply_theme(plot: pyqtgraph.PlotWidget) -> None:
    """Set the theme's colours of background, axes and labels."""
    plot.setBackground(theme().color(Role.SURFACE))
    for side in _SIDES:
        axis = plot.getPlotItem().getAxis(side)
        axis.setPen(cosmetic_pen(theme().color(Role.GRID)))
        axis.setTextPen(cosmetic_pen(theme().color(Role.MUTED)))


def cosmetic_pen(color: QColor, width_px: float = 1, line: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Return a pen of constant width at any zoom; one wider than a pixel draws a long curve ten times slower."""
    pen = QPen(color, width_px, line)
    pen.setCosmetic(True)
    return pen
