"""Penalties: their value and gradient, per layer and global; max-norm after each step."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay import engine
from nnplay.engine.regularization import Strengths


def network() -> engine.Network:
    spec = engine.NetworkSpec.chain(
        engine.Input((2,)), engine.Dense(3, "tanh", kernel_l2=0.2), engine.Dense(1, kernel_l1=0.05)
    )
    made = engine.Network(spec, np.float64)
    made.parameters[...] = np.random.default_rng(1).normal(size=spec.n_parameters)
    return made


def examples() -> engine.Examples:
    rng = np.random.default_rng(2)
    return engine.Examples(rng.normal(size=(6, 2)), rng.normal(size=(6, 1)))


def one_step(made: engine.Network, settings: engine.TrainingSettings) -> None:
    engine.Trainer(made, examples(), settings, np.random.default_rng(0)).advance(1)


def test_a_layers_own_strength_is_added_to_the_global_one_and_biases_are_left_out() -> None:
    made = network()
    strengths = Strengths([made.spec], [engine.Regularization(l1=0.01, l2=0.1)], made.parameters)
    first, second = made.view("dense", "kernel"), made.view("dense_2", "kernel")
    expected = 0.01 * np.abs(first).sum() + 0.3 * (first**2).sum()
    expected += 0.06 * np.abs(second).sum() + 0.1 * (second**2).sum()
    assert strengths.penalty(made.parameters) == pytest.approx(expected, rel=1e-12)


def test_the_penaltys_gradient_is_part_of_the_step() -> None:
    made = network()
    before = made.parameters.copy()
    made.loss_and_gradients(examples().x, examples().y, "half_squared_error")
    slope = made.gradients.copy()
    for name, l1, l2 in (("dense", 0.01, 0.3), ("dense_2", 0.06, 0.1)):
        kernel = made.view(name, "kernel")
        made.view(name, "kernel", slope)[...] += l1 * np.sign(kernel) + 2 * l2 * kernel
    rule = engine.Regularization(l1=0.01, l2=0.1)
    one_step(made, engine.TrainingSettings("half_squared_error", engine.SGD(0.5), 6, regularization=rule))
    np.testing.assert_allclose(made.parameters, before - 0.5 * slope, rtol=1e-12)


@pytest.mark.parametrize("loss", ["half_squared_error", "mean_squared_error"])
@pytest.mark.parametrize("rule", ["penalty", "playground"])
@pytest.mark.parametrize(("l1", "l2"), [(0.0, 0.0), (0.3, 0.0), (0.0, 0.3), (0.2, 0.1)])
def test_central_differences(loss: str, rule: str, l1: float, l2: float) -> None:
    made = network()
    found = engine.gradient_check(
        made.spec,
        made.parameters,
        examples().x,
        examples().y,
        loss,
        regularization=engine.Regularization(l1, l2, rule=rule),
    )
    assert found.worst < 1e-6


def test_max_norm_shortens_only_what_is_too_long() -> None:
    made = network()
    made.view("dense", "kernel")[...] = [[3.0, 0.3, 0.0], [4.0, 0.4, 0.0]]
    settings = engine.TrainingSettings(
        "half_squared_error", engine.SGD(1e-12), 6, regularization=engine.Regularization(max_norm=2.0)
    )
    one_step(made, settings)
    np.testing.assert_allclose(made.view("dense", "kernel"), [[1.2, 0.3, 0.0], [1.6, 0.4, 0.0]], atol=1e-9)
    assert np.linalg.norm(made.view("dense_2", "kernel")) <= 2 + 1e-9


def test_the_lesser_of_a_layers_own_max_norm_and_the_global_one_counts() -> None:
    spec = engine.NetworkSpec.chain(
        engine.Input((2,)), engine.Dense(1, kernel_max_norm=1.0), engine.Dense(1, kernel_max_norm=9.0), engine.Dense(1)
    )
    for limit, expected in ((2.0, [1, 2, 2]), (None, [1, 7, 7])):
        made = engine.Network(spec, np.float64)
        made.view("dense", "kernel")[...] = [[7], [0]]
        made.view("dense_2", "kernel")[...] = made.view("dense_3", "kernel")[...] = 7
        rule = engine.Regularization(max_norm=limit)
        one_step(made, engine.TrainingSettings("half_squared_error", engine.SGD(1e-12), 6, regularization=rule))
        lengths = [np.linalg.norm(made.view(name, "kernel")) for name in ("dense", "dense_2", "dense_3")]
        np.testing.assert_allclose(lengths, expected, rtol=1e-6)


@pytest.mark.parametrize("options", [{"l1": -0.1}, {"l2": float("nan")}, {"max_norm": 0.0}, {"rule": "ridge"}], ids=str)
def test_numbers_out_of_range_are_refused(options: dict[str, float]) -> None:
    with pytest.raises(engine.SettingError):
        engine.Regularization(**options)  # type: ignore[arg-type]
