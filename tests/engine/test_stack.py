"""The stack: who may be in it, what it says, and what happens to those who leave."""

from __future__ import annotations

import tracemalloc
from typing import Any

import numpy as np
import pytest

from nnplay import engine
from tests.engine.stacks import CLASSES, SIGNS, X, networks, spec, together

SETTINGS = engine.TrainingSettings("half_squared_error", engine.SGD(0.03), 10)


def test_the_others_do_not_notice_a_network_that_diverges() -> None:
    rates = [0.01, 1e9, 0.02]
    calm = [engine.TrainingSettings("half_squared_error", engine.SGD(rate, 0.9), 10) for rate in (0.01, 0.01, 0.02)]
    wild = [engine.TrainingSettings("half_squared_error", engine.SGD(rate, 0.9), 10) for rate in rates]
    specs = [spec("linear", 1, "linear")] * 3
    undisturbed, disturbed = networks(specs), networks(specs)
    start = disturbed[1].parameters.copy()
    together(undisturbed, SIGNS, calm, (1, 2, 3))
    training, _ = together(disturbed, SIGNS, wild, (1, 2, 3))
    assert list(training.errors) == [1]
    assert training.errors[1].epoch == 1
    np.testing.assert_array_equal(disturbed[1].parameters, start)
    for number in (0, 2):
        np.testing.assert_array_equal(disturbed[number].parameters, undisturbed[number].parameters)
    assert np.isfinite(training.stack.parameters).all()


def test_a_network_that_is_taken_out_keeps_its_weights_and_the_others_go_on() -> None:
    made, undisturbed = networks([spec()] * 3), networks([spec()] * 3)
    training = engine.StackTrainer(engine.Stack(made), SIGNS, SETTINGS, [np.random.default_rng(1) for _ in made])
    training.advance(3)
    weights = made[1].parameters.copy()
    training.take_out(1)
    progress = training.advance(100)
    assert [each.step for each in progress] == [6, 3, 6]
    np.testing.assert_array_equal(made[1].parameters, weights)
    assert training.is_out.tolist() == [False, True, False]
    other = engine.StackTrainer(engine.Stack(undisturbed), SIGNS, SETTINGS, [np.random.default_rng(1) for _ in made])
    other.advance(100)
    np.testing.assert_array_equal(made[2].parameters, undisturbed[2].parameters)


def test_when_all_are_out_nothing_is_computed() -> None:
    made = networks([spec()] * 2)
    training = engine.StackTrainer(engine.Stack(made), SIGNS, SETTINGS, [np.random.default_rng(1) for _ in made])
    for number in range(2):
        training.take_out(number)
    assert [each.step for each in training.advance(10)] == [0, 0]
    assert training.step == 0


def test_networks_can_be_asked_at_any_time() -> None:
    made = networks([spec()] * 3)
    training, _ = together(made, SIGNS, SETTINGS, (1, 2, 3))
    stack = training.stack
    each = np.stack([network.predict(X) for network in made])
    np.testing.assert_allclose(stack.predict(X), each, rtol=1e-12)
    own = np.stack([X, X[::-1], X])
    np.testing.assert_allclose(stack.predict(own, is_each=True)[1], made[1].predict(X[::-1]), rtol=1e-12)
    assert stack.predict(X).shape == (3, 57, 1)


@pytest.mark.parametrize(
    ("examples", "n_outputs", "loss"),
    [(SIGNS, 1, "half_squared_error"), (CLASSES, 3, "sparse_categorical_crossentropy")],
)
def test_evaluation_is_that_of_each_network(examples: engine.Examples, n_outputs: int, loss: str) -> None:
    made = networks([spec("tanh", n_outputs, "softmax" if n_outputs > 1 else "tanh")] * 3)
    stack = engine.Stack(made)
    part = examples.take(slice(0, 40)), examples.take(slice(10, 50)), examples.take(slice(0, 40))
    for found, network in zip(engine.Exam(stack, examples, loss).evaluate(), made, strict=True):
        expected = network.evaluate(examples, loss)
        assert (found.loss, found.accuracy) == (pytest.approx(expected.loss, rel=1e-12), expected.accuracy)
    for found, network, own in zip(engine.Exam(stack, part, loss).evaluate(), made, part, strict=True):
        expected = network.evaluate(own, loss)
        assert (found.loss, found.accuracy) == (pytest.approx(expected.loss, rel=1e-12), expected.accuracy)


