"""Weights over a structural edit: what still means the same is kept, the rest is drawn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnplay import engine

OLD = engine.NetworkSpec.chain(
    engine.Input((3,)),
    engine.Dense(4, "tanh", bias_initializer="ones"),
    engine.Dense(3, "tanh"),
    engine.Dense(2),
    names=("in", "one", "two", "out"),
)
WEIGHTS = np.arange(OLD.n_parameters, dtype=np.float32) + 100  # no initializer draws such numbers


def changed(**layers: engine.Layer) -> engine.NetworkSpec:
    nodes = (replace(node, layer=layers.get(node.name, node.layer)) for node in OLD.nodes)
    return engine.NetworkSpec(tuple(nodes))


def carried(new: engine.NetworkSpec, input_rows: list[int | None] | None = None) -> engine.Network:
    network = engine.Network(new)
    network.parameters[...] = engine.transfer(OLD, WEIGHTS, new, np.random.default_rng(0), input_rows)
    return network


def old(node: str, name: str) -> np.ndarray:
    network = engine.Network(OLD)
    network.parameters[...] = WEIGHTS
    return network.view(node, name)


def test_nothing_changed_nothing_lost() -> None:
    np.testing.assert_array_equal(carried(OLD).parameters, WEIGHTS)


def test_another_activation_keeps_everything() -> None:
    np.testing.assert_array_equal(carried(changed(one=engine.Dense(4, "relu"))).parameters, WEIGHTS)


def test_an_added_unit_gets_weights_of_its_own_and_the_others_keep_theirs() -> None:
    network = carried(changed(one=engine.Dense(5, "tanh", bias_initializer="ones")))
    np.testing.assert_array_equal(network.view("one", "kernel")[:, :4], old("one", "kernel"))
    np.testing.assert_array_equal(network.view("two", "kernel")[:4], old("two", "kernel"))
    np.testing.assert_array_equal(network.view("one", "bias"), [*old("one", "bias"), 1])
    new = np.concatenate([network.view("one", "kernel")[:, 4], network.view("two", "kernel")[4]])
    assert (new != 0).all()
    assert (np.abs(new) < 5).all()
    np.testing.assert_array_equal(network.view("out", "kernel"), old("out", "kernel"))


def test_a_removed_unit_takes_only_its_own_weights_away() -> None:
    network = carried(changed(two=engine.Dense(2, "tanh")))
    np.testing.assert_array_equal(network.view("two", "kernel"), old("two", "kernel")[:, :2])
    np.testing.assert_array_equal(network.view("out", "kernel"), old("out", "kernel")[:2])


@pytest.mark.parametrize(
    ("rows", "kept"), [([0, 2], {0: 0, 1: 2}), ([2, None, 0, 1], {0: 2, 2: 0, 3: 1}), ([None], {}), ([1], {0: 1})]
)
def test_removed_and_added_features(rows: list[int | None], kept: dict[int, int]) -> None:
    """For each new input the number of the old one; None where the feature is new."""
    network = carried(changed(**{"in": engine.Input((len(rows),))}), rows)
    kernel, before = network.view("one", "kernel"), old("one", "kernel")
    for new_row in range(len(rows)):
        if new_row in kept:
            np.testing.assert_array_equal(kernel[new_row], before[kept[new_row]])
        else:
            assert (np.abs(kernel[new_row]) < 5).all()
    np.testing.assert_array_equal(network.view("two", "kernel"), old("two", "kernel"))
    np.testing.assert_array_equal(network.view("one", "bias"), old("one", "bias"))


def test_behind_an_inserted_layer_connections_are_drawn_and_biases_stay() -> None:
    nodes = list(OLD.nodes)
    nodes.insert(2, engine.Node("new", engine.Dense(4, "tanh"), ("one",)))
    nodes[3] = replace(nodes[3], inputs=("new",))
    network = carried(engine.NetworkSpec(tuple(nodes)))
    assert (np.abs(network.view("two", "kernel")) < 5).all()
    np.testing.assert_array_equal(network.view("two", "bias"), old("two", "bias"))
    for node in ("one", "out"):
        np.testing.assert_array_equal(network.view(node, "kernel"), old(node, "kernel"))


@pytest.mark.parametrize("layer", [engine.Dropout(0.5), engine.Activation("relu"), engine.Flatten()])
def test_a_layer_without_weights_in_between_changes_nothing(layer: engine.Layer) -> None:
    nodes = list(OLD.nodes)
    nodes.insert(2, engine.Node("new", layer, ("one",)))
    nodes[3] = replace(nodes[3], inputs=("new",))
    np.testing.assert_array_equal(carried(engine.NetworkSpec(tuple(nodes))).parameters, WEIGHTS)


def test_a_layer_of_another_kind_or_name_is_new() -> None:
    renamed = engine.NetworkSpec.chain(*(node.layer for node in OLD.nodes), names=("in", "one", "other", "out"))
    network = carried(renamed)
    assert (np.abs(network.view("other", "kernel")) < 5).all()
    assert (np.abs(network.view("out", "kernel")) < 5).all(), "another layer feeds it"


def test_what_is_drawn_repeats_with_the_seed() -> None:
    new = changed(one=engine.Dense(9))
    first, second = (engine.transfer(OLD, WEIGHTS, new, np.random.default_rng(3)) for _ in range(2))
    np.testing.assert_array_equal(first, second)
    assert first.dtype == np.float32


def branches(units: int, filters: int = 2) -> engine.NetworkSpec:
    """A Dense branch and a convolution's, joined: what is added to one moves the other's rows."""
    return engine.NetworkSpec(
        (
            engine.Node("in", engine.Input((4, 4, 1))),
            engine.Node("conv", engine.Conv2D(filters, 3), ("in",)),
            engine.Node("norm", engine.BatchNormalization(), ("conv",)),
            engine.Node("maps", engine.Flatten(), ("norm",)),
            engine.Node("flat", engine.Flatten(), ("in",)),
            engine.Node("dense", engine.Dense(units), ("flat",)),
            engine.Node("both", engine.Concatenate(), ("dense", "maps")),
            engine.Node("scale", engine.LayerNormalization(), ("both",)),
            engine.Node("out", engine.Dense(2), ("scale",)),
        )
    )


def rows_of(spec: engine.NetworkSpec, n_units: int, vector: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The output's weights behind the Dense branch, (units, 2), and behind the convolution, (2, 2, filters, 2)."""
    kernel = engine.Network(spec).view("out", "kernel", vector)
    return kernel[:n_units], kernel[n_units:].reshape(2, 2, -1, 2)


