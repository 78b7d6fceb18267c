"""A lesson in the window: chosen from the dock, walked by buttons and fields; one's own project is untouched."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from nnplay.document import EditName
from nnplay.lessons import load as load_lesson
from nnplay.lessons import shipped
from nnplay.lessons.lesson import PANELS as LESSON_PANELS
from nnplay.panels.lesson.option import Option
from nnplay.panels.lesson.words import Words
from nnplay.project import edits
from nnplay.project.lesson_place import LessonPlace
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, save
from nnplay.shell import translations
from nnplay.shell.application import Shell
from nnplay.shell.docking.panel_table import PANELS
from tests.shell.saving import save_as


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
    translations.install("en")


def press(window, text):
    panel = window.docks["lesson"].panel
    button = next(
        b for b in panel.findChildren(QPushButton) if text in (b.text() or b.accessibleName()) and b.isVisible()
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def begin(shell, window):
    window.commands.help.lessons.trigger()
    press(window, "The neuron")
    return shell.windows[-1]


def test_it_is_given_in_a_window_where_nothing_was_done(shell, session, qtbot):
    window = begin(shell, shell.window)
    assert window is shell.window
    assert session.guide.lesson.id == "01-neuron"
    press(window, "Next")
    field = next(f for f in window.docks["lesson"].panel.findChildren(QLineEdit) if f.isVisible())
    QTest.keyClicks(field, "5,0")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "sum" in session.guide.progress.done
    press(window, "Next")
    press(window, "Next")
    QTest.mouseClick(
        next(
            b for b in window.docks["lesson"].panel.findChildren(QRadioButton) if "no difference" in b.accessibleName()
        ),
        Qt.MouseButton.LeftButton,
    )
    assert "why" in session.guide.progress.done
    press(window, "All lessons")
    assert session.guide.lesson is None


def test_what_is_typed_is_the_answer_and_enter_goes_on(shell, session, qtbot):
    window = begin(shell, shell.window)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    press(window, "Next")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert session.guide.place == 1
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (session.guide.place, field.text()) == (2, "")
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert session.guide.place == 3
    assert QApplication.focusWidget().text() == "Next"


def test_the_person_s_own_project_is_not_touched(shell, session):
    session.document.perform(EditName("edit"), lambda p: edits.set_parameter(p, "dense", "kernel", (0, 0), 9.0))
    mine = session.document.project
    window = begin(shell, shell.window)
    assert window is not shell.windows[0]
    assert session.document.project is mine
    assert session.guide.lesson is None
    window.close()  # without a question: a lesson's project is no work of the person's
    assert shell.windows == [shell.window]


def test_progress_is_remembered(shell, session, settings):
    window = begin(shell, shell.window)
    press(window, "Next")
    press(window, "All lessons")
    assert settings.lesson_progress("01-neuron").current == "sum"


def test_the_panels_that_lessons_open_are_there() -> None:
    assert set(LESSON_PANELS) <= set(PANELS)


def test_a_saved_project_goes_on_with_its_lesson(shell, session, tmp_path, qtbot):
    window = begin(shell, shell.window)
    press(window, "Next")
    saved = session.guide.progress
    assert saved.current == "sum"
    save_as(window, tmp_path / "a.nnplay", qtbot)
    press(window, "All lessons")
    assert session.guide.lesson is None
    window.files.start_with(preset("circle"))
    window.files.open(tmp_path / "a.nnplay")
    assert session.guide.lesson.id == "01-neuron"
    assert (session.guide.progress.current, session.guide.progress.done) == (saved.current, saved.done)
    press(window, "All lessons")
    save_as(window, tmp_path / "a.nnplay", qtbot)
    assert load(tmp_path / "a.nnplay").lesson is None


def test_a_project_of_a_lesson_that_is_not_here_opens_without_it(shell, session, tmp_path):
    project = replace(preset("circle"), lesson=LessonPlace("99-unknown", "first"))
    save(project, tmp_path / "a.nnplay")
    shell.window.files.open(tmp_path / "a.nnplay")
    assert session.document.path == tmp_path / "a.nnplay"
    assert session.guide.lesson is None


def shown(window):
    return {name for name, dock in window.docks.items() if not dock.isHidden()}


def test_only_its_panels_are_open_until_it_ends(shell, session, qtbot):
    before = shown(shell.window)
    window = begin(shell, shell.window)
    assert shown(window) == {"weights", "lesson"}
    qtbot.waitUntil(lambda: window.docks["lesson"].width() >= 320)
    press(window, "All lessons")
    assert shown(window) == before | {"lesson"}


def test_what_a_step_speaks_of_does_not_hide_its_words(shell, session):
    window = shell.window
    window.begin_lesson(next(load_lesson(path) for path in shipped() if path.name.startswith("04")))
    while session.guide.step.show.panel != "data":
        session.guide.go(1)
    QTest.qWait(0)
    assert window.docks["data"].panel.isVisible()
    assert window.docks["lesson"].panel.isVisible()


def test_a_lesson_s_panels_are_not_remembered_as_the_person_s(shell, session, settings):
    window = begin(shell, shell.window)
    shell.set_language("zh_CN")
    window = shell.window
    assert shown(window) == {"weights", "lesson"}
    session.guide.end()
    assert "data" in shown(window)


def test_a_long_answer_is_chosen_by_its_words_and_broken_into_lines(shell, session):
    window = begin(shell, shell.window)
    for _ in range(3):
        press(window, "Next")
    option = next(o for o in window.docks["lesson"].panel.findChildren(Option) if "no difference" in o.words.text())
    assert option.words.height() > option.words.fontMetrics().height() * 1.5
    QTest.mouseClick(option.words, Qt.MouseButton.LeftButton)
    assert option.button.isChecked()
    assert "why" in session.guide.progress.done


def test_the_words_are_as_high_as_they_are_long(shell, session):
    window = begin(shell, shell.window)
    press(window, "Next")
    QTest.qWait(0)
    for words in window.docks["lesson"].panel.findChildren(Words):
        if words.isVisible():
            assert words.viewport().height() >= words.document().size().height()


def test_a_lesson_s_controls_are_there_in_the_simple_view_too(shell, session):
    window = shell.window
    window.view.set_simple(True)
    field = window.findChild(QWidget, "loss_function")
    assert not field.isVisible()
    window.begin_lesson(next(load_lesson(path) for path in shipped() if path.name.startswith("06")))
    assert field.isVisible()
    session.guide.end()
    assert not field.isVisible()


def test_whoever_asks_for_a_hint_is_not_told_that_they_are_wrong(shell, session):
    window = begin(shell, shell.window)
    press(window, "Next")
    press(window, "Hint")
    seen = {label.text() for label in window.docks["lesson"].panel.findChildren(QLabel) if label.isVisible()}
    assert not any("try again" in text for text in seen)
    field = next(f for f in window.docks["lesson"].panel.findChildren(QLineEdit) if f.isVisible())
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Qt.Key.Key_Return)
    seen = {label.text() for label in window.docks["lesson"].panel.findChildren(QLabel) if label.isVisible()}
    assert any("try again" in text for text in seen)


def test_a_run_that_was_never_paused_keeps_its_window(window, session, qtbot):
    assert not window.files.has_project
    session.toggle_training()
    qtbot.waitUntil(lambda: session.controller.state.is_active)
    assert window.files.has_project
    session.stop()
