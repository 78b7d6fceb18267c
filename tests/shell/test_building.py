"""Building in the window: templates from menu and drawer, news of kept weights, keys that mean the canvas alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from nnplay.document import EditName
from nnplay.project import edits
from nnplay.project.templates import TEMPLATES


def names(session):
    return [node.name for node in session.document.project.network.nodes]


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name != "small-cnn"])
def test_each_template_is_in_the_menu_and_can_be_undone(window, session, name):
    start = session.document.project
    window.commands.edit.templates[name].trigger()
    assert session.document.project.network.shapes[session.document.project.network.output.name] == (1,)
    session.document.undo()
    assert session.document.project is start


def test_a_template_that_does_not_fit_says_why(window, session):
    start = session.document.project
    window.commands.edit.templates["small-cnn"].trigger()
    assert session.document.project is start
    assert "pictures" in window.messages.text()


def test_a_template_from_the_drawer(window, session):
    window.layers.template_chosen.emit("perceptron")
    assert names(session) == ["input", "dense"]


def test_what_was_kept_is_said_and_new_weights_are_offered(window, session):
    session.document.perform(EditName(""), lambda project: edits.set_parameter(project, "dense", "bias", (0,), 0.7))
    window.canvas.select("dense")
    window.canvas.append_layer("Dense")
    assert "Kept 17 of 31 weights" in window.messages.text()
    button = next(each for each in window.messages.findChildren(QPushButton) if each.text() == "Draw New Weights")
    assert button.isVisible()
    before, seed = session.document.project, session.document.project.seeds.weights
    button.click()
    assert session.document.project.network is before.network
    assert session.document.project.seeds.weights == seed + 1
    assert not window.messages.isVisible()


def test_delete_elsewhere_removes_no_layer(window, session):
    window.canvas.select("dense")
    window.layers.open_drawer()
    QTest.keyClick(window.layers.drawer.search, Qt.Key.Key_Delete)
    assert "dense" in names(session)
    window.layers.drawer.hide()
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    assert "dense" not in names(session)


def test_what_is_done_to_chosen_layers_is_offered_when_some_are(window):
    edit = window.commands.edit
    assert not edit.cut.isEnabled()
    window.canvas.select("dense")
    assert all(action.isEnabled() for action in (edit.cut, edit.copy, edit.duplicate, edit.delete_layer, edit.settings))
