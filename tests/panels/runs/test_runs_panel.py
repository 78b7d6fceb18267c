"""RunsPanel: the present run first, what differs in words, and the way back to an earlier one."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from nnplay.data import IdxFolderChoice
from nnplay.document import EditName
from nnplay.engine import SGD, Dense, Flatten, Input, NetworkSpec
from nnplay.panels.runs.comparison import RunComparison
from nnplay.panels.runs.model import Column
from nnplay.panels.runs.pointed_run import PointedRun
from nnplay.panels.runs.runs_panel import RunsPanel
from nnplay.project import History, edits, run_edits
from nnplay.training import Twin


def learned(project, loss, n_epochs=3):
    epochs = np.arange(n_epochs + 1.0)
    curve = np.linspace(1, loss, n_epochs + 1)
    history = History(epochs, curve, curve, 1 - curve, 1 - curve, step=25 * n_epochs)
    parameters = project.parameters + np.float32(loss)
    return run_edits.set_trained(project, parameters, history, ended="2026-05-04T10:20:30+00:00")


def with_rate(project, rate):
    return edits.set_training(project, replace(project.training, optimizer=SGD(rate)))


@pytest.fixture
def pointed():
    return PointedRun()


@pytest.fixture
def panel(qtbot, bench, pointed):
    panel = RunsPanel(bench.document, bench.controller, pointed, Twin(bench.controller))
    panel.resize(700, 300)
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def three(bench, panel):
    """Three runs with different rates; the third is the present one."""

    def perform(name, edit):
        bench.document.perform(EditName(name), edit)

    perform("train", lambda p: learned(p, 0.3))
    perform("reset", edits.reset)
    perform("rate", lambda p: with_rate(p, 0.1))
    perform("train", lambda p: learned(p, 0.1))
    perform("reset", edits.reset)
    perform("rate", lambda p: with_rate(p, 1.0))
    perform("train", lambda p: learned(p, 0.5))
    return panel


def texts(panel, column):
    model = panel.list.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def choose(panel, row):
    panel.list.selectRow(row)


def test_without_runs_it_says_how_to_get_one(panel):
    assert panel.table() is None


def test_the_present_run_is_first_and_what_differs_is_in_words(three):
    assert texts(three, Column.NAME) == ["Run 3", "Run 2", "Run 1"]
    assert texts(three, Column.DIFFERENCE) == ["–", "learning rate 0.1", "learning rate 0.03"]
    assert texts(three, Column.LOSS) == ["0.5000", "0.1000", "0.3000"]
    assert texts(three, Column.ENDED)[0] == "now"


def test_a_header_sorts(qtbot, three):
    header = three.list.horizontalHeader()
    place = header.sectionViewportPosition(Column.LOSS) + header.sectionSize(Column.LOSS) // 2
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, header.height() // 2))
    assert texts(three, Column.LOSS) == ["0.1000", "0.3000", "0.5000"]


def test_a_double_click_goes_back_to_a_run_and_undo_takes_it_back(bench, three):
    run = bench.project.runs[1]
    place = three.list.visualRect(three.list.model().index(1, Column.DIFFERENCE)).center()
    QTest.mouseClick(three.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(three.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bench.project.parameters is run.parameters
    assert bench.project.training.optimizer.learning_rate == 0.1
    assert texts(three, Column.NAME) == ["Run 2", "Run 3", "Run 1"]
    assert bench.undo_texts[-1] == "Open Run 2"
    bench.document.undo()
    assert bench.project.run.number == 3


def test_f2_renames_and_delete_deletes(qtbot, bench, three):
    choose(three, 2)
    three.list.setCurrentIndex(three.list.model().index(2, 0))
    three.list.setFocus()
    QTest.keyClick(three.list, Qt.Key.Key_F2)
    editor = three.list.findChild(QLineEdit)
    assert editor is not None
    editor.setText("slow  and sure")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [run.name for run in bench.project.runs] == ["slow and sure", ""])
    choose(three, 2)
    QTest.keyClick(three.list, Qt.Key.Key_Delete)
    assert [run.number for run in bench.project.runs] == [2]
    assert bench.undo_texts[-2:] == ["Rename a run", "Delete runs"]


def test_the_present_run_cannot_be_deleted(bench, three):
    choose(three, 0)
    QTest.keyClick(three.list, Qt.Key.Key_Delete)
    assert bench.project.run.number == 3
    assert bench.undo_texts[-1] == "train"


def test_another_run_is_taken_as_the_base(three):
    choose(three, 2)
    base = next(action for action in three.menu_actions() if "one" in action.text())
    base.trigger()
    assert texts(three, Column.DIFFERENCE) == ["learning rate 1", "learning rate 0.1", "–"]


def test_pointing_at_a_row_points_at_its_run(qtbot, three, pointed):
    view = three.list
    QTest.mouseMove(view.viewport(), view.visualRect(view.model().index(1, 1)).center())
    qtbot.waitUntil(lambda: pointed.number == 2)
    pointed.point_at(1)
    assert view.model().index(2, 0).data(Qt.ItemDataRole.BackgroundRole) is not None
    assert view.model().index(1, 0).data(Qt.ItemDataRole.BackgroundRole) is None


def test_two_runs_side_by_side(qtbot, bench, three):
    choose(three, 2)
    with qtbot.waitSignal(three.comparison_wanted) as asked:
        three._compare_button.click()
    dialog = RunComparison(*asked.args, bench.controller)
    qtbot.addWidget(dialog)
    cells = [[dialog.table.item(row, column).text() for column in range(3)] for row in range(dialog.table.rowCount())]
    assert cells[0] == ["Learning rate", "0.03", "1"]
    assert ["Test loss", "0.3000", "0.5000"] in cells
    assert "All else is the same" in dialog.same.text()
    qtbot.waitUntil(lambda: dialog.tabs.count() == 3)
    assert [dialog.tabs.tabText(page).replace("&", "") for page in range(3)] == ["Curves", "Maps", "Confusion matrices"]
    maps, matrices = dialog.tabs.widget(1), dialog.tabs.widget(2)
    assert all(tile.image is not None for tile in maps.tiles)
    n_examples = len(bench.controller.dataset.test)
    assert [matrix.counts.sum() for matrix in matrices.matrices] == [n_examples, n_examples]


def test_runs_whose_data_are_not_open_show_their_curves(qtbot, bench, three):
    runs = [replace(run, setup=replace(run.setup, data=IdxFolderChoice("gone"))) for run in bench.document.project.runs]
    shape = NetworkSpec.chain(Input((28, 28, 1)), Flatten(), Dense(10, "softmax"))
    runs = [
        replace(run, setup=replace(run.setup, network=shape), parameters=np.zeros(shape.n_parameters, np.float32))
        for run in runs
    ]
    dialog = RunComparison(runs[0], runs[1], bench.controller)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: not dialog._question.is_busy)
    assert dialog.tabs.count() == 1
