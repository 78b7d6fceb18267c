"""A lesson is written in the window by keys and clicks, previewed, saved, and walked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser

from nnplay.document import EditName
from nnplay.lessons import Choice, Number, Quantity, load
from nnplay.lessons.checks import Compare, Read
from nnplay.project import edits
from nnplay.project.presets import preset


@pytest.fixture
def dialog(window, session):
    session.document.perform(EditName("open"), lambda project: preset("forward-by-hand"))
    window.commands.help.make_lesson.trigger()
    return window.author.dialog


def write_head(dialog, title="Sums"):
    QTest.keyClicks(dialog.head.title, title)
    QTest.keyClicks(dialog.head.summary, "About sums.")
    dialog.head.locks["data"].click()


def write_step(dialog, title):
    QTest.keyClicks(dialog.form.title, title)
    QTest.keyClicks(dialog.form.body, f"Text of {title}.")


def choose(box, data):
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def test_a_lesson_is_written_saved_and_opened(dialog, window, tmp_path):
    write_head(dialog)
    write_step(dialog, "Read")
    choose(dialog.form.panel, "weights")
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    write_step(dialog, "Compute")
    check = dialog.form.check
    check.kind.setCurrentIndex(1)
    choose(check.expected.name, "weighted_sum")
    assert check.expected.now.text() == "5"
    check.expected.unit.setValue(2)
    assert check.expected.now.text() == "1"
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    write_step(dialog, "Choose")
    check.kind.setCurrentIndex(2)
    check.options.setPlainText("one\ntwo")
    check.right.setValue(2)
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    write_step(dialog, "Reach")
    check.kind.setCurrentIndex(3)
    choose(check.watched.name, "weight")
    QTest.keyClicks(check.at_least, "0,5")
    QTest.keyClick(check.at_least, Qt.Key.Key_Return)
    path = tmp_path / "sums.nnplaylesson"
    window.author.write(path)
    lesson = load(path)
    assert [step.check for step in lesson.plan.steps] == [
        Read(),
        Number(Quantity("weighted_sum", "dense", index=(1,)), 2),
        Choice(1),
        Compare(Quantity("weight", "dense", "kernel", (0, 0)), at_least=0.5),
    ]
    assert lesson.plan.steps[0].show.panel == "weights"
    assert (lesson.plan.panels, lesson.plan.locked) == (("weights",), ("data",))
    assert lesson.texts["en"].steps["step-3"].options == ("one", "two")
    assert lesson.start.network == preset("forward-by-hand").network


def test_the_lesson_starts_with_what_is_there_when_it_is_saved(dialog, window, session, tmp_path):
    write_head(dialog)
    write_step(dialog, "Read")
    session.document.perform(EditName("set"), lambda p: edits.set_parameter(p, "dense", "kernel", (0, 0), 7.0))
    window.author.write(tmp_path / "mine")
    assert load(tmp_path / "mine").start.parameters[0] == 7.0


def test_an_unfinished_lesson_says_what_is_missing_and_is_not_saved(dialog, window, tmp_path):
    window.author.write(tmp_path / "sums.nnplaylesson")
    assert "title" in dialog.problem.text()
    assert not list(tmp_path.glob("*.nnplaylesson"))
    write_head(dialog)
    assert not dialog.problem.text()


def test_each_language_has_its_own_words(dialog, window, tmp_path):
    write_head(dialog)
    write_step(dialog, "Read")
    choose(dialog.head.languages, "zh_CN")
    assert (dialog.head.title.text(), dialog.form.title.text()) == ("", "")
    dialog.head.title.setFocus()
    dialog.head.title.setText("求和")
    dialog.head.title.textEdited.emit("求和")
    dialog.form.title.setText("读")
    dialog.form.title.textEdited.emit("读")
    choose(dialog.head.languages, "en")
    assert (dialog.head.title.text(), dialog.form.title.text()) == ("Sums", "Read")
    window.author.write(tmp_path / "sums.nnplaylesson")
    texts = load(tmp_path / "sums.nnplaylesson").texts
    assert (texts["en"].title, texts["zh_CN"].title) == ("Sums", "求和")
    assert texts["zh_CN"].steps["step-1"].title == "读"


def test_the_preview_is_what_a_reader_sees(dialog):
    write_head(dialog)
    write_step(dialog, "Read")
    dialog.tabs.setCurrentIndex(1)
    assert "About sums." in [w.toPlainText() for w in dialog.page.findChildren(QTextBrowser)]
    assert "Text of Read." in [w.toPlainText() for w in dialog.page.findChildren(QTextBrowser)]


def test_steps_are_moved_and_removed(dialog):
    write_step(dialog, "One")
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    write_step(dialog, "Two")
    QTest.mouseClick(dialog.up, Qt.MouseButton.LeftButton)
    assert [dialog.steps.item(row).text() for row in range(2)] == ["1. Two", "2. One"]
    assert dialog.form.title.text() == "Two"
    QTest.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert [dialog.steps.item(row).text() for row in range(dialog.steps.count())] == ["1. One"]
    assert not dialog.remove.isEnabled()
