"""Loss equations: the loss of one example, and its derivative by each output."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import prod

from nnplay.engine import find_loss
from nnplay.engine.losses import CategoricalCrossentropy, Huber
from nnplay.project.calculation.expressions import (
    Call,
    Equation,
    Expression,
    Extreme,
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
from nnplay.project.calculation.naming import LOSS
from nnplay.project.calculation.quantities import Quantities, loss_of


class LossPart:
    """The end of the forward pass of the chosen example."""

    def __init__(self, quantities: Quantities) -> None:
        self._quantities, self._passes = quantities, quantities.passes
        self._loss = find_loss(quantities.passes.settings.loss)
        self._output = quantities.network.output.name
        self._n = prod(quantities.network.shapes[self._output])

    def loss(self) -> Quantity:
        """The loss of the chosen example."""
        row = self._passes.rows[self._passes.chosen]
        return Quantity(loss_of(row) if self._passes.is_batch else LOSS, self._passes.trace.loss)

    def target(self, unit: int) -> Quantity:
        """What an output ought to be."""
        return Quantity(self._quantities.naming.target(unit), float(self._passes.trace.target[unit]))

    def truth(self, unit: int) -> Quantity:
        """The target as the loss takes it: smoothed where that is wanted, and for hinge on one side or the other."""
        target = self.target(unit)
        if self._smoothing:
            value = (1 - self._smoothing) * target.value + self._smoothing * self._doubt
            return Quantity(Symbol("ỹ", target.symbol.sub), value)
        if self._loss.name == "hinge":
            return Quantity(Symbol("t", target.symbol.sub), 1.0 if target.value > 0 else -1.0)
        return target

    def equations(self) -> tuple[Equation, ...]:
        """The targets as the loss takes them, and L by its formula."""
        return (*self._truth_equations(), self.equation())

    def equation(self) -> Equation:
        """L by its formula."""
        units = list(range(self._n))
        if isinstance(self._loss, CategoricalCrossentropy):
            units = [unit for unit in units if self.truth(unit).value]
        terms = tuple(self._value(unit) for unit in units)
        total: Expression = Sum(terms) if len(terms) > 1 else terms[0] if terms else Number(0)
        if self._loss.name == "half_squared_error":
            total = Product((Quotient(Number(1), Number(2)), total))
        elif self._loss.name in MEANS and self._n > 1:
            total = Quotient(total, Number(self._n))
        return checked(self.loss(), total)

    def mean_equation(self) -> Equation:
        """The loss of a batch: the mean over its examples."""
        passes = self._passes
        own = (Quantity(loss_of(row), trace.loss) for row, trace in zip(passes.rows, passes.traces, strict=True))
        return checked(Quantity(LOSS, passes.loss), Quotient(Sum(tuple(own)), Number(len(passes.rows))))

    def slope(self, unit: int) -> Quantity:
        """dL/dŷ."""
        return self._quantities.by_output(self._output, unit)

    def slope_equation(self, unit: int) -> Equation:
        """dL/dŷ by its formula."""
        output, truth = self._quantities.output(self._output, unit), self.truth(unit)
        if isinstance(self._loss, Huber):
            right = _huber_slope(output, truth, self._loss.delta)
        else:
            right = _SLOPES[self._loss.name](output, truth)
        if self._loss.name in MEANS and self._n > 1:
            right = Quotient(right, Number(self._n))
        return checked(self.slope(unit), self.averaged(right))

    def averaged(self, own: Expression) -> Expression:
        """A derivative of the example's own loss as that of the loss of which derivatives are taken."""
        n = len(self._passes.traces)
        return Quotient(own, Number(n)) if self._passes.is_coupled else own

    @property
    def _smoothing(self) -> float:
        return float(getattr(self._loss, "label_smoothing", 0.0))

    @property
    def _doubt(self) -> float:
        return 1 / self._n if isinstance(self._loss, CategoricalCrossentropy) else 0.5

    def _truth_equations(self) -> Iterator[Equation]:
        for unit in range(self._n):
            target, truth = self.target(unit), self.truth(unit)
            if self._smoothing:
                share, doubt = Number(1 - self._smoothing), Number(self._smoothing * self._doubt)
                yield checked(truth, Sum((Product((share, target)), doubt)))
            elif truth != target:
                # A target of 0 means the side of -1.
                yield checked(truth, target if target.value else Number(-1))

    def _value(self, unit: int) -> Expression:
        """What one output adds to the loss."""
        output, truth = self._quantities.output(self._output, unit), self.truth(unit)
        if isinstance(self._loss, Huber):
            return _huber(output, truth, self._loss.delta)
        return VALUES[self._loss.name](output, truth)


MEANS = {"mean_squared_error", "mean_absolute_error", "binary_crossentropy", "huber", "hinge"}


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


def _huber(a: Quantity, y: Quantity, delta: float) -> Expression:
    """Half the square up to delta, straight beyond."""
    half = Quotient(Number(1), Number(2))
    if abs(a.value - y.value) <= delta:
        return Product((half, Square(_difference(a, y))))
    bound = Quantity(_DELTA, delta)
    return Product((bound, Sum((Call("abs", _difference(a, y)), Negative(Product((half, bound)))))))


def _huber_slope(a: Quantity, y: Quantity, delta: float) -> Expression:
    if abs(a.value - y.value) <= delta:
        return _difference(a, y)
    return Product((Quantity(_DELTA, delta), Call("sign", _difference(a, y))))


def _margin(a: Expression, t: Expression) -> Sum:
    return Sum((Number(1), Negative(Product((t, a)))))


_DELTA = Symbol("δ")
Maker = Callable[[Quantity, Quantity], Expression]

VALUES: dict[str, Maker] = {
    "squared_error_sum": lambda a, y: Square(_difference(a, y)),
    "half_squared_error": lambda a, y: Square(_difference(a, y)),
    "mean_squared_error": lambda a, y: Square(_difference(a, y)),
    "mean_absolute_error": lambda a, y: Call("abs", _difference(a, y)),
    "binary_crossentropy": _binary,
    "categorical_crossentropy": lambda a, y: Negative(Product((y, Call("ln", a)))),
    "sparse_categorical_crossentropy": lambda a, y: Negative(
        Call("ln", a) if y.value == 1 else Product((y, Call("ln", a)))
    ),
    "hinge": lambda a, t: Extreme((Number(0), _margin(a, t))),
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
    "hinge": lambda a, t: Negative(t) if t.value * a.value < 1 else Number(0),
}
"""The derivative by one output."""
