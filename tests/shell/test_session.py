"""Session: a run is one undoable step; an edit that a run cannot survive keeps what it has learned."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import DigitsChoice, IdxFolderChoice, ToyChoice
from nnplay.document import EditName
from nnplay.engine import SGD
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.project.proposals import MisfitError
from nnplay.training import RunState
from tests.data.idx_files import write_folder


@pytest.fixture
def run(session, qtbot):
    """Train some epochs to their end."""

    def run(n_epochs):
        with qtbot.waitSignal(session.controller.run_committed):
            session.controller.start(n_epochs)

    return run


@pytest.fixture
def running(session, qtbot):
    """The session while it trains, with something learned already."""
    session.toggle_training()
    qtbot.waitUntil(lambda: session.controller.snapshot.epoch >= 2)
    yield session
    session.controller.interrupt()


def test_a_run_is_one_step_named_by_its_epochs(session, run, undo_texts):
    before = session.document.project
    run(5)
    (text,) = undo_texts()
    assert text.startswith("Train 5 epoch")
    assert not np.array_equal(session.document.project.parameters, before.parameters)
    assert session.document.project.history.epoch[-1] == 5
    session.document.undo()
    assert session.document.project is before


def test_the_run_goes_on_after_its_commit(session, run):
    run(3)
    assert session.controller.state is RunState.PAUSED
    run(3)
    assert session.document.project.history.epoch[-1] == 6


def test_after_undo_a_run_starts_from_there(session, run):
    run(3)
    first = session.document.project.parameters
    session.document.undo()
    run(3)
    np.testing.assert_array_equal(session.document.project.parameters, first)


def test_toggling_pauses(session, qtbot):
    session.toggle_training()
    assert session.controller.state is RunState.RUNNING
    qtbot.waitUntil(lambda: session.controller.snapshot.step > 0)
    with qtbot.waitSignal(session.controller.run_committed):
        session.toggle_training()
    assert session.controller.state is RunState.PAUSED


def test_a_step_is_one_epoch(session, qtbot):
    with qtbot.waitSignal(session.controller.run_committed):
        session.step()
    assert session.document.project.history.epoch[-1] == 1


@pytest.mark.parametrize(
    "edit",
    [
        lambda project: edits.remove_layer(project, "dense_2"),
        lambda project: edits.set_parameter(project, "dense", "bias", (0,), 0.5),
        lambda project: edits.set_data(project, replace(project.data, noise=0.3)),
        edits.regenerate,
    ],
    ids=["network", "weight", "data", "seed"],
)
def test_an_edit_in_a_run_keeps_what_was_learned_as_a_step_before_it(running, undo_texts, edit):
    start = running.document.project.parameters
    running.document.perform(EditName("the edit"), edit)
    assert running.controller.state is RunState.IDLE
    trained, edited = undo_texts()
    assert trained.startswith("Train ")
    assert edited == "the edit"
    running.document.undo()
    assert running.document.project.history.epoch[-1] >= 2
    assert not np.array_equal(running.document.project.parameters, start)


def test_a_live_setting_does_not_end_the_run(running, undo_texts):
    settings = running.document.project.training
    running.document.perform(
        EditName("rate"), lambda project: edits.set_training(project, replace(settings, optimizer=SGD(0.001)))
    )
    assert running.controller.state is RunState.RUNNING
    assert undo_texts() == ["rate"]


def test_moving_a_layer_does_not_end_the_run(running):
    running.document.perform(EditName("move"), lambda project: edits.move_layers(project, {"dense": (3.0, 4.0)}))
    assert running.controller.state is RunState.RUNNING


def test_reset_goes_back_to_the_same_start_and_replays_to_the_bit(session, run):
    start = session.document.project.parameters
    run(4)
    trained = session.document.project.parameters
    session.reset()
    np.testing.assert_array_equal(session.document.project.parameters, start)
    assert session.document.project.history.is_empty
    run(4)
    np.testing.assert_array_equal(session.document.project.parameters, trained)


def test_a_new_start_has_other_weights(session):
    start = session.document.project.parameters
    session.new_start()
    assert not np.array_equal(session.document.project.parameters, start)
    session.document.undo()
    np.testing.assert_array_equal(session.document.project.parameters, start)


def test_digits_that_the_network_cannot_learn_change_nothing(session, qtbot, tmp_path, undo_texts):
    before = session.document.project
    with qtbot.waitSignal(session.document.reported) as reported:
        session.open_digits(write_folder(tmp_path / "digits"))
    assert isinstance(reported.args[0], MisfitError)
    assert reported.args[0].choice == IdxFolderChoice(str(tmp_path / "digits"))
    assert session.document.project is before
    assert undo_texts() == []


def test_digits_keep_a_network_that_is_for_them(session, tmp_path, undo_texts):
    session.document.replace(preset("mnist-mlp"), None)
    session.open_digits(write_folder(tmp_path / "one"))
    network, parameters = session.document.project.network, session.document.project.parameters
    session.open_digits(write_folder(tmp_path / "two"))
    session.generate_digits()
    assert session.document.project.data == DigitsChoice()
    assert session.controller.is_loading
    assert session.document.project.network is network
    assert session.document.project.parameters is parameters
    assert undo_texts()[-1] == "Generate digits"


def test_settling_without_a_run_is_nothing(session, undo_texts):
    session.settle()
    assert undo_texts() == []


def test_other_points_keep_the_weights(session):
    before = session.document.project.parameters
    session.document.perform(EditName("xor"), lambda project: edits.set_data(project, ToyChoice("xor")))
    np.testing.assert_array_equal(session.document.project.parameters, before)
