"""StepPage: it says what is wrong with an answer."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton

from nnplay.lessons import Choice, Number, StepText
from nnplay.panels.lesson.step_page import StepPage
from tests.chinese_keyboard import commit


def opened(qtbot, text, check):
    page = StepPage()
    qtbot.addWidget(page)
    page.show_step(text, check, "")
    page.show_state(text, is_done=False, n_wrong=0, deserves_hint=False)
    page.show()
    page.answers = []
    page.answered.connect(page.answers.append)
    return page


def seen(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_what_is_no_number_is_told_and_is_no_try(qtbot):
    page = opened(qtbot, StepText("Add", "One and one?"), Number(2.0, 0))
    field = page.findChild(QLineEdit)
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "“abc” is not a number. Type, for example, 0.25, 2e-3 or 1/3." in seen(page)
    assert (page.answers, field.text()) == ([], "abc")
    field.selectAll()
    commit(field, "２。０")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.answers == ["２。０"]


def test_a_wrong_number_is_told(qtbot):
    text = StepText("Add", "One and one?")
    page = opened(qtbot, text, Number(2.0, 0))
    page.show_answer("3")
    page.show_state(text, is_done=False, n_wrong=1, deserves_hint=False)
    assert "Not yet: try again." in seen(page)


def test_a_wrong_choice_says_why_it_is_wrong(qtbot):
    text = StepText("Add", "One and one?", options=("two", "eleven"), reasons=("", "That is how *texts* are added."))
    page = opened(qtbot, text, Choice(0))
    QTest.mouseClick(page.findChildren(QRadioButton)[1], Qt.MouseButton.LeftButton)
    assert page.answers == ["1"]
    page.show_state(text, is_done=False, n_wrong=1, deserves_hint=False)
    assert "That is how *texts* are added." in seen(page)
