"""Activation functions against their definitions, written with Python's own mathematics."""

from collections.abc import Callable
from math import atan, cos, cosh, erf, exp, inf, log1p, pi, sin, sqrt, tanh

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay.engine import ACTIVATIONS
from nnplay.engine.calls import run

Scalar = Callable[[float], float]

_SELU_ALPHA, _SELU_SCALE = 1.6732632423543772848170429916717, 1.0507009873554804934193349852946


def _sigmoid(z: float) -> float:
    return 1 / (1 + exp(-z))


def _softplus(z: float) -> float:
    return log1p(exp(z))


def _normal(z: float) -> float:
    return exp(-z * z / 2) / sqrt(2 * pi)


def _normal_below(z: float) -> float:
    return (1 + erf(z / sqrt(2))) / 2


# Each function with its derivative, as published; for sources see the modules.
DEFINITIONS: dict[str, tuple[Scalar, Scalar]] = {
    "linear": (lambda z: z, lambda z: 1),
    "step": (lambda z: 1 if z >= 0 else 0, lambda z: 0),
    "sigmoid": (_sigmoid, lambda z: _sigmoid(z) * _sigmoid(-z)),
    "tanh": (tanh, lambda z: 1 / cosh(z) ** 2),
    "arctan": (atan, lambda z: 1 / (1 + z * z)),
    "softsign": (lambda z: z / (1 + abs(z)), lambda z: 1 / (1 + abs(z)) ** 2),
    "relu": (lambda z: max(0, z), lambda z: 1 if z > 0 else 0),
    "leaky_relu": (lambda z: z if z > 0 else 0.2 * z, lambda z: 1 if z > 0 else 0.2),
    "prelu": (lambda z: z if z > 0 else 0.25 * z, lambda z: 1 if z > 0 else 0.25),
    "elu": (lambda z: z if z > 0 else exp(z) - 1, lambda z: 1 if z > 0 else exp(z)),
    "selu": (
        lambda z: _SELU_SCALE * (z if z > 0 else _SELU_ALPHA * (exp(z) - 1)),
        lambda z: _SELU_SCALE * (1 if z > 0 else _SELU_ALPHA * exp(z)),
    ),
    "softplus": (_softplus, _sigmoid),
    "silu": (lambda z: z * _sigmoid(z), lambda z: _sigmoid(z) * (1 + z * _sigmoid(-z))),
    "gelu": (lambda z: z * _normal_below(z), lambda z: _normal_below(z) + z * _normal(z)),
    "mish": (
        lambda z: z * tanh(_softplus(z)),
        lambda z: tanh(_softplus(z)) + z * _sigmoid(z) / cosh(_softplus(z)) ** 2,
    ),
    "sine": (sin, cos),
    "gaussian": (lambda z: exp(-z * z), lambda z: -2 * z * exp(-z * z)),
}
ELEMENTWISE = [name for name, activation in ACTIVATIONS.items() if activation.is_elementwise]


