"""Welcome: after the first paint, with ways to begin; never in the way."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton

from nnplay.panels.thumbnail import Thumbnail
from nnplay.project.file import save
from nnplay.project.presets import preset


@pytest.fixture
def welcome(window):
    window.commands.help.welcome.trigger()
    return window.face.welcome


def button(welcome, word):
    return next(each for each in welcome.findChildren(QPushButton) if word in each.text())


def test_it_waits_for_the_first_paint(window, qtbot):
    class Paints(QObject):
        seen = False

        def eventFilter(self, watched, event):
            self.seen = self.seen or event.type() == QEvent.Type.Paint
            return False

    paints = Paints()
    window.centralWidget().installEventFilter(paints)
    window.face.welcome_after_first_paint()
    assert window.face.welcome is None
    window.centralWidget().update()
    qtbot.waitUntil(lambda: window.face.welcome is not None)
    assert paints.seen


def test_an_example_is_one_click(welcome, session):
    picture = next(each for each in welcome.findChildren(Thumbnail) if each.text() == "Spiral")
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton)
    assert session.document.project.data.kind == "spiral"
    assert not welcome.isVisible()


def test_a_digit_and_a_lesson_are_one_click(welcome, window):
    QTest.mouseClick(button(welcome, "digit"), Qt.MouseButton.LeftButton)
    assert window.docks["digit"].isVisible()
    assert not welcome.isVisible()
    window.commands.help.welcome.trigger()
    QTest.mouseClick(button(window.face.welcome, "lesson"), Qt.MouseButton.LeftButton)
    assert window.docks["lesson"].isVisible()


def test_recent_projects_go_on(window, settings, session, tmp_path):
    path = tmp_path / "mine.nnplay"
    save(preset("xor"), path)
    settings.remember_file(path)
    window.commands.help.welcome.trigger()
    QTest.mouseClick(button(window.face.welcome, "mine"), Qt.MouseButton.LeftButton)
    assert session.document.path == path


def test_escape_takes_it_away_and_the_box_is_remembered(welcome, settings):
    (box,) = welcome.findChildren(QCheckBox)
    box.click()
    assert not settings.has_welcome
    QTest.keyClick(welcome, Qt.Key.Key_Escape)
    assert not welcome.isVisible()


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1920, 1080)])
def test_it_lies_inside_the_window(welcome, window, size):
    window.resize(*size)
    assert window.rect().contains(welcome.geometry())
    assert welcome.height() >= welcome.minimumSizeHint().height()
