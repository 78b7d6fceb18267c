"""The whole path in the window: a layer dragged from the palette, trained, saved, reopened and replayed."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnplay.panels.training.train_button import TrainButton
from nnplay.panels.widgets.readout import Readout
from nnplay.project.presets import preset
from nnplay.shell.main_window import MainWindow
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings
from tests.canvas.pointer import between, drag_drop
from tests.shell.saving import save_as

N_EPOCHS = 120


def press_train(window):
    button = window.control_bar.findChild(TrainButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def train(window, session, qtbot, until):
    press_train(window)
    qtbot.waitUntil(until, timeout=60_000)
    with qtbot.waitSignal(session.controller.run_committed):
        press_train(window)


def shown_numbers(window):
    return [readout.text() for readout in window.control_bar.findChildren(Readout) if readout.isVisible()]


def test_from_a_palette_drop_to_a_trained_network(window, session, qtbot, undo_texts):
    window.canvas.scene().arrangement.is_smooth = False
    drag_drop(window.canvas, "Dense", between(window.canvas, "dense", "dense_2"))
    network = session.document.project.network
    assert [node.name for node in network.nodes] == ["input", "dense", "dense_4", "dense_2", "dense_3"]

    # A few more steps are taken before the run has paused, and not each of them is a better one.
    train(window, session, qtbot, lambda: session.controller.snapshot.test_loss < 0.03)

    project = session.document.project
    assert project.network is network
    # A pause in the middle of measuring leaves the last point without a test loss.
    losses = project.history.test_loss
    assert losses[~np.isnan(losses)][-1] < 0.05
    # Such a pause is followed by measuring once more.
    qtbot.waitUntil(lambda: shown_numbers(window)[2] != "–")
    epoch, _, test_loss, *_ = shown_numbers(window)
    assert int(epoch.replace(",", "")) == session.controller.snapshot.epoch > 0
    assert float(test_loss) == pytest.approx(session.controller.snapshot.test_loss, abs=6e-5)
    assert len(undo_texts()) == 2
    window.commands.edit.undo.trigger()
    window.commands.edit.undo.trigger()
    assert "dense_4" not in session.document.project.network.shapes


def test_saved_reopened_and_replayed(window, session, qtbot, tmp_path):
    path = tmp_path / "circle.nnplay"
    with qtbot.waitSignal(session.controller.run_committed):
        session.controller.start(N_EPOCHS)
    save_as(window, path, qtbot)
    assert not session.document.is_modified
    trained = session.document.project
    window.commands.file.new.trigger()
    assert session.document.path is None
    assert session.document.project.history.is_empty

    window.open_path(path)

    reopened = session.document.project
    np.testing.assert_array_equal(reopened.parameters, trained.parameters)
    np.testing.assert_array_equal(reopened.history.test_loss, trained.history.test_loss)
    assert window.windowTitle().startswith("circle.nnplay")
    window.commands.training.reset.trigger()
    with qtbot.waitSignal(session.controller.run_committed):
        session.controller.start(N_EPOCHS)
    np.testing.assert_array_equal(session.document.project.parameters, trained.parameters)


def test_a_file_opened_by_another_program_run_shows_the_same(window, session, settings, qtbot, tmp_path):
    path = tmp_path / "net.nnplay"
    window.commands.training.new_start.trigger()
    save_as(window, path, qtbot)
    other = Session(preset("circle"))
    second = MainWindow(other, settings)
    second.open_path(path)
    np.testing.assert_array_equal(other.document.project.parameters, session.document.project.parameters)
    assert isinstance(settings, Settings)
    assert settings.recent_files == [path]
    other.close()
    second.discard()
