"""The glossary as a panel: a search narrows it, and a link asks for the lesson."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtTest import QTest

from nnplay.appearance import glossary
from nnplay.panels.glossary.glossary_panel import GlossaryPanel


@pytest.fixture
def panel(qtbot):
    panel = GlossaryPanel()
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_it_begins_with_every_word(panel):
    text = panel.words.toPlainText()
    assert all(term.title in text and term.more in text for term in glossary.TERMS.values())


def test_a_search_shows_the_word_first_and_then_what_speaks_of_it(panel):
    QTest.keyClicks(panel.search, "momentum")
    assert panel.words.toPlainText().startswith("Momentum")
    assert "Dropout" not in panel.words.toPlainText()
    panel.search.clear()
    QTest.keyClicks(panel.search, "overfit")
    assert "Overfitting" in panel.words.toPlainText()
    assert "Momentum" not in panel.words.toPlainText()


def test_a_search_in_vain_says_so(panel):
    QTest.keyClicks(panel.search, "qqq")
    assert panel.words.toPlainText() == "No matches"


def test_a_link_asks_for_the_lesson(panel, qtbot):
    with qtbot.waitSignal(panel.lesson_wanted) as signal:
        panel.words.anchorClicked.emit(QUrl("lesson:11"))
    assert signal.args == [11]
