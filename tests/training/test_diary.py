"""The diary: what was changed between two steps."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.engine import SGD
from nnplay.project import History, edits, run_edits
from nnplay.project.presets import preset
from nnplay.training import Diary


def trained(project, n_epochs=3):
    epochs = np.arange(n_epochs + 1.0)
    history = History(epochs, epochs, epochs, epochs, epochs, step=25 * n_epochs)
    return run_edits.set_trained(project, project.parameters, history)


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


def test_the_controller_keeps_one(controller, project, train):
    controller.show(project)
    outcome = train(4)
    learned = outcome.applied_to(project)
    controller.show(learned)
    assert controller.diary.events == ()
    changed = replace(learned, training=replace(learned.training, batch_size=3))
    controller.show(changed)
    assert [event.epoch for event in controller.diary.events] == [4.0]
    controller.show(edits.reset(changed))
    assert controller.diary.events == ()
    controller.show(changed)  # undone
    assert [event.after.training.batch_size for event in controller.diary.events] == [3]
