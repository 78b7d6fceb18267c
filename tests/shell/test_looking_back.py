"""The time machine in the window: the slider, the band, what is refused meanwhile, and going on from a moment."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnplay.document import EditName
from nnplay.engine import Adam
from nnplay.lessons import load, shipped
from nnplay.panels.loss.timeline import Timeline
from nnplay.project import EditError, edits, run_edits
from nnplay.project.presets import preset
from nnplay.project.storage import file
from nnplay.runs import FULL_SPEED
from nnplay.shell.looking_back import LookingBackBand
from nnplay.training import RunState

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def train(qtbot, session, n_epochs):
    controller = session.controller
    controller.set_speed(FULL_SPEED)
    controller.start(n_epochs)
    qtbot.waitUntil(lambda: controller.state is RunState.PAUSED)


@pytest.fixture
def timeline(qtbot, window, session):
    train(qtbot, session, 20)
    window.show_panel("loss")
    timeline = window.docks["loss"].panel.findChild(Timeline)
    qtbot.waitUntil(timeline.isVisible)
    return timeline


def band(window):
    return window.findChild(LookingBackBand)


def look_at(qtbot, session, timeline, epoch):
    timeline.slider.setFocus()
    timeline.slider.setValue(epoch)
    qtbot.waitUntil(lambda: session.time_machine.moment.position == epoch)


def test_the_views_show_the_epoch_of_the_handle(qtbot, window, session, timeline):
    present = session.controller.snapshot.parameters
    assert (timeline.slider.minimum(), timeline.slider.maximum()) == (0, 20)
    QTest.keyClick(timeline.slider, Qt.Key.Key_Home)
    assert np.array_equal(
        session.controller.snapshot.parameters, session.document.undo_stack.command(0).change.before.parameters
    )
    look_at(qtbot, session, timeline, 7)
    assert session.controller.snapshot.epoch == 7
    assert band(window).isVisible()
    assert session.controller.latest.parameters is present


def test_escape_is_the_present(qtbot, window, session, timeline):
    look_at(qtbot, session, timeline, 3)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not band(window).isVisible())
    assert session.controller.snapshot is session.controller.latest
    assert timeline.slider.value() == 20


def test_nothing_can_be_changed_meanwhile(qtbot, window, session, timeline):
    look_at(qtbot, session, timeline, 3)
    project = session.document.project
    with pytest.raises(EditError, match="looking back"):
        session.document.perform(EditName("new start"), edits.new_start)
    session.document.undo()
    assert session.document.project is project
    assert "looking back" in window.messages.text()


def test_reset_and_new_start_say_so_meanwhile(qtbot, window, session, timeline):
    look_at(qtbot, session, timeline, 3)
    project = session.document.project
    for key, modifiers in ((Qt.Key.Key_R, CTRL), (Qt.Key.Key_R, CTRL | SHIFT)):
        window.messages.dismiss()
        QTest.keyClick(window.canvas, key, modifiers)
        assert "looking back" in window.messages.text()
    assert session.document.project is project


def test_a_lesson_can_be_left_meanwhile(qtbot, window, session):
    window.begin_lesson(load(shipped()[0]))
    train(qtbot, session, 20)
    session.time_machine.look_at(3)
    session.leave_lesson()
    assert not session.time_machine.is_looking_back
    assert not session.document.project.locked
    assert session.guide.lesson is None


def test_going_on_from_a_moment_repeats_the_run_which_stays(qtbot, window, session, timeline):
    end = session.controller.latest.parameters
    look_at(qtbot, session, timeline, 8)
    window.activateWindow()
    timeline.slider.setFocus()
    QTest.mouseClick(band(window).go_on, Qt.MouseButton.LeftButton)
    assert timeline.slider.hasFocus()
    project = session.document.project
    assert [run.number for run in project.runs] == [1]
    assert (project.run.number, project.history.epoch[-1]) == (2, 8)
    assert not session.time_machine.is_looking_back
    train(qtbot, session, 12)
    assert session.document.project.parameters.tobytes() == end.tobytes()
    session.document.undo()
    session.document.undo()
    assert session.document.project.run.number == 1


def test_a_run_goes_on_while_one_looks_back(qtbot, window, session, timeline):
    controller = session.controller
    controller.start()
    look_at(qtbot, session, timeline, 5)
    before = controller.latest.epoch
    qtbot.waitUntil(lambda: controller.latest.epoch > before)
    assert controller.snapshot.epoch == 5
    controller.pause()
    qtbot.waitUntil(lambda: controller.state is RunState.PAUSED)
    assert session.document.project.history.step == controller.latest.step
    assert session.time_machine.is_looking_back
    session.time_machine.return_to_present()
    session.document.perform(EditName("new start"), edits.new_start)


def test_play_runs_to_the_present(qtbot, window, session, timeline):
    timeline._play.click()
    assert session.time_machine.is_looking_back
    qtbot.waitUntil(lambda: not session.time_machine.is_looking_back)
    assert not timeline._play.isChecked()


def test_a_reset_begins_a_new_film(qtbot, window, session, timeline):
    session.reset()
    assert not session.time_machine.can_look_back
    assert not timeline.isVisible()


def test_an_opened_project_can_look_back_and_go_on_from_there(qtbot, window, session, timeline, tmp_path):
    end = session.controller.latest.parameters
    file.save(session.document.project, tmp_path / "run.nnplay")
    session.document.replace(file.load(tmp_path / "run.nnplay"), tmp_path / "run.nnplay")
    machine = session.time_machine
    assert (machine.first_epoch, machine.last_epoch) == (0, 20)
    machine.look_at(9)
    qtbot.waitUntil(lambda: machine.moment.trainer is not None)
    assert machine.moment.position == 9
    QTest.mouseClick(band(window).go_on, Qt.MouseButton.LeftButton)
    assert (session.document.project.run.number, session.document.project.history.epoch[-1]) == (2, 9)
    assert session.document.project.run.frames[-1].epoch <= 9
    train(qtbot, session, 11)
    assert session.document.project.parameters.tobytes() == end.tobytes()


def test_redo_brings_the_moments_back(qtbot, window, session, timeline):
    session.document.undo()
    assert not session.time_machine.can_look_back
    session.document.redo()
    assert session.time_machine.first_epoch == 0
    session.time_machine.look_at(5)
    qtbot.waitUntil(lambda: session.time_machine.moment.position == 5)


def test_an_earlier_run_that_is_opened_has_its_moments(qtbot, window, session, timeline):
    session.reset()
    session.document.perform(EditName("open"), lambda project: run_edits.open_run(project, 1))
    assert (session.time_machine.first_epoch, session.time_machine.last_epoch) == (0, 20)


def test_a_large_network_goes_on_to_the_bit_as_well(qtbot, window, session):
    """Its reports come without the optimizer's state, but now and then a moment has it."""
    wide = edits.change_layer(edits.change_layer(preset("circle"), "dense", {"units": 150}), "dense_2", {"units": 150})
    wide = edits.set_training(wide, replace(wide.training, optimizer=Adam(0.001)))
    assert wide.network.n_parameters > 20_000
    session.document.replace(wide, None)
    train(qtbot, session, 60)
    machine, end = session.time_machine, session.controller.latest.parameters
    exact = [moment for moment in machine._film.moments if moment.trainer is not None]
    assert all(moment.is_exact for moment in machine._film.moments)
    machine.look_at(exact[0].epoch + 1 if exact[0].epoch < 59 else 30)
    qtbot.waitUntil(lambda: machine.moment.is_exact and machine.moment.position == machine.epoch)
    epoch = machine.epoch
    session.go_on_from_moment()
    train(qtbot, session, 60 - epoch)
    assert session.document.project.parameters.tobytes() == end.tobytes()