def test_the_cheat_sheet_is_complete() -> None:
    assert set(ACTIVATIONS) == {*DEFINITIONS, "softmax"}


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_value_and_derivative_are_the_published_ones(name: str) -> None:
    function, derivative = DEFINITIONS[name]
    z = np.array([-12.5, -3.0, -1.0, -0.4, -1e-3, 0.0, 1e-3, 0.7, 1.0, 2.2, 9.0])
    activation = ACTIVATIONS[name]
    np.testing.assert_allclose(activation.function(z), [function(v) for v in z], rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(activation.derivative(z), [derivative(v) for v in z], rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("name", [name for name in ELEMENTWISE if name != "step"])
def test_the_derivative_is_the_slope_of_the_function(name: str) -> None:
    activation = ACTIVATIONS[name]
    z = np.linspace(*activation.plot_range, 997) + 1e-4
    slopes = (activation.function(z + 1e-6) - activation.function(z - 1e-6)) / 2e-6
    np.testing.assert_allclose(activation.derivative(z), slopes, atol=1e-8)


def test_relu_is_flat_at_zero_as_in_tensorflow_playground() -> None:
    assert ACTIVATIONS["relu"].derivative(np.zeros(1)) == 0


def test_only_the_step_has_no_gradient_and_says_so() -> None:
    assert [name for name, activation in ACTIVATIONS.items() if not activation.has_gradient] == ["step"]
    assert not ACTIVATIONS["step"].derivative(np.linspace(-3, 3, 11)).any()


@pytest.mark.parametrize(
    ("name", "least", "greatest"),
    [
        ("sigmoid", 0, 1),
        ("tanh", -1, 1),
        ("arctan", -pi / 2, pi / 2),
        ("softsign", -1, 1),
        ("step", 0, 1),
        ("relu", 0, inf),
        ("elu", -1, inf),
        ("selu", -1.7581, inf),
        ("softplus", 0, inf),
        ("silu", -0.2785, inf),
        ("gelu", -0.1700, inf),
        ("mish", -0.3088, inf),
        ("sine", -1, 1),
        ("gaussian", 0, 1),
    ],
)
def test_the_range_is_the_one_that_is_told(name: str, least: float, greatest: float) -> None:
    activation = ACTIVATIONS[name]
    values = activation.function(np.linspace(-30, 30, 60_001))
    assert values.min() == pytest.approx(least, abs=0.05 if name in ("arctan", "softsign") else 1e-4)
    assert values.max() == pytest.approx(min(greatest, values.max()), abs=0.05)
    for bound in (least, greatest):
        shown = {0.0: "0", 1.0: "1", -1.0: "−1", inf: "∞", pi / 2: "π/2", -pi / 2: "−π/2"}.get(bound, f"−{-bound:.4f}")
        assert shown in activation.range


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", ELEMENTWISE)
def test_extreme_inputs_neither_overflow_nor_warn(name: str, dtype: type) -> None:
    activation = ACTIVATIONS[name]
    z = np.array([[-1e4, -745.0, -90.0, 0.0, 90.0, 745.0, 1e4]], dtype)
    a, d = np.empty_like(z), np.empty_like(z)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        run(activation.forward(z, a) + activation.slope(z, a, d))
    assert np.isfinite(a).all()
    assert np.isfinite(d).all()


@pytest.mark.parametrize("name", [name for name in ACTIVATIONS if name != "step"])
def test_what_is_not_a_number_stays_none(name: str) -> None:
    """A diverging network must be seen, so no function but the step may turn NaN into something that looks fine."""
    values = ACTIVATIONS[name].function(np.array([[np.nan, 1.0], [0.0, 1.0]]))
    assert np.isnan(values[0, 0])


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_in_place_is_the_same(name: str) -> None:
    activation = ACTIVATIONS[name]
    z = np.random.default_rng(0).normal(size=(4, 5))
    expected = activation.function(z)
    run(activation.forward(z, z))
    np.testing.assert_array_equal(z, expected)


@given(st.lists(st.floats(-50, 50), min_size=2, max_size=6), st.floats(-50, 50))
def test_softmax_is_a_distribution_that_a_common_shift_leaves_alone(z: list[float], shift: float) -> None:
    softmax = ACTIVATIONS["softmax"]
    values = softmax.function(np.array(z))
    assert values.sum() == pytest.approx(1)
    assert (values > 0).all()
    np.testing.assert_allclose(softmax.function(np.array(z) + shift), values, rtol=1e-9)
    np.testing.assert_allclose(values, np.exp(z) / np.exp(z).sum(), rtol=1e-9)


def test_softmax_of_pictures_goes_by_channel() -> None:
    z = np.random.default_rng(0).normal(size=(6, 3, 4))  # positions, channels, batch
    np.testing.assert_allclose(ACTIVATIONS["softmax"].function(z).sum(axis=1), 1)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_everything_that_people_read_is_there(name: str) -> None:
    activation = ACTIVATIONS[name]
    assert activation.title
    assert activation.formula.startswith("f")
    assert "f" in activation.derivative_formula
    low, high = activation.plot_range
    assert low < 0 < high
    assert activation.function(np.array(0.5)).shape == ()
    assert activation.function(np.zeros((2, 3))).shape == (2, 3)
