"""ControlBar: numbers from the controller, buttons that are the window's actions, progress for what is long."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton

from nnplay.data import IdxFolderChoice
from nnplay.panels.training.control_bar import ControlBar
from nnplay.panels.training.train_button import TrainButton
from nnplay.panels.widgets.readout import Readout
from nnplay.project.presets import preset
from tests.data.idx_files import write_folder


class Actions:
    def __init__(self, parent):
        for name in ("reset", "train", "stop", "step", "new_start", "cancel_loading"):
            setattr(self, name, QAction(name, parent))
        self.steps = (QAction("sample", parent), self.step)


@pytest.fixture
def actions(bench):
    return Actions(bench.document)


@pytest.fixture
def bar(qtbot, bench, actions):
    bar = ControlBar(bench.controller, actions, QLabel("settings"))
    qtbot.addWidget(bar)
    bar.resize(1120, bar.sizeHint().height())
    bar.show()
    qtbot.waitUntil(lambda: bench.controller.snapshot.test_loss == bench.controller.snapshot.test_loss)
    return bar


def numbers(bar):
    """What is shown, in order: epoch, training loss, test loss, and what else has room."""
    return [readout.text() for readout in bar.findChildren(Readout) if readout.isVisible()]


def button_of(bar, action):
    if action.text() == "train":
        return bar.findChild(TrainButton)
    return next(button for button in bar.findChildren(QToolButton) if button.defaultAction() is action)


@pytest.mark.parametrize("name", ["reset", "train", "stop", "step", "new_start"])
def test_buttons_are_the_actions(bar, actions, qtbot, name):
    action = getattr(actions, name)
    button = button_of(bar, action)
    with qtbot.waitSignal(action.triggered):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    action.setEnabled(False)
    assert not button.isEnabled()


def test_the_list_beside_the_step_has_all_steps(bar, actions):
    assert button_of(bar, actions.step).menu().actions() == list(actions.steps)


def test_numbers_are_the_snapshot_s(bar, bench):
    snapshot = bench.controller.snapshot
    epoch, train_loss, test_loss, accuracy = numbers(bar)
    assert epoch == "0"
    assert float(train_loss) == pytest.approx(snapshot.train_loss, abs=6e-5)
    assert float(test_loss) == pytest.approx(snapshot.test_loss, abs=6e-5)
    assert accuracy == f"{100 * snapshot.test_accuracy:.1f} %"


def test_the_speed_is_said_while_there_is_one(bar, bench, qtbot):
    bench.controller.start()
    qtbot.waitUntil(lambda: len(numbers(bar)) == 5)
    with qtbot.waitSignal(bench.controller.run_committed):
        bench.controller.stop()
    assert len(numbers(bar)) == 4


def test_epochs_are_counted(bar, bench, qtbot):
    with qtbot.waitSignal(bench.controller.run_committed):
        bench.controller.start(12)
    assert numbers(bar)[0] == "12"


def test_nothing_moves_while_it_trains(bar, bench, qtbot):
    bar.layout().activate()  # what is measured has been laid out
    shown = [readout for readout in bar.findChildren(Readout) if readout.isVisibleTo(bar)]
    places = [readout.geometry() for readout in shown]
    with qtbot.waitSignal(bench.controller.run_committed):
        bench.controller.start(30)
    assert [readout.geometry() for readout in shown] == places


def test_without_test_data_the_accuracy_is_that_of_the_training_data(bar, bench, qtbot):
    bench.document.replace(preset("logic-and"), None)
    qtbot.waitUntil(lambda: bench.controller.dataset is not None and not len(bench.controller.dataset.test))
    with qtbot.waitSignal(bench.controller.run_committed):
        bench.controller.start(30)
    captions = [label.text() for label in bar.findChildren(QLabel) if label.isVisibleTo(bar)]
    assert "Training accuracy" in captions
    assert "Test loss" not in captions
    assert f"{100 * bench.controller.snapshot.train_accuracy:.1f} %" in captions


def test_a_quantity_has_no_accuracy(bar, bench):
    assert len(numbers(bar)) == 4
    bench.document.replace(preset("plane"), None)
    assert len(numbers(bar)) == 3


def test_where_room_is_scarce_the_losses_stay(bar):
    bar.resize(720, bar.height())
    shown = [readout for readout in bar.findChildren(Readout) if readout.isVisible()]
    assert 3 <= len(shown) < 5
    assert all(readout.geometry().right() <= readout.parentWidget().width() for readout in shown)


def test_a_short_epoch_has_no_progress(bar, bench, qtbot):
    seen = []
    bench.controller.snapshot_changed.connect(lambda: seen.append(bar.findChild(QProgressBar).isVisible()))
    with qtbot.waitSignal(bench.controller.run_committed):
        bench.controller.start(5)
    assert seen
    assert not any(seen)


def test_loading_shows_how_far_it_is_and_a_way_out(bar, bench, actions, qtbot, tmp_path):
    folder = write_folder(tmp_path / "digits")
    height = bar.sizeHint().height()
    bench.document.replace(replace(preset("mnist-mlp"), data=IdxFolderChoice(str(folder))), None)
    assert bar.findChild(QProgressBar).isVisible()
    assert numbers(bar) == []
    cancel = button_of(bar, actions.cancel_loading)
    assert cancel.isVisible()
    assert bar.sizeHint().height() == height
    qtbot.waitUntil(lambda: not bench.controller.is_loading)
    assert not bar.findChild(QProgressBar).isVisible()
    assert numbers(bar)


def test_the_train_button_keeps_its_width(bar, actions):
    button = bar.findChild(TrainButton)
    widths = set()
    for text in ("Train", "Pause"):
        actions.train.setText(text)
        assert button.text() == text
        widths.add(button.width())
        assert button.sizeHint().width() <= button.width()
    assert len(widths) == 1
