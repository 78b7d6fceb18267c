"""A stack trains each of its networks exactly as a trainer of its own would."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from nnplay import engine
from nnplay.engine.activations import ACTIVATIONS
from tests.engine.stacks import CLASSES, SIGNS, X, assert_equal_runs, spec

DTYPES = pytest.mark.parametrize("dtype", [np.float64, np.float32])
SEEDS = pytest.mark.parametrize("seeds", [(1, 1, 1), (1, 2, 3)], ids=["one order", "orders of their own"])
LOSS = "half_squared_error"

NUMBERS: list[list[engine.Optimizer]] = [
    [engine.SGD(0.003), engine.SGD(0.03), engine.SGD(0.01)],
    [engine.SGD(0.03), engine.SGD(0.03, 0.9), engine.SGD(0.01, 0.5)],
    [engine.SGD(0.03, 0.9, nesterov=True), engine.SGD(0.01, 0.5, nesterov=True), engine.SGD(0.01, nesterov=True)],
    [engine.RMSprop(0.01, 0.9), engine.RMSprop(0.003, 0.8, 0.5), engine.RMSprop(0.003, epsilon=1e-3)],
    [engine.RMSprop(0.01, centered=True), engine.RMSprop(0.02, 0.8, centered=True), engine.RMSprop(centered=True)],
    [engine.Adam(0.01), engine.Adam(0.01, 0.8, 0.99, 1e-3), engine.Adam(0.02)],
    [engine.AdamW(0.01), engine.AdamW(0.01, weight_decay=0.1), engine.AdamW(0.02, weight_decay=0)],
    [engine.Nadam(0.01), engine.Nadam(0.01, 0.8, 0.99), engine.Nadam(0.02, epsilon=1e-3)],
    [engine.Rprop(0.01), engine.Rprop(0.01, 0.4, 1.1), engine.Rprop(0.02, max_step=0.1)],
    [engine.Adadelta(1.0), engine.Adadelta(0.5, 0.9), engine.Adadelta(1.0, epsilon=1e-4)],
    [engine.Adagrad(0.1), engine.Adagrad(0.02, 0.2), engine.Adagrad(0.02, epsilon=1e-3)],
]


def settings(optimizer: engine.Optimizer | None = None, **values: Any) -> engine.TrainingSettings:
    return engine.TrainingSettings(LOSS, optimizer or engine.SGD(0.03), 10, **values)


def test_every_optimizer_but_the_one_of_full_batches_is_here() -> None:
    assert {kinds[0].kind for kinds in NUMBERS} == {*engine.OPTIMIZERS} - {"LBFGS"}


@DTYPES
@SEEDS
@pytest.mark.parametrize("optimizers", NUMBERS, ids=lambda kinds: kinds[0].kind)
def test_optimizers_with_numbers_of_their_own(optimizers: list[engine.Optimizer], seeds: Any, dtype: Any) -> None:
    assert_equal_runs([spec()] * 3, SIGNS, [settings(optimizer) for optimizer in optimizers], seeds, dtype)


@DTYPES
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_activations(activation: str, dtype: Any) -> None:
    assert_equal_runs([spec(activation)] * 2, SIGNS, settings(), (1, 2), dtype)


@DTYPES
@SEEDS
@pytest.mark.parametrize("output", ["sigmoid", "softmax", "tanh"])
@pytest.mark.parametrize("loss", engine.LOSSES)
def test_losses_fused_and_apart(loss: str, output: str, seeds: Any, dtype: Any) -> None:
    takes_classes = "crossentropy" in loss
    data = CLASSES if takes_classes else SIGNS
    specs = [spec("tanh", 3 if takes_classes else 1, output)] * 3
    assert_equal_runs(specs, data, engine.TrainingSettings(loss, engine.SGD(0.02), 10), seeds, dtype)


@DTYPES
@pytest.mark.parametrize(
    ("rates", "seeds"),
    [((0, 0.5, 0.3, 0.2), (1, 2, 3, 4)), ((0.31, 0.3, 0.2, 0.1), (1, 1, 1, 1)), ((0.5, 0.25, 0.5, 0.75), (1, 1, 2, 2))],
)
def test_dropout_draws_the_masks_of_the_single_run(rates: Any, seeds: Any, dtype: Any) -> None:
    assert_equal_runs([spec(rate=rate) for rate in rates], SIGNS, settings(), seeds, dtype)


@pytest.mark.parametrize(("deviations", "seeds"), [((0, 0.5, 0.3), (1, 2, 3)), ((0.1, 0.5, 0.3), (1, 1, 1))])
def test_noise(deviations: Any, seeds: Any) -> None:
    assert_equal_runs([spec(stddev=each) for each in deviations], SIGNS, settings(), seeds)


@DTYPES
@pytest.mark.parametrize("rule", ["penalty", "playground"])
def test_regularization(rule: str, dtype: Any) -> None:
    strengths = [
        engine.Regularization(rule=rule),
        engine.Regularization(0.01, rule=rule),
        engine.Regularization(0, 0.01, rule=rule),
        engine.Regularization(0.01, 0.02, 0.5, rule),
    ]
    assert_equal_runs([spec()] * 4, SIGNS, [settings(regularization=each) for each in strengths], (1, 1, 1, 1), dtype)


def test_regularization_of_layers() -> None:
    specs = [
        engine.NetworkSpec.chain(
            engine.Input((3,)), engine.Dense(4, "tanh", kernel_l1=l1, kernel_max_norm=norm), engine.Dense(1)
        )
        for l1, norm in ((0.0, None), (0.01, 0.3))
    ]
    assert_equal_runs(specs, SIGNS, settings(), (1, 2))


def test_clipping() -> None:
    limits = ((None, None), (0.01, None), (None, 0.01), (0.02, 0.03))
    assert_equal_runs([spec()] * 4, SIGNS, [settings(clip_value=a, clip_norm=b) for a, b in limits], (1, 2, 3, 3))


@pytest.mark.parametrize(
    "schedule",
    [
        engine.StepDecay(0.5, 2),
        engine.ExponentialDecay(0.9),
        engine.CosineDecay(5),
        engine.WarmUp(2, 0.1, engine.CosineDecay(3)),
        engine.ReduceOnPlateau(0.5, 1),
    ],
    ids=lambda schedule: schedule.kind,
)
def test_schedules_beside_a_constant_rate(schedule: engine.Schedule) -> None:
    assert_equal_runs([spec()] * 3, SIGNS, [settings(), settings(schedule=schedule), settings()], (1, 2, 2))


def test_frozen_and_muted_parts() -> None:
    frozen = [(engine.Part("first"),), (engine.Part("second", 1), engine.Part("first", None, "kernel", (0, 1)))]
    muted = (engine.Part("first", 2), engine.Part("second", None, "kernel", (1, 1)))
    assert_equal_runs([spec()] * 2, SIGNS, [settings(frozen=parts) for parts in frozen], (1, 2), muted=muted)


def test_data_of_their_own() -> None:
    turned = engine.Examples(X[::-1].copy(), SIGNS.y[::-1].copy())
    assert_equal_runs([spec()] * 3, [SIGNS, turned, SIGNS], settings(), (1, 2, 2))


@pytest.mark.parametrize("seeds", [(1, 1), (1, 2)])
@pytest.mark.parametrize("is_bytes", [True, False])
def test_wide_inputs_and_pictures(seeds: Any, is_bytes: bool) -> None:
    rng = np.random.default_rng(3)
    pictures = rng.integers(0, 256, (40, 6, 7, 1), np.uint8)
    x = pictures if is_bytes else pictures / 255
    data = engine.Examples(x, rng.integers(0, 4, 40), 1 / 255 if is_bytes else 1.0)
    chain = engine.NetworkSpec.chain(
        engine.Input((6, 7, 1)),
        engine.Activation("prelu"),
        engine.Flatten(),
        engine.Dense(5),
        engine.Dense(4, "softmax"),
    )
    chosen = engine.TrainingSettings("sparse_categorical_crossentropy", engine.Adam(0.01), 16)
    assert_equal_runs([chain] * 2, data, chosen, seeds)


def test_a_network_that_diverges_says_the_step_of_its_own_run() -> None:
    rates = (0.01, 1e9, 1e3, 0.02)
    training = assert_equal_runs(
        [spec("linear", 1, "linear")] * 4, SIGNS, [settings(engine.SGD(rate, 0.9)) for rate in rates], (1, 2, 2, 1)
    )
    assert set(training.errors) == {1, 2}
