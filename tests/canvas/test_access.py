"""The canvas in words: each layer is a node of the accessibility tree whose text is true at every moment."""

import gc
from weakref import ref

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible

from nnplay.appearance import accessible
from nnplay.canvas import CanvasView
from nnplay.canvas.access.words import LayerText
from nnplay.document import EditName
from nnplay.engine import Part
from nnplay.project import edits, part_edits
from nnplay.project.presets import preset
from nnplay.shell import translations

_Role, _Text = QAccessible.Role, QAccessible.Text


@pytest.fixture(autouse=True)
def english(qapp):
    accessible.install()
    translations.install("en")


def layers(canvas):
    network = QAccessible.queryAccessibleInterface(canvas)
    children = [network.child(index) for index in range(network.childCount())]
    return [child for child in children if child.role() is _Role.ListItem]


def names(canvas):
    return [layer.text(_Text.Name) for layer in layers(canvas)]


def test_the_network_is_a_list_of_its_layers(canvas):
    network = QAccessible.queryAccessibleInterface(canvas)
    assert (network.role(), network.text(_Text.Name)) == (_Role.List, "Network")
    assert names(canvas) == [
        "Input input, 2 units, connected to dense",
        "Dense dense, 4 units, tanh, connected from input, connected to dense_2",
        "Dense dense_2, 2 units, tanh, connected from dense, connected to dense_3",
        "Dense dense_3, 1 unit, tanh, connected from dense_2",
    ]


def test_texts_are_those_of_now(canvas, document):
    document.perform(
        EditName(""), lambda project: edits.change_layer(project, "dense", {"units": 3, "activation": "relu"})
    )
    document.perform(EditName(""), lambda project: edits.rename_layer(project, "dense_2", "second"))
    document.perform(EditName(""), lambda project: part_edits.freeze(project, [Part("dense")]))
    document.perform(EditName(""), lambda project: part_edits.mute(project, [Part("second")]))
    assert names(canvas)[1:3] == [
        "Dense dense, 3 units, relu, connected from input, connected to second, frozen",
        "Dense second, 2 units, tanh, connected from dense, connected to dense_3, muted",
    ]
    document.perform(EditName(""), lambda project: edits.remove_layers(project, ["second"]))
    assert len(layers(canvas)) == 3


def test_a_layer_that_is_gone_is_no_longer_valid(canvas, document):
    gone = layers(canvas)[2]
    document.perform(EditName(""), lambda project: edits.remove_layers(project, ["dense_2"]))
    assert not gone.isValid()
    assert gone.text(_Text.Name) == ""
    assert gone.rect().isEmpty()


def test_the_chosen_layer_is_selected_and_has_the_focus(canvas, qtbot):
    canvas.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    states = [(bool(layer.state().selected), bool(layer.state().focused)) for layer in layers(canvas)]
    assert states == [(False, False), (True, True), (False, False), (False, False)]
    assert QAccessible.queryAccessibleInterface(canvas).focusChild().text(_Text.Name).startswith("Dense dense,")


def test_a_layer_is_where_its_card_is(canvas):
    network = QAccessible.queryAccessibleInterface(canvas)
    for place, layer in enumerate(layers(canvas)):
        at = layer.rect().center()
        assert network.childAt(at.x(), at.y()) is layer
        assert network.indexOfChild(layer) == place
        assert canvas.rect().contains(canvas.mapFromGlobal(at))


def test_the_tree_survives_a_hundred_other_networks(canvas, document):
    kept = layers(canvas)
    for number in range(100):
        units = 1 + number % 8
        document.perform(
            EditName(""), lambda project, units=units: edits.change_layer(project, "dense", {"units": units})
        )
        assert f" {units} unit" in names(canvas)[1]
        gc.collect(0)
    assert all(layer.isValid() for layer in kept)


def test_with_the_canvas_its_layers_go(qtbot, document, controller, wiring):
    canvas = CanvasView(document, controller)
    kept = layers(canvas)
    canvas.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any(shiboken6.isValid(layer) for layer in kept)


def test_a_canvas_that_was_described_is_let_go(qtbot, document, controller, wiring):
    canvas = CanvasView(document, controller)
    assert layers(canvas)
    alive = ref(canvas), ref(canvas.network_scene)
    canvas.deleteLater()
    del canvas
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [each() for each in alive] == [None, None]


def test_pictures_and_rates_are_told():
    words = LayerText(preset("mnist-cnn"))
    assert words.layer("conv2d_2") == (
        "Conv2D conv2d_2, 16 filters, gives 11×11×16, relu, connected from max_pooling2d, connected to max_pooling2d_2"
    )
    assert "rate 0.5," in LayerText(preset("mnist-mlp")).layer("dropout")


def test_a_neuron_and_a_weight_are_told(document):
    project = document.project
    weight = Part("dense", parameter="kernel", index=(0, 2))
    frozen = part_edits.freeze(project, [weight])
    text = "weight from X₁ to neuron 3 of dense, 0.25"
    assert LayerText(project).part(weight, 0.25) == text
    assert LayerText(frozen).part(weight, 0.25) == f"{text}, frozen"
    assert LayerText(project).part(Part("dense", unit=1), -0.5) == "neuron 2 of dense, bias −0.5"


def test_in_chinese(canvas):
    translations.install("zh_CN")
    try:
        assert names(canvas)[1] == "全连接 dense，4 个神经元，tanh，来自 input，连接到 dense_2"
    finally:
        translations.install("en")
