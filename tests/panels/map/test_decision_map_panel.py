"""DecisionMapPanel: shows the network's own output over the plane, or a neuron's, with the data."""

from time import perf_counter

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QToolButton

from nnplay.appearance.values import value_image
from nnplay.asking import Example
from nnplay.data import ToyChoice, load
from nnplay.document import Document
from nnplay.engine import Part
from nnplay.panels import live_panel
from nnplay.panels.map.decision_map import DecisionMap
from nnplay.panels.map.decision_map_panel import DecisionMapPanel
from nnplay.panels.map.input_axes import InputAxes
from nnplay.panels.map.map_frame import ValueRange
from nnplay.panels.map.map_page import MapPage
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.turns import turns
from nnplay.panels.widgets.empty_state import EmptyState
from nnplay.project import edits
from nnplay.project.inspection import probe
from nnplay.project.presets import preset
from tests.panels.fakes import FakeController

AXIS = np.linspace(-6, 6, 100)
GRID = np.array([(x1, x2) for x2 in AXIS[::-1] for x1 in AXIS])  # row by row from the top left


@pytest.fixture
def controller(qapp):
    return FakeController(preset("circle"))


@pytest.fixture
def panel(qtbot, controller):
    panel = DecisionMapPanel(Document(controller.project), controller, Asked(controller, controller))
    panel.resize(360, 300)
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def shown(panel):
    return panel.findChild(DecisionMap)


def planes(project, parameters):
    """Every layer of a 2-4-2-1 tanh network over the grid by plain matrix products: list of (units, 100, 100)."""
    rows, found = GRID, [GRID]
    for node in project.network.nodes[1:]:
        slots = {slot.name: slot for slot in project.network.node_slots(node.name)}
        kernel, bias = (parameters[slots[name].span].reshape(slots[name].shape) for name in ("kernel", "bias"))
        rows = np.tanh(rows @ kernel.astype(float) + bias)
        found.append(rows)
    return [each.T.reshape(-1, 100, 100) for each in found]


def assert_shows(shown, plane, scale=1.0):
    """Colours are 1 of 256, two levels apart at most, and 32-bit sums may fall on the other side of a border."""
    expected, found = value_image(plane, scale), shown.image
    channels = [np.frombuffer(image.constBits(), np.uint8).reshape(100, 100, 4) for image in (expected, found)]
    assert np.abs(channels[0].astype(int) - channels[1].astype(int)).max() <= 2


def box(panel, word):
    return next(each for each in panel.findChildren(QCheckBox) if word in each.text().replace("&", ""))


