"""Equations: each holds, each number in it is the engine's, and what no formula explains is a number alone."""

from __future__ import annotations

import numpy as np
import pytest

from nnplay.engine import (
    ACTIVATIONS,
    SGD,
    Adam,
    Dense,
    Regularization,
    RMSprop,
    TrainingSettings,
)
from nnplay.project.calculation import Kind, Matrix, Quantity, phases
from nnplay.project.calculation.expressions import Equation, Number, Sum, Symbol, checked, evaluate, leaves, shortened
from tests.project.calculation.samples import of_chain, of_preset

SIGMOIDS = (Dense(4, "sigmoid"), Dense(2, "tanh"))
SGD_STEP = TrainingSettings("half_squared_error", SGD(0.1))


def value(equation: Equation) -> np.ndarray:
    left = equation.left
    return np.asarray(left.value if isinstance(left, Quantity) else left.values)


@pytest.mark.parametrize("activation", list(ACTIVATIONS))
def test_every_equation_holds(activation) -> None:
    found = of_chain(Dense(4, activation), Dense(2, activation), settings=SGD_STEP)
    equations = found.everything()
    assert len(equations) > 20
    for equation in equations:
        assert equation.right is not None, equation
        np.testing.assert_allclose(np.asarray(evaluate(equation.right)), value(equation), rtol=1e-9, atol=1e-12)


def test_a_batch_takes_the_mean() -> None:
    found = of_chain(*SIGMOIDS, settings=SGD_STEP, n=5)
    own, mean = found.backward.weight_equations("dense", "kernel", (1, 2))
    assert [leaf.symbol.sub for leaf in leaves(mean.right)] == ["1", "2", "3", "4", "5"]
    assert value(mean) == pytest.approx(np.mean([leaf.value for leaf in leaves(mean.right)]))
    assert own.right is not None
    assert value(own) == next(leaf.value for leaf in leaves(mean.right))
    np.testing.assert_allclose(value(mean), found.passes.trace.nodes["dense"].parameters["kernel"].gradient[1, 2])


@pytest.mark.parametrize("optimizer", [SGD(0.1), SGD(0.1, momentum=0.9), Adam(0.01), RMSprop(0.01)])
def test_new_weights_by_the_optimizers_rule(optimizer) -> None:
    found = of_chain(*SIGMOIDS, settings=TrainingSettings("half_squared_error", optimizer))
    equation = found.of_weight("dense", "kernel", (0, 0))[-1]
    assert "η" in {leaf.symbol.letter for leaf in leaves(equation.right)}


@pytest.mark.parametrize(
    "settings",
    [
        TrainingSettings("half_squared_error", SGD(0.1), regularization=Regularization(l2=0.1)),
        TrainingSettings("half_squared_error", SGD(0.1), clip_norm=0.01),
    ],
)
def test_what_a_rule_does_not_explain_is_a_move(settings) -> None:
    """With a penalty or clipping w − η·∂L/∂w is another number than the new weight: it must not be shown."""
    found = of_chain(*SIGMOIDS, settings=settings)
    equation = found.of_weight("dense", "kernel", (0, 0))[-1]
    assert [leaf.symbol.letter for leaf in leaves(equation.right)] == ["w", "Δw"]
    assert value(equation) == found.passes.trace.nodes["dense"].parameters["kernel"].new_value[0, 0]


def test_a_formula_that_is_not_true_is_not_shown() -> None:
    left = Quantity(Symbol("z"), 2.0)
    assert checked(left, Number(2.0)).right is not None
    assert checked(left, Number(2.001)).right is None


def test_long_sums_show_the_largest_terms() -> None:
    values = [0.1, -9.0, 0.2, 5.0, 0.3, 0.1, -0.1, 7.0]
    short = shortened(Sum(tuple(Number(each) for each in values)), most=4)
    assert [evaluate(term) for term in short.terms] == [-9, 5, 7]
    assert short.n_more == 5
    assert short.rest == pytest.approx(0.6)


def test_every_leaf_of_a_chain_has_its_place() -> None:
    found = of_preset("two-three-one")
    chain = found.backward.weight_equations("dense", "kernel", (1, 2))[0]
    parts = [(leaf.part.node, leaf.part.unit, leaf.part.index) for leaf in leaves(chain.right)]
    assert parts == [("dense_2", 0, ()), ("dense_2", None, (2, 0)), ("dense", 2, ()), ("input", 1, ())]


def test_phases_of_large_layers_are_cut_short() -> None:
    found = of_chain(Dense(40, "tanh"), Dense(2), settings=SGD_STEP)
    forward, backward = (
        found.of_phase(phases(found.passes.network)[1]),
        found.of_phase(phases(found.passes.network)[-2]),
    )
    assert len(forward) == 2 * 8
    assert len(backward) == 3 * 8 + 16


def test_matrix_form() -> None:
    found = of_chain(*SIGMOIDS, settings=SGD_STEP)
    for phase in phases(found.passes.network):
        if phase.kind in (Kind.FORWARD, Kind.BACKWARD):
            equations = found.of_phase(phase, by_matrices=True)
            assert all(isinstance(equation.left, Matrix) for equation in equations)
            for equation in equations:
                np.testing.assert_allclose(evaluate(equation.right), equation.left.values, rtol=1e-9)
