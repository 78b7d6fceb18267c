"""The loss landscape: parabolas and planes that can be worked out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnplay import engine


def test_e7_the_parabola_along_one_weight() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1, use_bias=False))
    examples = engine.Examples(np.array([[2.0]]), np.array([[6.0]]))
    values = np.linspace(-1, 7, 9)
    losses = engine.loss_along(spec, np.array([5.0]), examples, "half_squared_error", 0, values)
    np.testing.assert_allclose(losses, 2 * (values - 3) ** 2, atol=1e-12)


def test_two_weights() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1))
    x = np.array([[1.0], [2], [3]])
    examples = engine.Examples(x, 3 * x)
    directions = engine.unit_direction(spec, 0), engine.unit_direction(spec, 1)
    w, b = np.linspace(-2, 2, 5), np.linspace(-1, 1, 3)
    losses = engine.loss_over(spec, np.array([3.0, 0.5]), examples, "mean_squared_error", directions, w, b)
    expected = [[float(((dw * x + db + 0.5) ** 2).mean()) for dw in w] for db in b]
    assert losses.shape == (3, 5)
    np.testing.assert_allclose(losses, expected, atol=1e-12)


def test_a_random_direction_is_as_long_as_the_weights_of_each_unit() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((4,)), engine.Dense(3), engine.Dense(2))
    weights = np.random.default_rng(0).normal(size=spec.n_parameters)
    direction = engine.random_direction(spec, weights, np.random.default_rng(1))
    network = engine.Network(spec, np.float64)
    for name in ("dense", "dense_2"):
        lengths = [np.linalg.norm(network.view(name, "kernel", vector), axis=0) for vector in (weights, direction)]
        np.testing.assert_allclose(*lengths, rtol=1e-12)
        assert not network.view(name, "bias", direction).any()


def test_far_away_the_loss_is_infinite_and_no_warning_is_given() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1, use_bias=False))
    examples = engine.Examples(np.ones((1, 1)), np.ones((1, 1)))
    losses = engine.loss_along(spec, np.zeros(1), examples, "half_squared_error", 0, np.array([1.0, 1e200]))
    np.testing.assert_array_equal(losses, [0, np.inf])


def test_the_next_step_of_the_worked_example() -> None:
    """One input x = 2, w = 5, target 6, quadratic loss with the half, learning rate 0.1: figures by hand."""
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1, use_bias=False))
    examples = engine.Examples(np.array([[2.0]]), np.array([[6.0]]))
    settings = engine.TrainingSettings("half_squared_error", engine.SGD(0.1))
    start = np.array([5.0], np.float32)
    step = engine.next_step(spec, start, examples, settings)
    assert (step.loss, step.gradient[0]) == pytest.approx((8, 8))
    assert (step.new_parameters[0], step.new_loss) == pytest.approx((4.2, 2.88))
    assert start[0] == 5


@pytest.mark.parametrize("optimizer", [engine.Adam(0.1), engine.SGD(0.1, momentum=0.9), engine.LBFGS()])
def test_steps_of_several_lengths_are_those_of_several_learning_rates(optimizer: engine.Optimizer) -> None:
    """The gradient is shared, and what the optimizer, a penalty or clipping does to it in one step is not."""
    spec = engine.NetworkSpec.chain(
        engine.Input((3,)), engine.Dense(4, activation="tanh"), engine.Dropout(0.5), engine.Dense(1)
    )
    rng = np.random.default_rng(3)
    examples = engine.Examples(rng.normal(size=(20, 3)), rng.normal(size=(20, 1)))
    start = rng.normal(size=spec.n_parameters).astype(np.float32)
    settings = engine.TrainingSettings("mean_squared_error", optimizer, clip_norm=0.5)
    rate = optimizer.learning_rate
    longer = replace(settings, optimizer=replace(optimizer, learning_rate=10 * rate))
    for found, alone in zip(
        engine.next_steps(spec, start, examples, settings, (1.0, 10.0)),
        (engine.next_step(spec, start, examples, each) for each in (settings, longer)),
        strict=True,
    ):
        np.testing.assert_array_equal(found.new_parameters, alone.new_parameters)
        assert (found.loss, found.new_loss) == (alone.loss, alone.new_loss)
        np.testing.assert_array_equal(found.gradient, alone.gradient)
