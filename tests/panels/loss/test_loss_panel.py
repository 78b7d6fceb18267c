"""LossPanel: the curves are the history, the scale is asked for, hidden it does nothing."""

import subprocess
import sys
from types import SimpleNamespace

import numpy as np
import pyqtgraph
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton

from nnplay.document import EditName
from nnplay.panels.loss.epoch_list import EpochList, epoch_line
from nnplay.panels.loss.loss_panel import LossPanel
from nnplay.panels.runs.pointed_run import PointedRun
from nnplay.panels.widgets.empty_state import EmptyState
from nnplay.project import History, run_edits
from nnplay.runs import FULL_SPEED
from nnplay.training import TimeMachine, Twin
from tests.panels.fakes import FakeController

EPOCHS = np.arange(1.0, 41.0)
TRAIN, TEST = 0.5 * np.exp(-EPOCHS / 10), 0.51 * np.exp(-EPOCHS / 12)


@pytest.fixture
def controller(qapp):
    return FakeController()


@pytest.fixture
def panel(qtbot, controller):
    panel = LossPanel(controller, PointedRun(), TimeMachine(controller), Twin(controller))
    panel.resize(360, 300)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def invitation(panel):
    return panel.findChild(EmptyState)


def test_invites_while_nothing_is_trained(panel):
    assert invitation(panel).isVisible()
    assert panel.plot is None  # the window does not wait for pyqtgraph


def test_the_plot_is_made_ready_before_the_first_run(qtbot, panel):
    qtbot.waitUntil(lambda: panel.plot is not None)
    assert invitation(panel).isVisible()


