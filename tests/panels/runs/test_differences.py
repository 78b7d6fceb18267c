"""Differences in words: what a person changed is named with its values."""

from dataclasses import replace

import pytest

from nnplay.data import ToyChoice
from nnplay.engine import SGD, Adam, CosineDecay, Dense, Regularization
from nnplay.panels.runs.differences import differences, sentence
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.project.run_edits import setup_of


@pytest.fixture
def project():
    return preset("circle")


def changes(before, after):
    return [each.change for each in differences(setup_of(before), setup_of(after))]


def trained_with(project, **fields):
    return edits.set_training(project, replace(project.training, **fields))


def test_nothing_differs(project):
    assert changes(project, project) == []


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"optimizer": SGD(0.1)}, "learning rate 0.03 → 0.1"),
        ({"optimizer": SGD(0.03, momentum=0.9)}, "Momentum 0 → 0.9"),
        ({"optimizer": Adam(0.03)}, "SGD → Adam"),
        ({"batch_size": 20}, "batch size 10 → 20"),
        ({"regularization": Regularization(l2=0.01, rule="playground")}, "L2 0 → 0.01"),
        ({"clip_norm": 1.0}, "clipping ∞ → 1"),
        ({"schedule": CosineDecay()}, "Constant → Half a cosine"),
    ],
)
def test_settings(project, fields, text):
    before = trained_with(project, regularization=Regularization(rule="playground"))
    after = trained_with(before, **fields)
    assert changes(before, after) == [text]


def test_layers(project):
    more = edits.insert_layer(project, Dense(3, "relu"), after="dense")
    [added] = differences(setup_of(project), setup_of(more))
    assert added.change.startswith("+ ")
    assert added.first.startswith("without ")
    assert changes(more, project)[0].startswith("− ")
    assert changes(project, edits.change_layer(project, "dense", {"units": 6})) == ["dense 4 → 6"]
    assert changes(project, edits.change_layer(project, "dense", {"activation": "relu"})) == ["dense tanh → relu"]


def test_data_and_seeds(project):
    other = edits.set_data(project, replace(project.data, noise=0.2))
    assert isinstance(other.data, ToyChoice)
    assert changes(project, other) == ["other data"]
    assert changes(project, edits.new_start(project)) == ["start 1 → 2"]
    assert changes(project, edits.regenerate(project)) == ["other examples"]


def test_a_long_list_is_cut():
    assert sentence(["a", "b"]) == "a, b"
    assert sentence(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"
