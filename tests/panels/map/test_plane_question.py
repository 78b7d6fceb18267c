"""The map's question: computed beside the GUI thread, and an answer counts only for what was asked last."""

from threading import current_thread

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from nnplay.data import ToyChoice, load
from nnplay.document import Document, EditName
from nnplay.engine import DataError, Network, Part
from nnplay.panels.map import decision_map_panel
from nnplay.panels.map.decision_map import DecisionMap
from nnplay.panels.map.decision_map_panel import DecisionMapPanel
from nnplay.panels.map.map_head import MapHead
from nnplay.panels.try_it.asked import Asked
from nnplay.project import edits
from nnplay.project.presets import preset
from tests.panels.fakes import FakeController


class SlowQuestion(QObject):
    """Answers when it is told to, always what was asked first."""

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, parent):
        super().__init__(parent)
        self.works = []

    def ask(self, work):
        self.works.append(work)

    def forget(self):
        self.works.clear()

    def answer(self):
        self.answered.emit(self.works.pop(0)())


class SlowController(FakeController):
    def new_question(self, parent, *, is_quick=False):
        self.question = SlowQuestion(parent)
        return self.question


@pytest.fixture
def controller(qapp):
    return SlowController(preset("circle"))


@pytest.fixture
def panel(qtbot, controller):
    panel = DecisionMapPanel(Document(controller.project), controller, Asked(controller, controller))
    panel.resize(360, 300)
    qtbot.addWidget(panel)
    panel.show()
    controller.question.works.clear()
    panel.invalidate()
    controller.question.answer()
    return panel


@pytest.fixture
def shown(panel):
    return panel.findChild(DecisionMap)


def title(panel):
    return panel.findChild(MapHead).name.text()


def output_at_the_middle(project):
    network = Network(project.network)
    network.load(project.parameters)
    return float(network.predict(np.zeros((1, 2), np.float32))[0, 0])


def test_an_answer_about_another_neuron_is_dropped(panel, shown, controller):
    before = shown.image
    panel.show_neuron(Part("dense", 1))
    panel.show_neuron(Part("dense", 2))
    controller.question.answer()
    assert shown.image is before
    assert title(panel) == "Network output"
    controller.question.answer()
    assert shown.image is not before
    assert title(panel) == "Neuron 3 of dense"


def test_an_answer_about_another_network_is_dropped(panel, shown, controller):
    before = shown.image
    panel.invalidate()
    controller.question.works[1:] = []
    controller.show(edits.change_layer(controller.project, "dense", {"units": 2}))
    controller.question.answer()
    assert shown.image is before
    controller.question.works[:-1] = []
    controller.question.answer()
    assert shown.value_at((0.0, 0.0)) == pytest.approx(output_at_the_middle(controller.project), abs=2e-2)


def test_an_answer_about_other_data_is_dropped(panel, shown, controller):
    before = shown.image
    panel.invalidate()
    controller.show(edits.regenerate(controller.project))
    controller.question.answer()
    assert shown.image is before


def test_an_answer_about_another_plane_is_dropped(panel, shown, controller):
    project = preset("body-measures")
    controller.show(project, load(project.data, project.seeds.data, project.seeds.split))
    controller.question.works[:-1] = []
    controller.question.answer()
    names, before = shown.axes.names, shown.image
    panel.invalidate()
    axes = panel.findChild(DecisionMap).parent().axes
    axes.projection.click()
    controller.question.answer()
    assert (shown.axes.names, shown.image) == (names, before)
    controller.question.answer()
    assert shown.axes.names[0].startswith("PC 1")


def test_weights_that_are_older_count_while_a_network_learns(panel, shown, controller):
    before = shown.image
    panel.invalidate()
    controller.train_to(controller.snapshot.parameters + 0.1, is_running=True)
    controller.question.answer()
    assert shown.image is not before


def test_axes_points_and_values_of_another_plane_come_together(panel, shown, controller):
    project = preset("body-measures")
    names, points = shown.axes.names, shown.points
    controller.show(project, load(project.data, project.seeds.data, project.seeds.split))
    assert (shown.axes.names, shown.points) == (names, points)
    controller.question.works[:-1] = []
    controller.question.answer()
    assert shown.axes.names == ("weight", "height")
    assert shown.points is not points


def test_points_in_the_same_plane_do_not_wait_for_the_answer(panel, shown, controller):
    controller.show(edits.regenerate(controller.project))
    np.testing.assert_array_equal(shown.points[0].places, controller.dataset.points_train)


def test_a_panel_that_is_frozen_meanwhile_shows_the_answer_when_it_is_let_go(panel, shown, controller):
    before = shown.image
    panel.show_neuron(Part("dense", 1))
    panel.set_frozen(True)
    controller.question.answer()
    assert shown.image is before
    panel.set_frozen(False)
    controller.question.answer()
    assert shown.image is not before
    assert title(panel) == "Neuron 2 of dense"


def test_a_panel_that_is_hidden_meanwhile_asks_again_when_it_is_seen(panel, shown, controller):
    panel.show_neuron(Part("dense", 1))
    panel.hide()
    controller.question.answer()
    assert title(panel) == "Network output"
    panel.show()
    controller.question.answer()
    assert title(panel) == "Neuron 2 of dense"


def test_where_there_is_no_map_nothing_is_computed(panel, controller):
    panel.invalidate()
    controller.show(preset("mnist-mlp"), dataset=controller.dataset)
    assert controller.question.works == []


def test_why_there_are_no_values_is_reported(qtbot, controller):
    document = Document(controller.project)
    panel = DecisionMapPanel(document, controller, Asked(controller, controller))
    qtbot.addWidget(panel)
    with qtbot.waitSignal(document.reported) as reported:
        controller.question.failed.emit(DataError("no"))
    assert str(reported.args[0]) == "no"


def test_the_plane_is_computed_beside_the_gui_thread(qtbot, bench, monkeypatch):
    threads = []

    def compute(*arguments):
        threads.append(current_thread())
        return compute_planes(*arguments)

    compute_planes = decision_map_panel.compute_planes
    monkeypatch.setattr(decision_map_panel, "compute_planes", compute)
    bench.document.perform(EditName("data"), lambda project: edits.set_data(project, ToyChoice("spiral")))
    panel = DecisionMapPanel(bench.document, bench.controller, Asked(bench.controller, bench.controller))
    qtbot.addWidget(panel)
    panel.show()
    shown = panel.findChild(DecisionMap)
    qtbot.waitUntil(lambda: shown.image is not None)
    assert threads
    assert current_thread() not in threads
    assert shown.value_at((0.0, 0.0)) == pytest.approx(output_at_the_middle(bench.project), abs=2e-2)
