"""A remedy of the doctor does what its button says, whatever the run is doing, and is not judged before it shows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from nnplay.document import EditName
from nnplay.engine import SGD
from nnplay.panels.training.train_button import TrainButton
from nnplay.project import edits
from nnplay.project.doctor.remedies import dropout
from nnplay.training import RunState

CAPTION = "Learning rate 0.03, and start again"


@pytest.fixture
def ill(window, session, qtbot):
    """A window that trains with a learning rate of 10 until the doctor offers a better one; returns the offer."""
    session.document.perform(EditName("rate"), lambda project: edits.set_training(project, with_rate(project, 10.0)))
    window.show_panel("doctor")
    panel = window.docks["doctor"].panel
    QTest.mouseClick(window.control_bar.findChild(TrainButton), Qt.MouseButton.LeftButton)

    def offer():
        return next((each for each in panel.findChildren(QPushButton) if each.text() == CAPTION), None)

    qtbot.waitUntil(lambda: offer() is not None and offer().isVisible(), timeout=20_000)
    return offer()


def with_rate(project, rate):

    return replace(project.training, optimizer=SGD(rate))


def state_of(session):
    project = session.document.project
    return project.training.optimizer.learning_rate, session.controller.state


def test_while_a_run_goes_on_it_starts_again(window, session, qtbot, ill, undo_texts):
    seen = session.controller.snapshot.step
    QTest.mouseClick(ill, Qt.MouseButton.LeftButton)
    assert state_of(session) == (0.03, RunState.RUNNING)
    assert undo_texts()[-1] == CAPTION
    assert undo_texts()[-2].startswith("Train ")
    assert session.document.project.history.is_empty
    assert session.controller.snapshot.step < seen
    doctor = window.doctor
    assert doctor.is_waiting
    qtbot.waitUntil(lambda: not doctor.is_waiting, timeout=20_000)
    assert not any(each.rule.startswith("rate") for each in doctor.diagnoses)
    qtbot.waitUntil(lambda: session.controller.history.train_loss[-1] < 0.1, timeout=20_000)
    session.stop()


def test_while_paused_it_starts_again(window, session, qtbot, ill):
    session.toggle_training()
    qtbot.waitUntil(lambda: session.controller.state is RunState.PAUSED)
    QTest.mouseClick(ill, Qt.MouseButton.LeftButton)
    assert state_of(session) == (0.03, RunState.RUNNING)
    session.stop()


def test_after_the_run_has_ended_it_starts_again(window, session, qtbot, ill):
    session.stop()
    qtbot.waitUntil(lambda: session.controller.state is RunState.IDLE)
    QTest.mouseClick(ill, Qt.MouseButton.LeftButton)
    assert state_of(session) == (0.03, RunState.RUNNING)
    session.stop()


def test_undo_brings_back_what_was_trained(window, session, qtbot, ill):
    QTest.mouseClick(ill, Qt.MouseButton.LeftButton)
    session.stop()
    while session.document.project.training.optimizer.learning_rate != 10:
        session.document.undo()
    assert not session.document.project.history.is_empty


def test_a_layer_that_is_added_lets_the_run_go_on(window, session, qtbot):

    session.toggle_training()
    qtbot.waitUntil(lambda: session.controller.snapshot.step > 0)
    session.apply_remedy(dropout(session.document.project))
    assert session.controller.state is RunState.RUNNING
    assert "dropout" in session.document.project.network.shapes
    session.stop()
