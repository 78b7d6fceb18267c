"""LossPanel: how training and test loss fall from epoch to epoch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from nnplay.look import metrics
from nnplay.look.theme import Role
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.plot_readout import CurveStyle
from nnplay.panels.round_numbers import decades_around, round_up
from nnplay.panels.table import Table
from nnplay.project.project import CURVES

if TYPE_CHECKING:
    from nnplay.panels.curve_plot import CurvePlot
    from nnplay.training import TrainingController

_CALM_MS = 300
"""When after the panel is seen its plot is made, if nothing has been trained by then."""

_FEWEST_EPOCHS = 10.0
"""Epochs that the axis spans at least, so that the first points do not jump about."""


class LossPanel(LivePanel):
    """The curves of the controller's history; the whole run unless somebody zooms in."""

    def __init__(self, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._plot: CurvePlot | None = None
        # Importing pyqtgraph is slow: neither the window's first picture nor the first epoch shall wait for it.
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._make_plot)
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

    def picture(self) -> QWidget | None:
        return self._plot if len(self._controller.history) else None

    def table(self) -> Table | None:
        history = self._controller.history
        return Table({name: getattr(history, name) for name in CURVES}) if len(history) else None

    @property
    def plot(self) -> CurvePlot | None:
        """The plot; None until it is made."""
        return self._plot

    def refresh(self) -> None:
        history = self._controller.history
        if not len(history.epoch):
            self._pages.setCurrentIndex(0)
            if self._plot is None:
                self._calm.start()
            else:
                self._plot.fit()
            return
        plot = self._make_plot()
        plot.set_log_scale(self._log_box.isChecked())
        plot.set_range((0.0, _whole_axis(history.epoch[-1])), self._loss_range(history.train_loss, history.test_loss))
        plot.set_curves(history.epoch, history.train_loss, history.test_loss)
        self._pages.setCurrentIndex(1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._calm.stop()

    def apply_theme(self) -> None:
        if self._plot is not None:
            self._plot.apply_theme()

    @Slot()
    def _make_plot(self) -> CurvePlot:
        if self._plot is not None:
            return self._plot
        from nnplay.panels.curve_plot import CurvePlot

        self._plot = CurvePlot(
            self.tr("Epoch"),
            self.tr("Loss"),
            (CurveStyle(self.tr("Training loss"), Role.TRAIN), CurveStyle(self.tr("Test loss"), Role.TEST)),
            self._epoch_text,
        )
        self._plot.setAccessibleName(self.tr("Loss by epoch"))
        self._plot.setAccessibleDescription(self.tr("The arrow keys read the curves point by point."))
        self._plot.fitted_changed.connect(self._fit_button.setHidden)
        self._fit_button.clicked.connect(self._plot.fit)
        self._column.addWidget(self._plot, 1)
        return self._plot

    def _epoch_text(self, epoch: float) -> str:
        return self.tr("Epoch {epoch}").format(epoch=f"{epoch:,.10g}")

    def _loss_range(self, *curves: np.ndarray) -> tuple[float, float]:
        greatest = np.fmax.reduce([np.fmax.reduce(curve) for curve in curves])  # NaN only where nothing is known
        if not np.isfinite(greatest) or greatest <= 0:
            return (-1.0, 0.0) if self._log_box.isChecked() else (0.0, 1.0)
        if not self._log_box.isChecked():
            return 0.0, round_up(greatest)
        least = min(np.minimum.reduce(curve, where=curve > 0, initial=greatest) for curve in curves)
        return decades_around(least, greatest)


def _whole_axis(last_epoch: float) -> float:
    return max(_FEWEST_EPOCHS, round_up(float(last_epoch))) if last_epoch > 0 else _FEWEST_EPOCHS
