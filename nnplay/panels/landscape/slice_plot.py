"""SlicePlot: the loss along one weight, the tangent at its present value, and the next step."""

from __future__ import annotations

import numpy as np
import pyqtgraph
from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnplay.appearance.theme import Role, theme
from nnplay.panels.plots import plot_style
from nnplay.project.inspection.terrain import Slice


class SlicePlot(QWidget):
    """A curve, its tangent, a ball at the present weight, and a ring where the next step takes it.

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
        self._now, self._next = (pyqtgraph.ScatterPlotItem(antialias=True) for _ in range(2))
        for item in (self._tangent, self._curve, self._step, self._next, self._now):
            self._plot.addItem(item)
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

    def show_slice(self, found: Slice, name: str, *, shows_slope: bool = True) -> None:
        """Draw a slice; ``name`` is the name of the weight. Without the slope there is no tangent and no next step."""
        self._shown, self._shows_slope = found, shows_slope
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
        here, ahead = (float(self._heights(np.array([loss]))[0]) for loss in (found.loss, found.next_loss))
        self._now.setData([found.value], [here])
        is_shown = bool(np.isfinite(ahead)) and self._shows_slope
        self._next.setData([found.next_value] if is_shown else [], [ahead] if is_shown else [])
        self._step.setData(*(([found.value, found.next_value], [here, ahead]) if is_shown else ([], [])))
        seen = losses[np.isfinite(losses)]
        if len(seen):
            low, high = (float(seen.min()), float(seen.max())) if self._is_log else (0.0, float(seen.max()))
            low = min(low, float(seen.min()))
            margin = 0.06 * (high - low) or 0.5
            bottom = low - margin if low < 0 or self._is_log else low
            x_range = (float(found.values[0]), float(found.values[-1]))
            self._plot.getViewBox().setRange(xRange=x_range, yRange=(bottom, high + margin), padding=0)

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
        if self._shown is not None:
            self._draw()
