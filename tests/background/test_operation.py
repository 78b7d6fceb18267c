"""Operation: work in a thread, whose answer, progress and failure come back to the GUI thread."""

import subprocess
import sys
from threading import Event, current_thread

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QThread

from nnplay.background import Operation
from nnplay.data.loading import LoadCancelledError
from nnplay.engine import DataError


@pytest.fixture
def operation(qtbot):
    made = Operation()
    yield made
    made.close()


def test_the_answer_comes_from_another_thread(operation, qtbot):
    with qtbot.waitSignal(operation.done) as answer:
        operation.begin(lambda report, should_cancel: current_thread())
    assert answer.args[0] is not current_thread()
    assert not operation.is_under_way


def test_what_goes_wrong_is_told(operation, qtbot):
    def fail(report, should_cancel):
        raise DataError("No such thing.")

    with qtbot.waitSignal(operation.failed) as answer:
        operation.begin(fail)
    assert str(answer.args[0]) == "No such thing."


def test_work_that_is_closed_says_nothing(operation, qtbot):
    started, answers = Event(), []

    def wait(report, should_cancel):
        started.set()
        while not should_cancel():
            pass
        raise LoadCancelledError

    operation.done.connect(answers.append)
    operation.failed.connect(answers.append)
    operation.begin(wait)
    assert started.wait(5)
    operation.close()
    qtbot.wait(20)
    assert answers == []


def test_only_the_last_of_two_counts(operation, qtbot):
    answers = []
    operation.done.connect(answers.append)
    operation.begin(lambda report, should_cancel: "first")
    operation.begin(lambda report, should_cancel: "second")
    qtbot.waitUntil(lambda: bool(answers))
    qtbot.wait(20)
    assert answers == ["second"]


def test_work_that_is_stopped_ends_by_itself(operation, qtbot):
    started, ended, answers = Event(), Event(), []

    def wait(report, should_cancel):
        started.set()
        while not should_cancel():
            pass
        ended.set()

    operation.done.connect(answers.append)
    operation.begin(wait)
    assert started.wait(5)
    operation.stop()
    assert not operation.is_under_way
    assert ended.wait(5)
    qtbot.wait(20)
    assert answers == []


def test_what_is_waited_for_is_answered_as_ever(operation, qtbot):
    answers = []
    operation.done.connect(answers.append)
    operation.begin(lambda report, should_cancel: 1)
    operation.wait()
    assert (operation.is_under_way, answers) == (True, [])
    qtbot.waitUntil(lambda: answers == [1])
    assert not operation.is_under_way


def test_work_that_gives_up_is_under_way_no_more(operation, qtbot):
    def give_up(report, should_cancel):
        raise LoadCancelledError

    operation.begin(give_up)
    qtbot.waitUntil(lambda: not operation.is_under_way)


def test_progress_is_told_until_the_work_is_stopped(operation, qtbot):
    may_go_on, shares = Event(), []

    def work(report, should_cancel):
        while not may_go_on.is_set():
            report(0.5, "Reading files")

    operation.progressed.connect(lambda share, text: shares.append((share, text)))
    operation.begin(work)
    qtbot.waitUntil(lambda: shares != [])
    operation.stop()
    n_told = len(shares)
    may_go_on.set()
    qtbot.wait(20)
    assert shares == [(0.5, "Reading files")] * n_told


def test_an_operation_may_be_destroyed_while_its_work_goes_on(qtbot):
    """Its thread is the program's own: Qt would abort the program if a running one went with its owner."""
    started, ended = Event(), Event()

    def wait(report, should_cancel):
        started.set()
        while not should_cancel():
            pass
        ended.set()

    owner = QObject()
    Operation(owner).begin(wait)
    assert started.wait(5)
    shiboken6.delete(owner)
    assert ended.wait(5)
    qtbot.waitUntil(lambda: not QCoreApplication.instance().findChildren(QThread))


SCRIPT = """
import sys
from threading import Event
from PySide6.QtCore import QCoreApplication, QTimer
from nnplay.background import Operation
application = QCoreApplication([])
operation, started = Operation(), Event()
def wait(report, should_cancel):
    started.set()
    while not should_cancel():
        pass
    print("ended", flush=True)
operation.begin(wait)
started.wait(5)
QTimer.singleShot(0, application.quit)
application.exec()
print("left", flush=True)
"""


def test_the_program_waits_for_work_that_goes_on_when_it_ends():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["ended", "left"], "")
