"""Data that the network cannot learn: the window proposes networks that can, and one click takes one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from nnplay.data import DigitsChoice, TableChoice
from nnplay.panels.data_import.dialog import TableDialog
from nnplay.project.presets import preset
from nnplay.shell.start.proposal_dialog import ProposalDialog

IRIS = "length,width,species\n" + "".join(f"{i / 7:.2f},{i % 5},{'abc'[i % 3]}\n" for i in range(60))


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "iris.csv"
    path.write_text(IRIS)
    return path


def propose(window, session, table, qtbot):
    """Open a table over a convolutional network, and press the button of the table's dialog."""
    session.document.replace(preset("mnist-cnn"), None)
    window.open_path(table)
    dialog = window.findChild(TableDialog)
    qtbot.waitUntil(lambda: dialog.draft is not None)
    dialog._goal._seed.setValue(7)
    next(each for each in dialog.findChildren(QPushButton) if each.text() == "Learn from it").click()
    return window.findChild(ProposalDialog)


def test_a_table_over_a_convolutional_network(window, session, table, qtbot, undo_texts):
    proposed = propose(window, session, table, qtbot)
    before = session.document.project
    assert list(proposed.ways) == ["mlp", "perceptron"]
    assert proposed.ways["mlp"].note == "Neurons: 8, for what the data have (inputs: 2, outputs: 3, examples: 60)."
    qtbot.waitUntil(lambda: all(not way.picture.isNull() for way in proposed.ways.values()))
    assert not window.messages.isVisible()
    QTest.mouseClick(proposed.ways["mlp"], Qt.MouseButton.LeftButton)
    project = session.document.project
    assert isinstance(project.data, TableChoice)
    assert (project.title, project.seeds.split) == ("iris", 7)
    assert window.windowTitle() == "iris[*] – nnplay"
    assert undo_texts() == ["Choose data and network"]
    qtbot.waitUntil(lambda: session.controller.dataset is not None and not session.controller.is_loading)
    session.step()
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch == 1)
    session.document.undo()
    session.document.undo()
    assert session.document.project is before


def test_enter_takes_the_first_network(window, session, table, qtbot):
    proposed = propose(window, session, table, qtbot)
    QTest.keyClick(proposed.focusWidget() or proposed.ways["mlp"], Qt.Key.Key_Return)
    assert isinstance(session.document.project.data, TableChoice)


def test_cancelling_changes_nothing(window, session, table, qtbot):
    proposed = propose(window, session, table, qtbot)
    before = session.document.project
    proposed.findChild(QPushButton).click()
    assert session.document.project is before


def test_the_reason_is_said(window, session):
    session.generate_digits()
    proposed = window.findChild(ProposalDialog)
    texts = [label.text() for label in proposed.findChildren(QLabel)]
    assert "The layer “dense” has 4 neuron(s); these data need at least 8 in each layer." in texts
    assert next(iter(proposed.ways)) == "own"
    proposed.ways["mlp"].click()
    assert session.document.project.data == DigitsChoice()
    assert session.document.project.title == "Generated digits"
