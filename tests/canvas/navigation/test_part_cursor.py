"""Inside a layer without a mouse: neurons, weights, their values, links between layers, and the view."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnplay.canvas import CanvasView
from nnplay.canvas.editing.value_editor import ValueEditor
from nnplay.document import Document, EditName
from nnplay.engine import Node
from nnplay.project import edits

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right


def value(document: Document, node: str, name: str, *index: int) -> float:
    found = document.project.network.view(document.project.parameters, node, name)
    assert found is not None
    return float(found[index])


@pytest.fixture
def focused(canvas: CanvasView, qtbot) -> CanvasView:
    canvas.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    canvas.select("dense")
    return canvas


def type_value(canvas: CanvasView, text: str) -> None:
    """Open what the keyboard is on, and type a number there."""
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    field = canvas.findChild(ValueEditor).field
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_weight_is_set_with_keys_alone(focused: CanvasView, document: Document) -> None:
    for key in (DOWN, DOWN, RIGHT, RIGHT):  # the first neuron, the second, its first weight, its second
        QTest.keyClick(focused, key, CONTROL)
    type_value(focused, "1/3")
    assert value(document, "dense", "kernel", 1, 1) == np.float32(1 / 3)
    assert focused.hasFocus()


def test_a_bias_is_set_and_left_goes_to_the_last_weight(focused: CanvasView, document: Document) -> None:
    QTest.keyClick(focused, UP, CONTROL)
    type_value(focused, "0,25")
    assert value(document, "dense", "bias", 0) == 0.25
    QTest.keyClick(focused, LEFT, CONTROL)
    QTest.keyClick(focused, UP, CONTROL)
    type_value(focused, "-2")
    assert value(document, "dense", "kernel", 1, 3) == -2


def test_where_the_keyboard_is_is_lit_and_told(focused: CanvasView, qtbot) -> None:
    heard = []
    focused.weight_hovered.connect(heard.append)
    QTest.keyClick(focused, DOWN, CONTROL)
    QTest.keyClick(focused, RIGHT, CONTROL)
    assert [(part.parameter, part.index) for part in heard] == [("bias", (0,)), ("kernel", (0, 0))]
    assert focused.property("said").startswith("weight ")
    assert "from X₁ to neuron 1 of dense" in focused.property("said")


def test_escape_goes_back_to_the_layer_and_then_to_nothing(focused: CanvasView) -> None:
    QTest.keyClick(focused, DOWN, CONTROL)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert focused.selected == "dense"
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert focused.selected is None


def test_two_layers_are_linked_and_unlinked_with_l(focused: CanvasView, document: Document, qtbot) -> None:
    before = document.project.network
    QTest.keyClick(focused, RIGHT, SHIFT)
    QTest.keyClick(focused, RIGHT, SHIFT)
    assert focused.chosen == ("dense", "dense_2", "dense_3")
    focused.commands.link()
    assert document.project.network is before  # three are no pair
    focused.network_scene.selection.choose(("dense_3", "dense"))
    focused.commands.link()  # a single way is possible, since the shapes are not equal
    assert set(joining(document, "Concatenate").inputs) == {"dense", "dense_2"}
    focused.network_scene.selection.choose(("dense", "concatenate"))
    focused.commands.link()
    assert document.project.network == before


def test_where_a_link_may_join_in_several_ways_a_menu_asks(focused: CanvasView, document: Document, qtbot) -> None:
    document.perform(EditName(""), lambda project: edits.change_layer(project, "dense", {"units": 2}))
    focused.network_scene.selection.choose(("input", "dense_2"))
    focused.commands.link()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert menu.pos().x() > focused.mapToGlobal(focused.rect().topLeft()).x()
    for _ in range(2):  # the first one is Add
        QTest.keyClick(menu, DOWN)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert set(joining(document, "Concatenate").inputs) == {"input", "dense"}


def joining(document: Document, kind: str) -> Node:
    return next(node for node in document.project.network.nodes if node.layer.kind == kind)


def test_a_link_that_cannot_be_is_refused_with_its_reason(focused: CanvasView, wiring) -> None:
    focused.network_scene.selection.choose(("input", "dense"))
    focused.commands.link()
    assert wiring.reports  # the first layer needs what it is fed with


def test_the_view_is_moved_with_control_and_shift(focused: CanvasView) -> None:
    middle = focused.viewport().rect().center()
    before = focused.mapToScene(middle)
    QTest.keyClick(focused, RIGHT, CONTROL | SHIFT)
    moved = (focused.mapToScene(middle) - before) * focused.zoom
    assert moved.x() == pytest.approx(80, abs=2)
    assert moved.y() == pytest.approx(0, abs=2)
