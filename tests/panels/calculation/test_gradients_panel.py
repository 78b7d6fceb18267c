"""GradientsPanel: both gradients in a table, and a nudge that is adjusted."""

from __future__ import annotations

import pytest

from nnplay.document import Document
from nnplay.engine import Part
from nnplay.panels.calculation.gradients_panel import GradientsPanel
from nnplay.project.presets import preset
from nnplay.training import TrainingController


@pytest.fixture
def panel(qtbot):
    document, controller = Document(preset("line-3x")), TrainingController()
    controller.show(document.project)
    qtbot.waitUntil(lambda: controller.dataset is not None)
    panel = GradientsPanel(document, controller)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel
    controller.close()


def test_side_by_side_and_equal_to_four_digits(panel) -> None:
    cells = [[panel._table.item(row, column).text() for column in range(4)] for row in range(2)]
    assert [row[0] for row in cells] == ["w", "b"]
    assert cells[0][1].startswith("−45.05")
    assert cells[0][2].startswith("−45.0")
    assert panel.found.check.worst < 1e-4
    assert panel.table().csv_text().splitlines()[0] == "weight,backpropagation,perturbation"


def test_the_nudge_is_adjusted(panel) -> None:
    exact = panel.found.check.worst
    panel._nudge.setValue(panel._nudge.maximum())
    assert "0.1" in panel._nudge_text.text()
    assert panel.found.check.worst > 100 * exact
    panel._both_ways.setChecked(True)
    assert panel.found.check.worst < exact


def test_a_row_points_at_its_weight(panel, qtbot) -> None:
    with qtbot.waitSignal(panel.part_pointed) as pointed:
        panel._table.selectRow(1)
    assert pointed.args == [Part("dense", parameter="bias", index=(0,))]
