"""Runs that have ended stay with the project, in memory and in its file, and can be gone back to."""

from dataclasses import fields, replace

import numpy as np
import pytest

from nnplay.data import load as load_data
from nnplay.engine import SGD
from nnplay.project import EditError, History, StopRules, edits, run_edits
from nnplay.project.presets import preset
from nnplay.project.run import MOST_RUNS, Frame, Run, Setup, within_budget
from nnplay.project.run_edits import setup_of
from nnplay.project.storage.file import load, open_project, save
from nnplay.runs import train
from tests.project.samples import assert_same


def trained(project, n_epochs):
    data = load_data(project.data, project.seeds.data, project.seeds.split)
    return train(project, data, StopRules(n_epochs=n_epochs)).project


def with_rate(project, rate):
    return edits.set_training(project, replace(project.training, optimizer=SGD(rate)))


def assert_same_run(one: Run, other: Run) -> None:
    assert [getattr(one, name) for name in ("number", "name", "is_starred", "ended")] == [
        getattr(other, name) for name in ("number", "name", "is_starred", "ended")
    ]
    assert one.parameters.tobytes() == other.parameters.tobytes()
    assert one.history.train_loss.tobytes() == other.history.train_loss.tobytes()
    assert one.history.step == other.history.step
    assert_same_setup(one.setup, other.setup)
    assert len(one.events) == len(other.events)
    for ours, theirs in zip(one.events, other.events, strict=True):
        assert (ours.epoch, ours.has_new_weights) == (theirs.epoch, theirs.has_new_weights)
        assert_same_setup(ours.before, theirs.before)
        assert_same_setup(ours.after, theirs.after)


def assert_same_setup(one: Setup, other: Setup) -> None:
    for each in fields(Setup):
        assert getattr(one, each.name) == getattr(other, each.name)


@pytest.fixture
def story():
    """Three runs: one with two rates, one of another data set, and the present one, edited since."""
    project = trained(with_rate(trained(preset("circle"), 2), 0.1), 3)
    project = run_edits.rename_run(run_edits.star_run(project, 1, is_starred=True), 1, "两个 rates")
    project = edits.set_data(project, preset("xor").data)
    project = trained(project, 1)
    project = trained(edits.new_start(project), 2)
    return edits.set_parameter(project, "dense", "kernel", (0, 0), 2.5)


@pytest.mark.parametrize("end", [edits.reset, edits.new_start, lambda p: edits.set_data(p, preset("xor").data)])
def test_what_ends_a_run_keeps_it(end):
    before = trained(preset("circle"), 2)
    after = end(before)
    assert (after.run, after.history.is_empty) == (None, True)
    assert after.runs == (before.run,)
    assert trained(after, 1).run.number == 2


def test_what_goes_on_is_one_run_with_an_event_where_the_rate_was_changed(story):
    first = story.runs[0]
    assert first.history.epoch[-1] == 5
    [event] = first.events
    assert event.epoch == 2
    assert (event.before.training.optimizer.learning_rate, event.after.training.optimizer.learning_rate) == (0.03, 0.1)


def test_a_change_that_was_never_trained_with_is_no_part_of_a_run():
    project = edits.reset(with_rate(trained(preset("circle"), 2), 0.5))
    [run] = project.runs
    assert run.setup.training.optimizer.learning_rate == 0.03
    assert run.events == ()


def test_an_opened_run_trains_on_as_if_it_had_never_been_left(story):
    first = story.runs[0]
    opened = run_edits.open_run(story, first.number)
    assert opened.parameters is first.parameters
    assert [run.number for run in opened.runs] == [2, 3]
    assert opened.run.number == 1
    straight = trained(with_rate(trained(preset("circle"), 2), 0.1), 5)
    again = trained(opened, 2)
    assert again.parameters.tobytes() == straight.parameters.tobytes()
    assert again.history.train_loss.tobytes() == straight.history.train_loss.tobytes()


def test_the_present_run_can_be_gone_back_to_its_last_step(story):
    opened = run_edits.open_run(story, 3)
    assert opened.parameters is story.run.parameters
    assert opened.runs == story.runs


def test_runs_are_renamed_starred_and_deleted(story):
    assert [(run.name, run.is_starred) for run in story.runs] == [("两个 rates", True), ("", False)]
    assert run_edits.rename_run(story, 3, "now").run.name == "now"
    assert run_edits.rename_run(story, 1, "两个 rates") is story
    assert [run.number for run in run_edits.delete_runs(story, frozenset({1})).runs] == [2]
    with pytest.raises(EditError, match="no run 9"):
        run_edits.open_run(story, 9)
    with pytest.raises(EditError, match="one line of at most 80"):
        run_edits.rename_run(story, 2, "a\nb")


