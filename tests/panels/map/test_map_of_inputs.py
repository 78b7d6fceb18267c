"""The decision map of many inputs: two with the rest held, or a projection, as an independent calculation has it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox

from nnplay.asking import Origin, example_of
from nnplay.data import load
from nnplay.document import Document
from nnplay.engine import Network, Part
from nnplay.panels.map.decision_map_panel import DecisionMapPanel
from nnplay.panels.map.input_axes import is_sliceable
from nnplay.panels.map.map_page import MapPage
from nnplay.panels.try_it.asked import Asked
from nnplay.project.presets import preset
from nnplay.shell import translations
from tests.panels.fakes import FakeController


@pytest.fixture
def project():
    return preset("body-measures")


@pytest.fixture
def dataset(project):
    return load(project.data, project.seeds.data, project.seeds.split)


@pytest.fixture
def controller(qapp, project, dataset):
    controller = FakeController()
    controller.show(project, dataset)
    return controller


@pytest.fixture
def panel(qtbot, controller):
    panel = DecisionMapPanel(Document(controller.project), controller, Asked(controller, controller))
    qtbot.addWidget(panel)
    panel.resize(300, 420)
    panel.show()
    return panel


@pytest.fixture
def page(panel):
    return panel.findChild(MapPage)


@pytest.fixture
def axes(page):
    return page.axes


def box(page, name):
    return page.findChild(QCheckBox, name)


def expected(project, inputs, unit, node=None):
    network = Network(project.network)
    network.load(project.parameters, ())
    x = np.asarray(inputs, np.float32)[np.newaxis]
    return float(network.activations(x)[node or project.network.output.name][0, unit])


def test_a_place_is_the_network_s_output_with_the_rest_at_its_mean(panel, page, project, dataset):
    panel.show_neuron(Part("dense", 1))
    place = (1.5, -2.25)
    inputs = dataset.train.x.mean(axis=0)
    inputs[:2] = [m + a * u for m, a, u in zip(page.map.axes.middles, place, page.map.axes.units, strict=True)]
    assert page.map.value_at(place) == pytest.approx(expected(project, inputs, 1, "dense"), rel=0.02, abs=0.02)


def test_a_held_input_takes_what_is_typed_and_goes_back_to_the_mean(panel, page, axes, project, dataset, qtbot):
    mean = float(dataset.train.x[:, 2].mean())
    assert axes.held_input.currentIndex() == 2
    assert axes.held_value.value() == pytest.approx(mean, abs=5e-3)
    panel.show_neuron(Part("dense", 0))
    axes.held_value.setValue(mean + 1)
    middle = [*page.map.axes.middles, axes.held_value.value()]
    assert page.map.value_at((0, 0)) == pytest.approx(expected(project, middle, 0, "dense"), rel=0.02, abs=0.02)
    qtbot.mouseClick(axes.to_means, Qt.MouseButton.LeftButton)
    assert axes.held_value.value() == pytest.approx(mean, abs=5e-3)


def test_nothing_is_held_where_the_axes_show_all_inputs(controller, page, axes):
    assert axes.held_input.isVisible()
    controller.show(preset("two-three-one"))
    assert axes.first.isVisible()
    assert not axes.held_input.isVisible()
    assert not axes.held_value.isVisible()
    assert not axes.to_means.isVisible()


def test_both_axes_never_show_the_same_input(page, axes):
    axes.first.setCurrentIndex(1)
    axes.first.activated.emit(1)
    assert axes.first.currentIndex() == 1
    assert axes.second.currentIndex() == 2
    assert page.map.axes.names == (axes.first.currentText(), axes.second.currentText())


def test_a_projection_names_the_share_of_its_components(page, axes, dataset):
    axes.projection.click()
    variances = np.sort(np.linalg.eigvalsh(np.cov(dataset.train.x.T)))[::-1]
    share = 100 * variances[0] / variances.sum()
    assert page.map.axes.names[0] == f"PC 1 ({share:.1f} %)"
    assert not axes.held_value.isEnabled()
    assert not axes.first.isEnabled()


def test_training_points_lie_at_their_inputs_and_test_points_come_on_demand(page, dataset):
    axes = page.map.axes
    [points] = page.map.points
    assert np.allclose(axes.middles + points.places * axes.units, dataset.train.x[:, :2], atol=1e-3)
    box(page, "test_data").click()
    assert [each.is_test for each in page.map.points] == [False, *([True] if len(dataset.test) else [])]


def test_the_values_under_the_cursor_are_those_of_the_inputs(page, qtbot):
    middle = page.map.geometry_of_plane.area.center().toPoint()
    qtbot.mouseMove(page.map, middle + QPoint(1, 0))
    page.map.pointed.emit((0.0, 0.0))
    assert page.head.reading.text().startswith("(")
    assert "→" in page.head.reading.text()


def test_what_can_be_sliced():
    assert is_sliceable((8,))
    assert not is_sliceable((1,))
    assert not is_sliceable((28, 28, 1))


def test_a_click_follows_an_example_and_says_its_loss(page, project, dataset, qtbot):
    target = page.map.points[0].places[3]
    page.map.pressed.emit((float(target[0]), float(target[1])))
    assert page.map.followed == pytest.approx(tuple(target), abs=1e-5)
    assert page.point.isVisible()
    rows = np.flatnonzero((page.map.points[0].places == target).all(axis=1))
    one = dataset.train.take(rows[:1])
    loss = Network(project.network)
    loss.load(project.parameters)
    assert f"loss {loss.evaluate(one, project.training.loss).loss:.4f}"[:9] in page.point.text()
    x1 = float(dataset.train.x[rows[0], 0])
    assert page.point.text().startswith(f"Point ({x1:.2g}".replace("-", "−")[:9])
    page.map.pressed.emit((5.99, 5.99))
    assert not page.point.isVisible()
    assert page.map.followed is None


def test_another_plane_moves_the_followed_example(page):
    before = page.map.points[0].places[3]
    page.map.pressed.emit((float(before[0]), float(before[1])))
    page.axes.projection.click()
    assert page.map.followed is not None
    assert any(np.allclose(page.map.followed, place, atol=1e-5) for place in page.map.points[0].places)


def test_discretized_values_are_one_of_two_colours(page):
    n_before = len({page.map.image.pixel(x, y) for x in range(0, 60, 3) for y in range(0, 60, 3)})
    box(page, "discretize").click()
    found = {page.map.image.pixel(x, y) for x in range(0, 60, 3) for y in range(0, 60, 3)}
    assert len(found) <= 2 < n_before


def test_points_are_as_large_as_their_losses(panel, page, project, dataset):
    [by_loss] = panel.menu_actions()
    by_loss.trigger()
    network = Network(project.network)
    network.load(project.parameters)
    losses = [network.evaluate(dataset.train.take(slice(i, i + 1)), project.training.loss).loss for i in range(4)]
    sizes = page.map.points[0].sizes
    np.testing.assert_allclose(sizes[:4] / sizes[0], np.sqrt(np.array(losses) / losses[0]), rtol=1e-3)
    by_loss.trigger()
    assert page.map.points[0].sizes is None


def test_points_can_be_drawn_in_the_plane_only(controller, page, axes):
    assert axes.isVisible()
    assert not page.tools.isVisible()
    controller.show(preset("circle"))
    assert not axes.isVisible()
    assert page.tools.isVisible()


def test_classes_are_named_in_the_language_of_the_window(panel, page, controller, dataset):
    translations.install("zh_CN")
    try:
        controller.show(controller.project, dataset)
        panel.refresh()
        page.show_example(example_of(dataset, None, Origin("train", 0)))
        assert "女" in page.point.text() or "男" in page.point.text()
        assert "male" not in page.point.text()
    finally:
        translations.install("en")
