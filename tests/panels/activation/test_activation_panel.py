"""ActivationPanel: shows the true curves, follows the chosen layer, and changes it by one undoable edit."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from nnplay.document import Document, EditName
from nnplay.engine import ACTIVATIONS
from nnplay.panels.activation.activation_panel import ActivationPanel
from nnplay.panels.activation.compare_button import CompareButton
from nnplay.project import edits
from nnplay.project.presets import preset
from tests.panels.fakes import FakeController

# Written down here once more, independently of the engine.
FORMULAS = {
    "linear": (lambda z: z, lambda z: np.ones_like(z)),
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2),
    "tanh": (np.tanh, lambda z: 1 / np.cosh(z) ** 2),
    "relu": (lambda z: np.where(z > 0, z, 0), lambda z: np.where(z > 0, 1.0, 0.0)),
    # One of two outputs whose other input is 0: e^z / (e^z + 1).
    "softmax": (lambda z: 1 / (1 + np.exp(-z)), lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2),
}


@pytest.fixture
def document(qapp):
    return Document(preset("circle"))


@pytest.fixture
def panel(qtbot, document):
    panel = ActivationPanel(document, FakeController())
    panel.resize(360, 320)
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def choice(panel):
    return panel.findChild(QComboBox)


@pytest.fixture
def button(panel):
    return panel.findChild(QPushButton)


def activation_of(document, name):
    return document.project.network.node(name).layer.activation


@pytest.mark.parametrize("name", FORMULAS)
def test_curves_are_the_function_and_its_derivative(panel, choice, name):
    choice.setCurrentText(name)
    for index, formula in enumerate(FORMULAS[name]):
        z, values = panel.plot.curve_data(index)
        assert (z[0], z[-1]) == ACTIVATIONS[name].plot_range
        np.testing.assert_allclose(values, formula(z), atol=1e-12)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_formula_and_range_are_written(panel, choice, name):
    choice.setCurrentText(name)
    texts = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    activation = ACTIVATIONS[name]
    assert {activation.formula, activation.derivative_formula, activation.range} <= set(texts)


@pytest.mark.parametrize(("name", "word"), [("softmax", "two outputs"), ("prelu", "learned"), ("step", "No slope")])
def test_what_is_special_is_said(panel, choice, name, word):
    def notes():
        return [label for label in panel.findChildren(QLabel) if label.isVisible() and word in label.text()]

    assert not notes()
    choice.setCurrentText(name)
    assert notes()


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_all_of_the_curves_is_in_view(panel, choice, name):
    choice.setCurrentText(name)
    (left, right), (bottom, top) = panel.plot.shown_range()
    for index in range(2):
        z, values = panel.plot.curve_data(index)
        assert left <= z.min() <= z.max() <= right
        assert bottom < values.min() <= values.max() < top


def test_offers_every_activation(choice):
    assert [choice.itemText(i) for i in range(choice.count())] == list(ACTIVATIONS)


def test_without_a_layer_there_is_nothing_to_use_it_in(panel, button):
    assert not button.isVisible()


def test_follows_the_chosen_layer(panel, document, choice, button):
    document.perform(EditName(""), lambda project: edits.change_layer(project, "dense_2", {"activation": "relu"}))
    panel.set_layer("dense_2")
    assert choice.currentText() == "relu"
    assert button.isVisible()
    assert not button.isEnabled()  # it is in use already
    panel.set_layer("dense")
    assert choice.currentText() == "tanh"
    panel.set_layer(None)
    assert choice.currentText() == "tanh"
    assert not button.isVisible()


def test_a_layer_without_activation_has_none_to_change(panel, button):
    panel.set_layer("input")
    assert not button.isVisible()


def test_use_changes_the_layer_as_one_undoable_edit(panel, document, choice, button):
    panel.set_layer("dense")
    choice.setCurrentText("sigmoid")
    assert activation_of(document, "dense") == "tanh"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert activation_of(document, "dense") == "sigmoid"
    assert document.undo_stack.count() == 1
    assert not button.isEnabled()
    document.undo()
    assert activation_of(document, "dense") == "tanh"
    assert choice.currentText() == "tanh"


def test_follows_a_change_made_elsewhere(panel, document, choice):
    panel.set_layer("dense")
    document.perform(EditName(""), lambda project: edits.change_layer(project, "dense", {"activation": "relu"}))
    assert choice.currentText() == "relu"


def test_an_edit_of_something_else_leaves_the_look_around_alone(panel, document, choice):
    panel.set_layer("dense")
    choice.setCurrentText("sigmoid")
    document.perform(EditName(""), lambda project: edits.move_layers(project, {"dense": (1, 2)}))
    assert choice.currentText() == "sigmoid"


def test_a_layer_that_is_gone_is_not_offered(panel, document, button):
    panel.set_layer("dense_2")
    document.perform(EditName(""), lambda project: edits.remove_layer(project, "dense_2"))
    assert not button.isVisible()


def test_hidden_it_does_nothing_and_catches_up(panel, choice):
    panel.hide()
    before = panel.plot.curve_data(0)[1]
    panel.set_layer("dense")
    choice.setCurrentText("relu")
    assert panel.plot.curve_data(0)[1] is before
    panel.show()
    z, values = panel.plot.curve_data(0)
    np.testing.assert_array_equal(values, np.maximum(z, 0))


def test_unseen_it_has_no_plot(qtbot, document):
    panel = ActivationPanel(document, FakeController())
    qtbot.addWidget(panel)
    panel.set_layer("dense")
    assert panel.plot is None


# Others to compare with, and the chosen layer's weighted sums


def test_others_are_drawn_and_named(panel):
    compare = panel.findChild(CompareButton)
    for action in compare.menu().actions():
        if action.text() in ("relu", "sigmoid"):
            action.trigger()
    assert [style.name for style in panel.plot.legend] == ["f(z)", "f′(z)", "sigmoid", "relu"]
    table = panel.table().columns
    np.testing.assert_allclose(table["f(z) relu"], np.maximum(table["z"], 0))
    compare.menu().actions()[-1].trigger()
    assert [style.name for style in panel.plot.legend] == ["f(z)", "f′(z)"]


@pytest.fixture
def live(qtbot, bench):
    panel = ActivationPanel(bench.document, bench.controller)
    panel.resize(360, 420)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def words(panel):
    return next((label.text() for label in panel.findChildren(QLabel) if label.text().startswith("Bars")), "")


def test_the_chosen_layer_s_weighted_sums_lie_under_the_curve(live, bench, qtbot):
    assert live.plot.histogram is None
    live.set_layer("dense")
    qtbot.waitUntil(lambda: live.plot.histogram is not None)
    assert "dense" in words(live)
    assert "saturated" in words(live)
    live.set_layer(None)
    assert live.plot.histogram is None


def test_they_follow_the_training(live, bench, qtbot):
    live.set_layer("dense")
    qtbot.waitUntil(lambda: live.plot.histogram is not None)
    before = live.plot.histogram.shares
    bench.controller.start(20)
    qtbot.waitUntil(lambda: not bench.controller.state.is_active and not live._question.is_busy)
    qtbot.waitUntil(lambda: (live.plot.histogram.shares != before).any())


def test_hidden_it_asks_nothing(live, bench, qtbot):
    live.set_layer("dense")
    qtbot.waitUntil(lambda: live.plot.histogram is not None)
    live.hide()
    bench.controller.start(3)
    qtbot.waitUntil(lambda: bench.controller.snapshot.epoch == 3)
    assert not live._question.is_busy


def test_another_function_than_the_layer_s_says_nothing_of_saturation(live, qtbot):
    live.set_layer("dense")
    live.findChild(QComboBox).setCurrentText("relu")
    qtbot.waitUntil(lambda: live.plot.histogram is not None)
    assert "saturated" not in words(live)


def test_all_hidden_layers_at_once_are_one_step_and_keep_what_was_learned(live, bench):
    before = bench.project
    live.findChild(QComboBox).setCurrentText("relu")
    live.menu_actions()[0].trigger()
    names = [node.layer.activation_name for node in bench.project.network.nodes[1:]]
    assert names == ["relu", "relu", "tanh"]
    np.testing.assert_array_equal(bench.project.parameters, before.parameters)
    assert len(bench.undo_texts) == 1
