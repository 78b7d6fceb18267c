"""The forward pass: how a unit's number is computed from those before it."""

from __future__ import annotations

import numpy as np

from nnplay.engine import Dense, Part
from nnplay.engine.layers.base import ALPHA
from nnplay.project.calculation.expressions import (
    Call,
    Equation,
    Expression,
    Extreme,
    Matrix,
    Number,
    Product,
    Quantity,
    Quotient,
    Sum,
    checked,
)
from nnplay.project.calculation.layers import rule_of
from nnplay.project.calculation.quantities import Quantities


class Forward:
    """The equations of the chosen example's forward pass."""

    def __init__(self, quantities: Quantities) -> None:
        self._quantities, self._network = quantities, quantities.network
        self._rules = {node.name: rule_of(quantities, node) for node in quantities.network.nodes}

    def equations(self, node: str, unit: int) -> tuple[Equation, ...]:
        """Return how a unit's number is computed: its weighted sum and its activation."""
        found = self._rules[node].equations(unit)
        if self._quantities.naming.has_sum(node):
            found += (checked(self._quantities.output(node, unit), self._bent(node, unit)),)
        return found or (Equation(self._quantities.output(node, unit)),)

    def matrix_equations(self, node: str) -> tuple[Equation, ...]:
        """Return a whole layer at once, z = x W + b; empty for layers that are not such a product."""
        if not isinstance(self._network.node(node).layer, Dense):
            return ()
        quantities, naming = self._quantities, self._quantities.naming
        trace, source = quantities.trace(node), self._network.node(node).inputs[0]
        letter = "z" if naming.has_sum(node) else naming.output_letter(node)
        product: Expression = Product((quantities.row(source), quantities.matrix(node)))
        if "bias" in trace.parameters:
            bias = Matrix(naming.row(node, "b"), trace.parameters["bias"].value[np.newaxis], Part(node))
            product = Sum((product, bias))
        assert trace.z is not None
        z = Matrix(naming.row(node, letter), trace.z[np.newaxis], Part(node))
        found = [checked(z, product)]
        if naming.has_sum(node):
            name, row = self._network.node(node).layer.activation_name, quantities.row(node)
            right = Call(name, z)
            found.append(Equation(row, right) if name in ("softmax", "prelu") else checked(row, right))
        return tuple(found)

    def _bent(self, node: str, unit: int) -> Expression:
        name, total = self._network.node(node).layer.activation_name, self._quantities.sum(node, unit)
        if name == "softmax":
            n_units = self._network.shapes[node][-1]
            first = unit - unit % n_units
            group = tuple(Call("exp", self._quantities.sum(node, first + other)) for other in range(n_units))
            return Quotient(Call("exp", total), Sum(group))
        if name == "prelu":
            slope = leak(self._quantities, node, unit)
            return Sum((Extreme((Number(0), total)), Product((slope, Extreme((Number(0), total), is_greatest=False)))))
        return Call(name, total)


def leak(quantities: Quantities, node: str, unit: int) -> Quantity:
    """Return the slope that PReLU has learned for negative numbers."""
    return quantities.weight(node, ALPHA, (unit % quantities.network.shapes[node][-1],))
