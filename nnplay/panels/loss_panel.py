"""LossPanel: how training and test loss fall from epoch to epoch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from nnplay.look import metrics
from nnplay.look.theme import Role
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.plot_readout import CurveStyle
from nnplay.panels.round_numbers import decades_around, round_up

if TYPE_CHECKING:
    from nnplay.panels.curve_plot import CurvePlot
    from nnplay.training import TrainingController

_FEWEST_EPOCHS = 10.0
"""Epochs that the axis spans at least, so that the first points do not jump about."""


class LossPanel(LivePanel):
    """The curves of the controller's history; the whole run unless somebody zooms in."""

    def __init__(self, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._plot: CurvePlot | None = None  # made with the first points: pyqtgraph is slow to import
        self._log_box = QCheckBox(self.tr("&Logarithmic scale"))
        self._log_box.setToolTip(self.tr("Each step of the loss axis is a factor of ten: small losses stay readable"))
        self._fit_button = QPushButton(self.tr("&Whole run"))
        self._fit_button.setToolTip(self.tr("Show the curves from the first to the last epoch (double-click, Home)"))
        self._fit_button.hide()
        self._invitation = QLabel(self.tr("Press Train to see the loss fall."))
        self._invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._invitation.setWordWrap(True)
        self._invitation.setProperty("look", "muted")

        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._log_box)
        row.addStretch(1)
        row.addWidget(self._fit_button)
        curves = QWidget()
        self._column = QVBoxLayout(curves)
        self._column.setContentsMargins(metrics.SMALL, metrics.SMALL, metrics.SMALL, metrics.TINY)
        self._column.setSpacing(metrics.TINY)
        self._column.addWidget(self._bar)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._invitation)
        self._pages.addWidget(curves)

        self._log_box.toggled.connect(self.invalidate)
        controller.history_changed.connect(self.invalidate)

    def title(self) -> str:
        return self.tr("Loss")

    @property
    def plot(self) -> CurvePlot | None:
        """The plot; None before the first point."""
        return self._plot

    def refresh(self) -> None:
        history = self._controller.history
        if not len(history.epoch):
            self._pages.setCurrentIndex(0)
            if self._plot is not None:
                self._plot.fit()
            return
        plot = self._plot or self._make_plot()
        plot.set_log_scale(self._log_box.isChecked())
        plot.set_range((0.0, _whole_axis(history.epoch[-1])), self._loss_range(history.train_loss, history.test_loss))
        plot.set_curves(history.epoch, history.train_loss, history.test_loss)
        self._pages.setCurrentIndex(1)

    def apply_theme(self) -> None:
        if self._plot is not None:
            self._plot.apply_theme()

    def _make_plot(self) -> CurvePlot:
        from nnplay.panels.curve_plot import CurvePlot

        self._plot = CurvePlot(
            self.tr("Epoch"),
            self.tr("Loss"),
            (CurveStyle(self.tr("Training loss"), Role.TRAIN), CurveStyle(self.tr("Test loss"), Role.TEST)),
            self._epoch_text,
        )
        self._plot.setAccessibleName(self.tr("Loss by epoch"))
        self._plot.setToolTip(self.tr("Scroll to zoom, drag to move, double-click for the whole run"))
        self._plot.fitted_changed.connect(self._fit_button.setHidden)
        self._fit_button.clicked.connect(self._plot.fit)
        self._column.addWidget(self._plot, 1)
        return self._plot

    def _epoch_text(self, epoch: float) -> str:
        return self.tr("Epoch {epoch}").format(epoch=f"{epoch:,.10g}")

    def _loss_range(self, *curves: np.ndarray) -> tuple[float, float]:
        greatest = max(float(np.fmax.reduce(curve)) for curve in curves)
        if not self._log_box.isChecked():
            return 0.0, round_up(greatest) if greatest > 0 and np.isfinite(greatest) else 1.0
        positive = [curve[curve > 0] for curve in curves]
        least = [float(curve.min()) for curve in positive if curve.size]
        return decades_around(min(least), greatest) if least else (-1.0, 0.0)


def _whole_axis(last_epoch: float) -> float:
    return max(_FEWEST_EPOCHS, round_up(float(last_epoch))) if last_epoch > 0 else _FEWEST_EPOCHS
