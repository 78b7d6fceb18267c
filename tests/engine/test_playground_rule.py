"""The preset of TensorFlow Playground follows that program's update rule, step by step."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay import engine
from tests.engine.reference.playground import step

N_STEPS = 120
BATCH_SIZE = 5
RATE = 0.3


@pytest.mark.parametrize(("rule", "strength"), [("none", 0.0), ("L2", 0.03), ("L1", 0.01), ("L1", 0.1), ("L2", 4.0)])
def test_each_step(rule: str, strength: float) -> None:
    rng = np.random.default_rng(8)
    x = rng.uniform(-5, 5, (20, 2)) / 3
    y = np.where(x[:, :1] * x[:, 1:] >= 0, 1.0, -1.0)
    spec = engine.NetworkSpec.chain(
        engine.Input((2,)),
        engine.Dense(3, "tanh", kernel_initializer="playground_uniform", bias_initializer="playground_bias"),
        engine.Dense(1, "tanh", kernel_initializer="playground_uniform", bias_initializer="playground_bias"),
    )
    network = engine.Network(spec, np.float64)
    network.initialize(rng)
    (hidden_kernel, hidden_bias), (output_kernel, output_bias) = (
        (network.view(name, "kernel"), network.view(name, "bias")) for name in ("dense", "dense_2")
    )
    np.testing.assert_allclose(hidden_bias, 0.1, rtol=1e-6)
    assert np.abs(hidden_kernel).max() <= 0.5
    hidden = [[*hidden_kernel[:, j].tolist(), float(hidden_bias[j])] for j in range(3)]
    output = [*output_kernel[:, 0].tolist(), float(output_bias[0])]

    strengths = {"L1": {"l1": strength}, "L2": {"l2": strength}, "none": {}}[rule]
    settings = engine.TrainingSettings(
        "half_squared_error",
        engine.SGD(RATE),
        BATCH_SIZE,
        regularization=engine.Regularization(**strengths, rule="playground"),
    )
    trainer = engine.Trainer(network, engine.Examples(x, y), settings, np.random.default_rng(1))
    shuffling, order = np.random.default_rng(1), np.arange(len(x))
    n_zeros = 0
    for number in range(N_STEPS):
        start = number * BATCH_SIZE % len(x)
        if start == 0:
            shuffling.shuffle(order)
            losses = []
        batch = [(x[row].tolist(), float(y[row, 0])) for row in order[start : start + BATCH_SIZE]]
        losses.append(step(hidden, output, batch, RATE, rule, strength))
        progress = trainer.advance(1)
        assert progress.loss == pytest.approx(np.mean(losses), rel=1e-9)
        np.testing.assert_allclose(hidden_kernel, np.array([neuron[:2] for neuron in hidden]).T, rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(hidden_bias, [neuron[2] for neuron in hidden], rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(output_kernel[:, 0], output[:3], rtol=1e-9, atol=1e-12)
        assert output_bias[0] == pytest.approx(output[3], rel=1e-9)
        n_zeros += int((hidden_kernel == 0).sum())
    assert (n_zeros > 0) == (rule == "L1"), "the case has to carry weights across 0, and only L1 may hold them there"


def test_a_weight_that_l1_has_stopped_at_zero_may_leave_it_again() -> None:
    """There it stays dead for ever, even when edited by hand: a fault that is not copied."""
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1, use_bias=False))
    network = engine.Network(spec, np.float64)
    network.parameters[0] = 0.001
    rule = engine.Regularization(l1=0.5, rule="playground")
    settings = engine.TrainingSettings("half_squared_error", engine.SGD(0.1), 1, regularization=rule)
    trainer = engine.Trainer(
        network, engine.Examples(np.ones((1, 1)), np.zeros((1, 1))), settings, np.random.default_rng(0)
    )
    trainer.advance(1)
    assert network.parameters[0] == 0
    trainer = engine.Trainer(
        network, engine.Examples(np.ones((1, 1)), np.full((1, 1), 2.0)), settings, np.random.default_rng(0)
    )
    trainer.advance(1)
    assert network.parameters[0] == pytest.approx(0.2), "the gradient is -2; at 0 there is no pull"
