"""Loss equations beside the formulas of textbooks, written out once more with NumPy, and beside central differences."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay.engine import LOSSES, SGD, Dense, Input, NetworkSpec, TrainingSettings, trace_batch
from nnplay.engine.losses import BinaryCrossentropy, CategoricalCrossentropy, Huber
from nnplay.project.calculation import Calculation, NumberFormat, Passes, calculation_text
from nnplay.project.calculation.expressions import evaluate

FOUR = NumberFormat(digits=4)


def of_outputs(loss, outputs, targets) -> Calculation:
    """A network without any choice: its linear outputs are these numbers."""
    n = len(outputs)
    spec = NetworkSpec.chain(Input((1,)), Dense(n, use_bias=False))
    settings, w = TrainingSettings(loss, SGD(0.1)), np.array(outputs, float)
    y = np.array([targets], float)
    return Calculation(Passes(spec, settings, w, (0,), trace_batch(spec, w, np.ones((1, 1)), y, settings)))


def huber(a, y, delta):
    e = np.abs(a - y)
    return np.where(e <= delta, e**2 / 2, delta * (e - delta / 2)).mean()


def smoothed(y, share, doubt):
    return (1 - share) * y + share * doubt


A, Y = np.array([0.3, 0.6, 0.1]), np.array([0.0, 1.0, 0.0])
FAR, NEAR = np.array([3.0, 0.2, -2.0]), np.array([0.5, 0.1, 0.5])
CASES = {
    "squared_error_sum": ("squared_error_sum", A, Y, lambda a: ((a - Y) ** 2).sum()),
    "half_squared_error": ("half_squared_error", A, Y, lambda a: ((a - Y) ** 2).sum() / 2),
    "mean_squared_error": ("mean_squared_error", A, Y, lambda a: ((a - Y) ** 2).mean()),
    "mean_absolute_error": ("mean_absolute_error", A, Y, lambda a: np.abs(a - Y).mean()),
    "binary_crossentropy": (
        "binary_crossentropy",
        A,
        Y,
        lambda a: -(Y * np.log(a) + (1 - Y) * np.log(1 - a)).mean(),
    ),
    "categorical_crossentropy": ("categorical_crossentropy", A, Y, lambda a: -(Y * np.log(a)).sum()),
    "sparse_categorical_crossentropy": ("sparse_categorical_crossentropy", A, Y, lambda a: -np.log(a[1])),
    "huber": ("huber", FAR, NEAR, lambda a: huber(a, NEAR, 1)),
    "huber with another delta": (Huber(0.3), FAR, NEAR, lambda a: huber(a, NEAR, 0.3)),
    "hinge": ("hinge", FAR, np.array([1.0, 1, -1]), lambda a: np.maximum(0, 1 - np.array([1, 1, -1]) * a).mean()),
    "hinge of classes": ("hinge", A, Y, lambda a: np.maximum(0, 1 - np.array([-1, 1, -1]) * a).mean()),
    "smoothed": (
        CategoricalCrossentropy(0.2),
        A,
        Y,
        lambda a: -(smoothed(Y, 0.2, 1 / 3) * np.log(a)).sum(),
    ),
    "smoothed answers": (
        BinaryCrossentropy(0.2),
        A,
        Y,
        lambda a: -(smoothed(Y, 0.2, 0.5) * np.log(a) + (1 - smoothed(Y, 0.2, 0.5)) * np.log(1 - a)).mean(),
    ),
}


def test_no_loss_is_forgotten() -> None:
    assert LOSSES.keys() <= CASES.keys()


@pytest.mark.parametrize("name", CASES)
def test_values_and_slopes_as_the_formula_has_them(name) -> None:
    loss, a, y, formula = CASES[name]
    end = of_outputs(loss, a, y).end
    *_, last = end.equations()
    assert last.right is not None
    assert evaluate(last.right) == pytest.approx(formula(a), rel=1e-9)
    for unit in range(len(a)):
        nudge = 1e-6 * (np.arange(len(a)) == unit)
        difference = (formula(a + nudge) - formula(a - nudge)) / 2e-6
        right = end.slope_equation(unit).right
        assert right is not None
        assert evaluate(right) == pytest.approx(difference, abs=1e-8)


def test_huber_is_told_by_the_piece_that_counts() -> None:
    near, far = (of_outputs("huber", [out], [0.5]).end for out in (0.75, 3.0))
    assert calculation_text(near.equations(), FOUR) == "L = (1 / 2)·(ŷ − y)² = (1 / 2) × (0.75 − 0.5)² = 0.03125"
    assert calculation_text([near.slope_equation(0)], FOUR) == "∂L/∂ŷ = ŷ − y = 0.75 − 0.5 = 0.25"
    text = "L = δ·(|ŷ − y| − (1 / 2)·δ) = 1 × (|3 − 0.5| − (1 / 2) × 1) = 2"
    assert calculation_text(far.equations(), FOUR) == text
    assert calculation_text([far.slope_equation(0)], FOUR) == "∂L/∂ŷ = δ·sign(ŷ − y) = 1 × sign(3 − 0.5) = 1"


def test_hinge_takes_a_target_of_0_for_the_other_side() -> None:
    end = of_outputs("hinge", [0.25], [0]).end
    assert calculation_text(end.equations(), FOUR).splitlines() == [
        "t = −1",
        "L = max(0, 1 − t·ŷ) = max(0, 1 − (−1) × 0.25) = 1.25",
    ]
    assert calculation_text([end.slope_equation(0)], FOUR) == "∂L/∂ŷ = −t = −(−1) = 1"
    content = of_outputs("hinge", [1.5], [1]).end
    assert calculation_text([content.slope_equation(0)], FOUR) == "∂L/∂ŷ = 0"


@pytest.mark.parametrize(
    ("loss", "value", "slope"),
    [
        # The engine keeps a probability off 0: at the least normal float64, and at 1e-7.
        ("categorical_crossentropy", -np.log(np.finfo(float).tiny), -1 / np.finfo(float).tiny),
        ("sparse_categorical_crossentropy", -np.log(np.finfo(float).tiny), -1 / np.finfo(float).tiny),
        ("binary_crossentropy", -np.log(1e-7), (1e-7 - 1) / (1e-7 * (1 - 1e-7))),
    ],
)
def test_of_a_probability_of_exactly_0_only_the_engines_number_is_shown(loss, value, slope) -> None:
    y = [1.0] if loss == "binary_crossentropy" else [1.0, 0.0]
    calculation = of_outputs(loss, [0.0] * len(y), y)
    *_, last = calculation.end.equations()
    assert (last.right, last.left.value) == (None, pytest.approx(value))
    of_slope = calculation.end.slope_equation(0)
    assert (of_slope.right, of_slope.left.value) == (None, pytest.approx(slope))
    assert calculation_text([last], FOUR) == f"L = {value:.4g}"
    assert calculation_text(calculation.everything(), FOUR)


@pytest.mark.filterwarnings("ignore:overflow encountered:RuntimeWarning")  # the engine's own, of its new weights
def test_a_square_too_large_for_a_number_is_infinite_as_in_the_engine() -> None:
    end = of_outputs("squared_error_sum", [1e200], [0.0]).end
    (equation,) = end.equations()
    assert equation.left.value == evaluate(equation.right) == np.inf
