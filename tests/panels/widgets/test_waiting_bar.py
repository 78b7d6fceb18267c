"""WaitingBar: there once a question takes long, with its share; a click calls it off."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QProgressBar, QToolButton, QVBoxLayout, QWidget

from nnplay.background import Answerer, Question
from nnplay.panels.widgets.waiting_bar import WaitingBar


@pytest.fixture
def answerer(qtbot):
    parent = QObject()
    answerer = Answerer(parent)
    yield answerer
    answerer.close()


@pytest.fixture
def question(answerer):
    return Question(answerer, answerer)


@pytest.fixture
def bar(qtbot, question):
    page = QWidget()
    qtbot.addWidget(page)
    bar = WaitingBar(question)
    QVBoxLayout(page).addWidget(bar)
    page.show()
    yield bar
    page.close()


def endless(question):
    while True:
        question.note_share(0.375)


def test_a_long_look_shows_its_share_and_a_click_calls_it_off(bar, question, qtbot):
    answers = []
    question.answered.connect(answers.append)
    question.ask(lambda: endless(question))
    bar.watch()
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible)
    assert bar.findChild(QProgressBar).value() == 375
    with qtbot.waitSignal(bar.stopped):
        qtbot.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    qtbot.waitUntil(lambda: not question.is_busy, timeout=300)
    assert answers == []


def test_a_quick_look_shows_nothing(bar, question, qtbot):
    with qtbot.waitSignal(question.answered):
        question.ask(lambda: 1)
        bar.watch()
    assert not bar.isVisible()
