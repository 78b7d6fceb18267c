"""Backward: the chain rule from the loss to any unit and any weight."""

from __future__ import annotations

import numpy as np

from nnplay.engine import Dense, Part
from nnplay.project.calculation.expressions import (
    Call,
    Equation,
    Expression,
    Matrix,
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
from nnplay.project.calculation.losses import LossPart
from nnplay.project.calculation.naming import LOSS
from nnplay.project.calculation.passes import Passes


class Backward:
    """The equations of the backward pass of the chosen example, and the mean over a batch."""

    def __init__(self, passes: Passes, forward: Forward, end: LossPart) -> None:
        self._passes, self._forward, self._end = passes, forward, end
        self._network, self._naming = passes.network, forward.naming

    def by_output(self, node: str, unit: int) -> Quantity:
        """dL/dh of a unit."""
        return self._derivative(node, unit, self._passes.trace.nodes[node].da, self._naming.unit(node, unit))

    def by_sum(self, node: str, unit: int) -> Quantity:
        """dL/dz of a unit."""
        return self._derivative(node, unit, self._passes.trace.nodes[node].dz, self._naming.sum(node, unit))

    def slope(self, node: str, unit: int) -> Quantity:
        """dh/dz of a unit."""
        slope = self._passes.trace.nodes[node].slope
        value = 1.0 if slope is None else float(slope.reshape(-1)[unit])
        return Quantity(self._naming.unit(node, unit), value, Part(node, unit), by=self._naming.sum(node, unit))

    def unit_equations(self, node: str, unit: int) -> tuple[Equation, ...]:
        """From the loss to a unit's output and on to its weighted sum."""
        if self._passes.trace.nodes[node].da is None:
            return ()
        is_output = node == self._network.output.name
        found = [self._end.slope_equation(unit) if is_output else self._from_behind(node, unit)]
        if self._naming.has_sum(node):
            found += self._through_activation(node, unit)
        return tuple(found)

    def weight_equations(self, node: str, parameter: str, index: tuple[int, ...]) -> tuple[Equation, ...]:
        """A weight's gradient as the product of its chain's factors; of a batch also the mean."""
        trace = self._passes.trace.nodes[node].parameters[parameter]
        symbol = self._naming.weight(node, parameter, index)
        part = Part(node, parameter=parameter, index=index)
        mean = Quantity(LOSS, float(trace.gradient[index]), part, by=symbol)
        if not isinstance(self._network.node(node).layer, Dense) or parameter not in ("kernel", "bias"):
            return (Equation(mean),)
        chain = self._weight_chain(node, parameter, index)
        if not self._passes.is_batch:
            return (checked(mean, chain),)
        own = tuple(
            Quantity(Symbol(LOSS.letter, str(row)), self._own_gradient(place, node, parameter, index), part, by=symbol)
            for place, row in enumerate(self._passes.rows)
        )
        return (
            checked(own[self._passes.chosen], chain),
            checked(mean, Quotient(Sum(own), Number(len(own)))),
        )

    def matrix_equations(self, node: str) -> tuple[Equation, ...]:
        """The gradient of a layer's weights as one product: dL/dW = xᵀ dL/dz; empty where it is none."""
        trace = self._passes.trace.nodes[node]
        if not isinstance(self._network.node(node).layer, Dense) or self._passes.is_batch or trace.dz is None:
            return ()
        source = self._forward.row(self._network.node(node).inputs[0])
        letter = "z" if self._naming.has_sum(node) else self._naming.output_letter(node)
        dz = Matrix(LOSS, trace.dz[np.newaxis], Part(node), by=self._naming.row(node, letter))
        column = Matrix(source.symbol, source.values.T, source.part, is_transposed=True)
        weights = self._forward.matrix(node)
        gradient = Matrix(LOSS, trace.parameters["kernel"].gradient, weights.part, by=weights.symbol)
        return (checked(gradient, Product((column, dz))),)

    def _derivative(self, node: str, unit: int, values: object, by: Symbol) -> Quantity:
        assert isinstance(values, np.ndarray)
        return Quantity(self._forward.own_loss, float(values.reshape(-1)[unit]), Part(node, unit), by=by)

    def _from_behind(self, node: str, unit: int) -> Equation:
        """dL/dh: over every way on from here, what is there times how strongly it leads there."""
        left = self.by_output(node, unit)
        terms: list[Expression] = []
        for consumer in self._network.consumers(node):
            layer = self._network.node(consumer).layer
            if not isinstance(layer, Dense):
                return Equation(left)
            terms += [
                Product((self.by_sum(consumer, other), self._forward.weight(consumer, "kernel", (unit, other))))
                for other in range(layer.units)
            ]
        return checked(left, Sum(tuple(terms)))

    def _through_activation(self, node: str, unit: int) -> list[Equation]:
        layer, by_sum = self._network.node(node).layer, self.by_sum(node, unit)
        if layer.activation_name == "softmax":
            return [self._through_softmax(node, unit)]
        slope = self.slope(node, unit)
        right = _slope_formula(layer.activation_name, self._forward.output(node, unit), self._forward.sum(node, unit))
        return [checked(slope, right), checked(by_sum, Product((self.by_output(node, unit), slope)))]

    def _through_softmax(self, node: str, unit: int) -> Equation:
        """With cross-entropy the chain's factors shorten to ŷ - y; else the whole group is needed."""
        left, output = self.by_sum(node, unit), self._forward.output(node, unit)
        if node == self._network.output.name:
            short = checked(left, Sum((output, Negative(self._end.target(unit)))))
            if short.right is not None:
                return short
        n_units = self._network.shapes[node][-1]
        first = unit - unit % n_units
        group = [
            Product((self._forward.output(node, first + other), self.by_output(node, first + other)))
            for other in range(n_units)
        ]
        return checked(left, Product((output, Sum((self.by_output(node, unit), Negative(Sum(tuple(group))))))))

    def _weight_chain(self, node: str, parameter: str, index: tuple[int, ...]) -> Expression:
        unit = index[-1]
        factors = self._unit_chain(node, unit)
        total = self._naming.sum(node, unit)
        if parameter == "kernel":
            source = self._forward.output(self._network.node(node).inputs[0], index[0])
            by = self._naming.weight(node, parameter, index)
            factors.append(Quantity(total, source.value, source.part, by=by, same_as=source.symbol))
        return Product(tuple(factors)) if len(factors) > 1 else factors[0]

    def _unit_chain(self, node: str, unit: int) -> list[Expression]:
        """dL/dz as factors: all the way from the loss as long as there is one way only."""
        if self._network.node(node).layer.activation_name == "softmax":
            return [self.by_sum(node, unit)]
        own: list[Expression] = [self.slope(node, unit)] if self._naming.has_sum(node) else []
        consumers = self._network.consumers(node)
        if not consumers:
            return [self._end.slope(unit), *own]
        behind = self._network.node(consumers[0]).layer
        if len(consumers) > 1 or not isinstance(behind, Dense) or behind.units > 1:
            return [self.by_output(node, unit), *own]
        weight = self._forward.weight(consumers[0], "kernel", (unit, 0))
        link = Quantity(
            self._naming.sum(consumers[0], 0),
            weight.value,
            weight.part,
            by=self._naming.unit(node, unit),
            same_as=weight.symbol,
        )
        return [*self._unit_chain(consumers[0], 0), link, *own]

    def _own_gradient(self, place: int, node: str, parameter: str, index: tuple[int, ...]) -> float:
        trace = self._passes.traces[place]
        dz = trace.nodes[node].dz
        assert dz is not None
        factor = float(trace.nodes[self._network.node(node).inputs[0]].a[index[0]]) if parameter == "kernel" else 1.0
        return float(dz[index[-1]]) * factor


def _slope_formula(activation: str, output: Quantity, total: Quantity) -> Expression:
    """The slope by the output where that is the shorter way, as for sigmoid and tanh."""
    if activation == "sigmoid":
        return Product((output, Sum((Number(1), Negative(output)))))
    if activation == "tanh":
        return Sum((Number(1), Negative(Square(output))))
    return Call(activation, total, is_slope=True)