@pytest.mark.parametrize(("units", "filters"), [(5, 2), (2, 2), (3, 4), (3, 1), (4, 3)])
def test_weights_follow_their_numbers_through_joining_flattening_and_normalizing(units: int, filters: int) -> None:
    before, after = branches(3), branches(units, filters)
    weights = np.arange(before.n_parameters, dtype=np.float32) + 100
    vector = engine.transfer(before, weights, after, np.random.default_rng(0))
    old_dense, old_maps = rows_of(before, 3, weights)
    new_dense, new_maps = rows_of(after, units, vector)
    n_units, n_filters = min(3, units), min(2, filters)
    np.testing.assert_array_equal(new_dense[:n_units], old_dense[:n_units])
    np.testing.assert_array_equal(new_maps[:, :, :n_filters], old_maps[:, :, :n_filters])
    assert (np.abs(new_dense[n_units:]) < 5).all()
    assert (np.abs(new_maps[:, :, n_filters:]) < 5).all()
    gamma_old = engine.Network(before).view("scale", "gamma", weights)
    gamma_new = engine.Network(after).view("scale", "gamma", vector)
    np.testing.assert_array_equal(
        gamma_new[units:].reshape(4, -1)[:, :n_filters], gamma_old[3:].reshape(4, 2)[:, :n_filters]
    )


def test_predictions_stay_when_the_new_units_say_nothing() -> None:
    before, after = branches(3), branches(5, 4)
    rng = np.random.default_rng(0)
    old_network, new_network = engine.Network(before), engine.Network(after)
    old_network.initialize(rng)
    new_network.parameters[...] = engine.transfer(before, old_network.parameters, after, rng)
    x = rng.normal(size=(3, 4, 4, 1)).astype(np.float32)
    found, expected = new_network.activations(x), old_network.activations(x)
    np.testing.assert_allclose(found["dense"][:, :3], expected["dense"], rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(found["norm"][..., :2], expected["norm"], rtol=1e-5, atol=1e-6)


def test_behind_a_pooling_that_is_fed_by_something_else_weights_are_drawn() -> None:
    def network(*between: engine.Layer) -> engine.NetworkSpec:
        ends = (engine.MaxPooling2D(2), engine.Flatten(), engine.Dense(2))
        names = ("in", *(f"new{index}" for index in range(len(between))), "pool", "flat", "out")
        return engine.NetworkSpec.chain(engine.Input((4, 4, 1)), *between, *ends, names=names)

    before, after = network(), network(engine.Conv2D(1, 3, padding="same"))
    weights = np.full(before.n_parameters, 100, np.float32)
    vector = engine.transfer(before, weights, after, np.random.default_rng(0))
    assert (np.abs(engine.Network(after).view("out", "kernel", vector)) < 5).all()
    unchanged = engine.transfer(before, weights, network(engine.Dropout(0.5)), np.random.default_rng(0))
    np.testing.assert_array_equal(unchanged, weights)
