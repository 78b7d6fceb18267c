"""WaitingBar: there once a look takes long, with its share; a click calls it off."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QProgressBar, QToolButton, QVBoxLayout, QWidget

from nnplay.panels.widgets.waiting_bar import WaitingBar
from nnplay.training.looks import Look, Looks


@pytest.fixture
def looks(qtbot):
    parent = QObject()
    looks = Looks(parent)
    yield looks
    looks.close()


@pytest.fixture
def look(looks):
    return Look(looks, looks)


@pytest.fixture
def bar(qtbot, look):
    page = QWidget()
    qtbot.addWidget(page)
    bar = WaitingBar(look)
    QVBoxLayout(page).addWidget(bar)
    page.show()
    yield bar
    page.close()


def endless(look):
    while True:
        look.note_share(0.375)


def test_a_long_look_shows_its_share_and_a_click_calls_it_off(bar, look, qtbot):
    answers = []
    look.answered.connect(answers.append)
    look.ask(lambda: endless(look))
    bar.watch()
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible)
    assert bar.findChild(QProgressBar).value() == 375
    with qtbot.waitSignal(bar.stopped):
        qtbot.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    qtbot.waitUntil(lambda: not look.is_busy, timeout=300)
    assert answers == []


def test_a_quick_look_shows_nothing(bar, look, qtbot):
    with qtbot.waitSignal(look.answered):
        look.ask(lambda: 1)
        bar.watch()
    assert not bar.isVisible()
