"""ValuePlot: the distribution of a column's values, by class; or one column over another."""

from __future__ import annotations

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnplay.appearance.class_colors import class_color
from nnplay.appearance.theme import Role, theme
from nnplay.appearance.values import value_color
from nnplay.panels.examples.values import ANSWER, PartValues
from nnplay.panels.plots import plot_style

_BINS = 40
_MOST_COUNTED = 200_000
_MOST_DOTS = 2_000
_DOT_PX = 5


class ValuePlot(QWidget):
    """Stacked bars, one colour per class; or dots in the same colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot = plot_style.create_plot("", "", self)
        self._plot.setAccessibleName(self.tr("Distribution of values"))
        self._items: list[object] = []
        self.counts: NDArray[np.int64] = np.zeros((0, 0), np.int64)
        """The bars as drawn, (classes, bins); (0, 0) for dots."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self.setMinimumSize(160, 80)

    def show_column(self, values: PartValues, names: tuple[str, ...], number: int, over: int | None) -> None:
        """Show the values of one column or, if ``over`` is not None, that column (upwards) over another (to the right).

        Parameters
        ----------
        names
            The names of the columns: the target, then the inputs.
        """
        for item in self._items:
            self._plot.removeItem(item)
        self._items = []
        plot = self._plot.getPlotItem()
        plot.getAxis("bottom").setTicks(None)
        step = max(1, len(values.examples) // (_MOST_COUNTED if over is None else _MOST_DOTS))
        thinned = PartValues(
            values.dataset, values.examples.take(slice(None, None, step)), values.input_names, values.classes
        )
        if over is None:
            self._show_bars(thinned, number)
            plot.setLabels(bottom=names[number], left=self.tr("Examples"))
        else:
            self._show_dots(thinned.column(over), thinned.column(number), thinned.class_numbers())
            plot.setLabels(bottom=names[over], left=names[number])

    def apply_theme(self) -> None:
        """Use the theme's new colours; ``show_column`` draws the contents again."""
        plot_style.apply_theme(self._plot)

    def _show_bars(self, values: PartValues, number: int) -> None:
        classes, column = values.class_numbers(), values.column(number)
        if number == ANSWER and classes is not None:
            edges = np.arange(len(values.classes) + 1) - 0.5
            ticks = [list(enumerate(values.classes))]
            self._plot.getPlotItem().getAxis("bottom").setTicks(ticks)
        else:
            edges = np.histogram_bin_edges(column, _BINS)
        groups = [column] if classes is None else [column[classes == each] for each in range(len(values.classes))]
        self.counts = np.array([np.histogram(each, edges)[0] for each in groups])
        foot = np.zeros(len(edges) - 1)
        gap = 0.1 * (edges[1] - edges[0])
        for color, counts in zip(_colors(len(groups), classes is not None), self.counts, strict=True):
            bars = pyqtgraph.BarGraphItem(
                x0=edges[:-1] + gap / 2, x1=edges[1:] - gap / 2, y0=foot, height=counts, brush=color, pen=None
            )
            foot = foot + counts
            self._add(bars)
        highest = max(1.0, float(foot.max()) * 1.05)
        self._plot.getViewBox().setRange(xRange=(edges[0], edges[-1]), yRange=(0, highest), padding=0)

    def _show_dots(self, x: NDArray[np.float64], y: NDArray[np.float64], classes: NDArray[np.int64] | None) -> None:
        self.counts = np.zeros((0, 0), np.int64)
        n_classes = 1 if classes is None else int(classes.max()) + 1 if len(classes) else 0
        for number, color in enumerate(_colors(max(2, n_classes) if classes is not None else 1, classes is not None)):
            rows = slice(None) if classes is None else classes == number
            dots = pyqtgraph.ScatterPlotItem(x[rows], y[rows], size=_DOT_PX, pen=None, brush=color)
            self._add(dots)
        self._plot.getViewBox().setRange(xRange=_ends(x), yRange=_ends(y), padding=0)

    def _add(self, item: object) -> None:
        self._plot.addItem(item)
        self._items.append(item)


def _colors(n: int, are_classes: bool) -> list[QColor]:
    if not are_classes:
        color = QColor(theme().color(Role.ACCENT))
        color.setAlphaF(0.7)
        return [color]
    return [value_color(-1.0), value_color(1.0)] if n == 2 else [class_color(number) for number in range(n)]


def _ends(values: NDArray[np.float64]) -> tuple[float, float]:
    low, high = (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)
    margin = 0.04 * (high - low) or 0.5
    return low - margin, high + margin
