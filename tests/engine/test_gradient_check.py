"""The gradient check: it agrees where backpropagation is right, and says so where it is not."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay import engine

X = np.array([[1.0], [3], [4], [8], [10]])


def test_e8_both_gradients_side_by_side() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1))
    found = engine.gradient_check(spec, np.array([2.269, 1.01]), X, 3 * X, "mean_squared_error", step=1e-4)
    error = 2.269 * X + 1.01 - 3 * X
    expected = [float((2 * error * X).mean()), float((2 * error).mean())]
    np.testing.assert_allclose(found.backpropagation, expected, rtol=1e-12)
    np.testing.assert_allclose(found.differences, expected, rtol=1e-4)


def test_e8_both_ways_of_descent_reach_three_and_zero() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(1))
    weights = np.array([2.269, 1.01])
    for _ in range(2000):
        found = engine.gradient_check(spec, weights, X, 3 * X, "mean_squared_error", step=1e-4)
        assert found.worst < 1e-4 or np.abs(found.backpropagation).max() < 1e-6
        weights -= 0.01 * found.differences
    np.testing.assert_allclose(weights, [3, 0], atol=1e-2)


def test_chosen_weights_only() -> None:
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(4, "tanh"), engine.Dropout(0.5), engine.Dense(1))
    weights = np.random.default_rng(0).normal(size=spec.n_parameters)
    chosen = np.array([0, 5, 12])
    found = engine.gradient_check(spec, weights, X, 3 * X, "half_squared_error", indices=chosen)
    whole = engine.gradient_check(spec, weights, X, 3 * X, "half_squared_error")
    np.testing.assert_array_equal(found.indices, chosen)
    np.testing.assert_array_equal(found.backpropagation, whole.backpropagation[chosen])
    assert whole.worst < 1e-6, "dropout draws the same masks for every look"


def test_a_wrong_gradient_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(self: engine.Dense, site: object) -> list[object]:
        return right(self, site)[:-1]  # type: ignore[arg-type,return-value]

    right = engine.Dense.backward
    monkeypatch.setattr(engine.Dense, "backward", wrong)
    spec = engine.NetworkSpec.chain(engine.Input((1,)), engine.Dense(2, "tanh"), engine.Dense(1))
    weights = np.random.default_rng(0).normal(size=spec.n_parameters)
    assert engine.gradient_check(spec, weights, X, 3 * X, "half_squared_error").worst > 0.01
