"""The speed: what a person chooses reaches the controller, and a new window shows what was chosen."""

from pytestqt.qtbot import QtBot

from nnplay.panels.training.speed_box import SPEEDS, SpeedBox
from nnplay.runs import FULL_SPEED, Speed
from nnplay.training import TrainingController


def test_a_choice_reaches_the_controller_and_the_next_box(qtbot: QtBot) -> None:
    controller = TrainingController()
    try:
        box = SpeedBox(controller)
        qtbot.addWidget(box)
        assert box.currentData() == FULL_SPEED
        box.setCurrentIndex(SPEEDS.index(Speed(20.0)))
        box.activated.emit(box.currentIndex())
        assert controller.speed == Speed(20.0)
        another = SpeedBox(controller)
        qtbot.addWidget(another)
        assert another.currentData() == Speed(20.0)
    finally:
        controller.close()
