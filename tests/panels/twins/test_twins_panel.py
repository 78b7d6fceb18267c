"""TwinsPanel: what differs, both maps and where they disagree, and the buttons."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnplay.data import load
from nnplay.panels.runs.pair import Learned, compute_pair, source_of
from nnplay.panels.twins.twins_panel import TwinsPanel
from nnplay.project.presets import preset
from nnplay.project.run_edits import setup_of
from nnplay.project.twins import Difference
from nnplay.training import Companion, Twin


@pytest.fixture
def twin(bench):
    return Twin(bench.controller)


@pytest.fixture
def panel(qtbot, bench, twin):
    panel = TwinsPanel(bench.document, bench.controller, twin)
    panel.resize(900, 260)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def begin(bench, twin, difference):
    project, dataset = bench.document.project, bench.controller.dataset
    twin.begin(Companion.twin_of(project, difference, dataset, is_from_start=True))


def test_without_a_twin_it_offers_one(qtbot, panel):
    assert "another learning rate" in panel._pages.empty.text
    with qtbot.waitSignal(panel.wished) as wished:
        QTest.mouseClick(panel._pages.empty.button, Qt.MouseButton.LeftButton)
    assert wished.args == ["twin"]


def test_it_says_what_differs_and_shows_three_maps(qtbot, bench, twin, panel):
    begin(bench, twin, Difference("activation", "relu"))
    assert panel._difference.text() == "The twin: dense tanh → relu, dense_2 tanh → relu. All else is the same."
    qtbot.waitUntil(lambda: panel.maps.tiles[2].image is not None)
    project, dataset = bench.document.project, bench.controller.dataset
    other = twin.companion.project
    learned = tuple(Learned(setup_of(each), each.parameters, dataset) for each in (project, other))
    found = compute_pair(learned, (source_of(learned[0].setup), source_of(learned[1].setup)))
    assert panel.maps.captions[2].text() == f"They disagree on {100 * found.planes.share:.1f} %"
    assert found.n_examples == len(dataset.test)


def test_networks_that_are_the_same_disagree_nowhere(bench):
    project, dataset = bench.document.project, bench.controller.dataset
    learned = Learned(setup_of(project), project.parameters, dataset)
    source = source_of(learned.setup)
    found = compute_pair((learned, learned), (source, source))
    assert found.planes.share == 0
    assert found.n_different == 0
    assert np.array_equal(found.counts[0], found.counts[1])
    assert found.counts[0].sum() == found.n_examples


@pytest.mark.parametrize("order", [slice(None), slice(None, None, -1)])
def test_classes_and_quantities_have_no_matrices_in_common(order):
    projects = [preset("body-measures"), preset("line-3x")][order]
    learned = [
        Learned(setup_of(each), each.parameters, load(each.data, each.seeds.data, each.seeds.split))
        for each in projects
    ]
    assert compute_pair((learned[0], learned[1]), (None, None)).counts is None


def test_a_network_disagrees_with_its_opposite_everywhere(bench):
    project, dataset = bench.document.project, bench.controller.dataset
    opposite = project.parameters.copy()
    last = project.network.node_slots(project.network.output.name)
    for slot in last:
        opposite[slot.span] *= -1
    setup = setup_of(project)
    one, two = Learned(setup, project.parameters, dataset), Learned(setup, opposite, dataset)
    found = compute_pair((one, two), (source_of(setup), source_of(setup)))
    assert found.planes.share > 0.99  # the border itself belongs to both
    assert found.n_different == found.n_examples


def test_pictures_of_classes_become_matrices(qtbot, bench, twin, panel):
    bench.document.replace(preset("body-measures"), None)
    qtbot.waitUntil(lambda: bench.controller.dataset is not None)
    begin(bench, twin, Difference("learning_rate", 0.3))
    qtbot.waitUntil(lambda: panel.matrices.matrices[1].counts.size > 0)
    assert panel.matrices.isVisible()
    n_examples = len(bench.controller.dataset.train)  # nothing is kept to test with
    assert panel.matrices.sentence.text().endswith(f" of {n_examples:,} examples.")


def test_the_buttons_ask_to_exchange_and_to_end(qtbot, bench, twin, panel):
    begin(bench, twin, Difference("learning_rate", 0.3))
    assert not panel.exchange.isEnabled()  # the twin has learned nothing yet
    with qtbot.waitSignal(panel.end_wanted):
        QTest.mouseClick(panel.end, Qt.MouseButton.LeftButton)
    bench.controller.start(2)
    qtbot.waitUntil(lambda: not bench.controller.state.is_active)
    panel.invalidate()
    with qtbot.waitSignal(panel.exchange_wanted):
        QTest.mouseClick(panel.exchange, Qt.MouseButton.LeftButton)
