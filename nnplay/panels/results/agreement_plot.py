"""AgreementPlot: predicted values over actual ones, with the line on which both agree."""

from __future__ import annotations

import numpy as np
import pyqtgraph
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnplay.appearance.theme import Role, theme
from nnplay.panels.plots import plot_style

_MOST = 5_000


class AgreementPlot(QWidget):
    """One dot per example and output; a dot on the diagonal is a correct prediction."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot = plot_style.create_plot(self.tr("True value"), self.tr("Predicted value"), self)
        self._plot.setAccessibleName(self.tr("Predicted against actual"))
        self._line = pyqtgraph.PlotCurveItem(antialias=True)
        self._dots = pyqtgraph.ScatterPlotItem(size=5, antialias=True)
        self._plot.addItem(self._line)
        self._plot.addItem(self._dots)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self.setMinimumSize(160, 110)
        self.apply_theme()

    @property
    def places(self) -> tuple[np.ndarray, np.ndarray]:
        """Actual and predicted values as drawn."""
        x, y = self._dots.getData()
        return x, y

    def show_answers(self, targets: np.ndarray, predictions: np.ndarray) -> None:
        """Show (n, k) targets and predictions; if there are many examples, an evenly spaced selection."""
        step = max(1, len(targets) // _MOST)
        x, y = targets[::step].ravel(), predictions[::step].ravel()
        self._dots.setData(x, y)
        ends = np.array([min(x.min(), y.min()), max(x.max(), y.max())], np.float64)
        if not np.isfinite(ends).all() or ends[0] == ends[1]:
            ends = np.array([x.min() - 1, x.max() + 1], np.float64)
        ends += np.array([-0.04, 0.04]) * (ends[1] - ends[0])
        self._line.setData(ends, ends)
        self._plot.getViewBox().setRange(xRange=tuple(ends), yRange=tuple(ends), padding=0)

    def apply_theme(self) -> None:
        """Use the theme's new colours."""
        plot_style.apply_theme(self._plot)
        color = theme().color(Role.ACCENT)
        color.setAlphaF(0.55)
        self._dots.setPen(None)
        self._dots.setBrush(color)
        self._line.setPen(plot_style.cosmetic_pen(theme().color(Role.MUTED), 1, Qt.PenStyle.DashLine))
