"""HistogramPlot: the distribution of a layer's numbers from epoch to epoch; darker where there are more of them."""

from __future__ import annotations

import numpy as np
import pyqtgraph
from PySide6.QtCore import QPointF, QRectF, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnplay.appearance.qt_types import rgba
from nnplay.appearance.theme import Role, theme
from nnplay.panels.plots import plot_style
from nnplay.panels.widgets.table import Table

_COLUMNS = 200


class HistogramPlot(QWidget):
    """Epochs to the right, values upwards.

    Signals
    -------
    pointed(object)
        (epoch, value, share of the values in the bin there), or None.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._epochs, self._edges = np.empty(0), np.empty(0)
        self._shares: np.ndarray = np.empty((0, 0))
        self._is_log = False
        self._plot = plot_style.create_plot(self.tr("Epoch"), self.tr("Value"), self)
        self._plot.setAccessibleName(self.tr("Histogram over time"))
        self._image = pyqtgraph.ImageItem()
        self._plot.addItem(self._image)
        self._plot.scene().sigMouseMoved.connect(self._on_mouse_moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self.setMinimumSize(160, 110)

    @property
    def shares(self) -> np.ndarray:
        """The shares as drawn, (t, bins)."""
        return self._shares

    def show_density(self, epochs: np.ndarray, edges: np.ndarray, shares: np.ndarray, *, is_log: bool = False) -> None:
        """Show epochs (t,), edges (bins + 1,) or their exponents if they are powers of ten, and shares (t, bins)."""
        if is_log is not self._is_log:
            self._is_log = is_log
            axis = self._plot.getPlotItem().getAxis("left")
            axis.setLogMode(is_log)
            axis.setLabel(self.tr("Magnitude") if is_log else self.tr("Value"))
        self._epochs, self._edges, self._shares = epochs, edges, shares
        last = max(float(epochs[-1]), float(epochs[0]) + 1)
        # Columns are evenly spaced in time but moments are not: each column shows the last moment before it.
        at = np.linspace(float(epochs[0]), last, _COLUMNS)
        columns = shares[np.clip(np.searchsorted(epochs, at, side="right") - 1, 0, len(epochs) - 1)]
        self._image.setImage(np.sqrt(columns / max(float(shares.max()), 1e-30)), levels=(0, 1), lut=_colors())
        area = QRectF(QPointF(float(epochs[0]), edges[0]), QPointF(last, edges[-1]))
        self._image.setRect(area)
        self._plot.getViewBox().setRange(area, padding=0)

    def table(self) -> Table:
        """Return a row for each moment and bin: its edges, and the share of the values in it."""
        edges = 10**self._edges if self._is_log else self._edges
        n_moments, n_bins = self._shares.shape
        columns = {"epoch": np.repeat(self._epochs, n_bins)}
        for name, values in (("from", edges[:-1]), ("to", edges[1:])):
            columns[name] = np.tile(values, n_moments)
        return Table({**columns, "share": self._shares.ravel()})

    def apply_theme(self) -> None:
        """Use the theme's new colours."""
        plot_style.apply_theme(self._plot)
        if len(self._epochs):
            self.show_density(self._epochs, self._edges, self._shares, is_log=self._is_log)

    @Slot(object)
    def _on_mouse_moved(self, position: QPointF) -> None:
        if not len(self._epochs) or not self._plot.getViewBox().sceneBoundingRect().contains(position):
            self.pointed.emit(None)
            return
        at = self._plot.getViewBox().mapSceneToView(position)
        moment = int(np.clip(np.searchsorted(self._epochs, at.x(), side="right") - 1, 0, len(self._epochs) - 1))
        place = int(np.clip(np.searchsorted(self._edges, at.y()) - 1, 0, self._shares.shape[1] - 1))
        value = 10 ** at.y() if self._is_log else at.y()
        self.pointed.emit((float(self._epochs[moment]), value, float(self._shares[moment, place])))


def _colors() -> np.ndarray:
    ends = [np.array(rgba(theme().color(role)), np.float64) for role in (Role.SURFACE, Role.ACCENT)]
    share = np.linspace(0, 1, 256)[:, np.newaxis]
    mixed: np.ndarray = (1 - share) * ends[0] + share * ends[1]
    return mixed.round().astype(np.uint8)
