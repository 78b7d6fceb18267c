"""Bad input: a sentence with what, where and what to do; nothing lost, the window alive."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from nnplay.document import EditName
from nnplay.engine import SGD
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.training import RunState
from tests.data.idx_files import NAMES, write_folder
from tests.shell.saving import save_as


def still_trains(window, session, qtbot):
    with qtbot.waitSignal(session.controller.run_committed):
        window.commands.training.step.trigger()
    return session.controller.state is RunState.PAUSED


def test_a_folder_without_digits_or_pictures(window, session, qtbot, tmp_path):
    (tmp_path / "notes.txt").write_text("nothing")
    before = session.document.project
    with qtbot.waitSignal(session.document.reported):
        window.open_path(tmp_path)
    assert window.messages.isVisible()
    assert tmp_path.name in window.messages.text()
    assert session.document.project is before
    assert session.controller.dataset.name == "circle"
    assert still_trains(window, session, qtbot)


def test_a_truncated_file(window, session, qtbot, tmp_path):
    folder = write_folder(tmp_path / "digits")
    images = folder / NAMES[0]
    images.write_bytes(images.read_bytes()[:-100])
    session.document.replace(preset("mnist-mlp"), None)
    with qtbot.waitSignal(session.controller.failed):
        window.open_path(folder)
    assert NAMES[0] in window.messages.text()
    assert window.messages.isVisible()


def test_a_learning_rate_of_1e9_ends_the_run_and_keeps_the_weights(window, session, qtbot):
    with qtbot.waitSignal(session.controller.run_committed):
        session.controller.start(3)
    good = session.document.project.parameters
    box = next(box for box in window.training_panel.findChildren(QComboBox) if box.accessibleName() == "Learning rate")
    box.lineEdit().selectAll()
    QTest.keyClicks(box.lineEdit(), "1e9")
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert session.document.project.training.optimizer.learning_rate == 1e9
    # Tanh keeps the loss finite at any rate: without it the numbers grow beyond all bounds.
    for name in ("dense", "dense_2", "dense_3"):
        session.document.perform(
            EditName("linear"), lambda project, name=name: edits.change_layer(project, name, {"activation": "linear"})
        )
    with qtbot.waitSignal(session.controller.failed, timeout=20_000):
        window.commands.training.train.trigger()
    assert window.messages.isVisible()
    assert "infinite" in window.messages.text()
    assert "step" in window.messages.text()
    assert np.isfinite(session.document.project.parameters).all()
    np.testing.assert_array_equal(session.document.project.parameters, good)
    session.document.perform(
        EditName("rate"), lambda project: edits.set_training(project, replace(project.training, optimizer=SGD(0.001)))
    )
    assert still_trains(window, session, qtbot)


@pytest.mark.parametrize("units", [0, 10_000_000])
def test_impossible_units(window, session, units):
    before = session.document.project
    with pytest.raises(Exception, match=str(units)) as caught:
        session.document.perform(
            EditName("units"), lambda project: edits.change_layer(project, "dense", {"units": units})
        )
    session.document.report(caught.value)
    assert "dense" in window.messages.text()
    assert str(units) in window.messages.text()
    assert session.document.project is before


@pytest.mark.parametrize("content", [b"", b"not a project", b"\x00" * 100])
def test_a_file_that_is_no_project(window, session, tmp_path, content):
    path = tmp_path / "broken.nnplay"
    path.write_bytes(content)
    before = session.document.project
    window.open_path(path)
    assert window.messages.isVisible()
    assert "broken.nnplay" in window.messages.text()
    assert session.document.project is before
    assert session.document.path is None


def test_a_file_that_is_not_there(window, session, tmp_path):
    window.open_path(tmp_path / "gone.nnplay")
    assert "gone.nnplay" in window.messages.text()


def test_a_folder_that_cannot_be_written_to(window, session, tmp_path, qtbot):
    window.commands.training.new_start.trigger()
    save_as(window, tmp_path / "no" / "such" / "folder" / "a.nnplay", qtbot)
    assert window.messages.isVisible()
    assert session.document.is_modified
