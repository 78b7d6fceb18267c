"""TrainButton: keeps the keyboard over the moment in which a run ends and nothing can be trained."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from nnplay.panels.training.train_button import TrainButton


@pytest.fixture
def ground(qtbot, qapp):
    ground = QWidget()
    qtbot.addWidget(ground)
    action = QAction("Train", ground)
    ground.train, ground.stop, ground.other = TrainButton(action), QPushButton("Stop"), QPushButton("Other")
    ground.action = action
    row = QHBoxLayout(ground)
    for button in (ground.train, ground.stop, ground.other):
        row.addWidget(button)
    ground.show()
    ground.activateWindow()
    qtbot.waitUntil(lambda: qapp.activeWindow() is ground)
    return ground


def test_the_keyboard_comes_back_from_stop(ground, qapp):
    ground.train.setFocus()
    ground.action.setEnabled(False)
    assert qapp.focusWidget() is ground.stop
    ground.action.setEnabled(True)
    assert qapp.focusWidget() is ground.train


def test_who_has_gone_elsewhere_meanwhile_stays_there(ground, qapp):
    ground.train.setFocus()
    ground.action.setEnabled(False)
    ground.other.setFocus()
    ground.action.setEnabled(True)
    assert qapp.focusWidget() is ground.other


def test_who_was_never_there_is_not_fetched(ground, qapp):
    ground.stop.setFocus()
    ground.action.setEnabled(False)
    ground.action.setEnabled(True)
    assert qapp.focusWidget() is ground.stop
