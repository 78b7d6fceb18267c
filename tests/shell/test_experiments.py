"""Experiments in the window: from a setting, a layer, the menu and Ctrl+K to networks that learn side by side."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from nnplay.canvas.editing.menus import LayerMenu
from nnplay.panels.training.training_panel import TrainingPanel


@pytest.fixture
def experiments(window):
    """Call it for the panel."""
    yield lambda: window.docks["experiments"].panel
    if window.docks["experiments"].has_panel:
        panel = window.docks["experiments"].panel
        panel.experiment.close()
        panel.sheet.close_work()


def names(panel):
    return [row.name for row in panel.sheet.rows]


def test_a_setting_is_varied_from_its_menu_and_a_network_is_opened(qtbot, window, session, experiments):
    field = window.findChild(TrainingPanel).findChild(object, "batch_size").findChild(QLineEdit)
    place = QPoint(5, 5)
    QApplication.sendEvent(field, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, field.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    action = next(action for action in menu.actions() if action.text() == "Vary in an experiment: Batch size")
    action.trigger()
    menu.close()
    panel = experiments()
    assert panel.isVisible()
    assert names(panel) == ["batch_size"]
    panel.sheet.epochs.setValue(2)
    QTest.mouseClick(panel.sheet.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel.experiment.is_running, timeout=60_000)
    grid = panel.results.grid
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.area_of(0, 3).center().toPoint())
    assert session.document.project.training.batch_size == 64
    session.document.undo()
    assert session.document.project.training.batch_size == 10


def test_a_layer_is_varied_from_its_menu(window, experiments):
    window.canvas.select("dense_2")
    window.canvas._popups.open_menu(window.canvas.commands, QPoint(10, 10))
    menu = window.findChild(LayerMenu)
    next(each for each in menu.findChildren(QAction) if each.text() == "Vary in an Experiment").trigger()
    menu.close()
    assert names(experiments()) == ["activation:dense_2"]


def test_the_menu_shows_the_panel(window, experiments):
    window.commands.training.experiment.trigger()
    assert experiments().isVisible()


def test_ctrl_k_varies_and_knows_the_examples(window, session, experiments):
    finds = window.finder.finds()
    next(find for find in finds if find.title == "Vary in an experiment: Noise").run("")
    assert names(experiments()) == ["noise"]
    next(find for find in finds if find.title == "Width and depth on the spiral").run("")
    assert names(experiments()) == ["units", "layers"]
    assert session.document.project.data.kind == "spiral"


def test_what_has_ended_is_kept_with_the_project_and_what_has_not_in_the_copy(qtbot, window, session, experiments):
    window.commands.training.experiment.trigger()
    panel = experiments()
    panel.sheet.describe({"units": (1, 2, 3)}, 1, 2)  # networks of different shapes end one after another
    seen = []
    panel.experiment.finished_some.connect(lambda: seen.append(session.copy().project.experiments))
    QTest.mouseClick(panel.sheet.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel.experiment.is_running, timeout=60_000)
    [found] = session.document.project.experiments
    assert [dict(cell.values) for cell in found.cells] == [{"units": 1}, {"units": 2}, {"units": 3}]
    assert all(1 <= len(kept[-1].cells) <= 3 for kept in seen)
    session.document.undo()
    assert session.document.project.experiments == ()
