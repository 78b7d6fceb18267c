"""What comes after a lesson: the next one, or one's own network, and progress in every window."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from nnplay.document import EditName
from nnplay.engine.errors import Phrase
from nnplay.lessons import load, shipped
from nnplay.project import edits
from nnplay.project.doctor import TITLES
from nnplay.project.doctor.diagnosis import Diagnosis
from nnplay.project.presets import preset
from nnplay.shell.application import Shell


@pytest.fixture
def shell(dressed, session, settings):
    shell = Shell(session, settings, "en")
    shell.window.show()
    yield shell
    for window in shell.windows:
        window.messages.dismiss()
        window.leave()
        window.discard()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def lesson(number):
    return load(shipped()[number - 1])


def press(window, text):
    buttons = window.docks["lesson"].panel.findChildren(QPushButton)
    button = next(each for each in buttons if each.isVisible() and text in (each.text() or each.accessibleName()))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def go_to_the_end(session):
    while session.guide.place < len(session.guide.lesson.plan.steps) - 1:
        session.guide.go(1)


def test_the_last_step_leads_to_the_next_lesson(shell, session):
    shell.window.lessons.choose(lesson(1))
    go_to_the_end(session)
    press(shell.window, "Next lesson")
    assert session.guide.lesson.id == lesson(2).id
    assert shell.windows == [shell.window]


def test_the_last_lesson_leads_back(shell, session):
    mine = session.document.project
    shell.window.lessons.choose(lesson(len(shipped())))
    go_to_the_end(session)
    press(shell.window, "Finish")
    assert session.guide.lesson is None
    assert session.document.project is mine


def test_a_network_that_was_only_looked_at_comes_back_in_its_window(shell, session):
    session.document.replace(preset("spiral"), None, is_saved=True)
    mine = session.document.project
    shell.window.lessons.choose(lesson(1))
    shell.window.lessons.choose(lesson(2))
    assert shell.window.windowTitle().startswith("The forward pass")
    press(shell.window, "Back to my network")
    assert session.document.project is mine
    assert session.guide.lesson is None
    assert not session.document.is_modified


def test_work_stays_in_its_window_and_the_way_leads_back_to_it(shell, session, qtbot):
    session.document.perform(EditName("edit"), lambda p: edits.set_parameter(p, "dense", "kernel", (0, 0), 9.0))
    mine = session.document.project
    shell.window.lessons.choose(lesson(1))
    given = shell.windows[-1]
    assert given is not shell.window
    given.commands.help.lessons.trigger()
    press(given, "Back to my network")
    assert shell.windows == [shell.window]
    assert session.document.project is mine


def test_progress_shows_in_every_window_at_once(shell, session):
    other = shell.open_window()
    other.commands.help.lessons.trigger()
    shell.window.lessons.choose(lesson(1))
    session.guide.go(1)
    session.guide.answer("5")
    texts = [
        button.accessibleDescription()
        for button in other.docks["lesson"].panel.findChildren(QPushButton)
        if button.accessibleName() == "The neuron"
    ]
    other.close()
    assert texts == ["2 of 5 steps"]


def test_a_lesson_s_window_has_the_lesson_s_title(shell, session):
    shell.window.lessons.choose(lesson(13))
    assert "Circle" not in shell.window.windowTitle()
    assert shell.window.windowTitle().startswith(lesson(13).text("en").title)


def test_the_doctor_is_quiet_in_a_lesson_that_is_not_his(shell, session, monkeypatch):
    badge = shell.window.doctor_badge
    found = Diagnosis(next(iter(TITLES)), Phrase("It learns by heart."), ())
    monkeypatch.setattr(type(shell.window.doctor), "diagnoses", property(lambda _: (found,)))
    badge.set_quiet(False)
    assert not badge.isHidden()
    shell.window.lessons.choose(lesson(13))
    assert badge.isHidden()
    press(shell.window, "Back to my network")
    assert not badge.isHidden()
