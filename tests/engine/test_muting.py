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


def cut() -> np.ndarray:
    """The weights of a network that hears nothing of its second neuron: the rows that lead on from it are 0."""
    made = network()
    made.view("dense_2", "kernel")[1] = 0
    return made.parameters.copy()


NEURON = (engine.Part("dense", unit=1),)
WEIGHT = (engine.Part("dense", parameter="kernel", index=(0, 2)),)
EXAMPLES = engine.Examples(X, CLASSES)
LOSS = "sparse_categorical_crossentropy"
SETTINGS = engine.TrainingSettings(LOSS, engine.SGD(0.5), batch_size=5)


def test_the_landscape_is_that_of_the_network_without_the_neuron() -> None:
    values = np.linspace(-2, 2, 5)
    whole = network().parameters
    for place in (0, len(whole) - 1):
        found = engine.loss_along(SPEC, whole, EXAMPLES, LOSS, place, values, NEURON)
        np.testing.assert_allclose(found, engine.loss_along(SPEC, cut(), EXAMPLES, LOSS, place, values), rtol=1e-12)
    # What ends in the muted neuron, or is muted itself, makes no difference wherever it goes.
    assert np.ptp(engine.loss_along(SPEC, whole, EXAMPLES, LOSS, 1, values, NEURON)) == 0
    assert np.ptp(engine.loss_along(SPEC, whole, EXAMPLES, LOSS, 2, values, WEIGHT)) == 0
    assert np.ptp(engine.loss_along(SPEC, whole, EXAMPLES, LOSS, 2, values)) > 0


def test_the_next_step_is_that_of_the_network_without_the_neuron() -> None:
    whole = network().parameters
    found = engine.next_step(SPEC, whole, EXAMPLES, SETTINGS, NEURON)
    expected = engine.next_step(SPEC, cut(), EXAMPLES, SETTINGS)
    assert found.loss == pytest.approx(expected.loss, rel=1e-12)
    assert found.new_loss != pytest.approx(engine.next_step(SPEC, whole, EXAMPLES, SETTINGS).new_loss)
    into_it = [1, 4, 7]
    assert not found.gradient[into_it].any()
    np.testing.assert_array_equal(found.new_parameters[into_it], whole[into_it])


def test_the_next_step_leaves_a_muted_weight_where_it_is() -> None:
    whole = network().parameters
    found = engine.next_step(SPEC, whole, EXAMPLES, SETTINGS, WEIGHT)
    assert (found.gradient[2], found.new_parameters[2]) == (0, whole[2])
    without = whole.copy()
    without[2] = 0
    assert found.loss == pytest.approx(engine.next_step(SPEC, without, EXAMPLES, SETTINGS).loss, rel=1e-12)


def test_statistics_see_what_reaches_the_layers() -> None:
    whole = network().parameters.astype(np.float32)
    layers = engine.Statistics(SPEC, EXAMPLES, LOSS, NEURON).look(whole)
    expected = engine.Statistics(SPEC, EXAMPLES, LOSS).look(cut().astype(np.float32))
    assert list(layers) == ["dense", "dense_2"]
    assert layers["dense_2"].activation_mean == pytest.approx(expected["dense_2"].activation_mean, rel=1e-5)
    assert layers["dense_2"].gradient_rms == pytest.approx(expected["dense_2"].gradient_rms, rel=1e-5)
    blocked = engine.Statistics(SPEC, EXAMPLES, LOSS, [engine.Part("dense")]).look(whole)
    assert blocked["dense"].weight_gradient_rms == 0
    looked = engine.Statistics(SPEC, EXAMPLES, LOSS, WEIGHT)
    looked.look(whole)
    assert looked.values("dense").weights[2] == 0


def test_the_gradient_by_the_input_goes_past_a_muted_neuron() -> None:
    towards = np.array([1.0, 0.0])
    found = engine.input_gradient(SPEC, network().parameters, X[0], towards, NEURON)
    np.testing.assert_allclose(found, engine.input_gradient(SPEC, cut(), X[0], towards), rtol=1e-9)
    assert not np.allclose(found, engine.input_gradient(SPEC, network().parameters, X[0], towards))


def test_the_gradient_check_holds_for_what_is_left() -> None:
    found = engine.gradient_check(SPEC, network().parameters, X, CLASSES, LOSS, muted=NEURON)
    assert found.worst < 1e-7
    assert not found.differences[[1, 4, 7]].any()
