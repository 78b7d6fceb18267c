"""Epochs, steps and time: they go on over pauses, saving and opening, and begin anew with a reset."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel

from nnplay.panels.training.run_facts import RunFacts
from nnplay.project.storage.file import load, save
from nnplay.runs import Stride
from nnplay.shell.main_window import MainWindow
from nnplay.shell.session import Session
from nnplay.training import RunState


@pytest.fixture
def opened(qtbot, settings, dressed):
    """Call it with a path for a window of another session, as the next start of the program makes it."""
    made = []

    def open_file(path):
        session = Session(load(path), path)
        window = MainWindow(session, settings)
        window.show()
        made.append((session, window))
        return session, window

    yield open_file
    for session, window in made:
        session.close()
        window.discard()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def counts(session):
    snapshot = session.controller.snapshot
    return snapshot.epoch, snapshot.step, snapshot.elapsed_s


def train(session, qtbot, n_epochs):
    session.controller.start(n_epochs)
    qtbot.waitUntil(lambda: session.controller.state is RunState.PAUSED)


def test_they_go_on_over_a_pause_saving_and_opening(session, window, opened, qtbot, tmp_path):
    assert counts(session) == (0, 0, 0)
    train(session, qtbot, 3)
    epoch, step, seconds = counts(session)
    assert (epoch, step) == (3, 75)
    assert seconds > 0
    train(session, qtbot, 2)
    assert counts(session)[:2] == (5, 125)
    assert counts(session)[2] > seconds
    session.controller.step(Stride.BATCH)
    qtbot.waitUntil(lambda: session.controller.snapshot.step == 126)
    qtbot.waitUntil(lambda: session.controller.state is RunState.PAUSED)
    before = counts(session)

    path = tmp_path / "a.nnplay"
    save(session.document.project, path)
    other, shown = opened(path)
    assert counts(other) == before
    facts = shown.findChild(RunFacts)
    assert facts is None or facts.step.text() == "126"
    assert "5" in [label.text() for label in shown.findChildren(QLabel)]
    train(other, qtbot, 1)  # what was left of the sixth epoch
    epoch, step, seconds = counts(other)
    assert (epoch, step) == (6, 150)
    assert seconds > before[2]


def test_undo_and_redo_take_the_counts_with_them(session, window, qtbot):
    train(session, qtbot, 2)
    before = counts(session)
    value = session.document.project.parameters[0]
    window.commands.edit.undo.trigger()
    assert counts(session) == (0, 0, 0)
    window.commands.edit.redo.trigger()
    assert counts(session) == before
    assert session.document.project.parameters[0] == value


@pytest.mark.parametrize("name", ["reset", "new_start"])
def test_a_reset_begins_anew(session, window, qtbot, name):
    train(session, qtbot, 2)
    getattr(window.commands.training, name).trigger()
    assert counts(session) == (0, 0, 0)
    train(session, qtbot, 1)
    assert counts(session)[:2] == (1, 25)
