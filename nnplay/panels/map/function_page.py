"""FunctionPage: the curve that the network has learned: its output over its one input, among the data."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnplay.appearance.theme import Role, theme
from nnplay.data import Dataset
from nnplay.engine import Examples, Network, NetworkSpec, Part
from nnplay.panels.plots import plot_style

_N_SAMPLES = 200
_MOST_DOTS = 1_000
_MARGIN = 0.08
_DOT_PX = 5


@dataclass(frozen=True, eq=False)
class _Runner:
    """A network ready to run, kept while its description stays the same."""

    spec: NetworkSpec
    network: Network


class FunctionPage(QWidget):
    """A line through dots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner: _Runner | None = None
        self._plot = plot_style.create_plot("", "", self)
        self._plot.setAccessibleName(self.tr("Learned function"))
        self._train = pyqtgraph.ScatterPlotItem(size=_DOT_PX, pen=None)
        self._test = pyqtgraph.ScatterPlotItem(size=_DOT_PX)
        for item in (self._train, self._test):
            self._plot.addItem(item)
        self._line = plot_style.add_curve(self._plot, grows=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self.setMinimumSize(160, 110)
        self.apply_theme()

    @property
    def curve(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Inputs and outputs of the network, as drawn."""
        x, y = self._line.getData()
        return x, y

    def show_function(
        self,
        spec: NetworkSpec,
        parameters: NDArray[np.float32],
        muted: tuple[Part, ...],
        dataset: Dataset,
    ) -> None:
        """Show the output of a network with one input, over the range of its data; test data as rings."""
        if self._runner is None or self._runner.spec is not spec:
            self._runner = _Runner(spec, Network(spec))
        self._runner.network.load(parameters, muted)
        parts = [part for part in (dataset.train, dataset.test) if len(part)]
        x_ends = _ends(np.concatenate([part.x[:, 0] for part in parts]))
        x = np.linspace(*x_ends, _N_SAMPLES, dtype=np.float32)
        y = self._runner.network.predict(x[:, np.newaxis])[:, 0]
        self._line.setData(x, y)
        for item, part in ((self._train, dataset.train), (self._test, dataset.test)):
            item.setData(part.x[:_MOST_DOTS, 0], _targets(part)[:_MOST_DOTS])
        y_ends = _ends(np.concatenate([_targets(part) for part in parts]))
        self._plot.getPlotItem().setLabels(bottom=dataset.features[0] if dataset.features else "x", left="y")
        self._plot.getViewBox().setRange(xRange=x_ends, yRange=y_ends, padding=0)

    def apply_theme(self) -> None:
        """Use the theme's new colours."""
        plot_style.apply_theme(self._plot)
        self._line.setPen(plot_style.cosmetic_pen(theme().color(Role.ACCENT), 2))
        self._train.setBrush(theme().color(Role.TRAIN))
        self._test.setBrush(None)
        self._test.setPen(plot_style.cosmetic_pen(theme().color(Role.TEST)))


def _targets(part: Examples) -> NDArray[np.float32]:
    """Return the first target of each example; empty if there are no examples."""
    return part.y if part.y.ndim == 1 else part.y[:, 0]


def _ends(values: NDArray[np.float32]) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    margin = _MARGIN * (high - low) or 1.0
    return low - margin, high + margin
