"""CalculationPanel: steps there and back, formulas of a phase and of a part, and new weights as one undoable edit."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox

from nnplay.asking import Example, Origin
from nnplay.document import Document, EditName
from nnplay.engine import (
    SGD,
    BatchNormalization,
    Dense,
    Input,
    NetworkSpec,
    Part,
    TrainingSettings,
    trace_batch,
)
from nnplay.panels.calculation.calculation_panel import CalculationPanel
from nnplay.panels.calculation.formula_sheet import FormulaSheet
from nnplay.panels.calculation.place_bar import PlaceBar
from nnplay.panels.try_it.asked import Asked
from nnplay.project import edits
from nnplay.project.calculation import Calculation, Kind, NumberFormat, Passes
from nnplay.project.calculation.text import symbol_text
from nnplay.project.presets import preset
from nnplay.training import TrainingController


class Bench:
    """A document, its controller and the panel."""

    def __init__(self, qtbot, name: str) -> None:
        self.document = Document(preset(name))
        self.controller = TrainingController()
        self.document.changed.connect(self._show)
        self.controller.show(self.document.project)
        qtbot.waitUntil(lambda: self.controller.dataset is not None)
        self.asked = Asked(self.controller, self.controller)
        self.panel = CalculationPanel(self.document, self.controller, self.asked)
        qtbot.addWidget(self.panel)
        self.panel.resize(900, 400)
        self.marks: list = []
        self.pointed: list = []
        self.panel.marks_changed.connect(self.marks.append)
        self.panel.part_pointed.connect(self.pointed.append)
        with qtbot.waitExposed(self.panel):
            self.panel.show()

    def _show(self, change) -> None:
        self.controller.show(change.after)

    @property
    def text(self) -> str:
        return self.panel.copied("text")


@pytest.fixture
def bench(qtbot):
    benches = []

    def make(name: str = "two-three-one") -> Bench:
        benches.append(Bench(qtbot, name))
        return benches[-1]

    yield make
    for each in benches:
        each.controller.close()


def test_page_down_leads_through_all_phases_and_page_up_back(bench) -> None:
    found = bench()
    seen = [found.panel.stepper.stepping.phase.kind]
    for _ in range(6):
        QTest.keyClick(found.panel, Qt.Key.Key_PageDown)
        seen.append(found.panel.stepper.stepping.phase.kind)
    kinds = [Kind.EXAMPLE, Kind.FORWARD, Kind.FORWARD, Kind.LOSS, Kind.BACKWARD, Kind.BACKWARD, Kind.UPDATE]
    assert seen == kinds
    assert "w⁽²⁾₂ fell by 0.1938: the output was 1.233 too high and h₂ was positive." in found.panel.narration
    for _ in range(5):
        QTest.keyClick(found.panel, Qt.Key.Key_PageUp)
    assert found.text.splitlines()[0] == "z₁ = w⁽¹⁾₁₁·x₁ + w⁽¹⁾₂₁·x₂ = 0.8 × 1 + 0.2 × 1 = 1"


def test_new_weights_are_one_undoable_edit(bench) -> None:
    found = bench("one-weight")
    found.panel.stepper.go_last()
    assert "w fell by 0.8: the output was 4 too high and x was positive." in found.panel.narration
    found.panel.stepper.apply()
    assert found.document.undo_stack.count() == 1
    np.testing.assert_allclose(found.document.project.parameters, [4.2], rtol=1e-6)
    assert found.panel.stepper.stepping.is_first
    found.panel.stepper.go_on()
    assert found.text == "ŷ = w·x = 4.2 × 2 = 8.4"
    found.document.undo()
    assert found.document.project.parameters[0] == 5
    assert found.text == "ŷ = w·x = 5 × 2 = 10"


def test_pointing_at_a_number_says_where_it_stands(bench) -> None:
    found = bench()
    found.panel.show_part(Part("dense", parameter="kernel", index=(0, 0)))
    sheet = found.panel.sheet
    chain = [link for link in sheet.links if link.leaf.part == Part("dense_2", parameter="kernel", index=(0, 0))]
    at = sheet.link_rect(chain[0]).center().toPoint()
    QTest.mouseMove(sheet, at)
    assert found.pointed[-1] == Part("dense_2", parameter="kernel", index=(0, 0))
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=at)
    assert found.text.splitlines()[0] == "∂L/∂w⁽²⁾₁ = ∂L/∂ŷ·∂ŷ/∂w⁽²⁾₁ = 2.466 × 0.7311 = 1.803"
    QTest.mouseMove(sheet, QPoint(sheet.width() - 2, 1))
    assert found.pointed[-1] is None


def test_the_neuron_under_the_pointer(bench, qtbot) -> None:
    found = bench()
    found.panel.point_at_neuron(Part("dense", unit=1))
    qtbot.waitUntil(lambda: "z₂" in found.text)
    assert found.text.splitlines()[1] == "h₂ = σ(z₂) = σ(1.3) = 0.7858"
    found.panel.stepper.go_on()
    assert found.text.splitlines()[0].startswith("z₁")


def test_a_weight_that_is_gone_when_the_pointer_has_rested_on_it(bench, qtbot) -> None:
    found = bench()
    found.panel.point_at_weight(Part("dense", parameter="kernel", index=(0, 2)))
    found.document.perform(
        EditName("Smaller"), lambda project: edits.replace_layer(project, "dense", Dense(1, "sigmoid"))
    )
    qtbot.waitUntil(lambda: not found.panel._settle.isActive())  # a slot that raises fails the test
    assert found.panel._subject is None


def test_marks_for_the_canvas(bench) -> None:
    found = bench()
    found.panel.stepper.go_on()
    texts = {str(mark.part.unit): mark.text for mark in found.marks[-1] if mark.part.node == "dense" and mark.is_lit}
    assert (texts["0"], texts["1"], texts["2"]) == ("0.73", "0.79", "0.69")
    assert all(mark.text == "" for mark in found.marks[-1] if mark.part.node == "dense_2")
    found.panel.hide()
    assert found.marks[-1] == ()


def test_a_batch_and_another_example(bench) -> None:
    found = bench("line-3x")
    found.panel.stepper.set_example(2)
    assert found.text == "x = 4\ny = 12"
    found.panel.stepper.set_example(0)
    found.panel.stepper.set_batch(True)
    found.panel.stepper.go_last()
    assert "w′ = w − η·∂L/∂w = 2.269 − 0.02 × (−45.05) = 3.17" in found.text


def test_copies(bench) -> None:
    found = bench("one-weight")
    actions = {action.data(): action for action in found.panel.menu_actions()}
    actions["csv"].trigger()
    assert QGuiApplication.clipboard().text().splitlines()[1:4] == ["w,5.0", "x,2.0", "ŷ,=B2*B3"]
    found.panel.stepper.go_last()
    actions["fractions", 6].trigger()
    assert "21/5" in found.text
    actions["latex"].trigger()
    assert r"\tfrac{21}{5}" in QGuiApplication.clipboard().text()


def test_another_network_starts_over(bench) -> None:
    found = bench()
    found.panel.stepper.go_last()
    found.document.perform(EditName(""), lambda project: edits.change_layer(project, "dense", {"units": 2}))
    assert found.panel.stepper.stepping.is_first
    assert len(found.panel.stepper.calculation.passes.trace.nodes["dense"].a) == 2


def test_a_hidden_panel_computes_nothing(bench, monkeypatch) -> None:
    found = bench()
    found.panel.hide()
    calls: list = []
    monkeypatch.setattr("nnplay.panels.calculation.stepper.passes_of", lambda *_: calls.append(1))
    found.document.perform(EditName(""), lambda project: edits.set_parameter(project, "dense", "kernel", (0, 0), 0.5))
    found.panel.stepper.go_on()
    assert not calls


def test_examples_are_counted_from_1(bench) -> None:
    found = bench("line-3x")
    box = found.panel.findChild(QSpinBox, "example")
    assert (box.minimum(), box.text()) == (1, "Example 1")
    assert found.panel.narration.startswith("Example 1 comes in")
    box.setValue(3)
    assert found.panel.stepper.example == 2
    assert found.text == "x = 4\ny = 12"


@pytest.fixture
def pictures(bench) -> Bench:
    found = bench("mnist-cnn")
    found.panel.resize(900, 500)
    return found


def test_a_place_of_a_picture_is_chosen(pictures) -> None:
    panel = pictures.panel
    panel.stepper.go_on()
    bar = panel.findChild(PlaceBar)
    assert bar.isVisible()
    assert (bar.row.maximum(), bar.column.maximum()) == (26, 26)
    bar.row.setValue(3)
    bar.column.setValue(5)
    assert pictures.text.splitlines()[0].startswith("z⁽¹⁾₃,₅,₁ = w⁽¹⁾")
    assert "row 3, column 5" in panel.narration
    panel.stepper.go_on()
    assert "row 3, column 5" not in panel.narration  # another layer, a place of its own
    panel.stepper.go_last()
    assert not bar.isVisible()


def test_a_number_of_a_picture_is_clicked(pictures) -> None:
    panel = pictures.panel
    panel.stepper.go_on()
    panel.stepper.go_on()
    won = next(link for link in panel.sheet.links if link.leaf.symbol.letter == "h" and link.leaf.symbol.sup == "(1)")
    QTest.mouseClick(panel.sheet, Qt.MouseButton.LeftButton, pos=panel.sheet.link_rect(won).center().toPoint())
    row, column = won.leaf.place
    bar = panel.findChild(PlaceBar)
    assert (bar.row.value(), bar.column.value()) == (row + 1, column + 1)
    assert pictures.text.splitlines()[0].startswith(f"z{symbol_text(won.leaf.symbol)[1:]} = ")


def test_a_spreadsheet_of_too_many_cells_is_refused(pictures) -> None:
    QGuiApplication.clipboard().setText("before")
    refused: list = []
    pictures.document.reported.connect(refused.append)
    {action.data(): action for action in pictures.panel.menu_actions()}["csv"].trigger()
    assert "too many" in str(refused[0])
    assert QGuiApplication.clipboard().text() == "before"


def test_long_fractions_break_into_lines(qtbot) -> None:
    """The way back through batch normalization is the longest formula of all."""
    spec = NetworkSpec.chain(Input((2,)), Dense(3), BatchNormalization(), Dense(1))
    rng, settings = np.random.default_rng(0), TrainingSettings("half_squared_error", SGD(0.1))
    w, x, y = rng.normal(size=spec.n_parameters), rng.normal(size=(12, 2)), rng.normal(size=(12, 1))
    w[spec.n_trainable :] = 1
    found = Calculation(Passes(spec, settings, w, tuple(range(12)), trace_batch(spec, w, x, y, settings)))
    sheet = FormulaSheet()
    qtbot.addWidget(sheet)
    sheet.resize(860, 600)
    sheet.show_equations([*found.of_unit("dense", 0), *found.of_unit("batch_normalization", 0)], NumberFormat(digits=3))
    assert len(sheet.links) > 50
    assert max(sheet.link_rect(link).right() for link in sheet.links) <= sheet.width()


def test_data_that_arrive_before_the_news_of_another_network_find_it_at_its_start(bench, qtbot) -> None:
    found = bench()
    found.panel.stepper.go_last()
    found.panel.stepper.go_back()
    replaced = preset("mnist-mlp")
    assert "flatten" in replaced.network.shapes
    # The controller hears of a change before the panel, and tells of data that are there at once.
    found.controller.project_changed.connect(lambda: found.controller.dataset_changed.emit(found.controller.dataset))
    first = found.document.project
    found.document.perform(EditName("Pictures"), lambda _project: replaced)
    found.panel.stepper.go_last()
    found.panel.stepper.go_back()
    found.document.perform(EditName("Numbers"), lambda _project: first)
    assert found.panel.stepper.stepping.is_first
    assert {phase.node for phase in found.panel.stepper.stepping.phases if phase.node} <= set(first.network.shapes)


def test_the_example_that_is_asked_about_is_stepped_through_forward(bench) -> None:
    found = bench("one-weight")
    form = found.asked.form
    found.asked.ask(Example(form.input_of(("7",)), cells=("7",)))
    assert "you asked about comes in" in found.panel.narration
    assert "should be" not in found.panel.narration
    found.panel.stepper.go_last()  # nobody knows the true answer, so there is no loss and no way back
    assert found.panel.stepper.stepping.phase.kind is Kind.FORWARD
    assert found.text == "ŷ = w·x = 5 × 7 = 35"
    before = found.panel.narration
    found.panel.show_part(Part("dense", parameter="kernel", index=(0, 0)))
    assert found.panel.narration == before
    found.asked.forget()
    assert found.text == "ŷ = w·x = 5 × 2 = 10"


def test_a_true_answer_leads_to_the_new_weights(bench) -> None:
    found = bench("one-weight")
    x = found.asked.form.input_of(("3",))
    found.asked.ask(Example(x, np.array([12], np.float32), cells=("3",)))
    found.panel.stepper.go_last()
    assert found.panel.stepper.stepping.phase.kind is Kind.UPDATE
    assert "w fell by" in found.panel.narration  # 15 is too high for 12


def test_a_training_example_is_stepped_to_and_the_number_leads_back(bench) -> None:
    found = bench("body-measures")
    found.asked.ask_about(Origin("train", 6))
    assert found.panel.stepper.example == 6
    assert not found.panel.stepper.is_own
    found.asked.ask(Example(found.asked.form.input_of(("0", "0", "0")), cells=("0", "0", "0")))
    assert found.panel.stepper.is_own
    box = found.panel.findChild(QSpinBox)
    box.setValue(3)
    assert not found.panel.stepper.is_own
    assert found.panel.stepper.example == 2
