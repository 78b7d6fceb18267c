"""Each optimizer against its published formula, written anew here in plain NumPy, and what all of them promise."""

from __future__ import annotations

import dataclasses
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from scipy.optimize import minimize

from nnplay import engine
from nnplay.engine.calls import run
from nnplay.engine.optimizers import State, UpdateSite

Vector = np.ndarray[Any, Any]
Rule = Callable[[Vector, list[Vector]], Vector]

SCALES = np.array([1.0, 10.0, 0.3, 4.0])
START = np.array([1.0, -2.0, 0.5, 3.0])


def gradient(w: Vector) -> Vector:
    """Of a bowl that is steeper in some directions than in others."""
    return SCALES * w


def steps(optimizer: engine.Optimizer, n: int, rate: Callable[[int], float] | None = None) -> Vector:
    w, g = START.copy(), np.empty(4)
    state = optimizer.start(w)
    site = UpdateSite(w, g, np.array(optimizer.learning_rate), state, lambda: 0.0)
    calls = optimizer.calls(site)
    for step in range(n):
        if rate:
            site.rate[()] = rate(step)
        g[...] = gradient(w)
        run(calls)
    return w


def momentum(w: Vector) -> Vector:
    m = np.zeros(4)
    for _ in range(7):
        m = 0.9 * m - 0.01 * gradient(w)
        w = w + m
    return w


def nesterov(w: Vector) -> Vector:
    # Sutskever's form, x the point that is looked at: x_t = w_t + 0.9 m_t, w_{t+1} = w_t + m_{t+1}.
    at, m = w.copy(), np.zeros(4)
    for _ in range(7):
        m = 0.9 * m - 0.01 * gradient(at + 0.9 * m)
        at = at + m
    return at + 0.9 * m


def adagrad(w: Vector) -> Vector:
    s = np.full(4, 0.1)
    for _ in range(7):
        g = gradient(w)
        s = s + g**2
        w = w - 0.05 * g / np.sqrt(s + 1e-7)
    return w


def adadelta(w: Vector) -> Vector:
    s, u = np.zeros(4), np.zeros(4)
    for _ in range(7):
        g = gradient(w)
        s = 0.95 * s + 0.05 * g**2
        d = g * np.sqrt(u + 1e-7) / np.sqrt(s + 1e-7)
        u = 0.95 * u + 0.05 * d**2
        w = w - 1.5 * d
    return w


def rmsprop(w: Vector) -> Vector:
    s, mean, m = np.zeros(4), np.zeros(4), np.zeros(4)
    for _ in range(7):
        g = gradient(w)
        s = 0.9 * s + 0.1 * g**2
        mean = 0.9 * mean + 0.1 * g
        m = 0.5 * m + 0.01 * g / np.sqrt(s - mean**2 + 1e-3)
        w = w - m
    return w


def adam(w: Vector, decay: float = 0.0) -> Vector:
    m, v = np.zeros(4), np.zeros(4)
    for t in range(1, 8):
        g = gradient(w)
        w = w - 0.01 * decay * w
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        w = w - 0.01 * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-3)
    return w


def nadam(w: Vector) -> Vector:
    m, v, product = np.zeros(4), np.zeros(4), 1.0
    for t in range(1, 8):
        g = gradient(w)
        u, u_next = (0.9 * (1 - 0.5 * 0.96**k) for k in (t, t + 1))
        product *= u
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        mean = u_next * m / (1 - product * u_next) + (1 - u) * g / (1 - product)
        w = w - 0.01 * mean / (np.sqrt(v / (1 - 0.999**t)) + 1e-3)
    return w


def rprop(w: Vector) -> Vector:
    w = w.copy()
    for i in range(4):
        step, before = 0.4, 0.0
        for _ in range(7):
            g = gradient(w)[i]
            if g * before > 0:
                step = min(step * 1.2, 0.6)
            elif g * before < 0:
                step, g = max(step * 0.5, 1e-6), 0.0
            w[i] -= np.sign(g) * step
            before = g
    return w


FORMULAS: list[tuple[engine.Optimizer, Callable[[Vector], Vector]]] = [
    (engine.SGD(0.01, momentum=0.9), momentum),
    (engine.SGD(0.01, 0.9, nesterov=True), nesterov),
    (engine.Adagrad(0.05), adagrad),
    (engine.Adadelta(1.5), adadelta),
    (engine.RMSprop(0.01, momentum=0.5, epsilon=1e-3, centered=True), rmsprop),
    (engine.Adam(0.01, epsilon=1e-3), adam),
    (engine.AdamW(0.01, epsilon=1e-3, weight_decay=0.3), lambda w: adam(w, 0.3)),
    (engine.Nadam(0.01, epsilon=1e-3), nadam),
    (engine.Rprop(0.4, max_step=0.6), rprop),
]


