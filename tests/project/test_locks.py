"""Locks: each refuses what it is about, lets everything else pass, and is kept in the project's file."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.engine import SGD, Adam, Dense, ExponentialDecay
from nnplay.engine.parts import Part
from nnplay.project import EditError, History, StopRules, edits, part_edits, run_edits
from nnplay.project.classroom import Classroom
from nnplay.project.controls import LOCKS
from nnplay.project.locks import check, is_closed, set_locks
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, save


def changes():
    one = np.ones(1)
    start = preset("circle")
    optimizer = SGD(0.5)
    return {
        "structure": [
            lambda p: edits.insert_layer(p, Dense(3)),
            lambda p: edits.change_layer(p, "dense", {"activation": "relu"}),
        ],
        "weights": [
            lambda p: edits.set_parameter(p, "dense", "kernel", (0, 0), 9.0),
            lambda p: part_edits.mute(p, [Part("dense", 0)]),
        ],
        "data": [lambda p: edits.set_data(p, preset("xor").data), edits.regenerate],
        "settings": [
            lambda p: edits.set_training(p, type(p.training)(p.training.loss, optimizer)),
            lambda p: part_edits.freeze(p, [Part("dense", 0)]),
            lambda p: edits.set_stop(p, StopRules(n_epochs=9)),
        ],
        "training": [
            lambda p: run_edits.set_trained(p, start.parameters + 1, History(one, one, one, one, one, 1)),
            edits.new_start,
        ],
    }


def test_every_lock_is_tried():
    assert set(changes()) == set(LOCKS)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_refuses_its_own_and_nothing_else(lock):
    project = set_locks(preset("circle"), (lock,))
    for name, made in changes().items():
        for edit in made:
            if name == lock:
                with pytest.raises(EditError, match="locked"):
                    check(project, edit(project))
            else:
                check(project, edit(project))
    check(project, edits.set_title(project, "free"))
    check(project, set_locks(project, ()))


def test_locks_are_saved(tmp_path):
    project = set_locks(preset("circle"), ("weights", "data"))
    save(project, tmp_path / "x.nnplay")
    assert load(tmp_path / "x.nnplay").locked == ("weights", "data")


def test_a_lock_that_is_none_is_refused():
    with pytest.raises(EditError, match="kitchen"):
        set_locks(preset("circle"), ("kitchen",))


def single_changes():
    """One change for each control that a lock closes."""
    toy = preset("circle").data

    def data(**fields):
        return lambda p: edits.set_data(p, replace(toy, **fields))

    def settings(**fields):
        return lambda p: edits.set_training(p, replace(p.training, **fields))

    two = ("x1", "x2")
    one = np.ones(1)
    history = History(one, one, one, one, one, 1)
    return {
        "data_sets": data(kind="xor"),
        "noise": data(noise=0.3),
        "train_share": data(train_share=0.8),
        "features.x1": data(features=("x2",)),
        "features.sin_x1": data(features=(*two, "sin_x1")),
        "own_features": data(features=(*two, "=x1^3")),
        "features": data(features=("x2", "x1")),
        "other_data": lambda p: edits.set_data(p, preset("body-measures").data),
        "new_points": edits.regenerate,
        "learning_rate": settings(optimizer=replace(preset("circle").training.optimizer, learning_rate=0.5)),
        "optimizer": settings(optimizer=Adam(preset("circle").training.optimizer.learning_rate)),
        "batch_size": settings(batch_size=3),
        "loss_function": settings(loss="hinge"),
        "regularization": settings(clip_norm=1.0),
        "schedule": settings(schedule=ExponentialDecay()),
        "freezing": lambda p: part_edits.freeze(p, [Part("dense", 0)]),
        "stop_rules": lambda p: edits.set_stop(p, StopRules(n_epochs=9)),
        "muting": lambda p: part_edits.mute(p, [Part("dense", 0)]),
        "weight_values": lambda p: edits.set_parameter(p, "dense", "kernel", (0, 0), 9.0),
        "units": lambda p: edits.change_layer(p, "dense", {"units": 3}),
        "activations": lambda p: edits.change_layer(p, "dense", {"activation": "relu"}),
        "layer_settings": lambda p: edits.change_layer(p, "dense", {"use_bias": False}),
        "palette": lambda p: edits.insert_layer(p, Dense(3)),
        "new_start": edits.new_start,
        "reset": lambda p: edits.reset(run_edits.set_trained(p, p.parameters + 1, history)),
    }


@pytest.mark.parametrize("control", single_changes())
def test_a_single_lock_closes_one_control_alone(control):
    project = set_locks(preset("circle"), (control,))
    for name, edit in single_changes().items():
        if name == control or (control == "features" and name.startswith("features.")):
            with pytest.raises(EditError, match="locked"):
                check(project, edit(project))
        else:
            check(project, edit(project))


def test_a_control_is_closed_by_its_own_lock_and_by_its_group_s():
    project = preset("circle")
    assert not is_closed(project, "features.x1")
    for lock in ("features.x1", "features", "data"):
        assert is_closed(set_locks(project, (lock,)), "features.x1")
    assert not is_closed(set_locks(project, ("features.x2", "structure")), "features.x1")
    assert is_closed(set_locks(project, ("structure",)), "palette.paste")


@pytest.mark.parametrize("lock", [*LOCKS, "palette"])
@pytest.mark.parametrize("teacher", ["", "Ada"])
def test_a_refusal_says_by_whom_and_how_it_is_freed(lock, teacher):
    project = replace(set_locks(preset("circle"), (lock,)), classroom=Classroom(teacher=teacher))
    for change in changes()["structure" if lock == "palette" else lock][:1]:
        with pytest.raises(EditError) as caught:
            check(project, change(project))
        assert f"locked by {teacher or 'a lesson or a teacher'}. Unlock " in str(caught.value)
