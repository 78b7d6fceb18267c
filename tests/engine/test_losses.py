"""Losses against their definitions, by hand and by central differences."""

from dataclasses import replace
from math import exp, log

import numpy as np
import pytest

from nnplay.engine import (
    ACTIVATIONS,
    LOSSES,
    DataError,
    Dense,
    Input,
    Loss,
    Network,
    NetworkSpec,
    SettingError,
    find_loss,
)
from nnplay.engine.calls import Array, run
from nnplay.engine.losses import (
    BinaryCrossentropy,
    CategoricalCrossentropy,
    Huber,
    LossSite,
    SparseCategoricalCrossentropy,
)

A = np.array([[0.5, -1.0, 2.0], [0.0, 3.0, -0.5]])
Y = np.array([[0.0, 1.0, 2.0], [1.0, 1.0, -1.0]])
P = np.array([[0.7, 0.2, 0.1], [0.3, 0.3, 0.4]])
ONE_HOT = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])


@pytest.mark.parametrize(
    ("name", "prediction", "target", "expected"),
    [
        ("squared_error_sum", A, Y, [0.25 + 4 + 0, 1 + 4 + 0.25]),
        ("half_squared_error", A, Y, [4.25 / 2, 5.25 / 2]),
        ("mean_squared_error", A, Y, [4.25 / 3, 5.25 / 3]),
        ("mean_absolute_error", A, Y, [2.5 / 3, 3.5 / 3]),
        ("huber", A, Y, [(0.125 + 1.5 + 0) / 3, (0.5 + 1.5 + 0.125) / 3]),
        ("binary_crossentropy", P, ONE_HOT, [-log(0.7 * 0.8 * 0.9) / 3, -log(0.7 * 0.7 * 0.4) / 3]),
        ("categorical_crossentropy", P, ONE_HOT, [-log(0.7), -log(0.4)]),
        ("sparse_categorical_crossentropy", P, ONE_HOT, [-log(0.7), -log(0.4)]),
        ("hinge", A, np.array([[1.0, 1.0, -1.0], [0.0, 1.0, 1.0]]), [(0.5 + 2 + 3) / 3, (1 + 0 + 1.5) / 3]),
    ],
)
def test_values_worked_out_by_hand(name: str, prediction: Array, target: Array, expected: list[float]) -> None:
    np.testing.assert_allclose(LOSSES[name].per_example(prediction, target), expected, rtol=1e-12)


def test_every_loss_of_the_articles_is_there() -> None:
    assert set(LOSSES) == {
        "squared_error_sum",
        "half_squared_error",
        "mean_squared_error",
        "mean_absolute_error",
        "huber",
        "binary_crossentropy",
        "categorical_crossentropy",
        "sparse_categorical_crossentropy",
        "hinge",
    }


def _pair(loss: Loss, n: int = 7, k: int = 3) -> tuple[Array, Array]:
    """A prediction and a target that the loss makes sense for."""
    rng = np.random.default_rng(1)
    if loss.takes_classes:
        return ACTIVATIONS["softmax"].function(rng.normal(size=(k, n))).T, np.eye(k)[rng.integers(0, k, n)]
    if isinstance(loss, BinaryCrossentropy):
        return rng.uniform(0.05, 0.95, (n, k)), rng.random((n, k))
    return rng.normal(size=(n, k)), rng.choice([-1.0, 1.0], (n, k))


