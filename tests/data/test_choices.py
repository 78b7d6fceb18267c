"""Choices: validated, hashable, and turned into the data they name."""

import numpy as np
import pytest

from nnplay.data import IdxFolderChoice, Task, ToyChoice, feature_matrix, load
from nnplay.engine import DataError, NnplayError
from tests.data.idx_files import write_folder


@pytest.mark.parametrize(("kind", "n_points"), [("circle", 500), ("plane", 1200)])
@pytest.mark.parametrize("train_share", [0.1, 0.5, 0.9])
def test_split_sizes(kind, n_points, train_share):
    dataset = load(ToyChoice(kind, train_share=train_share), 0, 0)
    assert len(dataset.train) == round(n_points * train_share)
    assert len(dataset.train) + len(dataset.test) == n_points


def test_examples_are_the_features_of_the_points():
    features = ("x1_x2", "sin_x2", "x1")
    dataset = load(ToyChoice("xor", noise=0.1, features=features), 3, 4)
    assert dataset.features == features
    assert dataset.input_shape == (3,)
    assert dataset.task is Task.BINARY
    for examples, points in ((dataset.train, dataset.points_train), (dataset.test, dataset.points_test)):
        np.testing.assert_array_equal(examples.x, feature_matrix(points, features))
        assert examples.y.shape == (len(points), 1)


def test_shuffled_once_then_split():
    dataset = load(ToyChoice("circle"), 1, 2)
    labels = np.concatenate((dataset.train.y, dataset.test.y))[:, 0]
    # Both halves hold both classes, roughly evenly: 250 of 500 drawn without replacement, deviation 5.6.
    assert abs((dataset.train.y == 1).sum() - 125) < 30
    assert (labels == 1).sum() == 250


def test_the_split_seed_deals_the_same_points_differently():
    one, other = (load(ToyChoice("circle"), 1, seed) for seed in (2, 3))
    whole = [np.concatenate((data.points_train, data.points_test)) for data in (one, other)]
    assert not np.array_equal(whole[0], whole[1])
    assert sorted(map(tuple, whole[0])) == sorted(map(tuple, whole[1]))


def test_same_seeds_same_data():
    one, other = (load(ToyChoice("spiral", noise=0.2), 5, 6) for _ in range(2))
    np.testing.assert_array_equal(one.train.x, other.train.x)
    np.testing.assert_array_equal(one.test.y, other.test.y)


def test_number_of_points():
    dataset = load(ToyChoice("gaussian", n_points=33), 0, 0)
    assert len(dataset.train) + len(dataset.test) == 33


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ({"kind": "moon"}, "moon"),
        ({"kind": "circle", "noise": 0.6}, "noise"),
        ({"kind": "circle", "noise": float("nan")}, "noise"),
        ({"kind": "circle", "train_share": 0.95}, "share"),
        ({"kind": "circle", "n_points": 9}, "points"),
        ({"kind": "circle", "n_points": 10**9}, "points"),
        ({"kind": "circle", "features": ()}, "feature"),
        ({"kind": "circle", "features": ("x3",)}, "x3"),
    ],
)
def test_impossible_choices(arguments, word):
    with pytest.raises(NnplayError, match=word):
        ToyChoice(**arguments)


def test_what_a_network_must_give():
    assert (ToyChoice("plane").task, ToyChoice("plane").n_outputs) == (Task.REGRESSION, 1)
    assert (IdxFolderChoice("x").task, IdxFolderChoice("x").n_outputs) == (Task.MULTICLASS, 10)
    assert IdxFolderChoice("x").input_shape == (28, 28, 1)


def test_a_folder(tmp_path):
    write_folder(tmp_path)
    assert len(load(IdxFolderChoice(str(tmp_path)), 0, 0).train) == 20


def test_no_folder_chosen():
    with pytest.raises(DataError, match="No folder is chosen"):
        load(IdxFolderChoice(), 0, 0)
