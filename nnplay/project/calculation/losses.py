"""Loss equations: the loss of one example, and its derivative by each output."""

from __future__ import annotations

from collections.abc import Callable
from math import prod

from nnplay.engine import find_loss
from nnplay.project.calculation.expressions import (
    Call,
    Equation,
    Expression,
    Negative,
    Number,
    Product,
    Quantity,
    Quotient,
    Square,
    Sum,
    Symbol,
    checked,
)
from nnplay.project.calculation.forward import Forward
from nnplay.project.calculation.naming import LOSS
from nnplay.project.calculation.passes import Passes


class LossPart:
    """The end of the forward pass of the chosen example."""

    def __init__(self, passes: Passes, forward: Forward) -> None:
        self._passes, self._forward = passes, forward
        self._name = find_loss(passes.settings.loss).name
        self._output = passes.network.output.name
        self._n = prod(passes.network.shapes[self._output])

    def loss(self) -> Quantity:
        """The loss of the chosen example."""
        return Quantity(self._forward.own_loss, self._passes.trace.loss)

    def target(self, unit: int) -> Quantity:
        """What an output ought to be."""
        return Quantity(self._forward.naming.target(unit), float(self._passes.trace.target[unit]))

    def equation(self) -> Equation:
        """L by its formula; losses that are no short sum give the number alone."""
        make = _VALUES.get(self._name)
        if make is None:
            return Equation(self.loss())
        units = range(self._n)
        if self._name.endswith("categorical_crossentropy"):
            units_that_count = [unit for unit in units if self.target(unit).value]
        else:
            units_that_count = list(units)
        terms = tuple(make(self._forward.output(self._output, unit), self.target(unit)) for unit in units_that_count)
        total: Expression = Sum(terms) if len(terms) > 1 else terms[0] if terms else Number(0)
        if self._name == "half_squared_error":
            total = Product((Quotient(Number(1), Number(2)), total))
        elif self._name in _MEANS and self._n > 1:
            total = Quotient(total, Number(self._n))
        return checked(self.loss(), total)

    def mean_equation(self) -> Equation:
        """The loss of a batch: the mean over its examples."""
        passes = self._passes
        own = (
            Quantity(Symbol(LOSS.letter, str(row)), trace.loss)
            for row, trace in zip(passes.rows, passes.traces, strict=True)
        )
        return checked(Quantity(LOSS, passes.loss), Quotient(Sum(tuple(own)), Number(len(passes.rows))))

    def slope(self, unit: int) -> Quantity:
        """dL/dŷ."""
        da = self._passes.trace.nodes[self._output].da
        output = self._forward.output(self._output, unit)
        value = 0.0 if da is None else float(da.reshape(-1)[unit])
        return Quantity(self._forward.own_loss, value, output.part, by=output.symbol)

    def slope_equation(self, unit: int) -> Equation:
        """dL/dŷ by its formula."""
        make = _SLOPES.get(self._name)
        if make is None:
            return Equation(self.slope(unit))
        right = make(self._forward.output(self._output, unit), self.target(unit))
        if self._name in _MEANS and self._n > 1:
            right = Quotient(right, Number(self._n))
        return checked(self.slope(unit), right)


_MEANS = {"mean_squared_error", "mean_absolute_error", "binary_crossentropy"}


def _difference(a: Expression, y: Expression) -> Sum:
    return Sum((a, Negative(y)))


def _other(value: Expression) -> Sum:
    return Sum((Number(1), Negative(value)))


def _binary(a: Expression, y: Quantity) -> Expression:
    if y.value == 1:
        return Negative(Call("ln", a))
    if y.value == 0:
        return Negative(Call("ln", _other(a)))
    return Negative(Sum((Product((y, Call("ln", a))), Product((_other(y), Call("ln", _other(a)))))))


Maker = Callable[[Quantity, Quantity], Expression]

_VALUES: dict[str, Maker] = {
    "squared_error_sum": lambda a, y: Square(_difference(a, y)),
    "half_squared_error": lambda a, y: Square(_difference(a, y)),
    "mean_squared_error": lambda a, y: Square(_difference(a, y)),
    "mean_absolute_error": lambda a, y: Call("abs", _difference(a, y)),
    "binary_crossentropy": _binary,
    "categorical_crossentropy": lambda a, y: Negative(Product((y, Call("ln", a)))),
    "sparse_categorical_crossentropy": lambda a, y: Negative(Call("ln", a)),
}
"""What one output adds to the loss."""

_SLOPES: dict[str, Maker] = {
    "squared_error_sum": lambda a, y: Product((Number(2), _difference(a, y))),
    "half_squared_error": _difference,
    "mean_squared_error": lambda a, y: Product((Number(2), _difference(a, y))),
    "mean_absolute_error": lambda a, y: Call("sign", _difference(a, y)),
    "binary_crossentropy": lambda a, y: Quotient(_difference(a, y), Product((a, _other(a)))),
    "categorical_crossentropy": lambda a, y: Negative(Quotient(y, a)),
    "sparse_categorical_crossentropy": lambda a, y: Negative(Quotient(y, a)),
}
"""The derivative by one output."""
