"""ResultsPanel: what it shows is what plain NumPy counts; cells open the examples behind them."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QTableView

from nnplay.asking import Origin
from nnplay.data import Dataset, Task
from nnplay.engine import Examples
from nnplay.panels.results.answered_model import picture_of
from nnplay.panels.results.class_order import by_errors, by_likeness
from nnplay.panels.results.class_scores import ClassScores
from nnplay.panels.results.confusion_matrix import ConfusionMatrix
from nnplay.panels.results.example_list import ExampleList
from nnplay.panels.results.results_panel import ResultsPanel
from nnplay.panels.try_it.asked import Asked
from nnplay.project.presets import preset
from nnplay.shell import translations
from tests.panels.fakes import FakeController

PREDICTED = np.array([0, 1, 1, 1, 0, 1])


@pytest.fixture
def controller(qapp):
    return FakeController(preset("circle"))


@pytest.fixture
def panel(qtbot, controller):
    panel = ResultsPanel(Asked(controller, controller), controller)
    panel.resize(420, 520)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def said_and_true(controller, examples):
    """The circle's network by plain matrix products: tanh throughout, the sign decides."""
    rows = examples.x
    for node in controller.project.network.nodes[1:]:
        kernel, bias = (
            controller.snapshot.parameters[slot.span].reshape(slot.shape)
            for slot in controller.project.network.node_slots(node.name)
        )
        rows = np.tanh(rows @ kernel + bias)
    return (rows[:, 0] >= 0).astype(int), (examples.y[:, 0] > 0).astype(int), rows[:, 0]


def texts(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_counts_what_is_said_of_the_test_data(panel, controller):
    said, true, _ = said_and_true(controller, controller.dataset.test)
    counts = panel.findChild(ConfusionMatrix).counts
    for cell in np.ndindex(2, 2):
        assert counts[cell] == np.count_nonzero((true == cell[0]) & (said == cell[1]))
    right = np.count_nonzero(said == true)
    assert any(text.startswith(f"{right} of 250 correct") for text in texts(panel))


def test_a_click_on_a_cell_shows_its_examples(qtbot, panel, controller):
    said, true, outputs = said_and_true(controller, controller.dataset.test)
    matrix = panel.findChild(ConfusionMatrix)
    cell = next(cell for cell in ((0, 1), (1, 0)) if matrix.counts[cell])
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.cell_rect(*cell).center().toPoint())
    shown = panel.findChild(ExampleList)
    expected = np.flatnonzero((true == cell[0]) & (said == cell[1]))
    assert set(shown.rows) <= set(expected.tolist())
    assert len(shown.rows) == min(100, len(expected))
    losses = 0.5 * (outputs - np.where(true, 1, -1)) ** 2
    assert (np.diff(losses[list(shown.rows)]) <= 1e-6).all()
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.cell_rect(*cell).center().toPoint())
    assert matrix.chosen is None


def test_the_worst_and_the_best(panel, controller):
    _, true, outputs = said_and_true(controller, controller.dataset.test)
    losses = 0.5 * (outputs - np.where(true, 1, -1)) ** 2
    shown = panel.findChild(ExampleList)
    assert losses[shown.rows[0]] == pytest.approx(losses.max(), rel=1e-4)
    choice = next(box for box in panel.findChildren(QComboBox) if box.findText("Best examples") >= 0)
    choice.setCurrentText("Best examples")
    assert losses[shown.rows[0]] == pytest.approx(losses.min(), rel=1e-3)


def test_the_training_data_can_be_chosen(panel, controller):
    part = next(box for box in panel.findChildren(QComboBox) if box.findText("Training data") >= 0)
    part.setCurrentText("Training data")
    said, true, _ = said_and_true(controller, controller.dataset.train)
    assert panel.findChild(ConfusionMatrix).counts[1, 1] == np.count_nonzero((true == 1) & (said == 1))


def test_a_table_of_the_coordinates(panel, controller):
    table = panel.findChild(ExampleList).findChild(QTableView)
    row = panel.findChild(ExampleList).rows[0]
    model = table.model()
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert headings == ["True", "Said", "Loss", "X₁", "X₂"]
    assert float(model.index(0, 3).data().replace("−", "-")) == pytest.approx(
        controller.dataset.test.x[row, 0], rel=0.01
    )


def test_a_click_on_an_example_asks_about_it(panel, controller):
    fronts = []
    panel.asked.front_wanted.connect(lambda: fronts.append(panel.asked.example))
    shown = panel.findChild(ExampleList)
    table = shown.findChild(QTableView)
    for line in (2, 2, 0):
        QTest.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(line, 0)).center()
        )
        assert panel.asked.example.origin == Origin("test", shown.rows[line])
    assert fronts[-1] is panel.asked.example


def test_a_chosen_cell_goes_with_the_data(panel, controller):
    matrix = panel.findChild(ConfusionMatrix)
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.cell_rect(1, 1).center().toPoint())
    choice = next(box for box in panel.findChildren(QComboBox) if box.findText("Best examples") >= 0)
    assert choice.count() == 3
    controller.show(preset("xor"))
    assert matrix.chosen is None
    assert choice.count() == 2
    assert choice.currentText() == "Worst examples"


def test_a_target_that_never_varies_has_no_r_squared(panel, controller):
    constant = Examples(np.zeros((6, 2), np.float32), np.full((6, 1), 0.3, np.float32))
    controller.show(preset("plane"), Dataset("plane", Task.REGRESSION, constant, constant, (2,)))
    assert any(text.startswith("R² –, mean error") for text in texts(panel))


