"""LuckDialog: a button trains the other starts, a sentence says what came of them, and closing stops it."""

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtTest import QTest

from nnplay.data import load as load_data
from nnplay.panels.runs.luck_dialog import LuckDialog
from nnplay.project import StopRules
from nnplay.project.presets import preset
from nnplay.runs import train


@pytest.fixture
def dialog(qtbot):
    start = preset("circle")
    data = load_data(start.data, start.seeds.data, start.seeds.split)
    project = train(start, data, StopRules(n_epochs=8)).project
    dialog = LuckDialog(project, project.run)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_button_trains_them_and_a_sentence_tells_what_came_of_it(qtbot, dialog):
    assert not dialog.plot.isVisible()
    QTest.mouseClick(dialog.train, Qt.MouseButton.LeftButton)
    assert dialog.train.text() == "&Stop"
    qtbot.waitUntil(dialog.plot.isVisible)
    assert dialog.text.text().startswith("Half of all 6 starts end with a loss between")
    assert "of the 5 others" in dialog.text.text()
    assert dialog.train.text() == "&Train them"
    epochs, own = dialog.plot.curve_data(0)
    assert epochs.tolist() == [1, 2, 3, 4, 5, 6, 7, 8]
    assert own[-1] == pytest.approx(dialog._run.history.test_loss[-1], rel=1e-3)


def test_the_same_button_stops_them_and_nothing_is_said(qtbot, qapp, dialog):
    words = dialog.text.text()
    QTest.mouseClick(dialog.train, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.train, Qt.MouseButton.LeftButton)
    assert dialog.train.text() == "&Train them"
    assert not dialog.plot.isVisible()
    assert dialog.text.text() == words
    qtbot.waitUntil(lambda: not qapp.findChildren(QThread))
