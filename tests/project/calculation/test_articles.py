"""The articles' figures, from the presets through the equations that a person sees."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay.data import load
from nnplay.engine import Network, gradient_check, trace
from nnplay.project import edits
from nnplay.project.calculation import Calculation, Kind, NumberFormat, Phase, calculation_text, passes_of
from nnplay.project.presets import preset
from tests.project.calculation.samples import of_preset

FOUR = NumberFormat(digits=4)


def lines(calculation: Calculation, kind: Kind, node: str | None = None) -> list[str]:
    return calculation_text(calculation.of_phase(Phase(kind, node)), FOUR).splitlines()


def test_e1_forward_by_hand() -> None:
    found = of_preset("forward-by-hand")
    assert lines(found, Kind.FORWARD, "dense") == [
        "h₁ = w⁽¹⁾₁₁·x₁ + w⁽¹⁾₂₁·x₂ = 1 × 2 + 1 × 3 = 5",
        "h₂ = w⁽¹⁾₁₂·x₁ + w⁽¹⁾₂₂·x₂ = (−1) × 2 + 1 × 3 = 1",
    ]
    assert lines(found, Kind.FORWARD, "dense_2") == ["ŷ = w⁽²⁾₁·h₁ + w⁽²⁾₂·h₂ = 2 × 5 + (−1) × 1 = 9"]


@pytest.mark.parametrize(
    ("activation", "function"),
    [
        ("relu", lambda z: np.maximum(z, 0)),
        ("sigmoid", lambda z: 1 / (1 + np.exp(-z))),
        ("tanh", np.tanh),
        ("softplus", lambda z: np.log(1 + np.exp(z))),
    ],
)
def test_e2_the_same_with_an_activation(activation, function) -> None:
    project = preset("forward-by-hand")
    for name in ("dense", "dense_2"):
        project = edits.change_layer(project, name, {"activation": activation})
    examples = load(project.data, project.seeds.data, project.seeds.split).train
    found = Calculation(passes_of(project, examples, [0])).passes.trace.nodes
    hidden = function(np.array([5.0, 1.0]))
    np.testing.assert_allclose(found["dense"].a, hidden, rtol=1e-12)
    np.testing.assert_allclose(found["dense_2"].a, function(hidden @ np.array([2.0, -1.0])), rtol=1e-12)
    if activation == "relu":
        assert [*found["dense"].a, *found["dense_2"].a] == [5, 1, 9]


def test_e4_the_perceptron_decides_by_a_step() -> None:
    found = of_preset("perceptron")
    output = found.passes.trace.nodes[found.passes.network.output.name]
    assert output.z is not None
    assert output.a[0] == float(output.z[0] >= 0)
    assert any("= step(" in line for line in lines(found, Kind.FORWARD, "dense"))


def test_e5_two_three_one() -> None:
    found = of_preset("two-three-one")
    hidden, output = found.passes.trace.nodes["dense"], found.passes.trace.nodes["dense_2"]
    assert hidden.z is not None
    np.testing.assert_allclose(hidden.z, [1.0, 1.3, 0.8], rtol=1e-12)
    # The article rounds to 0.73, 0.79 (or 0.78) and 0.69, and computes 1.235 from them.
    np.testing.assert_allclose(hidden.a, [0.73, 0.79, 0.69], atol=0.006)
    assert output.a[0] == pytest.approx(1.2332, abs=5e-5)
    assert found.passes.loss == pytest.approx(1.5208, abs=5e-5)
    assert lines(found, Kind.FORWARD, "dense")[:2] == [
        "z₁ = w⁽¹⁾₁₁·x₁ + w⁽¹⁾₂₁·x₂ = 0.8 × 1 + 0.2 × 1 = 1",
        "h₁ = σ(z₁) = σ(1) = 0.7311",
    ]
    assert lines(found, Kind.LOSS) == ["L = (ŷ − y)² = (1.233 − 0)² = 1.521"]


def test_e5_the_chain_rule_has_a_factor_for_each_link() -> None:
    found = of_preset("two-three-one")
    text = calculation_text(found.of_weight("dense", "kernel", (0, 0)), FOUR)
    h = 1 / (1 + np.exp(-1.0))
    gradient = 2 * 1.2332 * 0.3 * h * (1 - h)
    assert "∂L/∂w⁽¹⁾₁₁ = ∂L/∂ŷ·∂ŷ/∂h₁·∂h₁/∂z₁·∂z₁/∂w⁽¹⁾₁₁ = 2.466 × 0.3 × 0.1966 × 1 = 0.1455" in text
    assert gradient == pytest.approx(0.1455, abs=5e-5)


def test_e7_gradient_descent_on_one_weight() -> None:
    found = of_preset("one-weight")
    assert lines(found, Kind.FORWARD, "dense") == ["ŷ = w·x = 5 × 2 = 10"]
    assert lines(found, Kind.LOSS) == ["L = (1 / 2)·(ŷ − y)² = (1 / 2) × (10 − 6)² = 8"]
    assert lines(found, Kind.BACKWARD, "dense") == [
        "∂L/∂ŷ = ŷ − y = 10 − 6 = 4",
        "∂L/∂w = ∂L/∂ŷ·∂ŷ/∂w = 4 × 2 = 8",
    ]
    assert lines(found, Kind.UPDATE) == ["w′ = w − η·∂L/∂w = 5 − 0.1 × 8 = 4.2"]
    assert found.passes.new_loss == pytest.approx(2.88, rel=1e-12)
    project = preset("one-weight")
    again = trace(project.network, np.array([4.2]), np.array([2.0]), np.array([6.0]), project.training)
    assert again.nodes["dense"].a[0] == pytest.approx(8.4, rel=1e-12)
    assert trace(
        project.network, np.array([3.0]), np.array([2.0]), np.array([6.0]), project.training
    ).loss == pytest.approx(0)


def test_e8_two_gradients_agree_to_four_digits() -> None:
    found = of_preset("line-3x", 0, 1, 2, 3, 4)
    x = np.array([1.0, 3, 4, 8, 10])
    error = 2.269 * x + 1.01 - 3 * x
    by_hand = [2 * (error * x).mean(), 2 * error.mean()]
    trained = found.passes.trace.nodes["dense"].parameters
    np.testing.assert_allclose([trained["kernel"].gradient[0, 0], trained["bias"].gradient[0]], by_hand, rtol=1e-12)
    check = gradient_check(
        found.passes.network, found.passes.parameters, x[:, None], 3 * x[:, None], "mean_squared_error", step=1e-4
    )
    np.testing.assert_allclose(check.differences, by_hand, rtol=1e-4)


def test_e9_undecided_people_get_a_probability_for_each_label() -> None:
    found = of_preset("body-measures", *range(8))
    assert found.passes.network.shapes["dense_2"] == (2,)
    for each in found.passes.traces:
        assert each.nodes["dense_2"].a.sum() == pytest.approx(1)
    network = Network(found.passes.network, np.float64)
    network.parameters[...] = found.passes.parameters
    assert network.predict(np.zeros((1, 3))).sum() == pytest.approx(1)


def test_e12_the_matrix_form_is_the_same_sum() -> None:
    found = of_preset("weight-matrix")
    kernel = np.array([[0.1, -0.2, 0.3], [0.4, 0.5, -0.6]])
    z = np.array([1.0, 2.0]) @ kernel
    assert lines(found, Kind.FORWARD, "dense")[0] == "z₁ = w₁₁·x₁ + w₂₁·x₂ = 0.1 × 1 + 0.4 × 2 = 0.9"
    text = calculation_text(found.of_layer("dense"), FOUR)
    assert text.splitlines()[0] == ("z = x·W = [1  2] × [0.1  −0.2  0.3; 0.4  0.5  −0.6] = [0.9  0.8  −0.9]")
    np.testing.assert_allclose(found.passes.trace.nodes["dense"].a, 1 / (1 + np.exp(-z)), rtol=1e-12)
    assert "∂L/∂W = xᵀ·∂L/∂z" in text
