"""ExperimentsPanel: from the sheet to networks that learn side by side, and to one of them on the canvas."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnplay.document import EditName
from nnplay.panels.experiments.cell_grid import CURVES, MAPS
from nnplay.panels.experiments.experiments_panel import ExperimentsPanel
from nnplay.panels.experiments.kept import kept
from nnplay.project import StopRules, edits, run_edits
from nnplay.project.presets import preset
from nnplay.project.sweep import Axis, Sweep
from nnplay.runs.sweeps import CANCELLED, DIVERGED, InThisProcess, SweepFolder, run_sweep


@pytest.fixture
def panel(qtbot, bench):
    panel = ExperimentsPanel(bench.document, bench.controller)
    panel.resize(900, 420)
    qtbot.addWidget(panel)
    panel.show()
    yield panel
    panel.experiment.close()
    panel.sheet.close_work()


def click(widget, place=None):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())


def write(row, text):
    row.values.selectAll()
    QTest.keyClicks(row.values, text)
    QTest.keyClick(row.values, Qt.Key.Key_Return)


def run(qtbot, panel):
    click(panel.sheet.run)
    qtbot.waitUntil(lambda: not panel.experiment.is_running, timeout=30_000)


@pytest.fixture
def done(qtbot, panel):
    """Six networks: three rates, the last of which diverges, and two regularizations."""
    panel.sheet.epochs.setValue(3)
    write(panel.sheet.rows[0], "0.01, 0.1, 1e30")
    click(panel.sheet.more)
    write(panel.sheet.rows[1], "0, 0.001")
    run(qtbot, panel)
    return panel


def middle_of(panel, row, column):
    return panel.results.grid.area_of(row, column).center().toPoint()


def test_it_says_how_many_networks_before_it_starts(panel):
    write(panel.sheet.rows[0], "0.01, 0.1")
    panel.sheet.repeats.setValue(3)
    assert panel.sheet.work.text().startswith("6 ")


def test_what_is_no_value_is_said_and_nothing_can_start(panel):
    write(panel.sheet.rows[0], "0.01, many")
    assert "many" in panel.sheet.work.text()
    assert not panel.sheet.run.isEnabled()
    write(panel.sheet.rows[0], "0.01, 0.1")
    assert panel.sheet.run.isEnabled()


def test_the_other_axis_takes_a_click(panel):
    click(panel.sheet.more)
    assert [row.name for row in panel.sheet.rows] == ["learning_rate", "l2"]
    click(panel.sheet.rows[0].remove)
    assert [row.name for row in panel.sheet.rows] == ["l2"]


def test_every_network_learns(done, bench):
    endings = [cell.result.ending for cell in done.experiment.cells]
    assert endings == ["epochs"] * 4 + [DIVERGED] * 2
    assert bench.undo_texts == []  # the project itself has not changed
    table = done.table().columns
    assert table["learning_rate"] == [0.01, 0.01, 0.1, 0.1, 1e30, 1e30]
    assert np.isnan(table["test_loss"][4:]).all()
    assert np.isfinite(table["test_loss"][:4]).all()


def test_a_click_opens_the_network_as_one_step(qtbot, done, bench):
    before = bench.project
    click(done.results.grid, middle_of(done, 1, 1))
    assert len(bench.undo_texts) == 1
    assert bench.project.training.optimizer.learning_rate == 0.1
    assert bench.project.training.regularization.l2 == 0.001
    assert bench.project.history.epoch[-1] == 3
    bench.document.undo()
    assert bench.project is before


def test_what_the_network_had_learned_stays_among_the_runs(qtbot, done, bench):
    click(done.results.grid, middle_of(done, 0, 0))
    click(done.results.grid, middle_of(done, 0, 1))
    assert [run.number for run in bench.project.runs] == [1]
    assert bench.project.run.number == 2


def test_the_keyboard_reaches_every_network(done, bench):
    done.results.grid.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(done.results.grid, key)
    assert "0.1" in done.results.grid.property("said")
    QTest.keyClick(done.results.grid, Qt.Key.Key_Return)
    assert bench.project.training.optimizer.learning_rate == 0.1
    assert bench.project.training.regularization.l2 == 0.001


def test_it_is_shown_as_maps_curves_and_scores(done):
    shown = [done.results.view.itemData(index) for index in range(done.results.view.count())]
    assert shown == [MAPS, CURVES, "test_loss", "train_loss", "test_accuracy", "train_accuracy"]
    pictures = []
    for index in range(done.results.view.count()):
        done.results.view.setCurrentIndex(index)
        pictures.append(done.results.grid.grab().toImage())
    assert all(pictures[0] != picture for picture in pictures[1:])


def test_stop_keeps_what_is_learned(qtbot, panel):
    panel.sheet.epochs.setValue(1_000_000)
    write(panel.sheet.rows[0], "0.01, 0.1")
    click(panel.sheet.run)
    qtbot.waitUntil(lambda: panel.experiment.cells[0].epoch > 0, timeout=30_000)
    click(panel.sheet.run)
    qtbot.waitUntil(lambda: not panel.experiment.is_running, timeout=30_000)
    assert [cell.result.ending for cell in panel.experiment.cells] == [CANCELLED] * 2
    assert all(cell.project.history.epoch[-1] > 0 for cell in panel.experiment.cells)


def test_the_sheet_follows_the_project(panel, bench):
    click(panel.sheet.more)
    panel.sheet.vary("units:dense")
    bench.document.perform(EditName("remove"), lambda project: edits.remove_layer(project, "dense"))
    assert "dense" in panel.sheet.work.text()
    assert not panel.sheet.run.isEnabled()


def test_an_example_brings_its_network_and_its_values(panel, bench):
    before = bench.project
    action = next(action for action in panel.examples.menu().actions() if "amount of data" in action.text())
    action.trigger()
    assert [row.name for row in panel.sheet.rows] == ["examples"]
    assert panel.sheet.repeats.value() == 5
    assert bench.project.data.noise == 0.2
    assert len(bench.undo_texts) == 1
    bench.document.undo()
    assert bench.project is before


def test_a_folder_of_the_command_is_shown(qtbot, panel, bench, tmp_path):
    sweep = Sweep(bench.project, (Axis("learning_rate", (0.01, 0.1)),), StopRules(n_epochs=2))
    run_sweep(sweep, InThisProcess(), SweepFolder(tmp_path / "results", sweep))
    panel.earlier.open_folder(str(tmp_path / "results"))
    qtbot.waitUntil(lambda: len(panel.experiment.cells) == 2, timeout=30_000)
    click(panel.results.grid, middle_of(panel, 0, 1))
    assert bench.project.training.optimizer.learning_rate == 0.1


def test_a_folder_without_results_is_refused_with_a_sentence(qtbot, panel, bench, tmp_path):
    panel.earlier.open_folder(str(tmp_path))
    qtbot.waitUntil(lambda: bool(bench.errors), timeout=30_000)
    assert "nnplay sweep" in str(bench.errors[0])


def test_a_project_shows_the_experiment_that_it_keeps(qtbot, done, bench):
    found = kept(done.experiment.axes, [cell.result for cell in done.experiment.cells])
    bench.document.replace(run_edits.keep_experiment(bench.project, found), None)
    assert done.earlier.isVisible()
    qtbot.waitUntil(lambda: len(done.experiment.cells) == 6, timeout=30_000)
    assert [cell.has_failed for cell in done.experiment.cells] == [False] * 4 + [True] * 2
    for action in done.menu_actions():
        if action.text().startswith("Delete"):
            action.trigger()
    assert bench.project.experiments == ()
    bench.document.undo()
    assert bench.project.experiments == (found,)


def test_another_project_ends_the_experiment_of_this_one(qtbot, panel, bench):
    panel.sheet.epochs.setValue(1_000_000)
    click(panel.sheet.run)
    assert panel.experiment.is_running
    bench.document.replace(preset("spiral"), None)
    assert not panel.experiment.is_running
    assert not panel.experiment.cells