@pytest.mark.parametrize(("optimizer", "formula"), FORMULAS, ids=lambda value: getattr(value, "kind", ""))
def test_seven_steps_follow_the_formula(optimizer: engine.Optimizer, formula: Callable[[Vector], Vector]) -> None:
    np.testing.assert_allclose(steps(optimizer, 7), formula(START), rtol=1e-12)


def test_plain_sgd_shrinks_each_weight_by_its_own_factor() -> None:
    np.testing.assert_allclose(steps(engine.SGD(0.02), 5), START * (1 - 0.02 * SCALES) ** 5, rtol=1e-12)


@pytest.mark.parametrize("kind", engine.OPTIMIZERS)
def test_names_and_defaults_are_those_of_keras(kind: str) -> None:
    defaults = {
        "SGD": {"learning_rate": 0.01, "momentum": 0.0, "nesterov": False},
        "Adagrad": {"learning_rate": 0.001, "initial_accumulator_value": 0.1, "epsilon": 1e-7},
        "Adadelta": {"learning_rate": 0.001, "rho": 0.95, "epsilon": 1e-7},
        "RMSprop": {"learning_rate": 0.001, "rho": 0.9, "momentum": 0.0, "epsilon": 1e-7, "centered": False},
        "Adam": {"learning_rate": 0.001, "beta_1": 0.9, "beta_2": 0.999, "epsilon": 1e-7},
        "AdamW": {"learning_rate": 0.001, "beta_1": 0.9, "beta_2": 0.999, "epsilon": 1e-7, "weight_decay": 0.004},
        "Nadam": {"learning_rate": 0.001, "beta_1": 0.9, "beta_2": 0.999, "epsilon": 1e-7},
    }
    found = dataclasses.asdict(engine.OPTIMIZERS[kind]())  # type: ignore[call-arg]
    assert found == defaults.get(kind, found)


@pytest.mark.parametrize("kind", [kind for kind in engine.OPTIMIZERS if kind != "LBFGS"])
def test_a_step_allocates_nothing(kind: str) -> None:
    optimizer = engine.OPTIMIZERS[kind](learning_rate=1e-3)
    w, g = np.ones(10_000, np.float32), np.ones(10_000, np.float32)
    calls = optimizer.calls(UpdateSite(w, g, np.array(1e-3, np.float32), optimizer.start(w), lambda: 0.0))
    run(calls)
    tracemalloc.start()
    try:
        run(calls)
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        run(calls)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak - before < 2_000, "a temporary of 40,000 bytes was made"


@pytest.mark.parametrize("kind", ["Adagrad", "Adadelta", "RMSprop", "Adam", "AdamW", "Nadam"])
def test_an_epsilon_below_single_precision_divides_nothing_by_zero(kind: str) -> None:
    options = {"initial_accumulator_value": 0.0} if kind == "Adagrad" else {}
    optimizer = engine.OPTIMIZERS[kind](learning_rate=0.1, epsilon=1e-300, **options)  # type: ignore[call-arg]
    w, g = np.ones(2, np.float32), np.array([0, 1], np.float32)
    run(optimizer.calls(UpdateSite(w, g, np.array(0.1, np.float32), optimizer.start(w), lambda: 0.0)))
    assert np.isfinite(w).all()


def test_state_is_kept_when_numbers_change_and_dropped_when_the_kind_does() -> None:
    before, w = engine.Adam(0.01), np.zeros(3)
    state: State = {name: array + 5 for name, array in before.start(w).items()}
    kept = engine.Adam(0.5, beta_1=0.5).carry_on(before, state, w)
    assert all(kept[name] is state[name] for name in state)
    assert not engine.AdamW().carry_on(before, state, w)["gradients"].any()


def test_momentum_that_is_switched_on_starts_from_rest() -> None:
    plain, w = engine.SGD(), np.zeros(3)
    assert plain.start(w) == {}
    assert not engine.SGD(momentum=0.9).carry_on(plain, {}, w)["velocity"].any()


