"""Muting: the network without a neuron, a layer or a weight, and whole again afterwards."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay import engine

SPEC = engine.NetworkSpec.chain(engine.Input((2,)), engine.Dense(3, "sigmoid"), engine.Dense(2, "softmax"))
X = np.random.default_rng(0).normal(size=(5, 2)).astype(np.float32)
CLASSES = np.array([0, 1, 1, 0, 1])


def network() -> engine.Network:
    made = engine.Network(SPEC, np.float64)
    made.initialize(np.random.default_rng(1))
    made.view("dense_2", "bias")[...] = [0.3, -0.2]
    return made


def test_a_muted_neuron_is_as_if_its_outgoing_weights_were_zero() -> None:
    muted, cut = network(), network()
    muted.mute([engine.Part("dense", unit=1)])
    cut.view("dense_2", "kernel")[1] = 0
    np.testing.assert_allclose(muted.predict(X), cut.predict(X), rtol=1e-12)
    np.testing.assert_array_equal(muted.activations(X)["dense"], network().activations(X)["dense"])
    examples = engine.Examples(X, CLASSES)
    loss = "sparse_categorical_crossentropy"
    assert muted.evaluate(examples, loss) == cut.evaluate(examples, loss)


def test_a_muted_layer_leaves_only_the_bias_behind_it() -> None:
    muted = network()
    muted.mute([engine.Part("dense")])
    odds = np.exp([0.3, -0.2])
    np.testing.assert_allclose(muted.predict(X), np.tile(odds / odds.sum(), (5, 1)), rtol=1e-6)


def test_a_muted_output_says_zero() -> None:
    muted = network()
    muted.mute([engine.Part("dense_2", unit=0)])
    np.testing.assert_array_equal(muted.predict(X)[:, 0], 0)
    np.testing.assert_array_equal(muted.predict(X)[:, 1], network().predict(X)[:, 1])


def test_a_muted_weight_is_zero_and_gets_its_value_back() -> None:
    made, whole = network(), network().parameters
    made.mute([engine.Part("dense", parameter="kernel", index=(0, 2))])
    assert made.parameters[2] == 0
    np.testing.assert_array_equal(made.unmuted_parameters(), whole)
    made.mute([engine.Part("dense", parameter="bias")])
    assert made.parameters[2] == whole[2]
    made.mute([])
    np.testing.assert_array_equal(made.parameters, whole)
    np.testing.assert_array_equal(made.predict(X), network().predict(X))


def test_an_unknown_part_is_refused_and_changes_nothing() -> None:
    made = network()
    made.mute([engine.Part("dense", unit=0)])
    with pytest.raises(engine.SettingError):
        made.mute([engine.Part("dense", unit=0), engine.Part("gone")])
    assert made.muted == (engine.Part("dense", unit=0),)


def test_training_goes_on_around_what_is_muted() -> None:
    made = network()
    settings = engine.TrainingSettings("sparse_categorical_crossentropy", engine.Adam(0.1), 5)
    training = engine.Trainer(made, engine.Examples(X, CLASSES), settings, np.random.default_rng(0))
    training.advance(1)
    before = made.unmuted_parameters()
    made.mute([engine.Part("dense", unit=1), engine.Part("dense_2", parameter="kernel", index=(0, 0))])
    for _ in range(3):
        training.advance(1)
    after = made.unmuted_parameters()
    silent = engine.weights_of(SPEC, [engine.Part("dense_2", parameter="kernel", index=(0, 0))])
    assert (after[silent] == before[silent]).all()
    outgoing = engine.weights_of(SPEC, [engine.Part("dense_2", parameter="kernel", index=(1, 0))])
    made.mute([])
    training.advance(1)
    assert (made.parameters[silent] != before[silent]).all()
    assert (made.parameters[outgoing] != after[outgoing]).all()


def test_gradients_through_a_muted_neuron_are_those_of_the_loss() -> None:
    made = network()
    made.mute([engine.Part("dense", unit=1), engine.Part("dense_2", unit=0)])
    loss = "categorical_crossentropy"
    targets = np.eye(2)[CLASSES] * 0.5 + 0.25
    targets[:, 0] = 0  # the muted output is exactly 0, where the logarithm has no slope
    made.loss_and_gradients(X, targets, loss)
    found = made.gradients.copy()
    for index in range(SPEC.n_parameters):
        value, losses = made.parameters[index], []
        for moved in (value + 1e-6, value - 1e-6):
            made.parameters[index] = moved
            losses.append(made.loss_and_gradients(X, targets, loss))
        made.parameters[index] = value
        assert found[index] == pytest.approx((losses[0] - losses[1]) / 2e-6, abs=1e-8)
    assert not found[engine.weights_of(SPEC, [engine.Part("dense", unit=1)])].any()


def test_weights_are_loaded_with_what_is_muted() -> None:
    made, other = network(), network()
    weight = engine.Part("dense", parameter="kernel", index=(0, 2))
    fresh = np.random.default_rng(5).normal(size=SPEC.n_parameters)
    for muted in ([weight, engine.Part("dense_2", unit=0)], [weight], []):
        for vector in (fresh, network().parameters.copy()):
            made.load(vector, muted)
            other.mute([])
            other.parameters[...] = vector
            other.mute(muted)
            np.testing.assert_array_equal(made.parameters, other.parameters)
            np.testing.assert_array_equal(made.predict(X), other.predict(X))
            np.testing.assert_array_equal(made.unmuted_parameters(), vector)