@pytest.mark.parametrize("name", LOSSES)
def test_the_gradient_is_the_slope_of_the_value(name: str) -> None:
    loss = LOSSES[name]
    prediction, target = _pair(loss)
    gradient = loss.gradient(prediction, target)
    for column in range(prediction.shape[1]):
        step = np.zeros_like(prediction)
        step[:, column] = 1e-6
        slope = (loss.per_example(prediction + step, target) - loss.per_example(prediction - step, target)) / 2e-6
        np.testing.assert_allclose(gradient[:, column], slope, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("loss", [*LOSSES.values(), CategoricalCrossentropy(0.1), BinaryCrossentropy(0.2), Huber(0.4)])
def test_what_training_adds_up_is_the_value_that_people_see(loss: Loss) -> None:
    prediction, target = _pair(loss)
    a = np.ascontiguousarray(prediction.T)
    site = LossSite(a, a, target.T, np.empty_like(a), np.empty(()))
    run(loss.calls(site))
    assert float(site.total) * site.factor == pytest.approx(loss.per_example(prediction, target).sum(), rel=1e-12)


@pytest.mark.parametrize(
    "loss",
    [
        BinaryCrossentropy(),
        BinaryCrossentropy(0.3),
        CategoricalCrossentropy(),
        CategoricalCrossentropy(0.3),
        SparseCategoricalCrossentropy(0.1),
    ],
)
def test_fused_and_by_steps_are_the_same(loss: Loss, rng: np.random.Generator) -> None:
    activation = ACTIVATIONS[loss.fused_activation or ""]
    z = rng.normal(size=(3, 5))
    _, target = _pair(loss, 5)
    fused = LossSite(z, np.empty_like(z), target.T, np.empty_like(z), np.empty(()))
    run(loss.fused_calls(fused))
    a, d, da = np.empty_like(z), np.empty_like(z), np.empty_like(z)
    apart = LossSite(z, a, target.T, da, np.empty(()))
    run(activation.forward(z, a) + loss.calls(apart) + activation.slope(z, a, d) + activation.backward(z, a, d, da, da))
    np.testing.assert_allclose(fused.a, a, rtol=1e-12)
    np.testing.assert_allclose(fused.gradient, da, rtol=1e-9, atol=1e-15)
    assert float(fused.total) * fused.factor == pytest.approx(float(apart.total) * apart.factor, rel=1e-9)


@pytest.mark.parametrize("name", ["binary_crossentropy", "categorical_crossentropy"])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_fused_losses_stay_finite_and_exact_where_probabilities_end(name: str, dtype: type) -> None:
    loss = LOSSES[name]
    z = np.array([[500.0, -500.0], [-500.0, 500.0]], dtype)
    target = np.array([[1.0, 1.0], [0.0, 0.0]], dtype)  # the first example is right, the second as wrong as can be
    site = LossSite(z, np.empty_like(z), target, np.empty_like(z), np.empty((), dtype))
    with np.errstate(all="raise", under="ignore"):
        run(loss.fused_calls(site))
    assert float(site.total) * site.factor == pytest.approx(500 if name == "binary_crossentropy" else 1000)
    assert np.isfinite(site.gradient).all()


@pytest.mark.parametrize("name", ["binary_crossentropy", "categorical_crossentropy"])
def test_by_steps_a_probability_of_zero_is_bad_but_not_infinite(name: str) -> None:
    prediction, target = np.array([[0.0, 1.0]], np.float32), np.array([[1.0, 0.0]], np.float32)
    value = LOSSES[name].per_example(prediction, target)
    assert np.isfinite(value).all()
    assert value[0] > 10
    assert np.isfinite(LOSSES[name].gradient(prediction, target)).all()


def test_label_smoothing_is_the_published_mixture() -> None:
    # Szegedy et al.: (1 - e) times the label plus e times the uniform distribution.
    expected = -(0.9 + 0.1 / 3) * log(0.7) - (0.1 / 3) * (log(0.2) + log(0.1))
    assert CategoricalCrossentropy(0.1).per_example(P[:1], ONE_HOT[:1])[0] == pytest.approx(expected)
    yes = BinaryCrossentropy(0.2).per_example(np.array([[0.7]]), np.array([[1.0]]))[0]
    assert yes == pytest.approx(-0.9 * log(0.7) - 0.1 * log(0.3))


def test_huber_is_squared_near_and_straight_far() -> None:
    huber = Huber(delta=2.0)
    zero = np.zeros((1, 1))
    assert huber.per_example(np.array([[1.5]]), zero)[0] == pytest.approx(1.5**2 / 2)
    assert huber.per_example(np.array([[5.0]]), zero)[0] == pytest.approx(2 * (5 - 1))
    assert huber.gradient(np.array([[-5.0]]), zero)[0, 0] == -2


def test_hinge_takes_zero_for_the_negative_class() -> None:
    hinge, prediction = LOSSES["hinge"], np.array([[0.3], [-0.2]])
    minus, nought = np.array([[-1.0], [1.0]]), np.array([[0.0], [1.0]])
    np.testing.assert_array_equal(hinge.per_example(prediction, minus), hinge.per_example(prediction, nought))
    np.testing.assert_array_equal(hinge.gradient(prediction, minus), hinge.gradient(prediction, nought))


def test_a_loss_is_found_by_name_or_given_as_it_is() -> None:
    assert find_loss("huber") == Huber()
    assert find_loss(Huber(3.0)) == replace(LOSSES["huber"], delta=3.0) != Huber()
    with pytest.raises(SettingError, match="square") as caught:
        find_loss("square")
    assert "mean_squared_error" in str(caught.value)


@pytest.mark.parametrize("make", [lambda: Huber(0), lambda: Huber(float("nan")), lambda: CategoricalCrossentropy(1.0)])
def test_fields_outside_their_range_are_refused(make: object) -> None:
    with pytest.raises(SettingError):
        make()  # type: ignore[operator]


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("binary_crossentropy", [[0.0, 1.0], [0.3, 1.0]], [[-1.0, 1.0]]),
        ("categorical_crossentropy", [[0.25, 0.75], [0.0, 1.0]], [[0.4, 0.4]]),
        ("sparse_categorical_crossentropy", [[0.0, 1.0]], [[-0.5, 1.5]]),
        ("hinge", [[-1.0, 1.0], [0.0, 1.0]], [[0.5, 1.0]]),
    ],
)
def test_targets_that_make_no_sense_are_refused(name: str, good: list[list[float]], bad: list[list[float]]) -> None:
    LOSSES[name].check_targets(np.array(good))
    LOSSES[name].check_targets(np.array([0, 1, 1]))  # class numbers always do
    with pytest.raises(DataError):
        LOSSES[name].check_targets(np.array(bad))


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_is_the_mean_over_examples(name: str, rng: np.random.Generator) -> None:
    """The same batch twice has the same loss and gradient, whatever the outputs are."""
    last = {"binary_crossentropy": "sigmoid"}.get(name, "softmax" if LOSSES[name].takes_classes else "linear")
    network = Network(NetworkSpec.chain(Input((2,)), Dense(3, last)), np.float64)
    network.initialize(np.random.default_rng(1))
    x, (_, target) = rng.normal(size=(4, 2)), _pair(LOSSES[name], 4)
    once = network.loss_and_gradients(x, target, name)
    gradients = network.gradients.copy()
    twice = network.loss_and_gradients(np.tile(x, (2, 1)), np.tile(target, (2, 1)), name)
    assert twice == pytest.approx(once, rel=1e-12)
    np.testing.assert_allclose(network.gradients, gradients, rtol=1e-10, atol=1e-14)


def test_softmax_with_crossentropy_at_a_known_point() -> None:
    # All z equal: every class has probability 1/3, whatever is true.
    z = np.zeros((3, 1))
    site = LossSite(z, np.empty_like(z), np.array([[1.0], [0.0], [0.0]]), np.empty_like(z), np.empty(()))
    run(LOSSES["categorical_crossentropy"].fused_calls(site))
    assert float(site.total) * site.factor == pytest.approx(log(3))
    np.testing.assert_allclose(site.gradient[:, 0], [1 / 3 - 1, 1 / 3, 1 / 3])
    # One class ahead by ln 2: e^(ln 2) = 2, so 2/4, 1/4, 1/4.
    z = np.array([[log(2)], [0.0], [0.0]])
    site = LossSite(z, np.empty_like(z), np.array([[1.0], [0.0], [0.0]]), np.empty_like(z), np.empty(()))
    run(LOSSES["categorical_crossentropy"].fused_calls(site))
    np.testing.assert_allclose(site.a[:, 0], [0.5, 0.25, 0.25])
    assert exp(-float(site.total) * site.factor) == pytest.approx(0.5)
