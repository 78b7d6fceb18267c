"""InsidePanel: numbers of the layers, vanishing gradients in words, histograms that grow, pictures of weights."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTabWidget

from nnplay.engine import Dense, Part
from nnplay.panels.inside.histogram_plot import HistogramPlot
from nnplay.panels.inside.inside_panel import InsidePanel
from nnplay.panels.inside.layer_table import LayerTable
from nnplay.panels.inside.picture_grid import PictureGrid
from nnplay.project import edits, part_edits
from nnplay.project.presets import preset
from tests.panels.fakes import FakeController


@pytest.fixture
def controller(qapp):
    return FakeController(preset("circle"))


@pytest.fixture
def panel(qtbot, controller):
    panel = InsidePanel(controller)
    panel.resize(420, 360)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def texts(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_a_row_for_each_layer(panel, controller):
    table = panel.findChild(LayerTable)
    assert [table.item(row, 0).text() for row in range(table.rowCount())] == ["dense", "dense_2", "dense_3"]
    assert table.item(0, 2).text() == "–"
    controller.train_to(controller.project.parameters + np.float32(0.001))
    assert float(table.item(0, 2).text()) == pytest.approx(
        0.001 * np.sqrt(12) / np.linalg.norm(controller.snapshot.parameters[:12]), rel=0.05
    )
    assert any(text.startswith("Gradients arrive") for text in texts(panel))


def test_vanishing_gradients_are_named(qtbot):
    project = preset("circle")
    for _ in range(6):
        project = edits.insert_layer(project, Dense(4, "sigmoid"), after="dense")
    panel = InsidePanel(FakeController(project))
    qtbot.addWidget(panel)
    panel.show()
    assert any(text.startswith("Vanishing gradients") for text in texts(panel))


def test_a_muted_layer_is_no_vanishing_gradient(qtbot):
    project = part_edits.mute(preset("spiral"), [Part("dense_2")])
    panel = InsidePanel(FakeController(project))
    qtbot.addWidget(panel)
    panel.show()
    assert "Muted: dense_2. No gradient reaches the layers before." in texts(panel)
    table = panel.findChild(LayerTable)
    assert float(table.item(0, 1).text()) == 0


def test_histograms_grow_with_the_training(panel, controller):
    panel.findChild(QTabWidget).setCurrentIndex(1)
    for step in range(1, 4):
        controller.train_to(controller.project.parameters * np.float32(1 + step / 10))
    shares = panel.findChild(HistogramPlot).shares
    assert len(shares) >= 4
    np.testing.assert_allclose(shares.sum(axis=1), 1)


def test_magnitudes_on_a_logarithmic_scale(panel, controller, tmp_path):
    assert panel.menu_actions() == ()
    panel.findChild(QTabWidget).setCurrentIndex(1)
    controller.train_to(controller.project.parameters * np.float32(1.1))
    plot = panel.findChild(HistogramPlot)
    plot.grab()
    (action,) = panel.menu_actions()
    action.trigger()
    plot.grab()
    numbers = panel.table().columns
    weights = np.abs(controller.snapshot.parameters[:12])
    assert numbers["from"].min() == pytest.approx(weights.max() * 1e-6, rel=0.01)
    np.testing.assert_allclose(np.array(numbers["share"]).reshape(-1, 60).sum(axis=1), 1, atol=0.01)
    action.trigger()
    assert panel.table().columns["from"].min() < 0


def test_pictures_of_weights_and_outputs(panel, controller):
    panel.findChild(QTabWidget).setCurrentIndex(2)
    grid = panel.findChild(PictureGrid)
    np.testing.assert_allclose(grid.pictures[0], controller.project.parameters[:8].reshape(2, 4))
    corner = grid.picture_rect(0).topLeft().toPoint() + QPoint(4, 4)
    QTest.mouseMove(grid, corner)
    QTest.mouseMove(grid, corner + QPoint(1, 1))
    panel._source.setCurrentText("input")
    np.testing.assert_allclose(grid.pictures[0], controller.dataset.train.x[:1])


def test_hidden_it_asks_nothing(qtbot, controller):
    panel = InsidePanel(controller)
    qtbot.addWidget(panel)
    controller.train_to(controller.project.parameters)
    assert panel._question.n_asked == 0
