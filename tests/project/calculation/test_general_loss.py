"""General losses: with numbers for its letters, every formula gives what the engine computes."""

from dataclasses import replace
from math import nan

import numpy as np
import pytest

from nnplay.engine.losses import LOSSES
from nnplay.project.calculation.expressions import (
    Call,
    Extreme,
    Negative,
    Number,
    Product,
    Quantity,
    Quotient,
    Square,
    Sum,
    evaluate,
)
from nnplay.project.calculation.general_loss import general_loss

N, K = 5, 3


def put_in(expression, numbers, cases=()):
    """The tree with numbers for its letters; a function that the cases define is replaced by the one that applies."""

    def inner(each):
        return put_in(each, numbers, cases)

    match expression:
        case Quantity():
            return replace(expression, value=numbers.get(expression.symbol.letter, expression.value))
        case Number():
            return expression
        case Sum() | Extreme():
            return replace(expression, terms=tuple(map(inner, expression.terms)))
        case Product():
            return replace(expression, factors=tuple(map(inner, expression.factors)))
        case Negative() | Square():
            return replace(expression, inner=inner(expression.inner))
        case Quotient():
            return Quotient(inner(expression.top), inner(expression.bottom))
        case Call(function="h"):
            error = evaluate(inner(expression.argument))
            return next(put_in(case.right, {"e": error}) for case in cases if applies(case.condition, error))
        case Call():
            return replace(expression, argument=inner(expression.argument))
    raise AssertionError(expression)


def applies(condition, error):
    left, sign, right = condition
    a, b = evaluate(put_in(left, {"e": error})), evaluate(right)
    return a <= b if sign == "≤" else a > b


def value(formula, answers, targets, classes):
    total = 0.0
    for i in range(N):
        outputs = range(K) if formula.has_sum else [classes[i]]
        terms = []
        for k in outputs:
            numbers = {"ŷ": answers[i, k], "y": targets[i, k], "t": nan}
            for case in formula.cases:
                if isinstance(case.left, Quantity):
                    numbers[case.left.symbol.letter] = evaluate(put_in(case.right, numbers))
            terms.append(float(evaluate(put_in(formula.term, numbers, formula.cases))))
        own = sum(terms) * (0.5 if formula.has_half else 1) / (K if formula.is_mean else 1)
        total += own
    return total / N * (-1 if formula.is_negative else 1)


@pytest.mark.parametrize("name", LOSSES)
def test_it_is_what_the_engine_computes(name):
    rng = np.random.default_rng(3)
    raw = rng.uniform(0.1, 2.5, (N, K))
    classes = rng.integers(K, size=N)
    targets = np.eye(K)[classes]
    if name in ("half_squared_error", "squared_error_sum", "mean_squared_error", "mean_absolute_error", "huber"):
        answers, targets = raw, rng.uniform(-1, 2, (N, K))
    else:
        answers = raw / raw.sum(axis=1, keepdims=True)
    engine = LOSSES[name].per_example(answers, targets).mean()
    assert value(general_loss(name), answers, targets, classes) == pytest.approx(engine, rel=1e-9)
