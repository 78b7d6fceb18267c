"""The grid: every neuron's output, the same as predicting gives, also through two of many inputs."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay import engine


def weights(spec: engine.NetworkSpec) -> np.ndarray:
    return np.random.default_rng(1).normal(size=spec.n_parameters).astype(np.float32)


def test_it_is_what_the_network_says_for_one_set_of_weights_after_another(rng: np.random.Generator) -> None:
    spec = engine.NetworkSpec.chain(engine.Input((2,)), engine.Dense(3, "tanh"), engine.Dropout(0.5), engine.Dense(1))
    points = rng.normal(size=(50, 2)).astype(np.float32)
    grid, network = engine.Grid(spec, points), engine.Network(spec)
    for factor in (1, -2):
        network.parameters[...] = factor * weights(spec)
        found = grid.outputs(network.parameters)
        expected = network.activations(points)
        assert found.keys() == expected.keys()
        for name, values in expected.items():
            np.testing.assert_allclose(found[name].T, values, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("use_bias", [True, False])
def test_through_two_inputs_of_many(use_bias: bool, rng: np.random.Generator) -> None:
    spec = engine.NetworkSpec(
        (
            engine.Node("in", engine.Input((4, 5, 1))),
            engine.Node("flat", engine.Flatten(), ("in",)),
            engine.Node("one", engine.Dense(6, "tanh", use_bias=use_bias), ("flat",)),
            engine.Node("two", engine.Dense(6, "relu", use_bias=use_bias), ("flat",)),
            engine.Node("sum", engine.Add(), ("one", "two")),
            engine.Node("out", engine.Dense(2, "softmax"), ("sum",)),
        )
    )
    base, points = rng.random((4, 5, 1)), rng.random((30, 2)).astype(np.float32)
    grid, network = engine.Grid(spec, points, inputs=(7, 2), base=base), engine.Network(spec)
    network.parameters[...] = weights(spec)
    pictures = np.tile(base.reshape(-1), (30, 1)).astype(np.float32)
    pictures[:, [7, 2]] = points
    expected = network.activations(pictures.reshape(30, 4, 5, 1))
    found = grid.outputs(network.parameters)
    for name in ("one", "two", "sum", "out"):
        np.testing.assert_allclose(found[name].T, expected[name], rtol=1e-4, atol=1e-5)


def test_muted_neurons_are_muted(rng: np.random.Generator) -> None:
    spec = engine.NetworkSpec.chain(engine.Input((2,)), engine.Dense(3, "tanh"), engine.Dense(1))
    points, muted = rng.normal(size=(5, 2)).astype(np.float32), (engine.Part("dense", unit=1),)
    network = engine.Network(spec)
    network.parameters[...] = weights(spec)
    network.mute(muted)
    found = engine.Grid(spec, points, muted=muted).outputs(network.parameters)
    np.testing.assert_allclose(
        found["dense_2_muted" if "dense_2_muted" in found else "dense_2"].T, network.predict(points)
    )


def test_a_convolution_has_no_shortcut() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((6, 6, 1)), engine.Conv2D(2), engine.Flatten(), engine.Dense(1))
    with pytest.raises(engine.ShapeError, match="Conv2D"):
        engine.Grid(spec, np.zeros((4, 2)), inputs=(0, 1))


def test_points_of_another_shape_are_refused() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((2,)), engine.Dense(1))
    with pytest.raises(engine.ShapeError):
        engine.Grid(spec, np.zeros((4, 3)))
