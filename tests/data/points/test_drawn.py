"""Points drawn by hand, rows typed in, gates and body measures: what goes in comes out, and nonsense is refused."""

import json

import numpy as np
import pytest

from nnplay.data import (
    GATES,
    BodyMeasuresChoice,
    CurveChoice,
    DataChoice,
    DrawnChoice,
    RowsChoice,
    Task,
    ToyChoice,
    load,
)
from nnplay.engine import Network, NnplayError, Trainer
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.project.storage.codec import decode, encode

THREE = DrawnChoice(((0, 0), (1.5, -2), (3, 4)), (0, 1, 2), Task.MULTICLASS, ("a", "b", "c"), ("x2", "x1_x2"))

CHOICES = [
    THREE,
    DrawnChoice(((1, 2),), (0.25,), Task.REGRESSION),
    RowsChoice(("a", "b"), ((1, 2), (3, 4)), ((5, 6, 7), (8, 9, 10))),
    RowsChoice(("a",), ((1,), (2,)), ((1,), (0,)), Task.MULTICLASS, ("no", "yes")),
    CurveChoice("sine"),
    BodyMeasuresChoice(100, 0.5),
    ToyChoice("above-curve", formula="x/2"),
    *GATES.values(),
]


def test_points_as_they_were_put():
    dataset = load(THREE, 0, 0)
    assert dataset.points_train.tolist() == [[0, 0], [1.5, -2], [3, 4]]
    assert dataset.train.x.tolist() == [[0, 0], [-2, -3], [4, 12]]
    assert dataset.train.y.tolist() == [0, 1, 2]
    assert (len(dataset.test), dataset.classes, THREE.n_outputs) == (0, ("a", "b", "c"), 3)


def test_a_further_point_moves_at_most_one_other_to_the_other_part():
    places = tuple((float(i), 0.0) for i in range(101))
    parts = []
    for n in (100, 101):
        choice = DrawnChoice(places[:n], (1.0,) * n, train_share=0.5)
        parts.append({tuple(place) for place in load(choice, 0, 3).points_train.tolist()})
    assert len(parts[0] - parts[1]) <= 1


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_in_a_file_and_back(choice):
    assert decode(json.loads(json.dumps(encode(choice))), DataChoice) == choice


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_any_network_takes_them_and_learns(choice):
    project = edits.set_data(preset("circle"), choice)
    assert project.network.shapes[project.network.input.name] == choice.input_shape
    network = Network(project.network)
    network.parameters[...] = project.parameters
    dataset = load(choice, 1, 1)
    trainer = Trainer(network, dataset.train, project.training, np.random.default_rng(0))
    assert np.isfinite(trainer.advance(20).loss)
    back = edits.set_data(project, ToyChoice("circle"))
    assert back.network.shapes[back.network.output.name] == (1,)


@pytest.mark.parametrize(
    "arguments",
    [
        ((), ()),
        (((1.0, 2.0),), ()),
        (((1.0, 2.0),), (0.5,)),
        (((1.0, float("nan")),), (1.0,)),
        (((1.0, 1e9),), (1.0,)),
        (((1.0, 2.0),), (2.0,), Task.MULTICLASS, ("a", "b")),
        (((1.0, 2.0),), (1.0,), Task.MULTICLASS),
        (((1.0, 2.0),), (1.0,), Task.BINARY, ("a", "b")),
        (((1.0, 2.0),), (float("inf"),), Task.REGRESSION),
    ],
)
def test_what_cannot_be_drawn(arguments):
    with pytest.raises(NnplayError):
        DrawnChoice(*arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ((), ((),), ((1.0,),)),
        (("a",), (), ()),
        (("a",), ((1.0,),), ()),
        (("a",), ((1.0, 2.0),), ((1.0,),)),
        (("a",), ((1.0,), (2.0,)), ((1.0,), (1.0, 2.0))),
        (("a",), ((1.0,),), ((1.0, 0.0),), Task.YES_NO),
        (("a",), ((1.0,),), ((float("nan"),),)),
    ],
)
def test_what_cannot_be_typed(arguments):
    with pytest.raises(NnplayError):
        RowsChoice(*arguments)


@pytest.mark.parametrize(("is_male_first", "classes"), [(False, ("female", "male")), (True, ("male", "female"))])
def test_body_measures_are_shifted_normals(is_male_first, classes):
    dataset = load(BodyMeasuresChoice(10_000, is_male_first=is_male_first), 1, 1)
    assert (dataset.classes, dataset.features) == (classes, ("weight", "height", "age"))
    for label, middle in ((classes.index("male"), (1, 1, -1)), (classes.index("female"), (0, 0, 0))):
        people = dataset.train.x[dataset.train.y == label]
        assert len(people) == 5000
        np.testing.assert_allclose(people.mean(axis=0), middle, atol=5 / np.sqrt(5000))
        np.testing.assert_allclose(people.std(axis=0), 1, atol=0.06)


def test_drawing_on_keeps_what_was_learned():
    before = edits.set_data(preset("circle"), DrawnChoice(((0, 0),), (1,)))
    after = edits.set_data(before, DrawnChoice(((0, 0), (1, 1)), (1, -1)))
    assert after.network is before.network
    assert after.history is before.history