def test_predicting_many_examples_goes_chunk_by_chunk() -> None:
    made = networks([spec()] * 2)
    x = np.random.default_rng(0).normal(size=(1300, 3))
    np.testing.assert_allclose(engine.Stack(made).predict(x)[1], made[1].predict(x), rtol=1e-12)


def test_a_step_allocates_nothing() -> None:
    made = networks([spec(rate=0.3)] * 16, np.float32)
    training = engine.StackTrainer(engine.Stack(made), SIGNS, SETTINGS, [np.random.default_rng(k) for k in range(16)])
    training.advance(20)
    training.advance(1)
    tracemalloc.start()
    training.advance(4)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000


BATCH_NORMALIZED = engine.NetworkSpec.chain(
    engine.Input((3,)), engine.Dense(4), engine.BatchNormalization(), engine.Dense(1)
)


@pytest.mark.parametrize(
    ("specs", "message"),
    [
        ([], "one network or more"),
        ([spec(), spec("relu")], "Network 2 .* more than numbers"),
        ([spec(), spec("tanh", 2)], "Network 2"),
        ([BATCH_NORMALIZED] * 2, "batch_normalization.*cannot be trained in a stack"),
    ],
)
def test_networks_that_are_not_alike_are_refused(specs: list[engine.NetworkSpec], message: str) -> None:
    with pytest.raises(engine.SettingError, match=message):
        engine.Stack(networks(specs))


def test_one_network_is_not_taken_twice() -> None:
    (network,) = networks([spec()])
    with pytest.raises(engine.SettingError, match="each of them once"):
        engine.Stack([network, network])


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"settings": [SETTINGS, engine.TrainingSettings("huber", engine.SGD(0.03), 10)]}, "share the loss"),
        ({"settings": [SETTINGS, engine.TrainingSettings("half_squared_error", engine.Adam(), 10)]}, "kind of optim"),
        ({"settings": [SETTINGS, engine.TrainingSettings("half_squared_error", engine.SGD(), 5)]}, "batch size"),
        ({"settings": engine.TrainingSettings("half_squared_error", engine.LBFGS(), 10)}, "L-BFGS"),
        ({"settings": [SETTINGS]}, "as many settings"),
        ({"examples": [SIGNS, SIGNS.take(slice(0, 50))]}, "equally many examples"),
        ({"examples": SIGNS.take(slice(0, 0))}, "no examples"),
        ({"rngs": [np.random.default_rng(0)]}, "as many generators"),
    ],
)
def test_what_has_to_be_alike_in_training(changed: dict[str, Any], message: str) -> None:
    values = {"examples": SIGNS, "settings": SETTINGS, "rngs": [np.random.default_rng(k) for k in range(2)]} | changed
    with pytest.raises(engine.NnplayError, match=message):
        engine.StackTrainer(engine.Stack(networks([spec()] * 2)), **values)


def test_keys_tell_what_can_be_stacked() -> None:
    key = engine.stack_key(spec(rate=0.2), SETTINGS)
    assert key == engine.stack_key(spec(rate=0.5), engine.TrainingSettings("half_squared_error", engine.SGD(1.0), 10))
    assert key != engine.stack_key(spec("relu"), SETTINGS)
    assert key != engine.stack_key(spec(), engine.TrainingSettings("half_squared_error", engine.SGD(0.03), 9))
    assert engine.stack_key(BATCH_NORMALIZED, SETTINGS) is None
    assert engine.stack_key(spec(), engine.TrainingSettings("half_squared_error", engine.LBFGS())) is None
