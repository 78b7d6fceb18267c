"""Looks: work in another thread, the newest question wins, answers in the GUI thread."""

from threading import Event, current_thread

import pytest
from PySide6.QtCore import QObject, Slot

from nnplay.engine import DataError
from nnplay.training.looks import Look, Looks


class Asker(QObject):
    def __init__(self, looks):
        super().__init__()
        self.answers, self.errors, self.threads = [], [], []
        self.look = Look(looks, self)
        self.look.answered.connect(self._on_answered)
        self.look.failed.connect(self.errors.append)

    @Slot(object)
    def _on_answered(self, answer):
        self.threads.append(current_thread())
        self.answers.append(answer)


@pytest.fixture
def looks(qtbot):
    parent = QObject()
    looks = Looks(parent)
    yield looks
    looks.close()


@pytest.fixture
def asker(looks):
    return Asker(looks)


def test_the_work_is_done_elsewhere_and_answered_here(asker, qtbot):
    asker.look.ask(lambda: current_thread())
    qtbot.waitUntil(lambda: asker.answers != [])
    assert asker.answers[0] is not current_thread()
    assert asker.threads == [current_thread()]


def test_of_the_questions_that_wait_only_the_newest_is_answered(asker, qtbot):
    may_go_on = Event()
    asker.look.ask(lambda: may_go_on.wait(10))
    for number in range(5):
        asker.look.ask(lambda number=number: number)
    may_go_on.set()
    qtbot.waitUntil(lambda: len(asker.answers) == 2)
    assert asker.answers == [True, 4]
    assert not asker.look.is_busy


def test_what_is_forgotten_is_not_answered(asker, qtbot):
    may_go_on = Event()
    asker.look.ask(lambda: may_go_on.wait(10))
    asker.look.forget()
    asker.look.ask(lambda: "new")
    may_go_on.set()
    qtbot.waitUntil(lambda: asker.answers != [])
    assert asker.answers == ["new"]


def test_an_error_of_ours_is_told(asker, qtbot):
    def fail():
        raise DataError("no")

    asker.look.ask(fail)
    qtbot.waitUntil(lambda: asker.errors != [])
    asker.look.ask(lambda: 1)
    qtbot.waitUntil(lambda: asker.answers == [1])


def test_an_error_that_nobody_foresaw_is_logged_and_told(asker, qtbot, caplog):
    asker.look.ask(lambda: 1 / 0)
    qtbot.waitUntil(lambda: asker.errors != [])
    assert "a look failed" in caplog.text


def test_an_asker_that_is_gone_is_not_missed(looks, qtbot):
    may_go_on = Event()
    asker = Asker(looks)
    asker.look.ask(lambda: may_go_on.wait(10))
    asker.deleteLater()
    qtbot.wait(1)
    may_go_on.set()
    other = Asker(looks)
    other.look.ask(lambda: 2)
    qtbot.waitUntil(lambda: other.answers == [2])


def test_after_the_end_nothing_is_begun(asker, looks, qtbot):
    looks.close()
    with qtbot.assertNotEmitted(asker.look.answered, wait=50):
        asker.look.ask(lambda: 1)
    assert not looks._thread.isRunning()


def test_while_a_network_learns_the_thread_rests_and_then_goes_on(asker, looks, qtbot):
    looks.hold_back(is_running=True)
    asker.look.ask(lambda: sum(range(300_000)))
    qtbot.waitUntil(lambda: len(asker.answers) == 1)
    assert looks._rest.isActive()
    asker.look.ask(lambda: "next")
    assert asker.answers[1:] == []
    qtbot.waitUntil(lambda: asker.answers[1:] == ["next"])


def test_when_the_run_ends_what_waits_is_answered_at_once(asker, looks, qtbot):
    looks.hold_back(is_running=True)
    asker.look.ask(lambda: "first")
    qtbot.waitUntil(lambda: len(asker.answers) == 1)
    looks._rest.start(60_000)
    asker.look.ask(lambda: "second")
    looks.hold_back(is_running=False)
    qtbot.waitUntil(lambda: asker.answers == ["first", "second"])


def test_work_that_is_forgotten_ends_at_its_next_word_and_the_next_question_is_answered(asker, qtbot):
    n_words = []

    def endless():
        while True:
            n_words.append(1)
            asker.look.note_share(0.25)

    asker.look.ask(endless)
    qtbot.waitUntil(lambda: asker.look.share == 0.25)
    asker.look.forget()
    asker.look.ask(lambda: "next")
    qtbot.waitUntil(lambda: asker.answers == ["next"])
    assert asker.errors == []
    assert asker.look.share == 0


def test_closing_does_not_wait_for_endless_work(qtbot):
    parent = QObject()
    looks = Looks(parent)
    asker = Asker(looks)

    def endless():
        while True:
            asker.look.note_share(0.5)

    asker.look.ask(endless)
    qtbot.waitUntil(lambda: asker.look.share == 0.5)
    looks.close()
    assert asker.answers == []
