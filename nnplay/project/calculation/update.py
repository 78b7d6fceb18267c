"""Update equations: the new weight by the optimizer's rule, as it is in the first step of a run."""

from __future__ import annotations

from nnplay.engine import SGD, Adam, Part, RMSprop
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
from nnplay.project.calculation.naming import LOSS, RATE
from nnplay.project.calculation.passes import Passes
from nnplay.project.calculation.quantities import Quantities


def new_weight(quantities: Quantities, node: str, parameter: str, index: tuple[int, ...]) -> Equation:
    """The new value of a weight.

    The formula of plain gradient descent, Adam or RMSprop where it gives that value. Where more than the rule is at
    work, such as a penalty, clipping or a limit, or the rule is another, it is the old value and by how much it moves.
    """
    passes, trace = quantities.passes, quantities.trace(node).parameters[parameter]
    old = quantities.weight(node, parameter, index)
    gradient = Quantity(LOSS, float(trace.gradient[index]), Part(node, parameter=parameter, index=index), by=old.symbol)
    new = Quantity(
        Symbol(old.symbol.letter + "′", old.symbol.sub, old.symbol.sup), float(trace.new_value[index]), old.part
    )
    rate = Quantity(RATE, passes.trace.learning_rate)
    right = _rule(passes, rate, gradient)
    if right is not None:
        by_rule = checked(new, Sum((old, Negative(right))))
        if by_rule.right is not None:
            return by_rule
    move = Quantity(Symbol("Δ" + old.symbol.letter, old.symbol.sub, old.symbol.sup), new.value - old.value, old.part)
    return checked(new, Sum((old, move)))


def _rule(passes: Passes, rate: Quantity, gradient: Quantity) -> Expression | None:
    match passes.settings.optimizer:
        case SGD(nesterov=False):
            return Product((rate, gradient))
        case Adam(epsilon=epsilon):
            # Means that are corrected for their start at 0 are, in the first step, the gradient and its square.
            return Product((rate, Quotient(gradient, Sum((Call("abs", gradient), Number(epsilon))))))
        case RMSprop(rho=rho, epsilon=epsilon, momentum=0.0, centered=False):
            mean = Product((Number(round(1 - rho, 12)), Square(gradient)))
            return Product((rate, Quotient(gradient, Call("sqrt", Sum((mean, Number(epsilon)))))))
        case _:
            return None
