"""A network at rest: predicting, measuring, and refusing what does not fit."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay import engine

SPEC = engine.NetworkSpec.chain(engine.Input((3,)), engine.Dense(4, "tanh"), engine.Dense(2))


def network(dtype: type = np.float64) -> engine.Network:
    made = engine.Network(SPEC, dtype)
    made.parameters[...] = np.random.default_rng(0).normal(size=SPEC.n_parameters)
    return made


def by_hand(made: engine.Network, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    hidden = np.tanh(x @ made.view("dense", "kernel") + made.view("dense", "bias"))
    return hidden, hidden @ made.view("dense_2", "kernel") + made.view("dense_2", "bias")


@pytest.mark.parametrize("n", [0, 1, 2, 511, 512, 513, 1300])
def test_any_number_of_examples(n: int) -> None:
    made, x = network(), np.random.default_rng(1).normal(size=(n, 3))
    hidden, output = by_hand(made, x)
    np.testing.assert_allclose(made.predict(x), output, rtol=1e-10)
    found = made.activations(x)
    np.testing.assert_allclose(found["dense"], hidden, rtol=1e-10)
    np.testing.assert_array_equal(found["input"], x)


def test_views_share_memory_with_the_flat_vector() -> None:
    made = network()
    made.view("dense_2", "kernel")[3, 1] = 7
    assert made.parameters[SPEC.node_slots("dense_2")[0].offset + 7] == 7
    other = np.zeros(SPEC.n_parameters)
    assert np.shares_memory(made.view("dense", "bias", other), other)
    with pytest.raises(KeyError):
        made.view("dense", "gamma")


def test_evaluation_is_the_mean_over_all_examples() -> None:
    made, x = network(), np.random.default_rng(1).normal(size=(1300, 3))
    y = np.random.default_rng(2).normal(size=(1300, 2))
    _, output = by_hand(made, x)
    found = made.evaluate(engine.Examples(x, y), "mean_squared_error")
    assert found.loss == pytest.approx(((output - y) ** 2).mean(), rel=1e-10)
    assert found.accuracy is None
    classes = np.random.default_rng(3).integers(0, 2, 1300)
    found = made.evaluate(engine.Examples(x, classes), "half_squared_error")
    assert found.accuracy == pytest.approx((output.argmax(axis=1) == classes).mean())


def test_looking_leaves_training_alone() -> None:
    runs = [engine.Trainer(*_run(), np.random.default_rng(0)) for _ in range(2)]
    for training in runs:
        training.advance(2)
    runs[0].network.predict(np.ones((5, 3)))
    runs[0].network.evaluate(_run()[1], "half_squared_error")
    for training in runs:
        training.advance(2)
    np.testing.assert_array_equal(runs[0].network.parameters, runs[1].network.parameters)


def _run() -> tuple[engine.Network, engine.Examples, engine.TrainingSettings]:
    rng = np.random.default_rng(5)
    data = engine.Examples(rng.normal(size=(20, 3)), rng.normal(size=(20, 2)))
    return network(), data, engine.TrainingSettings("half_squared_error", engine.Adam(), 7)


def test_what_does_not_fit_is_refused_with_both_shapes() -> None:
    made = network()
    with pytest.raises(engine.ShapeError, match=r"\(3,\).*\(4,\)"):
        made.predict(np.zeros((2, 4)))
    with pytest.raises(engine.ShapeError):
        made.predict(np.zeros(3))
    with pytest.raises(engine.ShapeError, match="3 target"):
        made.evaluate(engine.Examples(np.zeros((2, 3)), np.zeros((2, 3))), "half_squared_error")
    with pytest.raises(engine.ShapeError, match="6 classes"):
        made.evaluate(engine.Examples(np.zeros((2, 3)), np.array([0, 5])), "half_squared_error")
    with pytest.raises(engine.DataError):
        made.evaluate(engine.Examples(np.zeros((0, 3)), np.zeros((0, 2))), "half_squared_error")
    with pytest.raises(engine.SettingError):
        made.evaluate(engine.Examples(np.zeros((2, 3)), np.zeros((2, 2))), "no such loss")


def test_weights_that_are_too_large_give_infinity_and_no_warning() -> None:
    made = network(np.float32)
    made.parameters[...] = 3e38
    assert not np.isfinite(made.predict(np.ones((1, 3)))).any()
    found = made.evaluate(engine.Examples(np.ones((1, 3)), np.ones((1, 2))), "half_squared_error")
    assert found.loss == np.inf


def test_single_and_double_precision_agree() -> None:
    x = np.random.default_rng(1).normal(size=(50, 3))
    double, single = network(), network(np.float32)
    np.testing.assert_allclose(single.predict(x), double.predict(x), rtol=1e-4, atol=1e-5)
    y = np.random.default_rng(2).normal(size=(50, 2))
    for made in (double, single):
        made.loss_and_gradients(x, y, "half_squared_error")
    np.testing.assert_allclose(single.gradients, double.gradients, rtol=1e-3, atol=1e-5)


def test_an_evaluation_that_is_stopped_knows_nothing() -> None:
    made = engine.Network(engine.NetworkSpec.chain(engine.Input((3,)), engine.Dense(1)))
    examples = engine.Examples(np.zeros((2_000, 3), np.float32), np.ones((2_000, 1), np.float32))
    asked = iter((False, False, True))
    found = made.evaluate(examples, "half_squared_error", lambda: next(asked))
    assert np.isnan(found.loss)
    assert found.accuracy is None
    assert made.evaluate(examples, "half_squared_error", lambda: False).loss == 0.5
