"""Empty states: one sentence that says what to do, and a button that does it."""

import pytest

from nnplay.document import EditName
from nnplay.panels.calculation.calculation_panel import CalculationPanel
from nnplay.panels.calculation.gradients_panel import GradientsPanel
from nnplay.panels.examples.examples_panel import ExamplesPanel
from nnplay.panels.history_panel import HistoryPanel
from nnplay.panels.inside.inside_panel import InsidePanel
from nnplay.panels.landscape.landscape_panel import LandscapePanel
from nnplay.panels.loss.loss_panel import LossPanel
from nnplay.panels.map.decision_map_panel import DecisionMapPanel
from nnplay.panels.results.results_panel import ResultsPanel
from nnplay.panels.runs.pointed_run import PointedRun
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.widgets.empty_state import EmptyPages, EmptyState, Wish
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.training import TimeMachine, Twin

MADE = {
    LossPanel: lambda bench, asked: LossPanel(
        bench.controller, PointedRun(), TimeMachine(bench.controller), Twin(bench.controller)
    ),
    ResultsPanel: lambda bench, asked: ResultsPanel(asked, bench.controller),
    LandscapePanel: lambda bench, asked: LandscapePanel(bench.controller),
    InsidePanel: lambda bench, asked: InsidePanel(bench.controller),
    ExamplesPanel: lambda bench, asked: ExamplesPanel(asked, bench.controller),
    DecisionMapPanel: lambda bench, asked: DecisionMapPanel(bench.document, bench.controller, asked),
    CalculationPanel: lambda bench, asked: CalculationPanel(bench.document, bench.controller, asked),
    GradientsPanel: lambda bench, asked: GradientsPanel(bench.document, bench.controller),
}


@pytest.fixture
def show(qtbot, bench):
    """Call it for a visible panel and what it says when it is empty."""

    def show_now(kind):
        panel = MADE[kind](bench, Asked(bench.controller))
        qtbot.addWidget(panel)
        panel.resize(420, 360)
        panel.show()
        return panel, panel.findChild(EmptyState)

    return show_now


def test_a_wish_is_told_and_its_button_is_there_only_with_one(qtbot):
    state = EmptyState("Train.", Wish.TRAIN)
    qtbot.addWidget(state)
    state.show()
    with qtbot.waitSignal(state.wished) as wished:
        state.button.click()
    assert wished.args == ["train"]
    state.say("There is nothing to be done.")
    assert state.text == "There is nothing to be done."
    assert not state.button.isVisible()


@pytest.mark.parametrize("kind", MADE)
def test_without_data_every_panel_leads_to_them(bench, show, qtbot, kind):
    bench.document.replace(preset("pima"), None)
    assert bench.controller.dataset is None
    panel, state = show(kind)
    assert state.isVisible()
    assert "Choose" in state.text
    with qtbot.waitSignal(panel.wished) as wished:
        state.button.click()
    assert wished.args == ["data"]
    bench.document.replace(preset("forward-by-hand"), None)
    qtbot.waitUntil(lambda: not state.isVisible() or kind is LossPanel)
    if kind is LossPanel:
        assert state.button.text() == "Train"


def test_no_data_for_a_test_are_said_to_be_none(bench, show, qtbot):
    bench.document.replace(preset("logic-or"), None)
    panel, _ = show(ResultsPanel)
    qtbot.waitUntil(lambda: panel._no_test_data.isVisible())
    assert not panel._part.isVisible()


def test_the_history_begins_with_a_sentence(bench, qtbot):
    panel = HistoryPanel(bench.document)
    qtbot.addWidget(panel)
    panel.show()
    state = panel.findChild(EmptyState)
    assert state.isVisible()
    bench.document.perform(EditName("Rename"), lambda project: edits.rename_layer(project, "dense", "first"))
    assert not state.isVisible()
    assert panel.list.count() == 2
    assert isinstance(panel.layout(), EmptyPages)
