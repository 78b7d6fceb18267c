"""LandscapePanel: the one weight of the articles, two weights, directions, and the way so far."""

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox, QLabel

from nnplay.panels.landscape.landscape_panel import LandscapePanel
from nnplay.panels.landscape.plane_plot import PlanePlot
from nnplay.panels.landscape.slice_plot import SlicePlot
from nnplay.panels.landscape.trail import Trail
from nnplay.project.presets import preset
from tests.panels.fakes import FakeController


def shown_panel(qtbot, controller):
    panel = LandscapePanel(controller)
    panel.resize(360, 320)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def choose(panel, text):
    box = next(box for box in panel.findChildren(QComboBox) if box.findText(text) >= 0)
    box.setCurrentText(text)


def texts(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_one_weight_of_the_articles(qtbot):
    """w = 5, loss 8, slope 8; the step takes it to 4.2, where the loss is 2.88."""
    panel = shown_panel(qtbot, FakeController(preset("one-weight")))
    assert "w = 5, loss 8.000, slope 8. The next step takes it to 4.2, loss 2.880." in texts(panel)
    found = panel.findChild(SlicePlot).shown
    np.testing.assert_allclose(found.losses, (2 * found.values - 6) ** 2 / 2, atol=1e-9)


def test_follows_the_training(qtbot):
    controller = FakeController(preset("one-weight"))
    panel = shown_panel(qtbot, controller)
    controller.train_to(np.array([4.2], np.float32))
    assert panel.findChild(SlicePlot).shown.value == pytest.approx(4.2)
    assert any("4.2, loss 2.880" in text for text in texts(panel))


def test_each_picture_has_its_own_scale(qtbot):
    panel = shown_panel(qtbot, FakeController(preset("circle")))
    (log,) = panel.menu_actions()
    assert not log.isChecked()
    log.trigger()
    assert panel.findChild(SlicePlot).is_log
    choose(panel, "Over two weights")
    panel._second.choose(1)
    plane = panel.findChild(PlanePlot)
    (log,) = panel.menu_actions()
    assert not log.isChecked()  # losses of one size all over it
    assert not plane.is_log
    log.trigger()
    assert plane.is_log
    plane.grab()
    choose(panel, "Along one weight")
    assert panel.menu_actions()[0].isChecked()


def test_two_weights_and_directions(qtbot):
    controller = FakeController(preset("circle"))
    panel = shown_panel(qtbot, controller)
    choose(panel, "Over two weights")
    assert "Choose two different weights." in texts(panel)
    panel._second.choose(1)
    plane = panel.findChild(PlanePlot).shown
    assert plane.place == pytest.approx(tuple(controller.project.parameters[:2].astype(float)))
    choose(panel, "Along the path of training")
    assert any("Train for a moment" in text for text in texts(panel))
    rng = np.random.default_rng(0)
    for _ in range(4):
        controller.train_to(controller.snapshot.parameters + rng.normal(size=25).astype(np.float32) * 0.1)
    assert len(panel.findChild(PlanePlot).shown.path) == 5
    choose(panel, "Over two random directions")
    assert panel.findChild(PlanePlot).shown.place == pytest.approx((0, 0), abs=1e-6)


def test_hidden_it_asks_nothing(qtbot):
    controller = FakeController(preset("circle"))
    panel = LandscapePanel(controller)
    qtbot.addWidget(panel)
    controller.train_to(controller.project.parameters)
    assert panel._question.n_asked == 0


def test_a_trail_of_a_large_network_stays_small(qtbot, qapp):
    controller = FakeController(preset("circle"))
    trail = Trail(controller, controller)
    last = None
    for _ in range(2000):
        last = np.zeros(21, np.float32)
        controller.train_to(last)
    assert 60 < len(trail.path(last)) <= 241


def test_the_figure_of_gradient_descent_has_its_names(qtbot):
    """The example with one weight: w = 5, slope 8, learning rate 0.1, and the minimum at 3."""
    panel = shown_panel(qtbot, FakeController(preset("one-weight")))
    plot = panel.findChild(SlicePlot)
    assert plot.labels.words == {
        "start": "initial weight 5",
        "gradient": "gradient 8",
        "step": "learning rate 0.1",
        "minimum": "minimum 3",
    }
    panel._controller.train_to(np.array([3.0], np.float32))
    words = plot.labels.words
    assert words["start"] == "initial weight 5"
    assert "gradient" not in words  # there is none to be seen at the minimum
