"""The weight table: what it shows is the document's, what is done in it is an edit, and it costs nothing per cell."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QToolTip

from nnplay.document import Document, EditName
from nnplay.engine import Conv2D, Part, initial_parameters
from nnplay.panels.weights.weights_panel import WeightsPanel
from nnplay.project import EditError, edits, weight_edits
from nnplay.project.inspection.weight_table import Area, TableView, WeightTable
from nnplay.project.presets import preset
from tests.chinese_keyboard import commit
from tests.panels.conftest import Bench
from tests.panels.fakes import FakeController


@pytest.fixture
def panel(bench, qtbot):
    made = WeightsPanel(bench.document, bench.controller)
    qtbot.addWidget(made)
    made.resize(420, 360)
    made.show()
    return made


def kernel(project, node="dense", name="kernel"):
    slot = next(slot for slot in project.network.node_slots(node) if slot.name == name)
    return project.parameters[slot.span].reshape(slot.shape)


def text(panel, row, column):
    return panel.model.data(panel.model.index(row, column))


def type_into(qtbot, panel, row, column, words, end=Qt.Key.Key_Return):
    panel.grid.choose(row, column)
    panel.grid.setFocus()
    panel.grid.edit(panel.grid.currentIndex())
    field = panel.grid.findChild(QLineEdit)
    qtbot.keyClicks(field, words)
    with qtbot.waitSignal(field.destroyed):
        qtbot.keyClick(field, end)


def test_rows_are_where_connections_start_and_columns_where_they_end(panel, bench):
    model = panel.model
    assert (model.rowCount(), model.columnCount()) == (3, 4)
    assert [model.headerData(row, Qt.Orientation.Vertical) for row in range(3)] == ["X₁", "X₂", "bias"]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "1"  # as everywhere in the window
    for row in range(2):
        for column in range(4):
            assert model.cell(row, column).value == kernel(bench.project)[row, column]
    assert panel._caption.text() == "Rows: from “input”. Columns: to “dense”."


def test_typing_into_a_cell_sets_the_weight_in_any_habit(panel, bench, qtbot):
    type_into(qtbot, panel, 1, 2, "1/3")
    assert kernel(bench.project)[1, 2] == np.float32(1 / 3)
    type_into(qtbot, panel, 0, 0, "-0,25")
    assert kernel(bench.project)[0, 0] == -0.25
    assert text(panel, 0, 0) == "−0.25"
    type_into(qtbot, panel, 2, 3, "2")
    assert kernel(bench.project, name="bias")[3] == 2
    assert bench.undo_texts == ["Set Weight"] * 3
    bench.document.undo()
    assert kernel(bench.project, name="bias")[3] != 2


def test_escape_changes_nothing_and_nonsense_stays_to_be_corrected(panel, bench, qtbot):
    before = bench.project
    type_into(qtbot, panel, 0, 0, "5", end=Qt.Key.Key_Escape)
    panel.grid.choose(0, 0)
    panel.grid.edit(panel.grid.currentIndex())
    field = panel.grid.findChild(QLineEdit)
    qtbot.keyClicks(field, "five")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert bench.project is before
    assert field.text() == "five"
    assert "“five” is not a number" in QToolTip.text()
    QToolTip.hideText()
    field.selectAll()
    commit(field, "－５。５")
    with qtbot.waitSignal(field.destroyed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert kernel(bench.project)[0, 0] == -5.5


def test_what_is_typed_stays_while_the_weight_goes_on_learning(panel, bench, qtbot):
    panel.grid.choose(0, 0)
    panel.grid.edit(panel.grid.currentIndex())
    field = panel.grid.findChild(QLineEdit)
    qtbot.keyClicks(field, "7")
    panel.model.show_parameters(bench.project.parameters + 1)
    assert field.text() == "7"
    with qtbot.waitSignal(field.destroyed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert kernel(bench.project)[0, 0] == 7


def test_a_block_from_a_spreadsheet_is_pasted_as_one_step(panel, bench):
    QGuiApplication.clipboard().setText("1\t-2\n0,5\t1/4\n")
    panel.grid.choose(0, 1)
    panel.commands.paste_cells()
    np.testing.assert_array_equal(kernel(bench.project)[:, 1:3], [[1, -2], [0.5, 0.25]])
    assert panel.grid.areas == [Area(0, 1, 2, 2)]
    assert bench.undo_texts == ["Paste Weights"]
    panel.grid.choose(2, 3)
    panel.commands.paste_cells()
    assert "do not fit here" in str(bench.errors[0])
    QGuiApplication.clipboard().setText("9")
    panel.grid.choose_area(Area(0, 0, 2, 2))
    panel.commands.paste_cells()
    assert (kernel(bench.project)[:, :2] == 9).all()
    QGuiApplication.clipboard().setText("words")
    panel.commands.paste_cells()
    assert "not a number" in str(bench.errors[1])


def test_copied_cells_read_back(panel, bench):
    panel.grid.choose_area(Area(0, 0, 2, 4))
    panel.commands.copy_cells()
    expected = kernel(bench.project).copy()
    panel.commands.zero_cells()
    assert (kernel(bench.project) == 0).all()
    panel.commands.paste_cells()
    np.testing.assert_array_equal(kernel(bench.project), expected)


def test_keys_of_a_spreadsheet_work_in_the_table(panel, bench, qtbot):
    panel.grid.choose_area(Area(0, 0, 2, 1))
    qtbot.keyClick(panel.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = kernel(bench.project)[:, 0].copy()
    qtbot.keyClick(panel.grid, Qt.Key.Key_Delete)
    assert (kernel(bench.project)[:, 0] == 0).all()
    qtbot.keyClick(panel.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_array_equal(kernel(bench.project)[:, 0], copied)


def action_of(menu, name):
    return next(action for action in menu.actions() if action.data() == name)


def test_fill_round_and_draw_change_the_chosen_cells_alone(panel, bench, qtbot):
    before = kernel(bench.project).copy()
    panel.grid.choose_area(Area(0, 0, 1, 2))
    panel.commands.fill.trigger()
    dialog = panel.grid.findChild(QInputDialog)
    dialog.setTextValue("0.123456")
    dialog.accept()
    assert kernel(bench.project)[0, 0] == np.float32(0.123456)
    action_of(panel.commands.round, "2").trigger()
    np.testing.assert_allclose(kernel(bench.project)[0, :2], 0.12, rtol=1e-6)
    action_of(panel.commands.draw, "he_normal").trigger()
    assert kernel(bench.project)[0, 0] != kernel(bench.project)[0, 1]
    np.testing.assert_array_equal(kernel(bench.project)[1], before[1])
    np.testing.assert_array_equal(kernel(bench.project)[0, 2:], before[0, 2:])
    assert bench.undo_texts == ["Fill Weights", "Round Weights", "Redraw Weights"]


def test_freezing_and_muting_marks_cells_neurons_and_the_layer(panel, bench):
    commands = panel.commands
    panel.grid.choose(0, 1)
    commands.actions()
    assert not commands.freeze.isChecked()
    commands.freeze.trigger()
    assert bench.project.training.frozen == (Part("dense", parameter="kernel", index=(0, 1)),)
    assert panel.model.cell(0, 1).is_frozen
    assert not panel.model.cell(1, 1).is_frozen
    commands.actions()
    assert commands.freeze.isChecked()
    commands.freeze.trigger()
    assert bench.project.training.frozen == ()
    panel.grid.choose_area(Area(0, 2, 3, 1))
    commands.mute.trigger()
    assert bench.project.muted == (Part("dense", unit=2),)
    panel.grid.clearSelection()
    commands.actions()
    commands.freeze.trigger()
    assert bench.project.training.frozen == (Part("dense"),)


def test_files_are_saved_and_loaded_beside_the_window(panel, bench, qtbot, tmp_path):
    path = tmp_path / "weights.csv"
    before = bench.project.parameters
    with qtbot.waitSignal(panel.commands._writer.answered):
        panel.commands.save_file(str(path))
    np.testing.assert_array_equal(np.loadtxt(path, np.float32, delimiter=",")[:2], kernel(bench.project))
    panel.commands.zero_cells()
    with qtbot.waitSignal(panel.commands._reader.answered):
        panel.commands.load_file(str(path))
    np.testing.assert_array_equal(bench.project.parameters, before)
    path.write_text("1,2\n3,x\n")
    with qtbot.waitSignal(panel.commands._reader.failed):
        panel.commands.load_file(str(path))
    assert "Line 2, column 2" in str(bench.errors[-1])


def test_cells_and_connections_point_at_each_other(panel, qtbot):
    with qtbot.waitSignal(panel.weight_chosen) as chosen:
        panel.grid.choose(1, 3)
    assert chosen.args == [Part("dense", parameter="kernel", index=(1, 3))]
    panel.point_at(Part("dense_2", parameter="kernel", index=(2, 1)))
    assert panel.view == TableView("dense_2")
    assert panel.layer_box.currentText() == "dense_2"
    assert panel.grid._cells.pointed == (2, 1)
    panel.point_at(None)
    assert panel.grid._cells.pointed is None
    panel.choose(Part("dense", parameter="bias", index=(1,)))
    assert (panel.grid.currentIndex().row(), panel.grid.currentIndex().column()) == (2, 1)


def test_a_weight_that_the_hidden_table_does_not_know_yet_is_chosen_without_harm(panel, bench):
    panel.show_layer("dense_2")
    panel.hide()
    bench.document.perform(EditName("more"), lambda project: edits.change_layer(project, "dense_2", {"units": 6}))
    panel.choose(Part("dense_2", parameter="bias", index=(5,)))
    panel.show()
    panel.choose(Part("dense_2", parameter="bias", index=(5,)))
    assert panel.grid.currentIndex().column() == 5


def test_a_seed_that_is_refused_is_reported_and_taken_back(panel, bench, qtbot):
    bench.document.hold(EditError("not now"))
    panel.seed_box.setFocus()
    panel.seed_box.selectAll()
    before = panel.seed_box.value()
    QTest.keyClicks(panel.seed_box, "8")
    with qtbot.waitSignal(bench.document.reported):
        QTest.keyClick(panel.seed_box, Qt.Key.Key_Return)
    assert panel.seed_box.value() == before


def test_looking_at_a_seed_too_large_for_the_box_changes_nothing(panel, bench):
    bench.document.perform(EditName("seed"), lambda project: weight_edits.set_weights_seed(project, 2**40))
    project = bench.project
    panel.seed_box.setFocus()
    QTest.keyClick(panel.seed_box, Qt.Key.Key_Return)
    assert bench.project is project


def test_the_seed_and_a_new_draw(panel, bench, qtbot):
    panel.seed_box.setValue(8)
    panel.seed_box.editingFinished.emit()
    expected = initial_parameters(bench.project.network, bench.project.seeds.generator("weights"))
    np.testing.assert_array_equal(bench.project.parameters, expected)
    assert bench.project.seeds.weights == 8
    before = kernel(bench.project, "dense_2").copy()
    panel._on_redraw_clicked()
    assert not np.array_equal(kernel(bench.project), expected[:8].reshape(2, 4))
    np.testing.assert_array_equal(kernel(bench.project, "dense_2"), before)


def test_a_changed_network_is_followed(panel, bench):
    panel.show_layer("dense_2")
    bench.document.perform(EditName("more"), lambda project: edits.change_layer(project, "dense_2", {"units": 6}))
    assert (panel.view.node, panel.model.columnCount()) == ("dense_2", 6)
    bench.document.perform(EditName("less"), lambda project: edits.remove_layer(project, "dense_2"))
    assert panel.view.node == "dense"
    assert [panel.layer_box.itemText(i) for i in range(panel.layer_box.count())] == ["dense", "dense_3"]
    panel.show_layer("input")
    assert panel.view.node == "dense"


def test_a_convolution_lets_one_choose_filter_and_channel(qtbot):
    project = preset("mnist-mlp")
    document = Document(edits.insert_layer(project, Conv2D(4, (3, 3)), after=project.network.input.name))
    panel = WeightsPanel(document, FakeController())
    qtbot.addWidget(panel)
    panel.show()
    node = next(node.name for node in document.project.network.nodes if isinstance(node.layer, Conv2D))
    panel.show_layer(node)
    assert panel.filter_box.isVisible()
    panel.filter_box.setValue(3)
    table = WeightTable(document.project.network, TableView(node, 2, 0))
    values = table.values(document.project.parameters, table.everything)
    assert panel.model.cell(1, 1).value == values[1, 1]
    assert panel.model.cell(values.shape[0] - 1, 1) is None


def test_a_large_layer_shows_at_once_and_paints_only_what_is_seen(qtbot, monkeypatch):
    bench = Bench("mnist-mlp")
    panel = WeightsPanel(bench.document, bench.controller)
    qtbot.addWidget(panel)
    panel.resize(500, 400)
    asked = set()
    original = panel.model.cell

    def counted(row, column):
        asked.add((row, column))
        return original(row, column)

    monkeypatch.setattr(panel.model, "cell", counted)
    panel.show()
    panel.grab()
    assert panel.model.rowCount() * panel.model.columnCount() == 785 * 128
    assert 10 < len(asked) < 500
    bench.controller.close()


def test_a_hidden_panel_reads_nothing(bench, qtbot):
    panel = WeightsPanel(bench.document, bench.controller)
    qtbot.addWidget(panel)
    before = panel.model.project
    bench.document.perform(EditName("seed"), edits.new_start)
    assert panel.model.project is before
    panel.show()
    assert panel.model.project is bench.project
