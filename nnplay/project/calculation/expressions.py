"""Expressions: a formula as a tree of sums, products and functions over named numbers, each with its part of the
network.

One tree is written in several ways: with symbols, with numbers, as LaTeX, as a spreadsheet's cells. It can also be
evaluated: a formula is shown only if it gives the number that the engine has computed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import ACTIVATIONS, Part

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Symbol:
    """A letter with indices: w with the subscript 1,2 and the superscript (1).

    ``example`` is the number, from 1, of an example of a batch other than the chosen one.
    """

    letter: str
    sub: str = ""
    sup: str = ""
    example: str = ""


@dataclass(frozen=True)
class Quantity:
    """A number with its name.

    Attributes
    ----------
    part
        Its part of the network; None for the loss, a target or a rate.
    by
        If given, the number is the derivative of the symbol with respect to this one.
    same_as
        Another name of the same number: dz/dw is the input that the weight multiplies.
    place
        Row and column of a unit in a picture; empty for units in a row.
    """

    symbol: Symbol
    value: float
    part: Part | None = None
    by: Symbol | None = None
    same_as: Symbol | None = None
    place: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Matrix:
    """A row or a matrix with its name, (n_rows, n_columns); ``by`` as for a quantity, ``part`` its layer."""

    symbol: Symbol
    values: Numbers
    part: Part | None = None
    by: Symbol | None = None
    is_transposed: bool = False


@dataclass(frozen=True)
class Number:
    """A constant, such as 2."""

    value: float


@dataclass(frozen=True)
class Sum:
    """A sum of terms; for a long sum the largest terms, and the total of the ``n_more`` others."""

    terms: tuple[Expression, ...]
    n_more: int = 0
    rest: float = 0.0


@dataclass(frozen=True)
class Product:
    """A product of factors; matrices by matrix multiplication unless ``is_elementwise``."""

    factors: tuple[Expression, ...]
    is_elementwise: bool = False


@dataclass(frozen=True)
class Negative:
    """The negative of an expression."""

    inner: Expression


@dataclass(frozen=True)
class Quotient:
    """A fraction."""

    top: Expression
    bottom: Expression


@dataclass(frozen=True)
class Square:
    """Times itself."""

    inner: Expression


@dataclass(frozen=True)
class Call:
    """A function of one argument: an activation function by name, its ``slope``, or exp, ln, abs, sign, sqrt."""

    function: str
    argument: Expression
    is_slope: bool = False


@dataclass(frozen=True)
class Extreme:
    """The maximum or minimum of some numbers; ``n_more`` others, which are not the extreme, are not written."""

    terms: tuple[Expression, ...]
    is_greatest: bool = True
    n_more: int = 0

    @property
    def function(self) -> str:
        """The function's name."""
        return "max" if self.is_greatest else "min"


Expression = Quantity | Matrix | Number | Sum | Product | Negative | Quotient | Square | Call | Extreme
Leaf = Quantity | Matrix

PLAIN = {"exp": np.exp, "ln": np.log, "abs": np.abs, "sign": np.sign, "sqrt": np.sqrt}


@dataclass(frozen=True)
class Equation:
    """``left = right``; without a right side only the number is known."""

    left: Leaf
    right: Expression | None = None

    @property
    def has_formula(self) -> bool:
        """Whether the right side is more than a number."""
        return self.right is not None and not isinstance(self.right, Number)


@np.errstate(all="ignore")
def evaluate(expression: Expression) -> float | Numbers:
    """Evaluate an expression; a division by 0 gives infinity or NaN, as does what is too large for float64."""
    match expression:
        case Quantity() | Number():
            return expression.value
        case Matrix():
            return expression.values
        case Sum():
            return sum(map(evaluate, expression.terms)) + expression.rest
        case Product():
            factors = [evaluate(factor) for factor in expression.factors]
            are_matrices = not expression.is_elementwise and all(np.ndim(factor) == 2 for factor in factors)
            return reduce(np.matmul if are_matrices else np.multiply, factors)
        case Negative():
            return -evaluate(expression.inner)
        case Quotient():
            return np.divide(evaluate(expression.top), evaluate(expression.bottom))
        case Square():
            return np.square(evaluate(expression.inner))
        case Call():
            argument = evaluate(expression.argument)
            if expression.function in PLAIN:
                return PLAIN[expression.function](argument)
            activation = ACTIVATIONS[expression.function]
            values = (activation.derivative if expression.is_slope else activation.function)(np.asarray(argument))
            return values if values.ndim else float(values)
        case Extreme():
            numbers = [float(evaluate(term)) for term in expression.terms]
            return max(numbers) if expression.is_greatest else min(numbers)


def leaves(expression: Expression) -> Iterator[Leaf]:
    """Return the named numbers of an expression from left to right."""
    match expression:
        case Quantity() | Matrix():
            yield expression
        case Sum() | Extreme():
            for term in expression.terms:
                yield from leaves(term)
        case Product():
            for factor in expression.factors:
                yield from leaves(factor)
        case Negative() | Square():
            yield from leaves(expression.inner)
        case Quotient():
            yield from leaves(expression.top)
            yield from leaves(expression.bottom)
        case Call():
            yield from leaves(expression.argument)
        case Number():
            pass


def checked(left: Leaf, right: Expression) -> Equation:
    """Return the equation, or only the number where the formula does not give it.

    So no formula is shown that settings of the engine (a penalty, label smoothing, clipping) have made wrong.
    """
    value = left.value if isinstance(left, Quantity) else left.values
    found = np.asarray(evaluate(right))
    # Different orders of summation in float64 differ only in the last digits.
    is_same = found.shape == np.shape(value) and np.allclose(found, value, rtol=1e-9, atol=1e-12)
    return Equation(left, right if is_same else None)


MOST_TERMS = 6
"""Most terms of a sum that are written."""


def shortened(total: Sum, most: int = MOST_TERMS) -> Sum:
    """Return the ``most`` - 1 largest terms of a longer sum in their order, and the rest as one number."""
    if len(total.terms) <= most:
        return total
    values = np.array([np.asarray(evaluate(term)).sum() for term in total.terms])
    return _with_rest(values, lambda place: total.terms[place], most)


@dataclass(frozen=True)
class Terms:
    """The terms of a sum that may be long: their values, (n,), and a function that writes the i-th term."""

    values: Numbers
    make: Callable[[int], Expression]


def added(parts: Iterable[Terms], *, is_whole: bool = False) -> Expression:
    """Return the sum of all terms; for a long sum only the largest terms are made, unless the whole is needed.

    So the gradient of a filter's weight, which has a term for each position of the picture, appears at once.
    """
    parts = tuple(parts)
    ends = np.cumsum([len(part.values) for part in parts]).tolist()

    def make(place: int) -> Expression:
        number = bisect_right(ends, place)
        return parts[number].make(place - (ends[number - 1] if number else 0))

    n = ends[-1] if ends else 0
    if is_whole or n <= MOST_TERMS:
        terms = tuple(map(make, range(n)))
        return Sum(terms) if len(terms) > 1 else terms[0] if terms else Number(0.0)
    return _with_rest(np.concatenate([part.values for part in parts]), make, MOST_TERMS)


def _with_rest(values: Numbers, make: Callable[[int], Expression], most: int) -> Sum:
    shown = np.sort(np.argsort(-np.abs(values), kind="stable")[: most - 1])
    rest = float(np.delete(values, shown).sum())
    return Sum(tuple(make(int(place)) for place in shown), len(values) - len(shown), rest)
