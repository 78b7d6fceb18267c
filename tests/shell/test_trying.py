"""Asking the network in a whole window: from a menu, a click anywhere, a dropped picture; undo knows nothing of it."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from nnplay.asking import Origin
from nnplay.data import load
from nnplay.document import EditName
from nnplay.panels.map.decision_map import DecisionMap
from nnplay.panels.try_it.drawing.drawing_page import DrawingPage
from nnplay.project import StopRules
from nnplay.project.presets import preset
from nnplay.project.starter import starter
from nnplay.runs import train
from nnplay.shell.files.project_files import ProjectFiles
from nnplay.shell.start.proposal_dialog import ProposalDialog


def field(panel, name):
    return next(each for each in panel.findChildren(QLineEdit) if each.accessibleName() == name)


def test_the_menu_leads_to_the_first_field_and_typing_lights_up_the_canvas(window, session, qtbot, undo_texts):
    lit = []
    session.asked.lit.connect(lit.append)
    window.commands.training.predict.trigger()
    panel = window.trying.panel
    qtbot.waitUntil(panel.row.isVisible)
    first = field(panel, "x1")
    assert first.hasFocus()
    first.selectAll()
    QTest.keyClicks(first, "2.5")
    QTest.keyClick(first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(lit) and lit[-1] is not None)
    np.testing.assert_array_equal(lit[-1], np.array([2.5, 0], np.float32))
    QTest.keyClick(panel.row, Qt.Key.Key_Escape)
    assert lit[-1] is None
    assert undo_texts() == []


def test_a_point_on_the_map_stays_on_the_map_and_try_it_knows_it(window, session, qtbot):
    window.show_panel("map")
    shown = window.docks["map"].panel.findChild(DecisionMap)
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.geometry_of_plane.position_of(-5.5, 5.5).toPoint())
    assert shown.isVisible()
    assert session.asked.example is not None
    window.trying.show()
    qtbot.waitUntil(window.trying.panel.row.isVisible)
    assert float(field(window.trying.panel, "x1").text().replace("−", "-")) == pytest.approx(-5.5, abs=0.1)


def test_an_example_chosen_elsewhere_comes_to_the_front(window, session, qtbot):
    window.show_panel("map")
    session.asked.ask_about(Origin("test", 4))
    qtbot.waitUntil(window.trying.panel.row.isVisible)
    assert "true answer" in window.trying.panel.row.answer.beside


def test_a_table_is_asked_for_by_the_menu(window, qtbot):
    window.commands.training.predict_table.trigger()
    assert window.trying.panel.rows.isVisible()
    dialog = window.findChild(QFileDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_dropped_picture_is_tried(window, qtbot, tmp_path):
    drawn = np.full((60, 60), 255, np.uint8)
    drawn[10:50, 27:33] = 0
    Image.fromarray(drawn).save(tmp_path / "one.png")
    window.open_path(tmp_path / "one.png")
    page = window.trying.panel.findChild(DrawingPage)
    qtbot.waitUntil(lambda: page.isVisible() and page.answer == "1")


def test_the_data_panel_in_which_digits_are_chosen_stays(window, session, qtbot):
    window.show_panel("data")
    panel = window.docks["data"].panel
    choose = next(each for each in panel.findChildren(QPushButton) if each.text() == "Generated &digits")
    QTest.mouseClick(choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(ProposalDialog) is not None)
    QTest.mouseClick(next(iter(window.findChild(ProposalDialog).ways.values())), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.document.project.data.has_pictures)
    assert panel.isVisible()
    session.document.undo_stack.undo()
    window.canvas.setFocus()
    session.generate_digits()  # as from a menu: then one wants to draw
    QTest.mouseClick(next(iter(window.findChildren(ProposalDialog)[-1].ways.values())), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.document.project.data.has_pictures)
    assert window.trying.panel.drawing.isVisible()


def test_a_table_cannot_be_predicted_by_a_network_for_pictures(window, session, qtbot):
    window.findChild(ProjectFiles).start_with(starter())
    qtbot.waitUntil(lambda: not window.commands.training.predict_table.isEnabled(), timeout=15_000)
    window.commands.training.predict.trigger()
    assert window.trying.panel.drawing.isVisible()
    assert window.trying.panel.drawing.pad.hasFocus()


def test_the_average_person_of_the_article_is_a_woman(window, session, qtbot):
    project = preset("body-measures")
    seeds = project.seeds
    trained = train(project, load(project.data, seeds.data, seeds.split), StopRules(n_epochs=30)).project
    session.document.perform(EditName("article"), lambda _: trained)
    qtbot.waitUntil(lambda: session.controller.dataset is not None)
    window.commands.training.predict.trigger()
    panel = window.trying.panel
    for name in ("weight", "height", "age"):
        number = field(panel, name)
        number.selectAll()
        QTest.keyClicks(number, "0")
        QTest.keyClick(number, Qt.Key.Key_Return)
    assert session.asked.example.cells == ("0", "0", "0")
    assert panel.row.answer.text == "female"
    assert float(panel.row.answer.share.split()[0]) > 60
