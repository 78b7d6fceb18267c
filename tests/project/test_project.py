"""The project value: read-only, shared, and never with parts that do not fit."""

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from nnplay.data import ToyChoice
from nnplay.engine import Dense, Input, NetworkSpec, NnplayError, SettingError, TrainingSettings
from nnplay.engine.parts import Part
from nnplay.project import History, Project, ProjectError, Seeds
from tests.project.samples import circle


def test_arrays_cannot_be_written_to():
    project = circle()
    for array in (project.parameters, project.history.epoch, project.history.test_loss):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1
    with pytest.raises(TypeError):
        project.positions["dense"] = (0, 0)


def test_what_was_handed_in_is_not_frozen_or_shared_while_it_can_change():
    project = circle()
    vector = project.parameters.copy()
    places = dict(project.positions)
    changed = replace(project, parameters=vector, positions=places)
    vector[:] = 7
    places.clear()
    np.testing.assert_array_equal(changed.parameters, project.parameters)
    assert changed.positions == project.positions


def test_read_only_parts_are_shared_as_they_are():
    project = circle()
    changed = replace(project, title="Another")
    for name in ("network", "positions", "parameters", "data", "training", "seeds", "history"):
        assert getattr(changed, name) is getattr(project, name)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": "x" * 201}, "200"),
        ({"title": "two\nlines"}, "one line"),
        ({"parameters": np.zeros(3, np.float32)}, "has 25 weights, but 3"),
        ({"parameters": np.full(25, np.nan, np.float32)}, "“dense”"),
        ({"positions": MappingProxyType({"input": (0.0, 0.0)})}, "place"),
        ({"data": ToyChoice("circle", features=("x1",))}, "“input”"),
        ({"data": ToyChoice("plane"), "training": TrainingSettings("binary_crossentropy")}, "binary_crossentropy"),
        ({"training": TrainingSettings("sparse_categorical_crossentropy")}, "half_squared_error"),
        ({"training": TrainingSettings("half_squared_error", frozen=(Part("gone"),))}, "gone"),
    ],
)
def test_parts_that_do_not_fit_are_named(changes, words):
    with pytest.raises(NnplayError, match=words):
        replace(circle(), **changes)


def test_the_network_has_to_give_what_the_data_ask_for():
    network = NetworkSpec.chain(Input((2,)), Dense(3))
    places = dict.fromkeys(network.shapes, (0.0, 0.0))
    with pytest.raises(ProjectError, match="1 output"):
        Project("", network, places, np.zeros(9), ToyChoice("circle"), TrainingSettings("half_squared_error"))


@pytest.mark.parametrize("name", ["a/b", " ", "x" * 61, "tab\t", "\ud800"])
def test_names_that_a_file_or_a_screen_cannot_hold(name):
    network = NetworkSpec.chain(Input((2,)), Dense(1), names=["input", name])
    places = dict.fromkeys(network.shapes, (0.0, 0.0))
    with pytest.raises(ProjectError, match="name"):
        Project("", network, places, np.zeros(3), ToyChoice("circle"), TrainingSettings("half_squared_error"))


def test_places_are_finite():
    project = circle()
    with pytest.raises(ProjectError, match="“dense”"):
        replace(project, positions={**project.positions, "dense": (0.0, float("inf"))})


@pytest.mark.parametrize("seed", [-1, 2**63, 1.5])
def test_seeds_are_whole_numbers(seed):
    with pytest.raises(NnplayError, match="seed of weights"):
        Seeds(weights=seed)


def test_curves_have_one_length():
    with pytest.raises(ProjectError, match="length"):
        History(epoch=np.arange(3.0))
    assert History().is_empty
    assert not History(step=1).is_empty


def test_a_generator_for_an_unknown_purpose_is_refused_with_those_there_are():
    with pytest.raises(SettingError, match=r"purpose of the generator is “x”.*data, split, weights, shuffle"):
        Seeds().generator("x")
