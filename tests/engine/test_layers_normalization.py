"""Batch and layer normalization: their formulas, and the statistics that batch normalization keeps."""

import numpy as np
import pytest

from nnplay.engine import (
    SGD,
    Activation,
    BatchNormalization,
    Conv2D,
    Dense,
    Examples,
    Flatten,
    Input,
    Layer,
    LayerNormalization,
    Network,
    NetworkSpec,
    SettingError,
    Trainer,
    TrainingSettings,
)
from nnplay.engine.calls import Array, run
from tests.engine.central_differences import error_by_weight, random_network

X = np.random.default_rng(0).normal(3, 2, (64, 3))


def _train_once(network: Network, x: Array) -> Array:
    """One training pass; the output that it saw."""
    workspace = network.workspace(len(x), np.random.default_rng(0), "half_squared_error")
    workspace.x[:-1] = x.reshape(len(x), -1).T
    run(workspace.forward)
    return workspace.prediction.T.reshape(len(x), *network.spec.shapes[network.spec.output.name]).copy()


def test_training_normalizes_by_the_batch() -> None:
    network = random_network(NetworkSpec.chain(Input((3,)), BatchNormalization()))
    gamma, beta = (network.view("batch_normalization", name) for name in ("gamma", "beta"))
    expected = gamma * (X - X.mean(axis=0)) / np.sqrt(X.var(axis=0) + 0.001) + beta
    np.testing.assert_allclose(_train_once(network, X), expected)


def test_pictures_are_normalized_channel_by_channel(rng: np.random.Generator) -> None:
    x = rng.normal(2, 3, (5, 4, 3, 2))
    network = random_network(NetworkSpec.chain(Input((4, 3, 2)), BatchNormalization(center=False, scale=False)))
    expected = (x - x.mean(axis=(0, 1, 2))) / np.sqrt(x.var(axis=(0, 1, 2)) + 0.001)
    np.testing.assert_allclose(_train_once(network, x), expected)


def test_each_training_pass_moves_the_averages_and_predicting_reads_them() -> None:
    network = Network(NetworkSpec.chain(Input((3,)), BatchNormalization(momentum=0.9)), np.float64)
    network.initialize(np.random.default_rng(0))
    mean, variance = (network.view("batch_normalization", name) for name in ("moving_mean", "moving_variance"))
    np.testing.assert_allclose(network.predict(X), X / np.sqrt(1 + 0.001))  # as they begin: mean 0, variance 1
    expected_mean, expected_variance = np.zeros(3), np.ones(3)
    for batch in (X[:32], X[32:]):
        _train_once(network, batch)
        expected_mean = 0.9 * expected_mean + 0.1 * batch.mean(axis=0)
        expected_variance = 0.9 * expected_variance + 0.1 * batch.var(axis=0)
    np.testing.assert_allclose(mean, expected_mean)
    np.testing.assert_allclose(variance, expected_variance)
    before = network.parameters.copy()
    np.testing.assert_allclose(network.predict(X), (X - mean) / np.sqrt(variance + 0.001))
    np.testing.assert_array_equal(network.parameters, before)  # predicting reads only


def test_an_optimizer_leaves_the_averages_to_the_layer(rng: np.random.Generator) -> None:
    spec = NetworkSpec.chain(Input((3,)), BatchNormalization(), Dense(1))
    network = Network(spec)
    network.initialize(np.random.default_rng(0))
    examples = Examples(X.astype(np.float32), X[:, :1].astype(np.float32))
    trainer = Trainer(network, examples, TrainingSettings("half_squared_error", SGD(0.1), 64), rng)
    trainer.advance(1)
    np.testing.assert_allclose(network.view("batch_normalization", "moving_mean"), 0.01 * X.mean(axis=0), rtol=1e-4)
    assert not network.gradients[spec.n_trainable :].any()
    assert network.gradients[: spec.n_trainable].any()


def test_layer_normalization_is_by_example_in_training_and_predicting() -> None:
    network = random_network(NetworkSpec.chain(Input((3,)), LayerNormalization()))
    gamma, beta = (network.view("layer_normalization", name) for name in ("gamma", "beta"))
    normal = (X - X.mean(axis=1, keepdims=True)) / np.sqrt(X.var(axis=1, keepdims=True) + 0.001)
    np.testing.assert_allclose(network.predict(X), gamma * normal + beta)
    np.testing.assert_allclose(_train_once(network, X), gamma * normal + beta)


def test_layer_normalization_of_pictures_is_over_the_channels(rng: np.random.Generator) -> None:
    x = rng.normal(2, 3, (5, 4, 3, 6))
    network = random_network(NetworkSpec.chain(Input((4, 3, 6)), LayerNormalization(center=False, scale=False)))
    expected = (x - x.mean(axis=-1, keepdims=True)) / np.sqrt(x.var(axis=-1, keepdims=True) + 0.001)
    np.testing.assert_allclose(network.predict(x), expected)


@pytest.mark.parametrize("kind", [BatchNormalization, LayerNormalization])
@pytest.mark.parametrize(("center", "scale"), [(True, True), (False, True), (True, False), (False, False)])
@pytest.mark.parametrize("before", [(Input((3,)),), (Input((3,)), Dense(4)), (Input((4, 3, 2)), Conv2D(3, 2))])
def test_gradients_weight_by_weight(
    kind: type[BatchNormalization], before: tuple[Layer, ...], center: bool, scale: bool, rng: np.random.Generator
) -> None:
    spec = NetworkSpec.chain(
        *before, kind(center=center, scale=scale), Activation("tanh"), Flatten(), Dense(2, "sigmoid")
    )
    x, y = rng.normal(size=(5, *spec.shapes["input"])), rng.normal(size=(5, 2))
    assert error_by_weight(random_network(spec), x, y, "half_squared_error") < 1e-6


def test_a_batch_of_one_or_of_equal_examples_stays_finite() -> None:
    network = random_network(NetworkSpec.chain(Input((3,)), BatchNormalization(), Dense(2)))
    for x in (X[:1], np.ones((4, 3))):
        assert np.isfinite(network.loss_and_gradients(x, np.ones((len(x), 2)), "half_squared_error"))
        assert np.isfinite(network.gradients).all()


@pytest.mark.parametrize(
    "make",
    [
        lambda: BatchNormalization(momentum=1.0),
        lambda: BatchNormalization(momentum=-0.1),
        lambda: BatchNormalization(epsilon=0.0),
        lambda: LayerNormalization(epsilon=-1.0),
    ],
)
def test_settings_outside_their_range_are_refused(make: object) -> None:
    with pytest.raises(SettingError):
        make()  # type: ignore[operator]
