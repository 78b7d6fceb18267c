"""The backward pass: the chain rule from the loss to every unit and weight."""

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
    Negative,
    Number,
    Product,
    Quantity,
    Quotient,
    Square,
    Sum,
    Terms,
    checked,
)
from nnplay.project.calculation.forward import leak
from nnplay.project.calculation.layers import GreatestRule, rule_of
from nnplay.project.calculation.losses import LossPart
from nnplay.project.calculation.naming import LOSS
from nnplay.project.calculation.quantities import Quantities, loss_of


class Backward:
    """The equations of the chosen example's backward pass, and the mean over a batch."""

    def __init__(self, quantities: Quantities, end: LossPart) -> None:
        self._quantities, self._end = quantities, end
        self._passes, self._network, self._naming = quantities.passes, quantities.network, quantities.naming
        self._rules = {node.name: rule_of(quantities, node) for node in quantities.network.nodes}

    def unit_equations(self, node: str, unit: int) -> tuple[Equation, ...]:
        """Return the equations from the loss to a unit's output and on to its weighted sum."""
        if self._quantities.by_outputs(node) is None:
            return ()
        is_output = node == self._network.output.name
        found = [self._end.slope_equation(unit) if is_output else self._from_behind(node, unit)]
        if self._naming.has_sum(node):
            found += self._through_activation(node, unit)
        return (*found, *self._to_the_winner(node, unit))

    def weight_equations(self, node: str, parameter: str, index: tuple[int, ...]) -> tuple[Equation, ...]:
        """Return a weight's gradient as the product of the factors of its chain; for a batch also the mean."""
        trace = self._quantities.trace(node).parameters[parameter]
        symbol = self._naming.weight(node, parameter, index)
        part = Part(node, parameter=parameter, index=index)
        mean = Quantity(LOSS, float(trace.gradient[index]), part, by=symbol)
        examples = range(len(self._passes.traces))
        each = [self._gradient_terms(node, parameter, index, example) for example in examples]
        if self._passes.is_coupled:
            known = [terms for terms in each if terms is not None]
            return (checked(mean, self._quantities.added(*known)) if len(known) == len(each) else Equation(mean),)
        chosen = each[self._passes.chosen]
        if chosen is None:
            return (Equation(mean),)
        is_dense = isinstance(self._network.node(node).layer, Dense) and parameter in ("kernel", "bias")
        chain = self._weight_chain(node, parameter, index) if is_dense else self._quantities.added(chosen)
        if not self._passes.is_batch:
            return (checked(mean, chain),)
        own = tuple(
            Quantity(loss_of(row), float(terms.values.sum()), part, by=symbol)
            for row, terms in zip(self._passes.rows, each, strict=True)
            if terms is not None
        )
        return (
            checked(own[self._passes.chosen], chain),
            checked(mean, Quotient(Sum(own), Number(len(own)))),
        )

    def matrix_equations(self, node: str) -> tuple[Equation, ...]:
        """Return the gradient of a layer's weights as one product, dL/dW = xᵀ dL/dz; empty if it is not such a
        product.
        """
        trace = self._quantities.trace(node)
        if not isinstance(self._network.node(node).layer, Dense) or self._passes.is_batch or trace.dz is None:
            return ()
        source = self._quantities.row(self._network.node(node).inputs[0])
        letter = "z" if self._naming.has_sum(node) else self._naming.output_letter(node)
        dz = Matrix(LOSS, trace.dz[np.newaxis], Part(node), by=self._naming.row(node, letter))
        column = Matrix(source.symbol, source.values.T, source.part, is_transposed=True)
        weights = self._quantities.matrix(node)
        gradient = Matrix(LOSS, trace.parameters["kernel"].gradient, weights.part, by=weights.symbol)
        return (checked(gradient, Product((column, dz))),)

    def _from_behind(self, node: str, unit: int) -> Equation:
        """Return dL/dh: over every outgoing path, the derivative at its end times the slope of the path."""
        left = self._quantities.by_output(node, unit)
        ways: list[Terms] = []
        for consumer in self._network.consumers(node):
            rule = self._rules[consumer]
            for number, source in enumerate(rule.sources):
                way = rule.behind(number, unit) if source == node else None
                if source == node and way is None:
                    return Equation(left)
                if way is not None:
                    ways.append(way)
        return checked(left, self._quantities.added(*ways))

    def _to_the_winner(self, node: str, unit: int) -> tuple[Equation, ...]:
        """Return the gradient from the maximum of a window back to its position."""
        rule = self._rules[node]
        if not isinstance(rule, GreatestRule) or self._quantities.by_outputs(rule.source) is None:
            return ()
        return (self._from_behind(rule.source, rule.winner(unit)),)

    def _gradient_terms(self, node: str, parameter: str, index: tuple[int, ...], example: int) -> Terms | None:
        """Return the terms of a weight's gradient that come from one example."""
        chosen = None if example == self._passes.chosen else example
        if parameter == ALPHA:
            return self._leak_terms(node, index[0], chosen)
        return self._rules[node].gradient(parameter, index, chosen)

    def _leak_terms(self, node: str, unit: int, example: int | None) -> Terms | None:
        """Return dL/dalpha of PReLU: over all positions, dL/dh times the weighted sum where it is negative."""
        quantities, z = self._quantities, self._quantities.trace(node, example).z
        by_outputs = quantities.by_outputs(node, example)
        if by_outputs is None or z is None:
            return None
        n_units = self._network.shapes[node][-1]

        def term(place: int) -> Product:
            at = place * n_units + unit
            least = Extreme((Number(0), quantities.sum(node, at, example)), is_greatest=False)
            return Product((quantities.by_output(node, at, example), least))

        return Terms((by_outputs * np.minimum(z, 0)).reshape(-1)[unit::n_units], term)

    def _through_activation(self, node: str, unit: int) -> list[Equation]:
        layer, by_sum = self._network.node(node).layer, self._quantities.by_sum(node, unit)
        if layer.activation_name == "softmax":
            return [self._through_softmax(node, unit)]
        slope, total = self._quantities.slope(node, unit), self._quantities.sum(node, unit)
        if layer.activation_name == "prelu":
            right: Expression = Number(1) if total.value > 0 else leak(self._quantities, node, unit)
        else:
            right = _slope_formula(layer.activation_name, self._quantities.output(node, unit), total)
        return [checked(slope, right), checked(by_sum, Product((self._quantities.by_output(node, unit), slope)))]

    def _through_softmax(self, node: str, unit: int) -> Equation:
        """Return the factor of a softmax output: with cross-entropy the chain simplifies to ŷ - y, else all outputs
        matter.
        """
        left, output = self._quantities.by_sum(node, unit), self._quantities.output(node, unit)
        if node == self._network.output.name:
            short = checked(left, self._end.averaged(Sum((output, Negative(self._end.truth(unit))))))
            if short.right is not None:
                return short
        n_units = self._network.shapes[node][-1]
        first = unit - unit % n_units
        group = [
            Product((self._quantities.output(node, first + other), self._quantities.by_output(node, first + other)))
            for other in range(n_units)
        ]
        return checked(
            left, Product((output, Sum((self._quantities.by_output(node, unit), Negative(Sum(tuple(group)))))))
        )

    def _weight_chain(self, node: str, parameter: str, index: tuple[int, ...]) -> Expression:
        unit = index[-1]
        factors = self._unit_chain(node, unit)
        total = self._naming.sum(node, unit)
        if parameter == "kernel":
            source = self._quantities.output(self._network.node(node).inputs[0], index[0])
            by = self._naming.weight(node, parameter, index)
            factors.append(Quantity(total, source.value, source.part, by=by, same_as=source.symbol))
        return Product(tuple(factors)) if len(factors) > 1 else factors[0]

    def _unit_chain(self, node: str, unit: int) -> list[Expression]:
        """Return dL/dz as factors, all the way from the loss while there is only one path."""
        if self._network.node(node).layer.activation_name == "softmax":
            return [self._quantities.by_sum(node, unit)]
        own: list[Expression] = [self._quantities.slope(node, unit)] if self._naming.has_sum(node) else []
        consumers = self._network.consumers(node)
        if not consumers:
            return [self._end.slope(unit), *own]
        behind = self._network.node(consumers[0]).layer
        if len(consumers) > 1 or not isinstance(behind, Dense) or behind.units > 1:
            return [self._quantities.by_output(node, unit), *own]
        weight = self._quantities.weight(consumers[0], "kernel", (unit, 0))
        link = Quantity(
            self._naming.sum(consumers[0], 0),
            weight.value,
            weight.part,
            by=self._naming.unit(node, unit),
            same_as=weight.symbol,
        )
        return [*self._unit_chain(consumers[0], 0), link, *own]


def _slope_formula(activation: str, output: Quantity, total: Quantity) -> Expression:
    """Return the slope in terms of the output where that is shorter, as for sigmoid and tanh."""
    if activation == "sigmoid":
        return Product((output, Sum((Number(1), Negative(output)))))
    if activation == "tanh":
        return Sum((Number(1), Negative(Square(output))))
    return Call(activation, total, is_slope=True)
