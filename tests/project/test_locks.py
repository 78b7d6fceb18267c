"""Locks: each refuses what it is about, lets everything else pass, and is kept in the project's file."""

import numpy as np
import pytest

from nnplay.engine import SGD, Dense
from nnplay.engine.parts import Part
from nnplay.project import EditError, History, StopRules, edits, part_edits
from nnplay.project.file import load, save
from nnplay.project.locks import check, set_locks
from nnplay.project.presets import preset
from nnplay.project.project import LOCKS


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
            lambda p: edits.set_parameters(p, start.parameters + 1, History(one, one, one, one, one, 1)),
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
