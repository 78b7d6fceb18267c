"""Question: work in another thread, the newest question wins, answers in the GUI thread."""

from threading import Event, current_thread

import pytest
from PySide6.QtCore import QObject, Slot

from nnplay.background import Answerer, Question
from nnplay.engine import DataError


class Asker(QObject):
    def __init__(self, answerer):
        super().__init__()
        self.answers, self.errors, self.threads = [], [], []
        self.question = Question(answerer, self)
        self.question.answered.connect(self._on_answered)
        self.question.failed.connect(self.errors.append)

    @Slot(object)
    def _on_answered(self, answer):
        self.threads.append(current_thread())
        self.answers.append(answer)


@pytest.fixture
def answerer(qtbot):
    parent = QObject()
    answerer = Answerer(parent)
    yield answerer
    answerer.close()


@pytest.fixture
def asker(answerer):
    return Asker(answerer)


def test_the_work_is_done_elsewhere_and_answered_here(asker, qtbot):
    asker.question.ask(lambda: current_thread())
    qtbot.waitUntil(lambda: asker.answers != [])
    assert asker.answers[0] is not current_thread()
    assert asker.threads == [current_thread()]


def test_of_the_questions_that_wait_only_the_newest_is_answered(asker, qtbot):
    may_go_on = Event()
    asker.question.ask(lambda: may_go_on.wait(10))
    for number in range(5):
        asker.question.ask(lambda number=number: number)
    may_go_on.set()
    qtbot.waitUntil(lambda: len(asker.answers) == 2)
    assert asker.answers == [True, 4]
    assert not asker.question.is_busy


def test_what_is_forgotten_is_not_answered(asker, qtbot):
    may_go_on = Event()
    asker.question.ask(lambda: may_go_on.wait(10))
    asker.question.forget()
    asker.question.ask(lambda: "new")
    may_go_on.set()
    qtbot.waitUntil(lambda: asker.answers != [])
    assert asker.answers == ["new"]


def test_an_error_of_ours_is_told(asker, qtbot):
    def fail():
        raise DataError("no")

    asker.question.ask(fail)
    qtbot.waitUntil(lambda: asker.errors != [])
    asker.question.ask(lambda: 1)
    qtbot.waitUntil(lambda: asker.answers == [1])


def test_an_error_that_nobody_foresaw_is_logged_and_told(asker, qtbot, caplog):
    asker.question.ask(lambda: 1 / 0)
    qtbot.waitUntil(lambda: asker.errors != [])
    assert "a question failed" in caplog.text


def test_an_asker_that_is_gone_is_not_missed(answerer, qtbot):
    may_go_on = Event()
    asker = Asker(answerer)
    asker.question.ask(lambda: may_go_on.wait(10))
    asker.deleteLater()
    qtbot.wait(1)
    may_go_on.set()
    other = Asker(answerer)
    other.question.ask(lambda: 2)
    qtbot.waitUntil(lambda: other.answers == [2])


def test_after_the_end_nothing_is_begun(asker, answerer, qtbot):
    answerer.close()
    with qtbot.assertNotEmitted(asker.question.answered, wait=50):
        asker.question.ask(lambda: 1)
    assert not answerer._thread.isRunning()


def test_while_a_network_learns_the_thread_rests_and_then_goes_on(asker, answerer, qtbot):
    answerer.hold_back(is_running=True)
    asker.question.ask(lambda: sum(range(300_000)))
    qtbot.waitUntil(lambda: len(asker.answers) == 1)
    assert answerer._rest.isActive()
    asker.question.ask(lambda: "next")
    assert asker.answers[1:] == []
    qtbot.waitUntil(lambda: asker.answers[1:] == ["next"])


def test_when_the_run_ends_what_waits_is_answered_at_once(asker, answerer, qtbot):
    answerer.hold_back(is_running=True)
    asker.question.ask(lambda: "first")
    qtbot.waitUntil(lambda: len(asker.answers) == 1)
    answerer._rest.start(60_000)
    asker.question.ask(lambda: "second")
    answerer.hold_back(is_running=False)
    qtbot.waitUntil(lambda: asker.answers == ["first", "second"])


def test_work_that_is_forgotten_ends_at_its_next_word_and_the_next_question_is_answered(asker, qtbot):
    n_words = []

    def endless():
        while True:
            n_words.append(1)
            asker.question.note_share(0.25)

    asker.question.ask(endless)
    qtbot.waitUntil(lambda: asker.question.share == 0.25)
    asker.question.forget()
    asker.question.ask(lambda: "next")
    qtbot.waitUntil(lambda: asker.answers == ["next"])
    assert asker.errors == []
    assert asker.question.share == 0


def test_closing_does_not_wait_for_endless_work(qtbot):
    parent = QObject()
    answerer = Answerer(parent)
    asker = Asker(answerer)

    def endless():
        while True:
            asker.question.note_share(0.5)

    asker.question.ask(endless)
    qtbot.waitUntil(lambda: asker.question.share == 0.5)
    answerer.close()
    assert asker.answers == []
