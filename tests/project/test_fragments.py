"""Fragments: what is copied comes back as it was, and nothing else is believed."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay.project import EditError, edits
from nnplay.project.fragments import MAX_WEIGHTS, copied, paste, read_fragment
from nnplay.project.graph_edits import Join, connect
from nnplay.project.presets import preset
from tests.project.samples import circle, view


def test_a_layer_comes_back_with_its_weights_where_they_fit():
    project = edits.change_layer(circle(), "dense_2", {"units": 4})
    after = paste(project, copied(project, ["dense_2"]), "dense_2")
    assert [node.name for node in after.network.nodes] == ["input", "dense", "dense_2", "dense_4", "dense_3"]
    assert after.network.node("dense_4").layer == project.network.node("dense_2").layer
    for name in ("kernel", "bias"):
        np.testing.assert_array_equal(view(after, "dense_4", name), view(project, "dense_2", name))


def test_where_the_weights_do_not_fit_they_are_drawn():
    project = circle()
    after = paste(project, copied(project, ["dense"]), "dense")  # 2 x 4 does not go behind 4 units
    assert view(after, "dense_4", "kernel").shape == (4, 4)
    np.testing.assert_array_equal(view(after, "dense_4", "bias"), view(project, "dense", "bias"))


def test_a_block_with_a_skip_comes_back_whole():
    project = edits.change_layer(circle(), "dense_2", {"units": 4})
    project = connect(project, "dense", "dense_3", Join.ADD)
    after = paste(project, copied(project, ["dense_2", "add"]), "add")
    new = {node.name: node for node in after.network.nodes}
    assert new["dense_4"].inputs == ("add",)
    assert new["add_2"].inputs == ("dense_4", "add")
    assert new["dense_3"].inputs == ("add_2",)


def test_it_goes_into_another_project():
    text = copied(circle(), ["dense", "dense_2"])
    after = paste(preset("spiral"), text, "dense_2")
    assert [node.name for node in after.network.nodes] == [
        "input", "dense", "dense_2", "dense_4", "dense_5", "dense_3",
    ]  # fmt: skip


def test_many_weights_stay_behind():
    project = preset("mnist-mlp")
    assert project.network.n_parameters > MAX_WEIGHTS
    assert read_fragment(copied(project, ["dense"])).weights == {}


def test_two_ends_are_refused():
    project = edits.change_layer(circle(), "dense_2", {"units": 4})
    project = connect(project, "dense", "dense_3", Join.ADD)
    text = copied(project, ["dense", "dense_3"])
    with pytest.raises(EditError, match="several ends"):
        paste(project, text, "dense")


def test_what_does_not_fit_changes_nothing():
    project = circle()
    with pytest.raises(EditError, match="need 1 output"):
        paste(project, copied(project, ["dense"]), "dense_3")
    with pytest.raises(EditError, match="no layer"):
        paste(project, copied(project, ["dense"]), "gone")


@pytest.mark.parametrize("names", [[], ["input"], ["gone"]])
def test_nothing_to_copy(names):
    with pytest.raises(EditError, match="Choose the layers"):
        copied(circle(), names)


def _changed(**changes):
    data = json.loads(copied(circle(), ["dense"]))
    return json.dumps({**data, **changes})


LAYER = json.loads(copied(circle(), ["dense"]))["layers"][0]


@pytest.mark.parametrize(
    "text",
    [
        "", "hello", "[]", "{}", "null", "[" * 100_000, '{"format": NaN}',
        _changed(format="nnplay layers 2"),
        _changed(extra=1),
        _changed(layers=[]),
        _changed(layers=[LAYER] * 2),
        _changed(layers=[LAYER] * 201),
        _changed(layers=[{**LAYER, "name": "a/b"}]),
        _changed(layers=[{**LAYER, "name": 3}]),
        _changed(layers=[{**LAYER, "inputs": []}]),
        _changed(layers=[{**LAYER, "inputs": ["gone"]}]),
        _changed(layers=[{**LAYER, "inputs": [[]]}]),
        _changed(layers=[{**LAYER, "layer": {"type": "Input", "shape": [2]}}]),
        _changed(layers=[{**LAYER, "layer": {"type": "Node", "name": "x"}}]),
        _changed(layers=[{**LAYER, "layer": {**LAYER["layer"], "units": -1}}]),
        _changed(layers=[{**LAYER, "layer": {**LAYER["layer"], "units": 10**9}}]),
        _changed(weights=[]),
        _changed(weights={"dense": 3}),
        _changed(weights={"dense": {"kernel": "1,2"}}),
        _changed(weights={"dense": {"kernel": [True]}}),
        _changed(weights={"dense": {"kernel": [1e39]}}),
        _changed(weights={"dense": {"kernel": [10**400]}}),
        _changed(weights={"dense": {"kernel": [0.0] * (MAX_WEIGHTS + 1)}}),
    ],
)  # fmt: skip
def test_anything_else_is_refused(text):
    with pytest.raises(EditError, match="clipboard"):
        read_fragment(text)


@given(data=st.data())
def test_damaged_text_is_refused_or_makes_a_whole_project(data):
    text = copied(circle(), ["dense", "dense_2"])
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    damaged = text[:start] + data.draw(st.text(max_size=3)) + text[end:]
    try:
        after = paste(circle(), damaged, "dense")
    except EditError:
        return
    assert np.isfinite(after.parameters).all()
