"""The decision map's page for one input: the network's output among the data."""

import numpy as np

from nnplay.data import CurveChoice
from nnplay.document import EditName
from nnplay.engine import Network
from nnplay.panels.map.decision_map_panel import DecisionMapPanel
from nnplay.panels.map.function_page import FunctionPage
from nnplay.panels.try_it.asked import Asked
from nnplay.project import edits
from nnplay.project.presets import preset


def test_a_curve_is_shown_with_what_the_network_makes_of_it(bench, qtbot):
    panel = DecisionMapPanel(bench.document, bench.controller, Asked(bench.controller, bench.controller))
    qtbot.addWidget(panel)
    panel.resize(360, 360)
    panel.show()
    assert panel.findChild(FunctionPage) is None
    bench.document.perform(EditName("curve"), lambda project: edits.set_data(project, CurveChoice("sine")))
    page = panel.findChild(FunctionPage)
    assert page.isVisible()
    x, y = page.curve
    assert x[0] < -5.5
    assert x[-1] > 5.5
    network = Network(bench.project.network)
    network.load(bench.project.parameters)
    assert np.allclose(y, network.predict(np.asarray(x, np.float32)[:, np.newaxis])[:, 0], atol=1e-6)
    bench.document.undo()
    assert not page.isVisible()


def test_data_of_which_none_are_for_testing_are_shown(bench, qtbot):
    panel = DecisionMapPanel(bench.document, bench.controller, Asked(bench.controller, bench.controller))
    qtbot.addWidget(panel)
    panel.show()
    bench.document.perform(EditName("line"), lambda project: edits.set_data(project, preset("line-3x").data))
    assert panel.findChild(FunctionPage).isVisible()
