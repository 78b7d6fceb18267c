"""Editing while training: what makes sense goes on by itself, what does not ends the run and says so."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.document import EditName
from nnplay.engine import Part
from nnplay.project import edits, part_edits
from nnplay.training import RunState


@pytest.fixture
def running(session, qtbot):
    session.toggle_training()
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch >= 2)
    session.said = []
    session.continuation.interrupted.connect(session.said.append)
    yield session
    session.continuation.give_up()
    session.controller.interrupt()


def set_weight(value):
    return lambda project: edits.set_parameter(project, "dense", "kernel", (0, 0), value)


def waits(session):
    return session.continuation._timer.isActive()


GOING_ON = {
    "weight": set_weight(3.0),
    "mute": lambda project: part_edits.mute(project, [Part("dense", unit=0)]),
    "activation": lambda project: edits.change_layer(project, "dense", {"activation": "relu"}),
}
ENDING = {
    "units": lambda project: edits.change_layer(project, "dense", {"units": 6}),
    "data": lambda project: edits.set_data(project, replace(project.data, noise=0.3)),
    "new start": edits.new_start,
    "regenerate": edits.regenerate,
}


@pytest.mark.parametrize("name", GOING_ON)
def test_training_goes_on_behind_such_an_edit(running, qtbot, name):
    running.document.perform(EditName("Edit"), GOING_ON[name])
    project = running.document.project
    assert running.said == [True]
    assert running.controller.state is RunState.IDLE
    epoch = running.controller.snapshot.epoch
    qtbot.waitUntil(lambda: running.controller.snapshot.epoch > epoch + 1)
    assert running.controller.state is RunState.RUNNING
    assert running.document.project is project
    assert running.controller.snapshot.muted == project.muted


def test_the_run_goes_on_from_the_edited_weight(running, qtbot):
    running.document.perform(EditName("Freeze"), lambda project: part_edits.freeze(project, [Part("dense")]))
    assert running.said == []  # a setting, which the run takes as it goes
    running.document.perform(EditName("Edit"), set_weight(3.0))
    qtbot.waitUntil(lambda: running.controller.state is RunState.RUNNING)
    qtbot.waitUntil(lambda: running.controller.snapshot.is_running)
    assert running.controller.snapshot.parameters[0] == np.float32(3)


@pytest.mark.parametrize("name", ENDING)
def test_such_an_edit_ends_the_run(running, name):
    running.document.perform(EditName("Edit"), ENDING[name])
    assert running.said == [False]
    assert running.controller.state is RunState.IDLE
    assert not waits(running)


def test_edits_in_a_row_are_one_interruption(running, qtbot):
    for value in (1.0, 1.1, 1.2):
        running.document.perform(EditName("Edit"), set_weight(value), "nudges")
    stack = running.document.undo_stack
    assert [str(running.document.edit_name(index)) for index in range(stack.count())][1:] == ["Edit"]
    assert running.said == [True]
    running.document.perform(EditName("Edit"), ENDING["units"])
    assert not waits(running)


def test_while_a_value_is_being_set_training_waits(running, qtbot):
    running.continuation.hold(True)
    running.document.perform(EditName("Edit"), set_weight(1.0))
    assert not waits(running)
    running.document.undo()  # Escape in the editor
    running.continuation.hold(False)
    qtbot.waitUntil(lambda: running.controller.state is RunState.RUNNING)


def test_undoing_the_run_itself_does_not_begin_it_again(running, qtbot):
    running.document.perform(EditName("Edit"), set_weight(1.0))
    edited = running.document.project
    epoch = running.controller.snapshot.epoch
    qtbot.waitUntil(lambda: running.controller.snapshot.epoch > epoch + 1)
    running.document.undo()
    assert running.document.project is edited
    assert running.document.undo_stack.canRedo()
    running.continuation._go_on()
    assert running.controller.state is RunState.IDLE


def test_a_reset_ends_the_run_even_its_first_one(running):
    start = running.document.project
    running.reset()
    assert running.controller.state is RunState.IDLE
    assert not waits(running)
    np.testing.assert_array_equal(running.document.project.parameters, start.parameters)
    assert running.document.project.history.is_empty


def test_who_presses_train_or_stop_meanwhile_decides(running):
    running.document.perform(EditName("Edit"), set_weight(1.0))
    assert waits(running)
    running.stop()
    assert not waits(running)


def test_a_few_steps_are_not_continued(session, qtbot):
    session.step_ten()
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch >= 1)
    session.document.perform(EditName("Edit"), set_weight(1.0))
    assert not waits(session)
    session.controller.interrupt()
