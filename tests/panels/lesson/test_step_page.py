"""StepPage: it says what is wrong with an answer."""

import pytest
from PySide6.QtWidgets import QLabel

from nnplay.lessons import Number, StepText
from nnplay.panels.lesson.step_page import StepPage


@pytest.fixture
def page(qtbot):
    page = StepPage()
    qtbot.addWidget(page)
    text = StepText("Add", "One and one?")
    page.show_step(text, Number(2.0, 0), "")
    page.show()
    return page, text


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [("abc", "“abc” is not a number. Type, for example, 0.25, 2e-3 or 1/3."), ("3", "Not yet: try again.")],
)
def test_a_wrong_answer_is_told_from_no_number(page, answer, verdict):
    page, text = page
    page.show_answer(answer)
    page.show_state(text, is_done=False, n_wrong=1, deserves_hint=False)
    assert verdict in [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
