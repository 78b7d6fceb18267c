"""Wishes: the button of an empty panel does what it says."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnplay.panels.widgets.empty_state import EmptyState
from nnplay.project.presets import preset


def empty_state(window, name) -> EmptyState:
    window.show_panel(name)
    return window.docks[name].panel.findChild(EmptyState)


def test_train_begins_to_train(window, session, qtbot):
    QTest.mouseClick(empty_state(window, "loss").button, Qt.MouseButton.LeftButton)
    assert session.controller.state.is_active
    session.controller.pause()
    qtbot.waitUntil(lambda: not session.controller.state.is_active)


def test_choose_data_brings_the_data_back(window, session):
    session.document.replace(preset("pima"), None)
    window.docks["data"].hide()
    QTest.mouseClick(empty_state(window, "results").button, Qt.MouseButton.LeftButton)
    assert window.docks["data"].isVisible()


def test_a_picture_is_drawn_where_no_map_can_be(window, session, qtbot):
    session.document.replace(preset("mnist-mlp"), None)
    session.controller.cancel_loading()
    window.show_panel("map")
    state = empty_state(window, "map")
    qtbot.waitUntil(state.isVisible)
    QTest.mouseClick(state.button, Qt.MouseButton.LeftButton)
    assert window.docks["try_it"].panel.isVisible()
