"""The film of a run: moments within a budget; any moment between is made again to the bit, and can be gone on from."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import load as load_data
from nnplay.engine import SGD, Adam
from nnplay.project import StopRules, edits, run_edits
from nnplay.project.presets import preset
from nnplay.runs import Snapshot, train
from nnplay.runs.film import Film, n_bytes
from nnplay.runs.replay import can_replay, replayed, replayed_through


def data_of(project):
    return load_data(project.data, project.seeds.data, project.seeds.split)


def trained(project, n_epochs):
    return train(project, data_of(project), StopRules(n_epochs=n_epochs)).project


def moment_of(project):
    """A project's present state as a moment of its run."""
    return replace(Snapshot.of_project(1, project), trainer=project.trainer)


def moments(n, start=0):
    first = Snapshot.of_project(1, preset("circle"))
    return [replace(first, step=25 * i, epoch=i) for i in range(start, start + n)]


def test_a_network_without_weights_has_moments_too():
    film = Film(most_moments=100)
    for moment in moments(5):
        film.note(replace(moment, parameters=np.zeros(0, np.float32)))
    assert len(film) == 5


def test_the_first_moments_stay_and_later_ones_are_thinned():
    film = Film(most_moments=100)
    for moment in moments(1000):
        film.note(moment)
    assert len(film) <= 100
    epochs = [moment.epoch for moment in film.moments]
    assert epochs[:50] == list(range(50))
    assert epochs[-1] == 999
    assert epochs == sorted(set(epochs))


def test_the_budget_is_in_bytes():
    one = moments(1)[0]
    film = Film(most_bytes=10 * n_bytes(one))
    for moment in moments(50):
        film.note(moment)
    assert sum(map(n_bytes, film.moments)) <= 10 * n_bytes(one)


def test_the_moment_at_an_epoch_is_the_last_one_up_to_it():
    film = Film()
    assert film.at(3) is None
    for moment in moments(5, start=2):
        film.note(moment)
    assert [film.at(epoch).epoch for epoch in (0, 2, 3.5, 6, 99)] == [2, 2, 3, 6, 6]


def test_what_learned_nothing_is_no_moment():
    film = Film()
    [one] = moments(1)
    film.note(one)
    film.note(replace(one, train_loss=0.1))
    assert len(film) == 1


@pytest.mark.parametrize("optimizer", [SGD(0.03, momentum=0.9), Adam(0.01)])
def test_a_replayed_moment_is_the_moment_to_the_bit(optimizer):
    start = edits.set_training(preset("circle"), replace(preset("circle").training, optimizer=optimizer))
    early, late = trained(start, 3), trained(start, 10)
    assert can_replay(late.run.events, moment_of(early), 7)
    seventh = replayed(late, late.run.events, data_of(late), moment_of(early), 7)
    assert seventh.parameters.tobytes() == trained(start, 7).parameters.tobytes()
    assert (seventh.epoch, seventh.step) == (7, trained(start, 7).history.step)


def test_a_branch_repeats_the_run_to_the_bit_and_the_run_stays():
    start = preset("circle")
    whole, moment = trained(start, 10), moment_of(trained(start, 4))
    branched = run_edits.branch(whole, moment.parameters, moment.trainer, moment.position, moment.step)
    assert branched.runs == (whole.run,)
    assert (branched.run.number, branched.history.epoch[-1], branched.history.step) == (2, 4, moment.step)
    again = trained(branched, 6)
    assert again.parameters.tobytes() == whole.parameters.tobytes()
    assert again.history.train_loss.tobytes() == whole.history.train_loss.tobytes()
    assert again.trainer.values == whole.trainer.values


def test_a_moment_before_a_change_had_the_settings_of_then():
    first = trained(preset("circle"), 4)
    faster = trained(edits.set_training(first, replace(first.training, optimizer=SGD(0.5))), 3)
    moment = moment_of(trained(preset("circle"), 2))
    assert not can_replay(faster.run.events, moment, 6)
    assert can_replay(faster.run.events, moment, 4)
    branched = run_edits.branch(faster, moment.parameters, moment.trainer, 2.0, moment.step)
    assert branched.training.optimizer.learning_rate == 0.03
    assert branched.run.events == ()
    assert trained(branched, 2).parameters.tobytes() == first.parameters.tobytes()


def test_before_any_training_there_is_nothing_to_branch_from():
    project = preset("circle")
    with pytest.raises(run_edits.EditError, match="Nothing has been trained"):
        run_edits.branch(project, project.parameters, None, 0.0, 0)


def test_thinning_keeps_weights_apart():
    film = Film(most_moments=8)
    for moment in moments(40):
        film.note(replace(moment, parameters=np.full_like(moment.parameters, moment.epoch)))
    assert all(moment.parameters[0] == moment.epoch for moment in film.moments)


def test_the_frames_for_a_file_are_ends_of_epochs_within_a_budget():
    film = Film()
    for moment in moments(1000):
        film.note(moment)
    film.note(replace(moments(1, start=1000)[0], step_in_epoch=3, steps_per_epoch=25))
    frames = film.frames
    assert len(frames) == 100
    assert (frames[0].epoch, frames[-1].epoch) == (0, 999)
    wide = Film()
    for moment in moments(30):
        wide.note(replace(moment, parameters=np.zeros(1 << 20, np.float32)))  # 4 MB
    assert len(wide.frames) == 2


def test_the_last_exact_moment_is_found_behind_others():
    film = Film()
    for moment in moments(6):
        film.note(moment)
    assert film.exact_at(5).epoch == 0  # the start is exact, the others have no trainer
    film.note(replace(moments(1, start=6)[0], trainer=trained(preset("circle"), 1).trainer))
    assert film.exact_at(9).epoch == 6
    assert film.exact_at(5).epoch == 0


def test_a_way_that_leads_elsewhere_is_noticed():
    start = preset("circle")
    early, late = trained(start, 3), trained(start, 10)
    data, begin = data_of(late), Snapshot.of_project(1, start)
    seen = replace(moment_of(early), trainer=None)
    there = replayed_through(late, late.run.events, data, begin, seen, 7)
    assert there.parameters.tobytes() == trained(start, 7).parameters.tobytes()
    other = replace(seen, parameters=seen.parameters + np.float32(0.01))
    assert replayed_through(late, late.run.events, data, begin, other, 7) is None
