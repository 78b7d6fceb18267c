"""Divergence: training that runs away stops, says where, and leaves the weights with which the epoch began."""

from __future__ import annotations

import dataclasses
from math import inf

import numpy as np
import pytest

from nnplay import engine


def train(training: engine.Trainer, n_epochs: int) -> None:
    while training.epoch < n_epochs:
        training.advance(1000)


def test_divergence_names_layer_and_step_and_keeps_the_epochs_first_weights() -> None:
    x = np.linspace(-1, 1, 40)[:, np.newaxis]
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(3), engine.Dense(1))
    network = engine.Network(spec)
    network.initialize(np.random.default_rng(1))
    settings = engine.TrainingSettings("half_squared_error", engine.SGD(1e3), 4)
    training = engine.Trainer(network, engine.Examples(x, 3 * x), settings, np.random.default_rng(0))
    start = network.parameters.copy()
    with pytest.raises(engine.TrainingDivergedError, match="lower learning rate") as caught:
        train(training, 10)
    assert not caught.value.loss < inf
    assert caught.value.layer in spec.shapes
    assert 1 <= caught.value.step <= 10
    np.testing.assert_array_equal(network.parameters, start)


def test_after_divergence_a_lower_rate_goes_on_from_the_epochs_start() -> None:
    x = np.linspace(-1, 1, 40)[:, np.newaxis]
    network = engine.Network(engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1)))
    settings = engine.TrainingSettings("half_squared_error", engine.SGD(0.1, momentum=0.9), 4)
    training = engine.Trainer(network, engine.Examples(x, 3 * x), settings, np.random.default_rng(0))
    train(training, 2)
    start = network.parameters.copy()
    training.apply(dataclasses.replace(settings, optimizer=engine.SGD(1e30, momentum=0.9)))
    with pytest.raises(engine.TrainingDivergedError) as caught:
        train(training, 3)
    assert (training.step, training.epoch) == (20, 2)
    assert caught.value.step > 20
    np.testing.assert_array_equal(network.parameters, start)
    training.apply(settings)
    train(training, 60)
    np.testing.assert_allclose(network.parameters, [3, 0], atol=1e-3)


def test_weights_that_overflow_behind_a_saturated_neuron_are_divergence_too() -> None:
    network = engine.Network(engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1, "tanh")))
    network.parameters[...] = 1
    rule = engine.Regularization(l2=30.0, rule="playground")
    settings = engine.TrainingSettings("half_squared_error", engine.SGD(1.0), 1, regularization=rule)
    data = engine.Examples(np.ones((1, 1)), np.ones((1, 1)))
    training = engine.Trainer(network, data, settings, np.random.default_rng(0))
    with pytest.raises(engine.TrainingDivergedError, match="weights of the layer “dense” had grown") as caught:
        train(training, 100)
    assert caught.value.loss < inf
    assert np.isfinite(network.parameters).all()


def test_a_learning_rate_of_1e9_is_divergence_where_the_loss_cannot_be_infinite() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((2,)), engine.Dense(4, "tanh"), engine.Dense(1, "tanh"))
    network = engine.Network(spec)
    network.initialize(np.random.default_rng(1))
    start = network.parameters.copy()
    rng = np.random.default_rng(2)
    x = rng.uniform(-1, 1, (50, 2)).astype(np.float32)
    data = engine.Examples(x, np.sign(x[:, :1] * x[:, 1:]))
    settings = engine.TrainingSettings("half_squared_error", engine.SGD(1e9), 10)
    training = engine.Trainer(network, data, settings, rng)
    with pytest.raises(engine.TrainingDivergedError, match="without bound") as caught:
        train(training, 10)
    assert caught.value.epoch == 1
    np.testing.assert_array_equal(network.parameters, start)
