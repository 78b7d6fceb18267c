"""MessageBar: errors stay, news goes, nothing moves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from nnplay.engine import NnplayError, TrainingDivergedError
from nnplay.shell.messages import MessageBar, sentence
from nnplay.training import RunState


@pytest.fixture
def ground(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(700, 400)
    ground.show()
    return ground


@pytest.fixture
def bar(ground):
    bar = MessageBar(ground)
    yield bar
    bar.dismiss()


def test_at_first_there_is_nothing(bar):
    assert not bar.isVisible()


def test_an_error_is_a_sentence_with_its_values(bar):
    bar.show_error(TrainingDivergedError(step=17, epoch=2, loss=float("inf"), layer="hidden"))
    assert bar.isVisible()
    assert "step 17" in bar.text()
    assert "“hidden”" in bar.text()


def test_an_error_within_an_error_is_a_sentence_too(qapp):
    inner = NnplayError("{what} is missing.", what="It")
    assert sentence(NnplayError("Not done: {reason}", reason=inner)) == "Not done: It is missing."


def test_an_error_stays_and_news_goes(bar, qtbot):
    bar.show_news("Saved.")
    (timer,) = bar.findChildren(type(bar._timer))
    assert timer.isActive()
    bar.show_error(NnplayError("Wrong."))
    assert not timer.isActive()
    bar.show_news("Saved.")
    timer.setInterval(1)
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_an_error_is_forgotten_when_the_person_goes_on_and_news_is_not(bar):
    bar.show_error(NnplayError("It is missing."))
    bar.forget_past()
    assert not bar.isVisible()
    bar.show_news("Saved.")
    bar.forget_past()
    assert bar.isVisible()


@pytest.mark.parametrize("offer", ["can_undo", "can_draw"])
def test_an_offer_about_an_edit_goes_with_the_next_one(bar, offer):
    bar.show_news("Replaced.", **{offer: True})
    bar.forget_past()
    assert not bar.isVisible()


def test_that_training_has_stopped_is_said_until_it_begins(bar):
    bar.show_news("It has stopped.", until_run=True)
    bar.forget_past()
    bar.note_run(RunState.STOPPING)
    assert bar.isVisible()
    bar.note_run(RunState.RUNNING)
    assert not bar.isVisible()
    bar.show_news("Saved.")
    bar.note_run(RunState.RUNNING)
    assert bar.isVisible()


def test_it_can_be_dismissed(bar):
    bar.show_error(NnplayError("Wrong."))
    QTest.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_undo_is_offered_where_it_helps(bar, qtbot):
    bar.show_error(NnplayError("Wrong."))
    undo = bar.findChild(QPushButton)
    assert not undo.isVisible()
    bar.show_news("Replaced.", can_undo=True)
    with qtbot.waitSignal(bar.undo_requested):
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


@pytest.mark.parametrize("size", [(700, 400), (300, 300), (1600, 900)])
def test_a_long_message_stays_inside(bar, ground, size):
    bar.show_error(NnplayError("This is a very long sentence with many words. " * 8))
    ground.resize(*size)
    assert ground.rect().contains(bar.geometry())
    assert bar.height() >= bar.heightForWidth(bar.width())
