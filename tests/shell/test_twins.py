"""A twin in a session: it learns beside the network, exactly as alone, and becomes a run that nothing loses."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import load
from nnplay.document import EditName
from nnplay.engine import SGD
from nnplay.project import StopRules, edits, run_edits
from nnplay.project.presets import preset
from nnplay.project.storage import file
from nnplay.project.twins import Difference
from nnplay.runs import FULL_SPEED, train
from nnplay.training import RunState

SLOWER = Difference("learning_rate", 0.003)


def begin(qtbot, session, difference, n_epochs=12, *, is_from_start=True):
    """Train with a twin; the stop rules end both."""
    session.controller.set_speed(FULL_SPEED)
    session.document.perform(EditName("rules"), lambda project: edits.set_stop(project, StopRules(n_epochs=n_epochs)))
    session.twinning.begin(difference, is_from_start)
    paused(qtbot, session)


def paused(qtbot, session):
    controller, project = session.controller, session.document.project
    qtbot.waitUntil(lambda: not controller.state.is_active and session.document.project is not project)


def alone(project, n_epochs):
    dataset = load(project.data, project.seeds.data, project.seeds.split)
    return train(project, dataset, StopRules(n_epochs=n_epochs)).project


def with_rate(project, rate):
    return edits.set_training(project, replace(project.training, optimizer=SGD(rate)))


def twin_run(session):
    return next(run for run in session.document.project.runs if run.number == session.twin.number)


def test_both_learn_as_alone(qtbot, session):
    begin(qtbot, session, SLOWER)
    project = session.document.project
    assert (project.run.number, twin_run(session).number) == (1, 2)
    own, other = alone(preset("circle"), 12), alone(with_rate(preset("circle"), 0.003), 12)
    assert project.parameters.tobytes() == own.parameters.tobytes()
    assert twin_run(session).parameters.tobytes() == other.parameters.tobytes()
    assert twin_run(session).history.epoch[-1] == 12
    assert twin_run(session).history.test_loss[-1] == other.history.test_loss[-1]


def test_a_twin_without_a_difference_is_the_run(qtbot, session):
    begin(qtbot, session, Difference("learning_rate", 0.03))
    assert twin_run(session).parameters.tobytes() == session.document.project.parameters.tobytes()


@pytest.mark.parametrize(
    "difference",
    [Difference("activation", "relu"), Difference("units", 3), Difference("batch_size", 4), Difference("noise", 0.3)],
    ids=lambda difference: difference.control,
)
def test_it_may_differ_in_network_batches_and_data(qtbot, session, difference):
    from nnplay.project.sweep import swept_controls

    begin(qtbot, session, difference, 4)
    expected = edits.reset(
        swept_controls(preset("circle"))[difference.control].apply(preset("circle"), difference.value)
    )
    assert twin_run(session).parameters.tobytes() == alone(expected, 4).parameters.tobytes()
    assert session.document.project.parameters.tobytes() == alone(preset("circle"), 4).parameters.tobytes()


def test_from_here_the_batches_are_the_same(qtbot, session):
    begin(qtbot, session, SLOWER, 5)
    session.twinning.end()
    begin(qtbot, session, Difference("optimizer", "Adam"), 3, is_from_start=False)
    project, twin = session.document.project, twin_run(session)
    assert np.array_equal(project.trainer.order, twin.trainer.order)
    assert project.trainer.random_state == twin.trainer.random_state
    assert (project.history.epoch[-1], twin.history.epoch[-1]) == (8, 8)
    assert project.parameters.tobytes() == alone(alone(preset("circle"), 5), 3).parameters.tobytes()
    assert [event.epoch for event in twin.events] == [5]


def test_they_go_on_after_a_pause_as_without_one(qtbot, session):
    begin(qtbot, session, SLOWER, 5)
    session.controller.start(7)
    paused(qtbot, session)
    other = alone(with_rate(preset("circle"), 0.003), 12)
    assert twin_run(session).parameters.tobytes() == other.parameters.tobytes()


def test_exchanging_makes_the_twin_the_network(qtbot, session):
    begin(qtbot, session, SLOWER, 5)
    own, other = session.document.project.parameters, twin_run(session).parameters
    session.twinning.exchange()
    project = session.document.project
    assert project.parameters is other
    assert project.training.optimizer == SGD(0.003)
    assert (project.run.number, session.twin.number) == (2, 1)
    assert twin_run(session).parameters is own
    session.controller.start(7)
    paused(qtbot, session)
    assert twin_run(session).parameters.tobytes() == alone(preset("circle"), 12).parameters.tobytes()
    assert (
        session.document.project.parameters.tobytes()
        == alone(with_rate(preset("circle"), 0.003), 12).parameters.tobytes()
    )


def test_settings_that_do_not_differ_are_followed_while_both_run(qtbot, session):
    begin(qtbot, session, SLOWER, 3)
    session.document.perform(
        EditName("batch"), lambda project: edits.set_training(project, replace(project.training, batch_size=5))
    )
    session.controller.start(4)
    paused(qtbot, session)
    assert twin_run(session).setup.training.batch_size == 5
    assert twin_run(session).setup.training.optimizer == SGD(0.003)
    expected = alone(with_rate(preset("circle"), 0.003), 3)
    expected = alone(edits.set_training(expected, replace(expected.training, batch_size=5)), 4)
    assert twin_run(session).parameters.tobytes() == expected.parameters.tobytes()


def test_ending_says_what_made_the_difference_and_keeps_both(qtbot, session):
    begin(qtbot, session, SLOWER)
    with qtbot.waitSignal(session.twinning.told) as told:
        session.twinning.end()
    assert told.args[0].startswith("Learning rate 0.03 → 0.003 made it worse: loss ")
    assert session.twin.number is None
    assert [run.number for run in session.document.project.runs] == [2]
    session.controller.start(1)
    paused(qtbot, session)
    assert session.document.project.parameters.tobytes() == alone(preset("circle"), 13).parameters.tobytes()


def test_a_reset_ends_the_twin_and_keeps_both(qtbot, session):
    begin(qtbot, session, SLOWER)
    session.reset()
    assert session.twin.number is None
    assert sorted(run.number for run in session.document.project.runs) == [1, 2]


def test_undo_takes_both_back_and_redo_brings_both_again(qtbot, session):
    begin(qtbot, session, SLOWER)
    document, project = session.document, session.document.project
    document.undo()
    assert (document.project.run, document.project.runs) == (None, ())
    assert session.twin.number is None
    document.redo()
    assert document.project is project


def test_an_edit_while_both_run_keeps_what_both_have_learned(qtbot, session):
    session.controller.set_speed(FULL_SPEED)
    session.twinning.begin(SLOWER, True)
    qtbot.waitUntil(lambda: session.controller.latest.epoch > 3 and session.twin.companion.snapshot.epoch > 3)
    session.new_start()
    assert session.twin.number is None
    runs = {run.number: run for run in session.document.project.runs}
    assert runs[1].history.epoch[-1] > 3
    assert runs[2].history.epoch[-1] > 3
    assert runs[2].setup.training.optimizer == SGD(0.003)


def test_a_copy_made_while_both_run_has_both(qtbot, session, tmp_path):
    session.controller.set_speed(FULL_SPEED)
    session.twinning.begin(SLOWER, True)
    qtbot.waitUntil(lambda: session.controller.latest.epoch > 3 and session.twin.companion.snapshot.epoch > 3)
    file.save(session.present(), tmp_path / "both.nnplay")
    session.controller.pause()
    qtbot.waitUntil(lambda: session.controller.state is RunState.PAUSED)
    opened = file.load(tmp_path / "both.nnplay")
    assert (opened.run.number, [run.number for run in opened.runs]) == (1, [2])
    twin = run_edits.open_run(opened, 2)
    assert twin.training.optimizer == SGD(0.003)
    n_epochs = int(twin.history.epoch[-1])
    assert twin.parameters.tobytes() == alone(with_rate(preset("circle"), 0.003), n_epochs).parameters.tobytes()


def test_closing_while_both_run_leaves_nothing_running(qtbot, session):
    session.twinning.begin(SLOWER, True)
    qtbot.waitUntil(lambda: session.twin.companion is not None)


def test_one_that_diverges_leaves_the_other_running(qtbot, session):
    begin(qtbot, session, Difference("learning_rate", 1e30), 6)
    assert session.twin.companion.error is not None
    assert session.document.project.parameters.tobytes() == alone(preset("circle"), 6).parameters.tobytes()


def test_one_can_look_back_at_a_twin_after_the_exchange_and_after_opening(qtbot, session, tmp_path):
    begin(qtbot, session, SLOWER)
    session.twinning.exchange()
    machine = session.time_machine
    assert (machine.first_epoch, machine.last_epoch) == (0, 12)
    machine.look_at(5)
    qtbot.waitUntil(lambda: machine.moment.is_exact and machine.moment.position == 5)
    assert machine.moment.parameters.tobytes() == alone(with_rate(preset("circle"), 0.003), 5).parameters.tobytes()
    machine.return_to_present()
    file.save(session.document.project, tmp_path / "both.nnplay")
    opened = file.load(tmp_path / "both.nnplay")
    assert all(run.frames[0].epoch == 0 for run in (opened.run, *opened.runs))


def test_nothing_before_the_first_moment_is_looked_at(qtbot, session, tmp_path):
    begin(qtbot, session, SLOWER, 3)
    session.twinning.end()
    file.save(run_edits.keep_frames(session.document.project, ()), tmp_path / "no frames.nnplay")
    session.document.replace(file.load(tmp_path / "no frames.nnplay"), None)
    machine = session.time_machine
    assert not machine.can_look_back
    machine.look_at(1)
    assert not machine.is_looking_back


def test_a_twin_with_other_units_begins_from_here(qtbot, window, session):
    window.show_panel("twins")
    window.show_panel("runs")
    begin(qtbot, session, SLOWER, 3)
    session.twinning.end()
    begin(qtbot, session, Difference("units", 3), 2, is_from_start=False)
    assert twin_run(session).setup.network.shapes["dense"] == (3,)
    assert twin_run(session).history.epoch[-1] == 5
    assert all(frame.parameters.size == twin_run(session).parameters.size for frame in twin_run(session).frames)