def texts(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_shows_the_output(panel, shown, controller):
    project = controller.project
    assert_shows(shown, planes(project, project.parameters)[-1][0])
    assert "Network output" in texts(panel)


def test_follows_the_training(panel, shown, controller):
    parameters = np.random.default_rng(5).normal(size=controller.project.network.n_parameters).astype(np.float32)
    controller.train_to(parameters)
    assert_shows(shown, planes(controller.project, parameters)[-1][0])


def test_a_fast_run_is_drawn_at_most_ten_times_a_second_and_its_end_always(panel, shown, controller, monkeypatch):
    now = start = perf_counter() + 1000
    monkeypatch.setattr(live_panel, "perf_counter", lambda: now)
    monkeypatch.setattr(turns(), "ask_for", lambda asking, _: asking.invalidate())  # it is always its turn
    drawn = []
    for frame in range(6):
        now = start + frame / 25
        before = shown.image
        controller.train_to(controller.snapshot.parameters + 0.1, is_running=True)
        drawn.append(shown.image is not before)
    assert drawn == [True, False, False, True, False, False]
    controller.train_to(controller.snapshot.parameters, is_running=False)
    assert_shows(shown, planes(controller.project, controller.snapshot.parameters)[-1][0])


def test_shows_a_neuron_while_it_is_pointed_at(panel, shown, controller):
    expected = planes(controller.project, controller.project.parameters)
    panel.show_neuron(Part("dense", 2))
    assert_shows(shown, expected[1][2])
    assert "Neuron 3 of dense" in texts(panel)
    panel.show_neuron(Part("input", 1))
    assert_shows(shown, expected[0][1], scale=6)
    assert "X₂" in texts(panel)
    panel.show_neuron(None)
    assert_shows(shown, expected[-1][0])


def test_a_neuron_that_is_gone_gives_way_to_the_output(panel, shown, controller):
    panel.show_neuron(Part("dense", 3))
    controller.show(edits.change_layer(controller.project, "dense", {"units": 2}))
    project = controller.project
    assert_shows(shown, planes(project, project.parameters)[-1][0])


def test_unbounded_neurons_have_a_scale_of_their_own(panel, shown, controller):
    controller.show(edits.change_layer(controller.project, "dense", {"activation": "linear"}))
    parameters = np.full(controller.project.network.n_parameters, 0.7, np.float32)
    controller.train_to(parameters)
    panel.show_neuron(Part("dense", 0))
    # The greatest value is 0.7 * (6 + 6 + 1) = 9.1.
    assert shown.value_range == ValueRange(-10, 10)
    panel.show_neuron(None)
    assert shown.value_range == ValueRange(-1, 1)


def test_points_are_the_training_data_and_on_request_the_test_data(panel, shown, controller):
    dataset = controller.dataset
    [train] = shown.points
    np.testing.assert_array_equal(train.places, dataset.points_train)
    np.testing.assert_array_equal(train.labels, dataset.train.y[:, 0])
    box(panel, "test data").click()
    _, test = shown.points
    np.testing.assert_array_equal(test.places, dataset.points_test)
    np.testing.assert_array_equal(test.labels, dataset.test.y[:, 0])
    assert test.is_test
    box(panel, "test data").click()
    assert len(shown.points) == 1


def test_points_follow_the_data(panel, shown, controller):
    controller.show(edits.regenerate(controller.project))
    np.testing.assert_array_equal(shown.points[0].places, controller.dataset.points_train)


def test_discretized_only_two_colours_remain(panel, shown):
    box(panel, "Discretize").click()
    colors = set(np.frombuffer(shown.image.constBits(), np.uint32).tolist())
    assert colors == set(np.frombuffer(value_image([[-1.0, 1.0]]).constBits(), np.uint32).tolist())


def test_the_line_tells_place_and_value(panel, shown, controller):
    position = shown.geometry_of_plane.position_of(1.5, -2).toPoint()
    QTest.mouseMove(shown, position)
    x1, x2 = shown.place
    value = probe.Probe(controller.project.network, ("x1", "x2"))
    value.set_parameters(controller.snapshot.parameters)
    output = float(value.predict(np.array([[x1, x2]], np.float32))[0, 0])
    assert shown.value_at((x1, x2)) == pytest.approx(output, abs=2e-3)
    [line] = [text.replace("−", "-") for text in texts(panel) if "→" in text]
    assert line == f"({x1:.3g}, {x2:.3g}) → {shown.value_at((x1, x2)):.3g}"


def test_more_features_are_computed_from_the_two_coordinates(panel, shown, controller):
    controller.show(edits.set_data(controller.project, ToyChoice("circle", features=("x1", "x1_squared"))))
    panel.show_neuron(Part("input", 1))
    assert_shows(shown, np.tile(AXIS**2, (100, 1)), scale=40)
    assert "X₁²" in texts(panel)


def test_pictures_get_a_calm_sentence(panel, shown, controller, qtbot):
    controller.show(preset("mnist-mlp"), dataset=controller.dataset)
    assert not shown.isVisible()
    assert any("too many pixels" in text for text in texts(panel))
    with qtbot.waitSignal(panel.wished) as wished:
        panel.findChild(EmptyState).button.click()
    assert wished.args == ["try_it"]
    controller.show(preset("circle"))
    assert shown.isVisible()


def test_a_large_network_gets_fewer_samples(panel, shown, controller):
    controller.show(edits.change_layer(controller.project, "dense", {"units": 20_000}))
    assert 25 <= shown.image.width() < 100


def test_hidden_it_does_nothing_and_catches_up(panel, shown, controller):
    panel.hide()
    before = shown.image
    parameters = np.full(controller.project.network.n_parameters, 0.3, np.float32)
    controller.train_to(parameters)
    panel.show_neuron(Part("dense", 0))
    assert shown.image is before
    panel.show()
    assert_shows(shown, planes(controller.project, parameters)[1][0])


def test_a_clicked_neuron_stays_until_it_is_let_go(panel, shown, controller, qtbot):
    expected = planes(controller.project, controller.project.parameters)
    panel.pin(Part("dense", parameter="bias", index=(2,)))
    panel.show_neuron(Part("dense", 0))
    assert_shows(shown, expected[1][2])
    panel.show_neuron(None)
    [unpin] = [button for button in panel.findChildren(QToolButton) if button.text() == "Unpin"]
    qtbot.mouseClick(unpin, Qt.MouseButton.LeftButton)
    assert_shows(shown, expected[-1][0])
    assert not unpin.isVisible()


def test_a_clicked_connection_pins_nothing(panel, shown, controller):
    panel.pin(Part("dense", parameter="kernel", index=(0, 1)))
    assert_shows(shown, planes(controller.project, controller.project.parameters)[-1][0])


def test_a_table_is_shown_through_two_of_its_inputs(panel, shown, controller):
    project = preset("body-measures")
    controller.show(project, dataset=load(project.data, project.seeds.data, project.seeds.split))
    axes = panel.findChild(InputAxes)
    assert axes.isVisible()
    assert axes.first.currentText() == "weight"
    assert shown.axes.names == ("weight", "height")
    controller.show(preset("circle"))
    assert shown.isVisible()
    assert not axes.isVisible()
    assert shown.axes.names == ("x₁", "x₂")


def test_test_data_are_asked_for_where_there_are_none(qtbot):
    controller = FakeController(preset("logic-and"))
    panel = DecisionMapPanel(Document(controller.project), controller, Asked(controller, controller))
    qtbot.addWidget(panel)
    panel.show()
    QTest.mouseClick(
        next(box for box in panel.findChildren(QCheckBox) if "test" in box.text()), Qt.MouseButton.LeftButton
    )
    assert [len(points.places) for points in panel.findChild(DecisionMap).points if points.is_test] in ([], [0])


def test_an_example_of_newer_data_waits_until_the_map_has_them(panel, qtbot):
    """The example comes at once, the plane of the other data in its turn."""
    page = panel.findChild(MapPage)
    qtbot.waitUntil(lambda: page.map.image is not None)
    page.show_example(Example(np.zeros(2, np.float32), np.array([1.0], np.float32), cells=("0", "0")))
    assert page.point.isVisible()
    page.show_example(Example(np.zeros(3, np.float32), np.array([1.0], np.float32), cells=("0", "0", "0")))
    assert not page.point.isVisible()
