"""The simple view shows at once everything that TensorFlow Playground shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from nnplay.document import EditName
from nnplay.engine import Regularization
from nnplay.panels.map.map_head import MapHead
from nnplay.panels.map.point_tools import PointTools
from nnplay.panels.training.regularization_box import RegularizationBox
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.shell.main_window import MainWindow
from tests.canvas.pointer import unit

OF_THE_PLAYGROUND = (
    "speed",
    "learning_rate",
    "regularization.bar",
    "batch_size",
    "data_sets",
    "noise",
    "train_share",
    "features",
    "test_data",
    "discretize",
)


@pytest.fixture
def simple(window, qtbot):
    """The window in its simple view."""
    window.commands.view.simple.trigger()
    qtbot.waitUntil(window.docks["map"].panel.isVisible)
    return window


def is_seen(window, name):
    return any(each.isVisible() for each in window.findChildren(QWidget, name))


def test_all_of_it_is_seen_and_the_panels_are_as_wide_as_before(window, qtbot):
    def widths():
        return window.docks["data"].width(), window.canvas.width(), window.docks["map"].width()

    before = widths()
    assert not is_seen(window, "regularization.bar")  # there the training panel has it
    window.commands.view.simple.trigger()
    qtbot.waitUntil(lambda: all(is_seen(window, name) for name in OF_THE_PLAYGROUND))
    qtbot.waitUntil(lambda: widths() == before)  # once the layout has followed
    assert window.minimumSizeHint().width() <= 800


def test_a_penalty_is_two_keys_away(simple, session):
    box = simple.training_panel.findChild(RegularizationBox)
    assert not box.rate.isEnabled()
    box.kind.setFocus()
    QTest.keyClick(box.kind, Qt.Key.Key_Down)
    QTest.keyClick(box.kind, Qt.Key.Key_Down)
    assert session.document.project.training.regularization == Regularization(l2=0.001)
    QTest.keyClick(box.rate, Qt.Key.Key_Down)
    assert session.document.project.training.regularization == Regularization(l2=0.003)
    assert str(session.document.edit_name(session.document.undo_stack.index() - 1)) == "Change regularization"
    QTest.keyClick(box.kind, Qt.Key.Key_Home)
    assert session.document.project.training.regularization == Regularization()


def test_a_neuron_under_the_pointer_is_the_big_map(simple, qtbot):
    head = simple.docks["map"].panel.findChild(MapHead).name
    assert head.text() == "Network output"
    QTest.mouseMove(simple.canvas.viewport(), unit(simple.canvas, "dense", 1))
    qtbot.waitUntil(lambda: head.text() != "Network output")
    assert "dense" in head.text()
    QTest.mouseMove(simple.canvas.viewport(), simple.canvas.viewport().rect().bottomLeft())
    qtbot.waitUntil(lambda: head.text() == "Network output")


def test_what_the_full_view_hides_does_not_widen_the_window(session, settings, dressed, qtbot):
    window = MainWindow(session, settings)
    window.resize(800, 600)
    assert window.minimumSizeHint().width() <= 800
    window.discard()


def test_what_it_hides_stays_hidden_whatever_is_shown(simple, session):
    tools = simple.docks["map"].panel.findChild(PointTools)
    assert not tools.isVisible()
    session.document.perform(EditName("Data"), lambda project: edits.set_data(project, preset("spiral").data))
    assert not tools.isVisible()
    simple.commands.view.simple.trigger()
    assert tools.isVisible()
