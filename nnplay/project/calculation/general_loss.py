"""General losses: the formula of a loss over all examples and outputs, as it stands in textbooks.

Examples are counted by i up to N, the outputs of one example by k up to K. The term of one output is the same tree from
which the equation of an example is made, so the two cannot say different things.
"""

from __future__ import annotations

from dataclasses import dataclass

from nnplay.engine import find_loss
from nnplay.engine.losses import Loss
from nnplay.project.calculation.expressions import (
    Call,
    Expression,
    Negative,
    Number,
    Product,
    Quantity,
    Quotient,
    Square,
    Sum,
    Symbol,
)
from nnplay.project.calculation.losses import MEANS, VALUES

_UNSAID = 0.5
"""A target that is neither of the two for which a cross-entropy has a shorter term."""

_ANSWER, _TARGET = Quantity(Symbol("ŷ", "ik"), _UNSAID), Quantity(Symbol("y", "ik"), _UNSAID)


@dataclass(frozen=True)
class Case:
    """What a letter in a term stands for: ``left = right``, under a condition that may be missing."""

    left: Expression
    right: Expression
    condition: tuple[Expression, str, Expression] | None = None


@dataclass(frozen=True)
class GeneralLoss:
    """``L = sign · 1/N · Σᵢ · (1/K) · Σₖ · term``.

    Attributes
    ----------
    is_negative
        Whether there is a minus sign before everything.
    has_half
        Whether the sum over the outputs is halved.
    is_mean
        Whether the sum over the outputs is divided by their number.
    has_sum
        Whether there is a sum over the outputs; the sparse cross-entropy names the one that counts.
    cases
        What letters in the term mean.
    """

    term: Expression
    is_negative: bool = False
    has_half: bool = False
    is_mean: bool = False
    has_sum: bool = True
    cases: tuple[Case, ...] = ()


def general_loss(loss: str | Loss) -> GeneralLoss:
    """Return the general formula of a loss."""
    name = find_loss(loss).name
    if name == "sparse_categorical_crossentropy":
        right = Quantity(Symbol("ŷ", "i,yᵢ"), _UNSAID)
        return GeneralLoss(Call("ln", right), is_negative=True, has_sum=False)
    if name == "huber":
        difference = Sum((_ANSWER, Negative(_TARGET)))
        return GeneralLoss(Call("h", difference), is_mean=True, cases=_huber_cases())
    if name == "hinge":
        side = Quantity(Symbol("t", "ik"), _UNSAID)
        two = Sum((Product((Number(2), _TARGET)), Negative(Number(1))))
        return GeneralLoss(VALUES[name](_ANSWER, side), is_mean=True, cases=(Case(side, two),))
    term = VALUES[name](_ANSWER, _TARGET)
    is_negative = isinstance(term, Negative)
    return GeneralLoss(
        term.inner if isinstance(term, Negative) else term,
        is_negative=is_negative,
        has_half=name == "half_squared_error",
        is_mean=name in MEANS,
    )


def _huber_cases() -> tuple[Case, Case]:
    error, delta = Quantity(Symbol("e"), _UNSAID), Quantity(Symbol("δ"), 1.0)
    half, distance = Quotient(Number(1), Number(2)), Call("abs", error)
    far = Product((delta, Sum((distance, Negative(Product((half, delta)))))))
    return (
        Case(Call("h", error), Product((half, Square(error))), (distance, "≤", delta)),
        Case(Call("h", error), far, (distance, ">", delta)),
    )
