"""Exceptions nobody caught: logged once, told once, in the thread of the window."""

import logging
import sys
import threading

import pytest
from PySide6.QtCore import QObject, QThread, Slot

from nnplay.shell.exceptions import LOG_NAME, ExceptionReporter, log_to_files, state_folder


class Listener(QObject):
    def __init__(self):
        super().__init__()
        self.lines, self.threads = [], []

    @Slot(str)
    def on_caught(self, line):
        self.lines.append(line)
        self.threads.append(QThread.currentThread())


@pytest.fixture
def listener(qtbot):
    return Listener()


@pytest.fixture
def reporter(listener, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter = ExceptionReporter()
    reporter.caught.connect(listener.on_caught)
    reporter.install()
    return reporter


def fail(text="broken"):
    raise ValueError(text)


def report(function):
    try:
        function()
    except Exception:
        sys.excepthook(*sys.exc_info())


def test_an_exception_is_logged_and_told(reporter, listener, caplog):
    report(fail)
    assert listener.lines == ["ValueError: broken"]
    assert "in fail" in caplog.text


def test_the_same_place_is_told_once(reporter, listener, caplog):
    for _ in range(100):
        report(fail)
    report(lambda: int("x"))
    assert len(listener.lines) == 2
    assert len(caplog.records) == 2


def test_a_thread_s_exception_is_told_in_the_window_s_thread(reporter, listener, caplog, qtbot, qapp):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: listener.lines == ["ValueError: broken"])
    assert listener.threads == [qapp.thread()]


def test_an_interrupt_is_not_an_error(reporter, listener, monkeypatch):
    seen = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *arguments: seen.append(arguments[0]))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert seen == [KeyboardInterrupt]
    assert listener.lines == []


def test_errors_go_to_a_file_of_the_person_s_state_folder(reporter, qapp, fresh_folders, caplog):
    folder = state_folder()
    assert folder.is_relative_to(fresh_folders)
    log_to_files(folder)
    report(fail)
    (handler,) = [handler for handler in logging.getLogger("nnplay").handlers if hasattr(handler, "baseFilename")]
    handler.close()
    logging.getLogger("nnplay").removeHandler(handler)
    assert "ValueError: broken" in (folder / LOG_NAME).read_text()


def test_the_window_says_so_and_lives(window, session, reporter, caplog, qtbot):
    reporter.caught.connect(window.news.say_exception)
    report(fail)
    assert window.messages.isVisible()
    assert "ValueError: broken" in window.messages.text()
    window.commands.training.new_start.trigger()
    assert session.document.is_modified
