"""SlicePlot: the loss along one weight from wall to wall: the start, the tangent, the next step, the minimum."""

from __future__ import annotations

import numpy as np
import pyqtgraph
from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnplay.appearance.theme import Role, theme
from nnplay.panels.landscape.slice_labels import SliceLabels
from nnplay.panels.plots import plot_style
from nnplay.project.inspection.terrain import Slice

_ABOVE = 1.6
"""How high the picture reaches, as a multiple of the highest place with a name."""


class SlicePlot(QWidget):
    """A curve, its tangent, a ball at the present weight, and a ring where the next step takes it; all named.

    Signals
    -------
    pointed(object)
        (value, loss) of the curve under the cursor, or None.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Slice | None = None
        self._is_log = False
        self._shows_slope = True
        self._plot = plot_style.create_plot(self.tr("Weight"), self.tr("Loss"), self)
        self._plot.setAccessibleName(self.tr("Loss along one weight"))
        self._curve, self._tangent, self._step = (pyqtgraph.PlotCurveItem(antialias=True) for _ in range(3))
        self._now, self._next, self._start, self._best = (pyqtgraph.ScatterPlotItem(antialias=True) for _ in range(4))
        for item in (self._tangent, self._curve, self._step, self._start, self._best, self._next, self._now):
            self._plot.addItem(item)
        self.labels = SliceLabels(self._plot)
        self._rate: float | None = None
        self._plot.scene().sigMouseMoved.connect(self._on_mouse_moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self.setMinimumSize(160, 110)
        self.apply_theme()

    @property
    def shown(self) -> Slice | None:
        """The slice drawn."""
        return self._shown

    @property
    def is_log(self) -> bool:
        """Whether the loss is drawn on a logarithmic axis."""
        return self._is_log

    def show_slice(self, found: Slice, name: str, rate: float | None, *, shows_slope: bool = True) -> None:
        """Draw a slice.

        Parameters
        ----------
        name
            The name of the weight.
        rate
            The learning rate.
        shows_slope
            Whether there are a tangent, the next step and the minimum.
        """
        self._shown, self._rate, self._shows_slope = found, rate, shows_slope
        self._plot.getPlotItem().getAxis("bottom").setLabel(name)
        self._draw()

    def set_log_scale(self, is_log: bool) -> None:
        """Draw the loss on a logarithmic or a linear axis."""
        self._is_log = is_log
        self._plot.getPlotItem().getAxis("left").setLogMode(is_log)
        if self._shown is not None:
            self._draw()

    def _draw(self) -> None:
        found = self._shown
        assert found is not None
        losses = self._heights(found.losses)
        self._curve.setData(found.values, losses, connect="finite")
        tangent = found.tangent if self._shows_slope else np.full_like(found.values, np.nan)
        self._tangent.setData(found.values, self._heights(tangent), connect="finite")
        heights = self._named_heights(found)
        here, ahead = heights["here"], heights["next"]
        self._now.setData([found.value], [here])
        self._start.setData([found.start], [heights["start"]])
        best = found.best if self._shows_slope else None
        self._best.setData(*(([], []) if best is None else ([best[0]], [heights["minimum"]])))
        is_shown = bool(np.isfinite(ahead)) and self._shows_slope
        self._next.setData([found.next_value] if is_shown else [], [ahead] if is_shown else [])
        self._step.setData(*(([found.value, found.next_value], [here, ahead]) if is_shown else ([], [])))
        seen = losses[np.isfinite(losses)]
        if len(seen):
            low, top = self._height_range(losses, heights)
            x_range = _reach(found.values, losses <= top)
            self._plot.getViewBox().setRange(xRange=x_range, yRange=(low, top), padding=0)
            self.labels.show(found, heights, top, self._rate, shows_slope=self._shows_slope)

    def _named_heights(self, found: Slice) -> dict[str, float]:
        losses = {"start": found.start_loss, "here": found.loss, "next": found.next_loss}
        if found.best is not None:
            losses["minimum"] = found.best[1]
        return {name: float(self._heights(np.array([loss]))[0]) for name, loss in losses.items()}

    def _height_range(self, losses: np.ndarray, named: dict[str, float]) -> tuple[float, float]:
        """Return the heights from below the valley to above what has a name; the higher wall may be cut off.

        A wall that rises far above everything else would press the valley flat.
        """
        seen = losses[np.isfinite(losses)]
        low, high = float(seen.min()), float(seen.max())
        if not self._is_log:
            low = min(low, 0.0)
        walls = [float(wall) for wall in (losses[0], losses[-1]) if np.isfinite(wall)]
        names = [height for height in named.values() if np.isfinite(height)]
        wanted = max([low + _ABOVE * (max(names, default=high) - low), *([min(walls)] if walls else [])])
        high = min(high, wanted) if wanted > low else high
        margin = 0.06 * (high - low) or 0.5
        return (low - margin if low < 0 or self._is_log else low), high + margin

    def _heights(self, losses: np.ndarray) -> np.ndarray:
        if not self._is_log:
            return np.where(np.isfinite(losses), losses, np.nan)
        with np.errstate(all="ignore"):
            heights = np.log10(losses)
        return np.where(np.isfinite(heights), heights, np.nan)

    @Slot(object)
    def _on_mouse_moved(self, position: QPointF) -> None:
        found = self._shown
        if found is None or not self._plot.getViewBox().sceneBoundingRect().contains(position):
            self.pointed.emit(None)
            return
        x = self._plot.getViewBox().mapSceneToView(position).x()
        self.pointed.emit((x, float(np.interp(x, found.values, found.losses))))

    def apply_theme(self) -> None:
        """Use the theme's new colours."""
        plot_style.apply_theme(self._plot)
        accent, other = theme().color(Role.ACCENT), theme().color(Role.NEGATIVE)
        self._curve.setPen(plot_style.cosmetic_pen(accent, 2))
        self._tangent.setPen(plot_style.cosmetic_pen(other, 1.5, Qt.PenStyle.DashLine))
        self._step.setPen(plot_style.cosmetic_pen(theme().color(Role.TEXT), 1.5))
        self._now.setData(size=11, pen=plot_style.cosmetic_pen(theme().color(Role.SURFACE), 1.5), brush=accent)
        self._next.setData(size=10, pen=plot_style.cosmetic_pen(theme().color(Role.TEXT), 2), brush=None)
        self._start.setData(size=10, pen=plot_style.cosmetic_pen(accent, 1.5), brush=None)
        self._best.setData(size=8, pen=None, brush=theme().color(Role.POSITIVE))
        self.labels.apply_theme()
        if self._shown is not None:
            self._draw()


def _reach(values: np.ndarray, is_seen: np.ndarray) -> tuple[float, float]:
    """Return the range of the values that are seen, and one more on both sides, where the walls leave the picture."""
    places = np.flatnonzero(is_seen)
    first, last = max(int(places[0]) - 1, 0), min(int(places[-1]) + 1, len(values) - 1)
    return float(values[first]), float(values[last])
