"""Statistics of layers, against what plain NumPy computes."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay import engine


def test_a_layers_numbers() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((3,)), engine.Dense(4, "tanh"), engine.Dense(2))
    rng = np.random.default_rng(0)
    weights = rng.normal(size=spec.n_parameters).astype(np.float32)
    x, y = rng.normal(size=(40, 3)).astype(np.float32), rng.normal(size=(40, 2)).astype(np.float32)
    looking = engine.Statistics(spec, engine.Examples(x, y), "half_squared_error")
    found = looking.look(weights, weights - 0.002, 2)["dense"]

    kernel, bias, back = weights[:12].reshape(3, 4), weights[12:16], weights[16:24].reshape(4, 2)
    a = np.tanh(x @ kernel + bias)
    da = (a @ back + weights[24:] - y) / 40 @ back.T
    dz = da * (1 - a**2)
    gradients = np.concatenate([(x.T @ dz).ravel(), dz.sum(axis=0)])
    own = weights[:16]
    assert found.activation_mean == pytest.approx(a.mean(), abs=1e-5)
    assert found.activation_std == pytest.approx(a.std(), rel=1e-5)
    assert found.activation_max == pytest.approx(np.abs(a).max(), rel=1e-5)
    assert found.gradient_rms == pytest.approx(np.sqrt((da**2).mean()), rel=1e-4)
    assert found.weight_rms == pytest.approx(np.sqrt((own**2).mean()), rel=1e-5)
    assert found.weight_gradient_rms == pytest.approx(np.sqrt((gradients**2).mean()), rel=1e-4)
    assert found.update_ratio == pytest.approx(0.001 * 4 / np.linalg.norm(own), rel=1e-3)
    assert found.saturated_share == pytest.approx((1 - a**2 < 0.05).mean())
    assert found.dead_share == 0


def test_dead_and_saturated_units() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(4, "relu"), engine.Dense(1, "sigmoid"))
    weights = np.zeros(spec.n_parameters, np.float32)
    weights[4:8] = [-1, -1, -1, 1]  # three of four units never fire
    weights[-1] = 10  # and the output says 1 whatever comes
    examples = engine.Examples(np.ones((5, 1)), np.zeros((5, 1)))
    found = engine.Statistics(spec, examples, "half_squared_error").look(weights)
    assert (found["dense"].dead_share, found["dense"].saturated_share) == (0.75, 0.75)
    assert (found["dense_2"].dead_share, found["dense_2"].saturated_share) == (0.0, 1.0)


def test_layers_without_weights_and_pictures() -> None:
    spec = engine.NetworkSpec.chain(
        engine.Input((6, 6, 1)),
        engine.Conv2D(2, activation="relu"),
        engine.BatchNormalization(),
        engine.MaxPooling2D(),
        engine.Flatten(),
        engine.Dense(3, "softmax"),
    )
    network = engine.Network(spec)
    network.initialize(np.random.default_rng(0))
    rng = np.random.default_rng(1)
    examples = engine.Examples(rng.integers(0, 256, (300, 6, 6, 1)).astype(np.uint8), np.arange(300) % 3, 1 / 255)
    looking = engine.Statistics(spec, examples, "sparse_categorical_crossentropy")
    found = looking.look(network.parameters)
    assert found == looking.look(network.parameters), "a second look sees the same"
    assert found["max_pooling2d"].weight_rms is None
    assert found["conv2d"].weight_rms is not None
    assert found["conv2d"].update_ratio is None
    assert 0 < found["conv2d"].saturated_share < 1
    assert found["dense"].saturated_share == 0
