"""Freezing and muting: what is marked, what is in it, and where marks go when the network changes."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import ToyChoice
from nnplay.engine import Dense, Part
from nnplay.project import EditError, edits, part_edits
from nnplay.project.part_edits import MAX_PARTS, covers, is_covered
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, save

PROJECT = preset("circle")  # 2 inputs, 4, 2, 1


def weight(node: str, row: int, column: int) -> Part:
    return Part(node, parameter="kernel", index=(row, column))


def test_marks_are_set_and_taken_away() -> None:
    part = weight("dense", 0, 1)
    frozen = part_edits.freeze(PROJECT, [part])
    assert frozen.training.frozen == (part,)
    assert part_edits.freeze(frozen, [part]) is frozen
    assert part_edits.release(frozen, [part]).training == PROJECT.training
    assert part_edits.release(PROJECT, [part]) is PROJECT
    muted = part_edits.mute(PROJECT, [Part("dense", unit=2)])
    assert muted.muted == (Part("dense", unit=2),)
    assert muted.parameters is PROJECT.parameters
    assert part_edits.unmute(muted, [Part("dense")]).muted == ()


@pytest.mark.parametrize(
    ("outer", "inner", "is_in"),
    [
        (Part("dense"), weight("dense", 0, 1), True),
        (Part("dense"), Part("dense", unit=1), True),
        (Part("dense"), Part("dense_2"), False),
        (Part("dense", unit=1), weight("dense", 0, 1), True),
        (Part("dense", unit=1), Part("dense", parameter="bias", index=(1,)), True),
        (Part("dense", unit=1), weight("dense", 1, 0), False),
        (Part("dense", unit=1), Part("dense"), False),
        (Part("dense", parameter="kernel"), weight("dense", 0, 0), True),
        (Part("dense", parameter="kernel"), Part("dense", parameter="bias", index=(0,)), False),
        (weight("dense", 0, 0), weight("dense", 0, 0), True),
        (weight("dense", 0, 0), Part("dense", unit=0), False),
    ],
)
def test_a_layer_has_its_neurons_in_it_and_a_neuron_its_weights(outer: Part, inner: Part, is_in: bool) -> None:
    assert covers(outer, inner) is is_in


def test_a_larger_mark_swallows_the_smaller_ones() -> None:
    project = part_edits.freeze(PROJECT, [weight("dense", 0, 1), weight("dense", 0, 2)])
    project = part_edits.freeze(project, [Part("dense", unit=1)])
    assert project.training.frozen == (weight("dense", 0, 2), Part("dense", unit=1))
    assert part_edits.freeze(project, [weight("dense", 1, 1)]) is project
    with pytest.raises(EditError, match="neuron 2 of dense"):
        part_edits.release(project, [weight("dense", 1, 1)])


def test_what_is_not_there_and_what_is_too_much_is_refused() -> None:
    with pytest.raises(EditError):
        part_edits.mute(PROJECT, [Part("gone")])
    wide = edits.replace_layer(PROJECT, "dense", Dense(MAX_PARTS + 1, "tanh"))
    with pytest.raises(EditError, match=str(MAX_PARTS)):
        part_edits.freeze(wide, [weight("dense", 0, unit) for unit in range(MAX_PARTS + 1)])


def test_marks_follow_the_weights_that_remain() -> None:
    parts = [weight("dense", 0, 1), weight("dense", 1, 3), Part("dense", unit=2), Part("dense_2")]
    project = part_edits.mute(part_edits.freeze(PROJECT, parts), parts)
    fewer = edits.change_layer(project, "dense", {"units": 3})
    expected = (weight("dense", 0, 1), Part("dense", unit=2), Part("dense_2"))
    assert fewer.training.frozen == fewer.muted == expected
    renamed = edits.rename_layer(project, "dense", "first")
    assert renamed.muted[0] == weight("first", 0, 1)
    assert edits.remove_layer(project, "dense").muted == (Part("dense_2"),)


def test_marks_of_inputs_move_with_the_features() -> None:
    project = part_edits.mute(PROJECT, [weight("dense", 1, 0), Part(PROJECT.network.input.name, unit=1)])
    features = ("x1_squared", "x1", "x2")
    more = edits.set_data(project, replace(project.data, features=features))
    assert more.muted == (weight("dense", 2, 0), Part(PROJECT.network.input.name, unit=2))
    slot = next(slot for slot in more.network.node_slots("dense") if slot.name == "kernel")
    before = next(slot for slot in project.network.node_slots("dense") if slot.name == "kernel")
    moved = more.parameters[slot.span].reshape(slot.shape)[2, 0]
    assert moved == project.parameters[before.span].reshape(before.shape)[1, 0]
    without = edits.set_data(more, ToyChoice("circle", features=("x1",)))
    assert without.muted == ()


def test_marks_are_saved(tmp_path) -> None:
    parts = [weight("dense", 0, 1), Part("dense_2", unit=0), Part("dense", parameter="bias")]
    project = part_edits.mute(part_edits.freeze(PROJECT, parts), parts)
    save(project, tmp_path / "p.nnplay")
    loaded = load(tmp_path / "p.nnplay")
    assert loaded.muted == project.muted
    assert loaded.training.frozen == project.training.frozen
    np.testing.assert_array_equal(loaded.parameters, project.parameters)


def test_whether_a_part_is_marked() -> None:
    assert is_covered([Part("dense", unit=1)], weight("dense", 0, 1))
    assert not is_covered([], Part("dense"))
