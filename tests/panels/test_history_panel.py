"""The history: every step by name, and a click goes to what was then."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from nnplay.document import Document, EditName
from nnplay.panels.history_panel import HistoryPanel
from nnplay.project import edits
from nnplay.project.presets import preset


@pytest.fixture
def document(qapp: object) -> Document:
    document = Document(preset("circle"))
    for number, title in enumerate(("one", "two", "three"), start=1):
        document.perform(EditName(f"Step {number}"), lambda project, title=title: edits.set_title(project, title))
    return document


@pytest.fixture
def panel(qtbot: QtBot, document: Document) -> HistoryPanel:
    panel = HistoryPanel(document)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def texts(panel: HistoryPanel) -> list[str]:
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def choose(panel: HistoryPanel, row: int) -> None:
    at = panel.list.visualItemRect(panel.list.item(row)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_it_lists_the_steps_and_marks_the_present(panel: HistoryPanel, document: Document) -> None:
    assert texts(panel) == ["As it was opened", "Step 1", "Step 2", "Step 3"]
    assert panel.list.currentRow() == 3
    document.undo()
    assert panel.list.currentRow() == 2
    assert len(texts(panel)) == 4


@pytest.mark.parametrize(("row", "title"), [(0, "Circle"), (1, "one"), (2, "two"), (3, "three")])
def test_a_click_goes_there(panel: HistoryPanel, document: Document, row: int, title: str) -> None:
    choose(panel, row)
    assert document.project.title == title
    choose(panel, 3)
    assert document.project.title == "three"


def test_a_new_step_takes_the_place_of_those_taken_back(panel: HistoryPanel, document: Document) -> None:
    choose(panel, 1)
    document.perform(EditName("Other"), lambda project: edits.set_title(project, "other"))
    assert texts(panel) == ["As it was opened", "Step 1", "Other"]


def test_hidden_it_does_nothing_and_catches_up_when_shown(panel: HistoryPanel, document: Document) -> None:
    panel.hide()
    document.perform(EditName("Later"), lambda project: edits.set_title(project, "later"))
    assert len(texts(panel)) == 4
    panel.show()
    assert texts(panel)[-1] == "Later"
    assert panel.list.currentRow() == 4


def test_a_document_that_dies_before_its_panel_says_nothing_more(panel: HistoryPanel, document: Document) -> None:
    """Qt's undo stack announces its end while it is destroyed; a panel that listened to it asked a dead stack."""
    shown = texts(panel)
    delete(document)  # pytest-qt fails the test if a slot raises
    assert panel.isVisible()
    assert texts(panel) == shown
