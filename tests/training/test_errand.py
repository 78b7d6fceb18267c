"""Errand: work in a thread, whose answer, progress and failure come back to the GUI thread."""

from threading import Event, current_thread

import pytest

from nnplay.data.loading import LoadCancelledError
from nnplay.engine import DataError
from nnplay.training import Errand


@pytest.fixture
def errand(qtbot):
    made = Errand()
    yield made
    made.close()


def test_the_answer_comes_from_another_thread(errand, qtbot):
    with qtbot.waitSignal(errand.done) as answer:
        errand.begin(lambda report, should_cancel: current_thread())
    assert answer.args[0] is not current_thread()
    assert not errand.is_under_way


def test_what_goes_wrong_is_told(errand, qtbot):
    def fail(report, should_cancel):
        raise DataError("No such thing.")

    with qtbot.waitSignal(errand.failed) as answer:
        errand.begin(fail)
    assert str(answer.args[0]) == "No such thing."


def test_work_that_is_closed_says_nothing(errand, qtbot):
    started, answers = Event(), []

    def wait(report, should_cancel):
        started.set()
        while not should_cancel():
            pass
        raise LoadCancelledError

    errand.done.connect(answers.append)
    errand.failed.connect(answers.append)
    errand.begin(wait)
    assert started.wait(5)
    errand.close()
    qtbot.wait(20)
    assert answers == []


def test_only_the_last_of_two_counts(errand, qtbot):
    answers = []
    errand.done.connect(answers.append)
    errand.begin(lambda report, should_cancel: "first")
    errand.begin(lambda report, should_cancel: "second")
    qtbot.waitUntil(lambda: bool(answers))
    qtbot.wait(20)
    assert answers == ["second"]