def test_twelve_classes_have_room_for_their_names_and_numbers(qtbot):
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.show_counts(np.full((12, 12), 123), [f"class {letter}" for letter in "abcdefghijkl"])
    matrix.resize(matrix.minimumSizeHint())
    cell = matrix.cell_rect(11, 11)
    assert cell.width() >= matrix.fontMetrics().horizontalAdvance("123")
    assert cell.height() >= matrix.fontMetrics().height()
    assert matrix.rect().contains(cell.toRect())


def test_large_counts_have_room_where_the_matrix_is_low_and_wide(qtbot):
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.show_counts(np.full((10, 10), 1_118), "0123456789")
    least = matrix.minimumSizeHint()
    matrix.resize(2 * least.width(), least.height())
    assert matrix.cell_rect(1, 1).width() - 1 >= matrix.fontMetrics().horizontalAdvance("1118")


def test_classes_in_another_order_keep_their_cells(qtbot):
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.resize(300, 300)
    counts = np.array([[5, 0, 0, 4], [0, 9, 0, 0], [0, 1, 8, 0], [6, 0, 0, 3]])
    matrix.show_counts(counts, "abcd")
    assert by_errors(counts)[:2] in ((0, 3), (3, 0))
    order = by_likeness(counts)
    assert abs(order.index(0) - order.index(3)) == 1
    matrix.set_order(order)
    with qtbot.waitSignal(matrix.cell_chosen) as chosen:
        QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.cell_rect(0, 3).center().toPoint())
    assert chosen.args == [(0, 3)]
    matrix.set_shares(True)
    assert matrix._text((3, 0)) == "67"


def test_a_cell_asks_about_its_worst_example(panel, controller):
    matrix = panel.findChild(ConfusionMatrix)
    cell = next(cell for cell in ((0, 1), (1, 0)) if matrix.counts[cell])
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.cell_rect(*cell).center().toPoint())
    assert panel.asked.example.origin == Origin("test", panel.findChild(ExampleList).rows[0])


def test_scores_of_a_known_matrix(qtbot):
    """Precision, recall and F1 by hand: 8 of 10, 8 of 12, and their harmonic mean."""
    scores = ClassScores()
    qtbot.addWidget(scores)
    scores.show_scores(("a", "b"), np.array([[8, 4], [2, 6]]))
    assert [scores.item(0, column).text() for column in range(4)] == ["80.0 %", "66.7 %", "72.7 %", "12"]


def test_quantities_are_drawn_against_the_truth(qtbot):
    controller = FakeController(preset("plane"))
    panel = ResultsPanel(Asked(controller, controller), controller)
    qtbot.addWidget(panel)
    panel.show()
    true, _ = panel._agreement.places
    np.testing.assert_allclose(true, controller.dataset.test.y[:, 0])
    assert any(text.startswith("R² ") for text in texts(panel))


def test_pictures_are_shown_as_they_are(qapp):
    picture = np.arange(12, dtype=np.uint8).reshape(1, 3, 4, 1) * 20
    image = picture_of(Examples(picture, np.array([0]), 1 / 255), 0)
    assert (image.width(), image.height()) == (4, 3)
    assert image.pixelColor(2, 1).red() in (119, 120)


def test_hidden_it_asks_nothing(qtbot, controller):
    panel = ResultsPanel(Asked(controller, controller), controller)
    qtbot.addWidget(panel)
    controller.train_to(controller.project.parameters)
    assert panel._question.n_asked == 0


def test_a_data_set_without_test_examples_shows_the_training_ones(qtbot, controller):
    dataset = controller.dataset
    bare = Dataset("circle", Task.BINARY, dataset.train, dataset.test.take(slice(0)), (2,), dataset.classes)
    controller.show(controller.project, bare)
    panel = ResultsPanel(Asked(controller, controller), controller)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.findChild(ConfusionMatrix).counts.sum() == len(dataset.train)


def test_classes_that_come_with_nnplay_are_called_as_a_person_reads_them(qtbot, panel, controller):
    translations.install("zh_CN")
    try:
        controller.show(preset("body-measures"))
        scores = panel.findChild(ClassScores)
        assert [scores.verticalHeaderItem(row).text() for row in range(2)] == ["女生", "男生"]
        QTest.mouseClick(
            panel.findChild(ConfusionMatrix),
            Qt.MouseButton.LeftButton,
            pos=panel.findChild(ConfusionMatrix).cell_rect(0, 1).center().toPoint(),
        )
        assert "男生" in panel.findChildren(QComboBox)[2].currentText()
        model = panel.findChild(ExampleList).findChild(QTableView).model()
        assert {model.index(line, 0).data() for line in range(model.rowCount())} <= {"男生", "女生"}
        headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3, 6)]
        assert headings == ["体重", "身高", "年龄"]
    finally:
        translations.install("en")


@pytest.mark.parametrize("name", ["weight-matrix", "two-three-one"])
def test_outputs_of_zero_and_one_that_are_no_classes_are_told_as_quantities(qtbot, name):
    controller = FakeController(preset(name))
    panel = ResultsPanel(Asked(controller, controller), controller)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.table() is not None)
    assert any("R²" in text for text in texts(panel))
    assert not panel.findChild(ConfusionMatrix).isVisible()