def test_the_panels_load_without_pyqtgraph():
    script = """
import sys
import nnplay.panels.activation.activation_panel, nnplay.panels.map.decision_map_panel
import nnplay.panels.activation.activation_panel, nnplay.panels.map.decision_map_panel
import nnplay.panels.try_it.drawing.drawing_page, nnplay.panels.loss.loss_panel
sys.exit("pyqtgraph" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_hidden_again_it_waits_for_nothing(panel):
    timer = panel.findChild(QTimer)
    assert timer.isActive()
    panel.hide()
    assert not timer.isActive()


def test_curves_are_the_history(panel, controller):
    controller.add_history(EPOCHS, TRAIN, TEST)
    assert not invitation(panel).isVisible()
    for index, losses in enumerate((TRAIN, TEST)):
        x, y = panel.plot.curve_data(index)
        np.testing.assert_array_equal(x, EPOCHS)
        np.testing.assert_array_equal(y, losses)


def test_curves_grow_without_being_copied(panel, controller):
    controller.add_history(EPOCHS[:20], TRAIN[:20], TEST[:20])
    controller.add_history(EPOCHS[20:], TRAIN[20:], TEST[20:])
    x, y = panel.plot.curve_data(1)
    np.testing.assert_array_equal(y, TEST)
    assert np.shares_memory(y, controller.history.test_loss)
    assert np.shares_memory(x, controller.history.epoch)


def test_a_new_history_begins_anew(panel, controller):
    controller.add_history(EPOCHS, TRAIN, TEST)
    controller.history.restart(History())
    controller.history_changed.emit()
    assert invitation(panel).isVisible()
    controller.add_history(EPOCHS[:3], TRAIN[:3], TEST[:3])
    assert len(panel.plot.curve_data(0)[0]) == 3


def test_all_of_the_run_is_in_view(panel, controller):
    controller.add_history(EPOCHS, TRAIN, TEST)
    (left, right), (bottom, top) = panel.plot.shown_range()
    assert (left, bottom) == (0, 0)
    assert EPOCHS[-1] <= right <= 1.5 * EPOCHS[-1]
    assert TEST.max() <= top <= 1.5 * TEST.max()


def test_the_first_epochs_have_room_for_ten(panel, controller):
    controller.add_history(EPOCHS[:1], TRAIN[:1], TEST[:1])
    assert panel.plot.shown_range()[0] == (0, 10)


def test_the_logarithmic_scale_spans_whole_decades(panel, controller):
    controller.add_history(EPOCHS, TRAIN, TEST)
    QTest.keyClick(panel.findChild(QCheckBox), Qt.Key.Key_Space)
    low, high = panel.plot.shown_range()[1]
    assert (low, high) == (-3, 0)
    assert 10**low <= TRAIN.min()
    assert max(TRAIN.max(), TEST.max()) <= 10**high
    np.testing.assert_array_equal(panel.plot.curve_data(0)[1], TRAIN)
    panel.findChild(QCheckBox).setChecked(False)
    assert panel.plot.shown_range()[1][0] == 0


@pytest.mark.parametrize("is_log", [False, True])
def test_a_loss_of_zero_or_none_does_no_harm(panel, controller, is_log):
    panel.findChild(QCheckBox).setChecked(is_log)
    controller.add_history([1, 2, 3], [0, 0, 0], [np.nan, np.nan, np.nan])
    panel.grab()
    controller.add_history([4], [1e-30], [np.nan])
    panel.grab()
    (_, right), (bottom, top) = panel.plot.shown_range()
    assert right == 10
    assert np.isfinite([bottom, top]).all()
    assert bottom < top


def test_the_cursor_tells_both_losses(panel, controller):
    controller.add_history(EPOCHS, TRAIN, TEST)
    QTest.keyClick(panel.plot, Qt.Key.Key_Left)
    reading = panel.plot.reading
    assert reading.heading == "Epoch 40"
    assert reading.values == ("0.009158", "0.01819")  # 0.5 e^-4, 0.51 e^-(40/12)


def test_an_epoch_cut_short_is_read_as_such(panel, controller):
    controller.add_history([1, 1.25], [1, 0.5], [1, 0.5])
    QTest.keyClick(panel.plot, Qt.Key.Key_Left)
    assert panel.plot.reading.heading == "Epoch 1.25"


def test_the_whole_run_comes_back_at_a_button(panel, controller):
    controller.add_history(EPOCHS, TRAIN, TEST)
    button = next(each for each in panel.findChildren(QPushButton) if each.text() == "&Whole run")
    assert not button.isVisible()
    viewport = panel.findChild(pyqtgraph.PlotWidget).viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(150, 100))
    QTest.mouseMove(viewport, QPoint(180, 110))
    QTest.mouseMove(viewport, QPoint(220, 130))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(220, 130))
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel.plot.is_fitted
    assert not button.isVisible()


def test_hidden_it_does_nothing_and_catches_up(panel, controller):
    controller.add_history(EPOCHS[:10], TRAIN[:10], TEST[:10])
    panel.hide()
    controller.add_history(EPOCHS[10:], TRAIN[10:], TEST[10:])
    assert len(panel.plot.curve_data(0)[0]) == 10
    panel.show()
    assert len(panel.plot.curve_data(0)[0]) == 40


# Metrics, smoothing, events and earlier runs


def trained(bench, qtbot, n_epochs):
    """Train for real and commit, as the session does."""

    bench.controller.set_speed(FULL_SPEED)
    with qtbot.waitSignal(bench.controller.run_committed, timeout=20_000) as committed:
        bench.controller.start(n_epochs)
    outcome = committed.args[0]
    bench.document.perform(EditName("train"), lambda p: run_edits.set_trained(p, outcome.parameters, outcome.history))


@pytest.fixture
def live(qtbot, bench):
    panel = LossPanel(bench.controller, PointedRun(), TimeMachine(bench.controller), Twin(bench.controller))
    panel.resize(360, 300)
    qtbot.addWidget(panel)
    panel.show()
    trained(bench, qtbot, 12)
    return panel


def metric_box(panel):
    return panel.findChild(QComboBox)


def test_accuracy_is_shown_in_per_cent(live, bench):
    metric_box(live).setCurrentIndex(1)
    history = bench.controller.history
    np.testing.assert_allclose(live.plot.curve_data(1)[1], 100 * history.test_accuracy)
    assert live.plot.shown_range()[1] == (0, 100)
    assert not log_box_of(live).isVisible()


def log_box_of(panel):
    return panel.findChild(QCheckBox)


def test_a_quantity_has_no_accuracy_to_choose(panel, controller):
    controller.add_history(EPOCHS, TRAIN, TEST)
    assert not metric_box(panel).isVisible()


def test_the_epochs_are_listed_as_keras_prints_them(live, bench, qtbot):
    box = next(each for each in live.findChildren(QCheckBox) if each.text() == "&Epochs")
    box.click()
    trained(bench, qtbot, 3)
    shown = live.findChild(EpochList)
    history = bench.controller.history
    qtbot.waitUntil(lambda: f"Epoch {history.epoch[-1]:g}/" in shown.toPlainText())
    lines = shown.toPlainText().splitlines()
    assert len(lines) == len(history)
    values = [each.split(": ") for each in lines[-1].split(" - ")[1:]]
    assert [name for name, _ in values] == ["loss", "accuracy", "val_loss", "val_accuracy"]
    expected = (history.train_loss, history.train_accuracy, history.test_loss, history.test_accuracy)
    assert [float(value) for _, value in values] == pytest.approx([column[-1] for column in expected], abs=1e-4)
    shown.selectAll()
    shown.copy()
    assert QGuiApplication.clipboard().text().splitlines() == lines
    box.click()
    assert not shown.isVisible()


def test_an_epoch_is_a_line_with_what_is_known():
    assert epoch_line((3, 0.25, float("nan"), 0.5, float("nan")), 10) == "Epoch 3/10 - loss: 0.2500 - accuracy: 0.5000"
    assert epoch_line((2, 1.5, 1.25, float("nan"), float("nan")), None) == "Epoch 2 - loss: 1.5000 - val_loss: 1.2500"


def test_smoothing_is_chosen_in_the_menu_and_named(live, bench):
    smooth = next(action for action in live.menu_actions() if action.data() == 5)
    smooth.trigger()
    history = bench.controller.history
    assert live.plot.curve_data(0)[1][2] == pytest.approx(history.train_loss[:5].mean())
    assert len(live.plot.curve_data(0)[1]) == len(history)
    assert all("smoothed" in style.name for style in live.plot.legend)


def test_the_menu_and_the_box_are_of_one_mind_about_the_scale(live):
    log = live.menu_actions()[0]
    log.trigger()
    assert log_box_of(live).isChecked()
    log_box_of(live).click()
    assert not log.isChecked()


def test_what_is_changed_is_marked_and_told_at_the_cursor(live, bench, qtbot):
    from dataclasses import replace

    from nnplay.engine import SGD
    from nnplay.project import edits

    faster = replace(bench.project.training, optimizer=SGD(0.3))
    bench.document.perform(EditName("rate"), lambda project: edits.set_training(project, faster))
    trained(bench, qtbot, 8)
    assert live.plot.events == ((12.0, "learning rate 0.03 → 0.3"),)
    live.plot._point_at(12.0)
    assert live.plot.reading.heading.splitlines()[1] == "learning rate 0.03 → 0.3"
    live.plot._point_at(1.0)
    assert len(live.plot.reading.heading.splitlines()) == 1


def test_an_earlier_run_stays_with_what_differed_until_it_is_deleted(live, bench, qtbot):
    from nnplay.project import edits, run_edits

    first = bench.project.history
    bench.document.perform(EditName("new start"), edits.new_start)
    trained(bench, qtbot, 5)
    names = [style.name for style in live.plot.legend]
    assert names == ["Training loss", "Test loss", "1: start 1"]
    live.plot._point_at(5.0)
    assert float(live.plot.reading.values[2]) == pytest.approx(first.test_loss[5], rel=1e-3)
    bench.document.perform(EditName("delete"), lambda p: run_edits.delete_runs(p, frozenset({1})))
    assert [style.name for style in live.plot.legend] == ["Training loss", "Test loss"]


def test_runs_with_other_data_are_not_compared_until_those_are_back(live, bench, qtbot):
    from nnplay.data import CurveChoice
    from nnplay.project import edits

    circle = bench.project.data
    bench.document.perform(EditName("other data"), lambda p: edits.set_data(p, CurveChoice("sine")))
    trained(bench, qtbot, 2)
    assert [style.name for style in live.plot.legend] == ["Training loss", "Test loss"]
    bench.document.perform(EditName("back"), lambda p: edits.set_data(p, circle))
    trained(bench, qtbot, 2)
    assert [style.name.partition(":")[0] for style in live.plot.legend] == ["Training loss", "Test loss", "1"]


def test_a_long_earlier_run_leaves_a_third_of_the_axis_to_the_present_one(live, bench, qtbot):
    from nnplay.project import edits

    bench.document.perform(EditName("reset"), edits.reset)
    trained(bench, qtbot, 60)
    bench.document.perform(EditName("reset"), edits.reset)
    trained(bench, qtbot, 4)
    assert live.plot.shown_range()[0] == (0, 12)


def test_a_long_run_is_drawn_less_often_but_to_its_end(panel, controller):
    n = 100_000
    controller.add_history(np.arange(n), np.ones(n), np.ones(n))
    controller.snapshot = SimpleNamespace(step=1, is_running=True)
    controller.add_history([n], [1.0], [1.0])
    assert len(panel.plot.curve_data(0)[0]) == n
    controller.snapshot = SimpleNamespace(step=2, is_running=False)
    controller.add_history([n + 1], [1.0], [1.0])
    assert len(panel.plot.curve_data(0)[0]) == n + 2
