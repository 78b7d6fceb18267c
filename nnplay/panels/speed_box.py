"""SpeedBox: how many epochs a second a run may take, so that a small network's learning can be watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from nnplay.training import FULL_SPEED

if TYPE_CHECKING:
    from nnplay.training import TrainingController

SPEEDS = (1.0, 5.0, 20.0, 60.0, FULL_SPEED)
"""Epochs a second."""


class SpeedBox(QComboBox):
    """A choice of paces; it reaches a run that goes on at once and is no part of the project."""

    def __init__(self, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        for speed in SPEEDS:
            text = self.tr("Max") if speed == FULL_SPEED else f"{speed:.0f}"
            self.addItem(text, speed)
        self.setCurrentIndex(self.findData(controller.epochs_per_second))
        self.activated.connect(self._on_activated)

    @Slot()
    def _on_activated(self) -> None:
        self._controller.set_pace(self.currentData())
