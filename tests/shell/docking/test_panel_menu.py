"""The menu of every panel: found in title, tab and by the right button; it freezes, exports and explains."""

import csv

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTabBar

from nnplay.panels.explanations import EXPLANATIONS
from nnplay.runs import FULL_SPEED
from nnplay.shell.docking.menu_button import MenuButton
from nnplay.shell.docking.panel_menu import Explanation
from nnplay.shell.docking.panel_table import PANELS


@pytest.fixture
def trained(window, session, qtbot):
    session.controller.set_speed(FULL_SPEED)
    with qtbot.waitSignal(session.controller.run_committed, timeout=20_000):
        session.controller.start(5)
    qtbot.waitUntil(lambda: window.docks["loss"].panel.picture() is not None)
    return window


def tab_buttons(window):
    bars = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return {
        bar.tabText(index): button
        for bar in bars
        for index in range(bar.count())
        if isinstance(button := bar.tabButton(index, QTabBar.ButtonPosition.RightSide), MenuButton)
    }


@pytest.mark.parametrize("name", PANELS)
def test_every_panel_is_explained(window, name):
    assert type(window.docks[name].panel).__name__ in EXPLANATIONS


def test_the_tab_in_front_has_the_button(window, qtbot):
    qtbot.waitUntil(lambda: {"Decision map", "Loss"} <= set(tab_buttons(window)))
    window.docks["activation"].raise_()
    qtbot.waitUntil(lambda: {"Decision map", "Activation"} <= set(tab_buttons(window)))
    assert "Loss" not in tab_buttons(window)


def test_the_button_and_the_right_mouse_button_open_one_menu(window, qtbot):
    dock = window.docks["loss"]
    qtbot.waitUntil(lambda: "Loss" in tab_buttons(window))
    QTest.mouseClick(tab_buttons(window)["Loss"], Qt.MouseButton.LeftButton)
    assert dock.menu.isVisible()
    dock.menu.close()
    at = dock.panel.mapToGlobal(QPoint(5, 5))
    QApplication.sendEvent(dock.panel, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), at))
    assert dock.menu.isVisible()
    dock.menu.close()


def test_a_frozen_panel_stands_still_and_its_button_says_so(trained, session, qtbot):
    dock = trained.docks["loss"]
    qtbot.waitUntil(lambda: "Loss" in tab_buttons(trained))
    dock.menu.popup(QPoint())
    freeze = next(action for action in dock.menu.actions() if action.isCheckable() and "Freeze" in action.text())
    freeze.trigger()
    dock.menu.close()
    shown = len(dock.panel.plot.curve_data(0)[0])
    with qtbot.waitSignal(session.controller.run_committed, timeout=20_000):
        session.controller.start(5)
    assert len(dock.panel.plot.curve_data(0)[0]) == shown
    assert "frozen" in tab_buttons(trained)["Loss"].toolTip()
    freeze.trigger()
    assert len(dock.panel.plot.curve_data(0)[0]) == shown + 5


def test_the_loss_is_exported_as_numbers_and_pictures(trained, session, tmp_path):
    menu, history = trained.docks["loss"].menu, session.controller.history
    menu.export(tmp_path / "loss.csv")
    with (tmp_path / "loss.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["epoch"]) for row in rows] == list(history.epoch)
    assert [float(row["test_loss"]) for row in rows] == list(history.test_loss)
    menu.export(tmp_path / "loss.png")
    assert not QImage(str(tmp_path / "loss.png")).isNull()
    menu.export(tmp_path / "loss.svg")
    assert "Training loss" in (tmp_path / "loss.svg").read_text(encoding="utf-8")
    assert "loss.svg" in trained.messages.text()


def test_a_file_that_cannot_be_written_is_told(trained, tmp_path):
    trained.docks["loss"].menu.export(tmp_path / "missing" / "loss.csv")
    assert "could not be written" in trained.messages.text()


def test_the_explanation_is_the_table_s(window):
    window.docks["map"].menu.show_explanation()
    shown = window.docks["map"].panel.findChild(Explanation)
    assert shown.findChildren(QLabel)[1].text() == EXPLANATIONS["DecisionMapPanel"]
    shown.close()