def test_rprop_begins_its_steps_anew_when_the_rate_is_changed() -> None:
    before, w = engine.Rprop(0.1), np.zeros(3)
    state: State = {name: array + 5 for name, array in before.start(w).items()}
    np.testing.assert_array_equal(engine.Rprop(0.7).carry_on(before, state, w)["steps"], 0.7)
    np.testing.assert_array_equal(engine.Rprop(0.1, 0.4).carry_on(before, state, w)["steps"], 5.1)


def test_the_rate_of_each_step_may_differ() -> None:
    rates = (0.01, 0.02, 0.005)
    expected = START.copy()
    for rate in rates:
        expected = expected * (1 - rate * SCALES)
    np.testing.assert_allclose(steps(engine.SGD(), 3, lambda step: rates[step]), expected, rtol=1e-12)


@pytest.mark.parametrize(
    "make",
    [
        lambda: engine.SGD(0.0),
        lambda: engine.SGD(float("inf")),
        lambda: engine.SGD(float("nan")),
        lambda: engine.SGD(momentum=1.0),
        lambda: engine.Adam(beta_1=1.0),
        lambda: engine.Adam(epsilon=0.0),
        lambda: engine.Adagrad(initial_accumulator_value=-1.0),
        lambda: engine.AdamW(weight_decay=-0.1),
        lambda: engine.Rprop(eta_plus=0.9),
        lambda: engine.Rprop(min_step=2.0, max_step=1.0),
        lambda: engine.LBFGS(max_iterations=0),
    ],
)
def test_numbers_out_of_range_are_refused(make: Callable[[], engine.Optimizer]) -> None:
    with pytest.raises(engine.SettingError):
        make()


def logistic_problem() -> tuple[engine.Network, engine.Examples]:
    rng = np.random.default_rng(2)
    x = rng.normal(size=(60, 3))
    y = (x @ [[1.0], [-2.0], [0.5]] + rng.normal(size=(60, 1)) > 0).astype(np.float64)
    spec = engine.NetworkSpec.chain(engine.Input((3,)), engine.Dense(1, "sigmoid"))
    return engine.Network(spec, np.float64), engine.Examples(x, y)


def test_lbfgs_finds_scipys_optimum() -> None:
    network, examples = logistic_problem()
    features = np.column_stack((examples.x, np.ones(len(examples))))
    signs = (2 * examples.y - 1).ravel()
    expected = minimize(
        lambda w: np.logaddexp(0, -signs * (features @ w)).mean() + 0.01 * (w[:3] ** 2).sum(), np.zeros(4), tol=1e-14
    )
    settings = engine.TrainingSettings(
        "binary_crossentropy", engine.LBFGS(), regularization=engine.Regularization(l2=0.01)
    )
    trainer = engine.Trainer(network, examples, settings, np.random.default_rng(0))
    for _ in range(3):
        progress = trainer.advance(1)
        assert progress.is_epoch_end
    np.testing.assert_allclose(network.parameters, expected.x, atol=1e-6)
    assert progress.loss == pytest.approx(network.evaluate(examples, "binary_crossentropy").loss, rel=1e-12)


def test_lbfgs_leaves_frozen_weights_alone_and_takes_part_of_the_way() -> None:
    network, examples = logistic_problem()
    network.parameters[...] = 0.25
    frozen = (engine.Part("dense", parameter="kernel", index=(1, 0)),)
    settings = engine.TrainingSettings("binary_crossentropy", engine.LBFGS(), frozen=frozen)
    engine.Trainer(network, examples, settings, np.random.default_rng(0)).advance(1)
    whole = network.parameters.copy()
    assert whole[1] == 0.25
    assert np.abs(whole[[0, 2, 3]] - 0.25).min() > 0.01
    network.parameters[...] = 0.25
    half = dataclasses.replace(settings, optimizer=engine.LBFGS(0.5))
    engine.Trainer(network, examples, half, np.random.default_rng(0)).advance(1)
    np.testing.assert_allclose(network.parameters - 0.25, (whole - 0.25) / 2, atol=1e-9)


def test_lbfgs_sees_the_same_dropout_masks_throughout_a_step() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((3,)), engine.Dropout(0.5), engine.Dense(1))
    network = engine.Network(spec, np.float64)
    rng = np.random.default_rng(4)
    x = rng.normal(size=(40, 3))
    settings = engine.TrainingSettings("half_squared_error", engine.LBFGS(max_iterations=200))
    trainer = engine.Trainer(network, engine.Examples(x, x @ [[1.0], [2.0], [3.0]]), settings, rng)
    trainer.advance(1)
    assert np.abs(network.gradients).max() < 1e-5, "with masks that change there is no such point"
