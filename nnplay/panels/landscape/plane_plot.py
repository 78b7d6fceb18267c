"""PlanePlot: the loss over two directions as a contour map, with the path that training took."""

from __future__ import annotations

import numpy as np
import pyqtgraph
from PySide6.QtCore import QPointF, QRectF, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnplay.appearance.theme import Role, theme
from nnplay.panels.landscape.height_scale import N_BANDS, HeightScale, band_colors
from nnplay.panels.plots import plot_style
from nnplay.project.inspection.terrain import Plane

_SHARPENING = 6
"""Interpolated samples per computed one, so that the borders of the bands are smooth contour lines."""


_MANY_TIMES = 50
"""Ratio of the highest to the lowest loss from which a linear scale would hide the valley."""


class PlanePlot(QWidget):
    """Bands of equal loss, darker where it is higher; a line along the path, a ball at the present weights.

    Signals
    -------
    pointed(object)
        (first, second, loss) under the cursor, or None.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Plane | None = None
        self._wants_log: bool | None = (
            None  # until the person chooses: the scale that shows losses of very different size
        )
        self._plot = plot_style.create_plot("", "", self)
        self._plot.setAccessibleName(self.tr("Loss over two directions"))
        self._image = pyqtgraph.ImageItem()
        self._path, self._step = (pyqtgraph.PlotCurveItem(antialias=True) for _ in range(2))
        self._now, self._next = (pyqtgraph.ScatterPlotItem(antialias=True) for _ in range(2))
        for item in (self._image, self._path, self._step, self._next, self._now):
            self._plot.addItem(item)
        self._scale = HeightScale()
        self._plot.scene().sigMouseMoved.connect(self._on_mouse_moved)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._plot, 1)
        row.addWidget(self._scale)
        self.setMinimumSize(160, 110)
        self.apply_theme()

    @property
    def shown(self) -> Plane | None:
        """The plane drawn."""
        return self._shown

    @property
    def is_log(self) -> bool:
        """Whether each band is a multiple of the one below it, instead of a fixed amount higher."""
        losses = np.array([]) if self._shown is None else self._shown.losses[np.isfinite(self._shown.losses)]
        if not len(losses) or losses.min() <= 0:
            return False
        return bool(losses.max() > _MANY_TIMES * losses.min()) if self._wants_log is None else self._wants_log

    def set_log_scale(self, is_log: bool) -> None:
        """Use a logarithmic or a linear scale for the bands; a logarithmic one cannot show losses of 0."""
        self._wants_log = is_log
        if self._shown is not None:
            self._draw()

    def show_plane(self, found: Plane, names: tuple[str, str]) -> None:
        """Draw a plane; the names of its two directions label the axes."""
        self._shown = found
        for side, name in zip(("bottom", "left"), names, strict=True):
            self._plot.getPlotItem().getAxis(side).setLabel(name)
        self._draw()

    def apply_theme(self) -> None:
        """Use the theme's new colours."""
        plot_style.apply_theme(self._plot)
        text, surface = theme().color(Role.TEXT), theme().color(Role.SURFACE)
        self._path.setPen(plot_style.cosmetic_pen(text, 1.5))
        self._step.setPen(plot_style.cosmetic_pen(theme().color(Role.NEGATIVE), 2))
        self._now.setData(size=11, pen=plot_style.cosmetic_pen(surface, 1.5), brush=theme().color(Role.NEGATIVE))
        self._next.setData(size=10, pen=plot_style.cosmetic_pen(theme().color(Role.NEGATIVE), 2), brush=None)
        if self._shown is not None:
            self._draw()

    def _draw(self) -> None:
        found = self._shown
        assert found is not None
        heights = np.where(np.isfinite(found.losses), found.losses, np.nan)
        low, high = (float(np.nanmin(heights)), float(np.nanmax(heights))) if np.isfinite(heights).any() else (0, 1)
        is_log = self.is_log
        if is_log:
            heights, ends = np.log10(heights), (np.log10(low), np.log10(high))
        else:
            ends = (low, high)
        fine = _refine(np.nan_to_num(heights, nan=ends[1]))
        bands = np.clip((fine - ends[0]) / max(ends[1] - ends[0], 1e-30) * N_BANDS, 0, N_BANDS - 1).astype(np.uint8)
        self._image.setImage(bands.T, levels=(0, N_BANDS - 1), lut=band_colors(), autoLevels=False)
        area = QRectF(QPointF(found.first[0], found.second[0]), QPointF(found.first[-1], found.second[-1]))
        self._image.setRect(area)
        self._scale.show_range(low, high, is_log=is_log)
        self._path.setData(found.path[:, 0], found.path[:, 1])
        self._now.setData([found.place[0]], [found.place[1]])
        self._next.setData([found.next_place[0]], [found.next_place[1]])
        self._step.setData(*np.array([found.place, found.next_place]).T)
        self._plot.getViewBox().setRange(area, padding=0)

    @Slot(object)
    def _on_mouse_moved(self, position: QPointF) -> None:
        found = self._shown
        if found is None or not self._plot.getViewBox().sceneBoundingRect().contains(position):
            self.pointed.emit(None)
            return
        at = self._plot.getViewBox().mapSceneToView(position)
        column = int(np.abs(found.first - at.x()).argmin())
        row = int(np.abs(found.second - at.y()).argmin())
        self.pointed.emit((float(found.first[column]), float(found.second[row]), float(found.losses[row, column])))


def _refine(heights: np.ndarray) -> np.ndarray:
    """Return values interpolated linearly between the samples, along one axis and then along the other."""
    across, down = (_interpolation(n) for n in heights.shape[::-1])
    sharp: np.ndarray = down @ heights @ across.T
    return sharp


def _interpolation(n: int) -> np.ndarray:
    at = np.linspace(0, n - 1, (n - 1) * _SHARPENING + 1)
    weights: np.ndarray = np.maximum(0, 1 - np.abs(at[:, np.newaxis] - np.arange(n)))
    return weights
