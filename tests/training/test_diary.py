"""The diary: what was changed between two steps, and the runs that a reset or a new start has ended."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.engine import SGD
from nnplay.project import History, edits
from nnplay.project.presets import preset
from nnplay.training import Diary


def trained(project, n_epochs=3):
    epochs = np.arange(n_epochs + 1.0)
    history = History(epochs, epochs, epochs, epochs, epochs, step=25 * n_epochs)
    return replace(project, history=history)


def with_rate(project, rate):
    return edits.set_training(project, replace(project.training, optimizer=SGD(rate)))


@pytest.fixture
def start():
    return preset("circle")


@pytest.fixture
def diary():
    return Diary()


def test_a_setting_that_is_changed_is_an_event(diary, start):
    before = trained(start)
    after = with_rate(before, 0.5)
    diary.note(before, after, 3.0)
    [event] = diary.events
    assert (event.epoch, event.has_new_weights) == (3.0, False)
    assert (event.before.training, event.after.training) == (before.training, after.training)


def test_before_anything_is_trained_nothing_is_an_event(diary, start):
    diary.note(start, with_rate(start, 0.5), 0.0)
    assert diary.events == ()


def test_changes_at_one_moment_are_one_and_what_is_taken_back_is_none(diary, start):
    first = trained(start)
    second, third = with_rate(first, 0.5), with_rate(first, 0.7)
    diary.note(first, second, 3.0)
    diary.note(second, third, 3.0)
    assert [(event.before.training, event.after.training) for event in diary.events] == [
        (first.training, third.training)
    ]
    diary.note(third, first, 3.0)
    assert diary.events == ()


def test_a_weight_edited_by_hand_is_one_and_a_moved_card_is_none(diary, start):
    before = trained(start)
    diary.note(before, edits.move_layers(before, {"dense": (0.0, 0.0)}), 3.0)
    assert diary.events == ()
    diary.note(before, edits.set_parameter(before, "dense", "kernel", (0, 0), 0.5), 3.0)
    assert [event.has_new_weights for event in diary.events] == [True]


def test_a_reset_makes_an_earlier_run_which_undo_brings_back(diary, start):
    before = trained(start)
    changed = with_rate(before, 0.5)
    diary.note(before, changed, 3.0)
    again = edits.reset(changed)
    diary.note(changed, again, 3.0)
    [run] = diary.earlier_runs
    assert run.history is changed.history
    assert run.setup.training is changed.training
    assert (len(run.events), diary.events, run.number, diary.number) == (1, (), 1, 2)
    diary.note(again, changed, 0.0)
    assert (diary.earlier_runs, len(diary.events), diary.number) == ((), 1, 1)


def test_a_number_is_given_once_also_after_undo(diary, start):
    first, second = trained(start), trained(start)
    diary.note(first, start, 3.0)
    diary.note(second, start, 3.0)
    diary.note(start, first, 0.0)  # undo brings the first back
    assert (diary.number, [run.number for run in diary.earlier_runs]) == (1, [2])
    diary.note(first, start, 0.0)
    assert (diary.number, [run.number for run in diary.earlier_runs]) == (3, [2, 1])


def test_only_the_last_runs_are_kept(diary, start):
    for _ in range(9):
        diary.note(trained(start), start, 3.0)
    assert [run.number for run in diary.earlier_runs] == [4, 5, 6, 7, 8, 9]
    diary.forget_earlier_runs()
    assert diary.earlier_runs == ()


def test_the_controller_keeps_one(controller, project, train):
    controller.show(project)
    outcome = train(4)
    learned = replace(project, parameters=outcome.parameters, history=outcome.history)
    controller.show(learned)
    assert controller.diary.events == ()
    changed = replace(learned, training=replace(learned.training, batch_size=3))
    controller.show(changed)
    assert [event.epoch for event in controller.diary.events] == [4.0]
    controller.show(edits.reset(changed))
    assert [run.history for run in controller.diary.earlier_runs] == [outcome.history]
