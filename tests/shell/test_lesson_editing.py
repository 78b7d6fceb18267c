"""A lesson that was saved is opened, edited and saved again in the window; what is not touched stays to the letter."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from nnplay.document import EditName
from nnplay.lessons import load, shipped
from nnplay.lessons.reading import save_file, save_folder
from nnplay.project import edits
from nnplay.shell import translations
from nnplay.shell.application import Shell

LESSONS = {path.name: path for path in shipped()}


@pytest.fixture
def shell(dressed, session, settings):
    shell = Shell(session, settings, "en")
    shell.window.show()
    yield shell
    for window in reversed(shell.windows):
        window.messages.dismiss()
        window.leave()
        window.discard()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    translations.install("en")


def opened(shell, path: Path):
    """The author of the window where a lesson is edited."""
    shell.window.author.open()
    shell.window.author.open_lesson(path)
    return shell.windows[-1].author


def press(dialog, text):
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def touch_everything(dialog):
    """As if something had been changed and changed back in every field of every step, in every language."""
    for language in range(dialog.head.languages.count()):
        dialog.head.languages.setCurrentIndex(language)
        dialog.head.languages.activated.emit(language)
        dialog.head.changed.emit()
        for row in range(dialog.steps.count()):
            dialog.steps.setCurrentRow(row)
            dialog.form.changed.emit()
            for field in (dialog.form.check.at_least, dialog.form.check.at_most, dialog.form.check.value):
                field.commit()


@pytest.mark.parametrize("name", LESSONS)
def test_nothing_is_lost_by_opening_and_saving(shell, tmp_path, name):
    path = tmp_path / name
    save_folder(load(LESSONS[name]), path)
    author = opened(shell, path)
    dialog = author.dialog
    touch_everything(dialog)
    press(dialog, "Save")
    assert not dialog.problem.text()
    before, after = load(LESSONS[name]), load(path)
    assert after.plan == before.plan
    assert after.texts == before.texts
    assert (after.start.parameters == before.start.parameters).all()


def test_a_lesson_file_is_opened_edited_and_saved(shell, tmp_path):
    path = tmp_path / "mine.nnplaylesson"
    before = load(LESSONS["02-forward-pass"])
    save_file(before, path)
    author = opened(shell, path)
    dialog = author.dialog
    assert author is shell.window.author  # nothing was done in this window
    assert "mine.nnplaylesson" in dialog.windowTitle()
    assert dialog.head.title.text() == before.texts["en"].title
    assert dialog.steps.count() == len(before.plan.steps)
    assert shell.window.canvas.network == before.start.network
    assert not dialog.is_modified
    dialog.head.title.setFocus()
    QTest.keyClicks(dialog.head.title, "!")
    dialog.steps.setCurrentRow(1)
    QTest.keyClicks(dialog.form.title, "?")
    assert dialog.is_modified
    press(dialog, "Save")
    after = load(path)
    step = before.plan.steps[1].id
    assert after.texts["en"].title == before.texts["en"].title + "!"
    assert after.texts["en"].steps[step].title == before.texts["en"].steps[step].title + "?"
    assert after.texts["zh_CN"] == before.texts["zh_CN"]
    assert after.plan == before.plan
    assert not dialog.is_modified


def test_a_rule_that_cannot_be_written_here_stays_or_gives_way(shell, tmp_path):
    path = tmp_path / "mine"
    save_folder(load(LESSONS["02-forward-pass"]), path)
    dialog = opened(shell, path).dialog
    checks = [step.check for step in load(path).plan.steps]
    row = next(row for row, check in enumerate(checks) if type(check).__name__ == "All")
    dialog.steps.setCurrentRow(row)
    assert dialog.form.check.kind.currentText() == "a rule of the lesson is met"
    assert dialog.form.check.check == checks[row]
    dialog.form.check.kind.setCurrentIndex(0)
    assert type(dialog.draft.steps[row].check).__name__ == "Read"
    dialog.steps.setCurrentRow(0)
    assert dialog.form.check.kind.count() == 4


def test_a_project_that_was_changed_becomes_the_start(shell, session, tmp_path):
    path = tmp_path / "mine"
    save_folder(load(LESSONS["02-forward-pass"]), path)
    author = opened(shell, path)
    session.document.perform(EditName("set"), lambda p: edits.set_parameter(p, "dense", "kernel", (0, 0), 7.0))
    press(author.dialog, "Save")
    assert load(path).start.parameters[0] == 7.0
    assert not load(path).plan.preset


def test_work_that_is_not_saved_is_left_alone(shell, session, tmp_path):
    session.document.perform(EditName("set"), lambda p: edits.set_parameter(p, "dense", "kernel", (0, 0), 7.0))
    author = opened(shell, LESSONS["01-neuron"])
    assert len(shell.windows) == 2
    assert author is not shell.window.author
    assert session.document.project.parameters[0] == 7.0
    QTest.keyClicks(author.dialog.head.title, "!")
    author.open_lesson(LESSONS["02-forward-pass"])
    assert len(shell.windows) == 3
    assert author.dialog.head.title.text().endswith("!")


def test_what_is_no_lesson_is_refused(shell, tmp_path):
    path = tmp_path / "mine.nnplaylesson"
    path.write_text("{}")
    shell.window.author.open()
    shell.window.author.open_lesson(path)
    assert "mine.nnplaylesson" in shell.window.author.dialog.problem.text()
    assert len(shell.windows) == 1


def test_another_language_of_the_window_keeps_what_is_written(shell, tmp_path):
    path = tmp_path / "mine"
    save_folder(load(LESSONS["01-neuron"]), path)
    QTest.keyClicks(opened(shell, path).dialog.head.title, "!")
    shell.set_language("zh_CN")
    dialog = shell.window.author.dialog
    assert dialog.isVisible()
    assert dialog.head.title.text().endswith("!")
    assert dialog.is_modified
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert load(path).texts["en"].title.endswith("!")


def test_a_window_asks_before_a_lesson_that_is_not_saved_goes(shell, qtbot):
    author = opened(shell, LESSONS["01-neuron"])
    QTest.keyClicks(author.dialog.head.title, "!")
    shell.window.close()
    question = author.dialog.findChild(QMessageBox)
    assert shell.window.isVisible()
    question.button(QMessageBox.StandardButton.Cancel).click()
    assert shell.window.isVisible()
    assert author.dialog.is_modified
    shell.window.close()
    question = next(box for box in author.dialog.findChildren(QMessageBox) if box.isVisible())
    with qtbot.waitSignal(shell.window.closed):
        question.button(QMessageBox.StandardButton.Discard).click()
