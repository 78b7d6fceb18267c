"""Welcome: after the first paint, with ways to begin; never in the way."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from nnplay.document import EditName
from nnplay.lessons import Progress, load, shipped
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.project.storage.file import save
from nnplay.shell.start.new_dialog import NewDialog
from nnplay.shell.start.way import Way


@pytest.fixture
def open_welcome(window):
    """Call it for the welcome as it opens then."""

    def open_now():
        window.commands.help.welcome.trigger()
        return window.start.welcome

    yield open_now
    if window.start.welcome is not None:
        window.start.welcome.close()


@pytest.fixture
def welcome(open_welcome):
    return open_welcome()


def way(welcome, title) -> Way:
    return next(each for each in welcome.findChildren(Way) if each.text() == title)


def test_it_waits_for_the_first_paint(window, qtbot):
    class Paints(QObject):
        seen = False

        def eventFilter(self, watched, event):
            self.seen = self.seen or event.type() == QEvent.Type.Paint
            return False

    paints = Paints()
    window.centralWidget().installEventFilter(paints)
    window.start.welcome_after_first_paint()
    assert window.start.welcome is None
    window.centralWidget().update()
    qtbot.waitUntil(lambda: window.start.welcome is not None)
    assert paints.seen
    window.start.welcome.close()


def test_an_example_is_one_click(welcome, session):
    QTest.mouseClick(welcome.gallery.tiles["spiral"], Qt.MouseButton.LeftButton)
    assert session.document.project.data.kind == "spiral"
    assert not welcome.isVisible()


def test_a_digit_is_one_click(welcome, window):
    QTest.mouseClick(welcome.digit, Qt.MouseButton.LeftButton)
    assert window.docks["try_it"].isVisible()
    assert not welcome.isVisible()


def test_the_next_lesson_is_named_with_its_minutes_and_one_click(welcome, window, qtbot):
    first = load(shipped()[0])
    qtbot.waitUntil(lambda: first.text("en").title in welcome.lesson.note)
    assert f"{first.plan.minutes} min" in welcome.lesson.note
    with qtbot.waitSignal(window.lessons.chosen) as chosen:
        QTest.mouseClick(welcome.lesson, Qt.MouseButton.LeftButton)
    assert chosen.args[0].id == first.id


def test_a_lesson_that_was_begun_goes_on(open_welcome, settings, qtbot):
    third = load(shipped()[2])
    settings.keep_lesson_progress(third.id, Progress().on(third).solved())
    welcome = open_welcome()
    qtbot.waitUntil(lambda: third.text("en").title in welcome.lesson.note)
    assert f"1 of {len(third.plan.steps)} steps" in welcome.lesson.note


def test_all_lessons_and_all_examples_are_one_click_further(welcome, open_welcome, window):
    welcome.all_lessons.click()
    assert window.docks["lesson"].isVisible()
    again = open_welcome()
    again.all_templates.click()
    assert not again.isVisible()
    (dialog,) = window.findChildren(NewDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_recent_projects_go_on_and_have_a_picture(open_welcome, settings, session, qtbot, tmp_path):
    path = tmp_path / "mine.nnplay"
    save(preset("xor"), path)
    settings.remember_file(path)
    welcome = open_welcome()
    row = way(welcome, "mine")
    assert welcome.window().focusWidget() is row
    qtbot.waitUntil(lambda: not row.picture.isNull())
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert session.document.path == path


def test_a_file_that_is_gone_says_so_and_can_be_taken_away(open_welcome, settings, session, qtbot, tmp_path):
    (tmp_path / "damaged.nnplay").write_bytes(b"nothing")
    for name in ("damaged", "gone"):
        settings.remember_file(tmp_path / f"{name}.nnplay")
    welcome = open_welcome()
    gone, damaged = way(welcome, "gone"), way(welcome, "damaged")
    qtbot.waitUntil(lambda: gone.is_dead_end and damaged.is_dead_end)
    assert "no longer exists" in gone.note
    assert "cannot be read" in damaged.note
    QTest.mouseClick(gone, Qt.MouseButton.LeftButton)
    assert welcome.isVisible()
    assert session.document.path is None
    QTest.keyClick(gone, Qt.Key.Key_Delete)
    assert settings.recent_files == [tmp_path / "damaged.nnplay"]
    assert not gone.isVisible()


def test_escape_takes_it_away_and_the_box_is_remembered(welcome, window, settings):
    (box,) = welcome.findChildren(QCheckBox)
    box.click()
    assert not settings.has_welcome
    QTest.keyClick(welcome, Qt.Key.Key_Escape)
    assert not welcome.isVisible()
    assert window.focusWidget() is window.canvas


def test_who_begins_with_something_else_sees_it(open_welcome, window, session, qtbot):
    welcome = open_welcome()
    rate = window.findChild(QWidget, "learning_rate").findChild(QComboBox)
    QTest.mouseClick(rate.lineEdit(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not welcome.isVisible())
    assert window.focusWidget() in (rate, rate.lineEdit())
    welcome = open_welcome()
    session.document.perform(EditName("reset"), edits.new_start)
    assert not welcome.isVisible()
    welcome = open_welcome()
    session.controller.start(1)
    assert not welcome.isVisible()


def test_a_click_on_the_page_itself_leaves_it(welcome):
    (box,) = welcome.findChildren(QCheckBox)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert welcome.isVisible()


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1920, 1080)])
def test_all_of_it_is_seen(open_welcome, settings, window, size, tmp_path):
    for number in range(5):
        settings.remember_file(tmp_path / f"{number} {'long ' * 40}.nnplay")
    welcome = open_welcome()
    window.resize(*size)
    assert window.rect().contains(welcome.geometry())
    assert welcome._scroll.verticalScrollBar().maximum() == 0
    assert welcome._scroll.horizontalScrollBar().maximum() == 0