def test_a_file_brings_all_runs_back_and_shares_what_they_have_in_common(story, tmp_path):
    save(story, tmp_path / "a.nnplay")
    again = load(tmp_path / "a.nnplay")
    assert_same(story, again)
    assert_same_run(story.run, again.run)
    for ours, theirs in zip(story.runs, again.runs, strict=True):
        assert_same_run(ours, theirs)
    assert again.runs[1].setup.data is again.data
    assert again.runs[0].setup.network is again.network
    assert [event.has_new_weights for event in run_edits.events_of(again)] == [True]
    before = trained(run_edits.open_run(story, 1), 1).parameters
    assert trained(run_edits.open_run(again, 1), 1).parameters.tobytes() == before.tobytes()


def test_damaged_runs_cost_the_runs_alone(story, tmp_path):
    path = tmp_path / "a.nnplay"
    save(story, path)
    content = bytearray(path.read_bytes())
    place = content.index(story.runs[0].parameters.tobytes())
    content[place + 3] ^= 4
    path.write_bytes(content)
    opened = open_project(path)
    assert ["earlier runs are damaged" in error.template for error in opened.missing] == [True]
    assert opened.project.runs == ()
    assert opened.project.parameters.tobytes() == story.parameters.tobytes()
    assert opened.project.history.train_loss.tobytes() == story.history.train_loss.tobytes()


def run_of(number: int, n_weights_mb: int = 0, **more) -> Run:
    project = preset("circle")
    n_points = n_weights_mb * (1 << 20) // 40
    curves = [np.zeros(n_points)] * 5
    return Run(number, setup_of(project), project.parameters, History(*curves, step=1), **more)


def test_the_oldest_runs_make_room_starred_ones_last():
    runs = (run_of(1, 20, is_starred=True), run_of(2, 20), run_of(3, 20), run_of(4, 20))
    assert [run.number for run in within_budget(runs)] == [1, 3, 4]
    assert [run.number for run in within_budget(runs, 1)] == [4]


def test_what_the_optimizer_gathered_goes_first(story):
    trainer = trained(preset("circle"), 1).trainer
    runs = (run_of(1, 1, trainer=trainer), run_of(2, 1, trainer=trainer))
    kept = within_budget(runs, runs[0].n_bytes + runs[1].n_bytes - 1)
    assert [(run.number, run.trainer is None) for run in kept] == [(1, True), (2, False)]


def test_there_are_never_more_than_a_hundred():
    kept = within_budget(tuple(run_of(number) for number in range(1, MOST_RUNS + 4)))
    assert [run.number for run in kept] == list(range(4, MOST_RUNS + 4))


def framed(project, epochs):
    frames = tuple(Frame(25 * epoch, epoch, project.parameters) for epoch in epochs)
    return run_edits.keep_frames(project, frames)


def test_frames_are_in_order_and_of_the_network():
    project = trained(preset("circle"), 4)
    assert [frame.epoch for frame in framed(project, (0, 2, 3)).run.frames] == [0, 2, 3]
    with pytest.raises(EditError, match="not in order"):
        framed(project, (2, 2))
    with pytest.raises(EditError, match="weights"):
        run_edits.keep_frames(project, (Frame(0, 0, np.zeros(3, np.float32)),))


def test_a_branch_has_the_frames_until_then():
    project = framed(trained(preset("circle"), 4), (0, 1, 2, 3))
    branched = run_edits.branch(project, project.parameters, None, 2.0, 50)
    assert [frame.epoch for frame in branched.run.frames] == [0, 1, 2]
    assert len(branched.runs[0].frames) == 4


def test_frames_make_room_first():
    project = framed(trained(preset("circle"), 4), (0, 1, 2))
    old, new = project.run, replace(project.run, number=2)
    n_bytes = old.n_bytes + new.n_bytes
    kept = within_budget((old, new), n_bytes - 1)
    assert [len(run.frames) for run in kept] == [0, 3]
    assert within_budget((old, new), n_bytes) == (old, new)


def test_frames_are_in_the_file(tmp_path):
    project = framed(trained(preset("circle"), 4), (0, 1, 3))
    save(edits.reset(project), tmp_path / "earlier.nnplay")
    save(project, tmp_path / "present.nnplay")
    for run in (load(tmp_path / "earlier.nnplay").runs[0], load(tmp_path / "present.nnplay").run):
        assert [(frame.step, frame.epoch) for frame in run.frames] == [(0, 0), (25, 1), (75, 3)]
        assert all(frame.parameters.tobytes() == project.parameters.tobytes() for frame in run.frames)


def test_a_network_trained_elsewhere_is_opened_with_its_run():
    present, other = trained(preset("circle"), 2), trained(preset("circle"), 2)
    opened = run_edits.open_trained(present, other)
    assert opened.parameters is other.parameters
    assert opened.run.number == present.run.number + 1
    assert opened.runs == (present.run,)


def test_an_untrained_network_is_opened_without_a_run():
    opened = run_edits.open_trained(trained(preset("circle"), 2), preset("circle"))
    assert opened.run is None
    assert len(opened.runs) == 1
