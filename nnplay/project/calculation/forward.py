"""Forward: how a unit's number comes from those before it."""

from __future__ import annotations

import numpy as np

from nnplay.engine import Activation, Add, Dense, Dropout, Input, Part
from nnplay.engine.layers import Flatten, Reshape
from nnplay.project.calculation.expressions import (
    Call,
    Equation,
    Expression,
    Matrix,
    Product,
    Quantity,
    Quotient,
    Sum,
    Symbol,
    checked,
)
from nnplay.project.calculation.naming import LOSS, Naming
from nnplay.project.calculation.passes import Passes


class Forward:
    """The equations of the forward pass of the chosen example."""

    def __init__(self, passes: Passes) -> None:
        self._passes = passes
        self._network = passes.network
        self.naming = Naming(passes.network)
        self.own_loss = Symbol(LOSS.letter, str(passes.rows[passes.chosen])) if passes.is_batch else LOSS
        """The loss of the chosen example, as against the mean over a batch."""

    def output(self, node: str, unit: int) -> Quantity:
        """What a unit gives."""
        value = float(self._passes.trace.nodes[node].a.reshape(-1)[unit])
        return Quantity(self.naming.unit(node, unit), value, Part(node, unit))

    def sum(self, node: str, unit: int) -> Quantity:
        """A unit's weighted sum; of a linear unit its output."""
        z = self._passes.trace.nodes[node].z
        if z is None or not self.naming.has_sum(node):
            return self.output(node, unit)
        return Quantity(self.naming.sum(node, unit), float(z.reshape(-1)[unit]), Part(node, unit))

    def weight(self, node: str, parameter: str, index: tuple[int, ...]) -> Quantity:
        """A weight before the step."""
        value = float(self._passes.trace.nodes[node].parameters[parameter].value[index])
        part = Part(node, parameter=parameter, index=index)
        return Quantity(self.naming.weight(node, parameter, index), value, part)

    def equations(self, node: str, unit: int) -> tuple[Equation, ...]:
        """How a unit's number comes about: its weighted sum, and what the activation function makes of it."""
        layer, output = self._network.node(node).layer, self.output(node, unit)
        found: list[Equation] = []
        total = self._weighted_sum(node, unit)
        if total is not None:
            found.append(checked(self.sum(node, unit), total))
        if self.naming.has_sum(node):
            found.append(checked(output, self._bent(node, unit)))
        elif total is None and not isinstance(layer, Input):
            handed_on = self._handed_on(node, unit)
            found.append(Equation(output) if handed_on is None else checked(output, handed_on))
        return tuple(found) or (Equation(output),)

    def matrix_equations(self, node: str) -> tuple[Equation, ...]:
        """The same for a whole layer at once: z = x W + b; empty for layers that are no such product."""
        if not isinstance(self._network.node(node).layer, Dense):
            return ()
        trace, source = self._passes.trace.nodes[node], self._network.node(node).inputs[0]
        letter = "z" if self.naming.has_sum(node) else self.naming.output_letter(node)
        product: Expression = Product((self.row(source), self.matrix(node)))
        if "bias" in trace.parameters:
            bias = Matrix(self.naming.row(node, "b"), trace.parameters["bias"].value[np.newaxis], Part(node))
            product = Sum((product, bias))
        assert trace.z is not None
        z = Matrix(self.naming.row(node, letter), trace.z[np.newaxis], Part(node))
        found = [checked(z, product)]
        if self.naming.has_sum(node):
            name = self._network.node(node).layer.activation_name
            right = Call(name, z)
            found.append(
                Equation(self.row(node), right) if name in ("softmax", "prelu") else checked(self.row(node), right)
            )
        return tuple(found)

    def row(self, node: str) -> Matrix:
        """A layer's outputs as a row, (1, n)."""
        values = self._passes.trace.nodes[node].a.reshape(1, -1)
        return Matrix(self.naming.row(node, self.naming.output_letter(node)), values, Part(node))

    def matrix(self, node: str) -> Matrix:
        """A layer's weights as a matrix, (n_in, n_out)."""
        values = self._passes.trace.nodes[node].parameters["kernel"].value
        return Matrix(self.naming.row(node, "W"), values, Part(node, parameter="kernel"))

    def _weighted_sum(self, node: str, unit: int) -> Sum | None:
        layer = self._network.node(node).layer
        if not isinstance(layer, Dense):
            return None
        source = self._network.node(node).inputs[0]
        n_in = self._passes.trace.nodes[node].parameters["kernel"].value.shape[0]
        terms: list[Expression] = [
            Product((self.weight(node, "kernel", (row, unit)), self.output(source, row))) for row in range(n_in)
        ]
        if layer.use_bias:
            terms.append(self.weight(node, "bias", (unit,)))
        return Sum(tuple(terms))

    def _bent(self, node: str, unit: int) -> Expression:
        name = self._network.node(node).layer.activation_name
        if name == "softmax":
            n_units = self._network.shapes[node][-1]
            first = unit - unit % n_units
            group = tuple(Call("exp", self.sum(node, first + other)) for other in range(n_units))
            return Quotient(Call("exp", self.sum(node, unit)), Sum(group))
        return Call(name, self.sum(node, unit))

    def _handed_on(self, node: str, unit: int) -> Expression | None:
        """Layers that make no sums of their own: what they hand on, or None where that is no short formula."""
        layer, sources = self._network.node(node).layer, self._network.node(node).inputs
        if isinstance(layer, Add):
            return Sum(tuple(self.output(source, unit) for source in sources))
        if isinstance(layer, (Flatten, Reshape, Dropout, Activation)):
            source = self.output(sources[0], unit)
            output = self.output(node, unit).value
            if isinstance(layer, Dropout) and source.value:
                # Survivors are scaled up by 1 / (1 - rate), so that the sum stays the same on average.
                return Product((Quantity(self.naming.mask(node, unit), output / source.value), source))
            return Sum((source,))
        return None
