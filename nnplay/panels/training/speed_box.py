"""SpeedBox: a limit on the speed of a run, so that people can watch a small network learn."""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from nnplay.runs import FULL_SPEED, Speed

if TYPE_CHECKING:
    from nnplay.training import TrainingController

SPEEDS = (
    *(Speed(per_second, is_in_steps=True) for per_second in (1.0, 5.0, 20.0)),
    *(Speed(per_second) for per_second in (1.0, 5.0, 20.0, 60.0)),
    FULL_SPEED,
)


FIRST_SPEED = Speed(60.0)
"""The default: at full speed, a small network has learned before anyone has looked."""


class SpeedBox(QComboBox):
    """A list of speeds; it affects a run at once, and belongs to the preferences, not to the project."""

    def __init__(self, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        for speed in SPEEDS:
            self.addItem(self._text(speed), speed)
        self.setCurrentIndex(SPEEDS.index(controller.speed) if controller.speed in SPEEDS else -1)
        self.activated.connect(self._on_activated)

    def _text(self, speed: Speed) -> str:
        if isinf(speed.per_second):
            return self.tr("Fastest")
        text = self.tr("{number} steps/s") if speed.is_in_steps else self.tr("{number} epochs/s")
        return text.format(number=f"{speed.per_second:.0f}")

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self._controller.set_speed(SPEEDS[index])
