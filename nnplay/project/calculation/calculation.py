"""Calculation: every equation of a pass, asked for by neuron, by weight, by layer or by phase."""

from __future__ import annotations

from itertools import islice
from math import prod

import numpy as np

from nnplay.engine import Input, Part
from nnplay.project.calculation.backward import Backward
from nnplay.project.calculation.expressions import Equation
from nnplay.project.calculation.forward import Forward
from nnplay.project.calculation.losses import LossPart
from nnplay.project.calculation.passes import Passes
from nnplay.project.calculation.phases import Kind, Phase
from nnplay.project.calculation.update import new_weight

MOST_UNITS = 8
MOST_WEIGHTS = 16
"""Of one layer whose equations a phase shows; those of the others are there for the asking."""

_MOST_TERMS = 1_000
"""Of all sums of a phase together: what is made, and shortened again, without anybody's waiting."""


class Calculation:
    """The equations of some passes.

    Attributes
    ----------
    passes
        Whose numbers they are.
    """

    def __init__(self, passes: Passes) -> None:
        self.passes = passes
        self.forward = Forward(passes)
        self.end = LossPart(passes, self.forward)
        self.backward = Backward(passes, self.forward, self.end)

    def of_part(self, part: Part) -> tuple[Equation, ...]:
        """All about one neuron, or about one weight."""
        if part.parameter is not None and part.index:
            return self.of_weight(part.node, part.parameter, part.index)
        if part.unit is not None:
            return self.of_unit(part.node, part.unit)
        return self.of_layer(part.node)

    def of_unit(self, node: str, unit: int) -> tuple[Equation, ...]:
        """How a unit's number comes about, and how the loss depends on it."""
        return self.forward.equations(node, unit) + self.backward.unit_equations(node, unit)

    def of_weight(self, node: str, parameter: str, index: tuple[int, ...]) -> tuple[Equation, ...]:
        """A weight's gradient and its new value."""
        if not self._is_trained(node, parameter):
            return (Equation(self.forward.weight(node, parameter, index)),)
        return (
            *self.backward.weight_equations(node, parameter, index),
            new_weight(self.passes, self.forward, node, parameter, index),
        )

    def of_layer(self, node: str) -> tuple[Equation, ...]:
        """A layer in matrix form, forward and backward; empty for layers that are no matrix product."""
        return self.forward.matrix_equations(node) + self.backward.matrix_equations(node)

    def of_phase(self, phase: Phase, *, by_matrices: bool = False) -> tuple[Equation, ...]:
        """What a phase computes; of large layers the first units and weights."""
        network, node = self.passes.network, phase.node
        match phase.kind:
            case Kind.EXAMPLE:
                targets = range(min(MOST_UNITS, len(self.passes.trace.target)))
                inputs = self._units(network.input.name)
                return (
                    *(Equation(self.forward.output(network.input.name, unit)) for unit in inputs),
                    *(Equation(self.end.target(unit)) for unit in targets),
                )
            case Kind.LOSS:
                own = (self.end.equation(),)
                return (*own, self.end.mean_equation()) if self.passes.is_batch else own
            case Kind.FORWARD:
                assert node is not None
                matrices = self.forward.matrix_equations(node) if by_matrices else ()
                return matrices or tuple(
                    equation for unit in self._units(node) for equation in self.forward.equations(node, unit)
                )
            case Kind.BACKWARD:
                assert node is not None
                matrices = self.backward.matrix_equations(node) if by_matrices else ()
                return matrices or (
                    *(equation for unit in self._units(node) for equation in self.backward.unit_equations(node, unit)),
                    *(
                        equation
                        for part in self.weights(node)
                        for equation in self.backward.weight_equations(part.node, part.parameter or "", part.index)
                    ),
                )
            case Kind.UPDATE:
                return tuple(
                    new_weight(self.passes, self.forward, part.node, part.parameter or "", part.index)
                    for each in network.nodes
                    for part in self.weights(each.name)
                )

    def weights(self, node: str, most: int | None = MOST_WEIGHTS) -> tuple[Part, ...]:
        """A layer's weights and biases that training moves."""
        found = (
            Part(node, parameter=slot.name, index=tuple(int(place) for place in index))
            for slot in self.passes.network.node_slots(node)
            if slot.spec.is_trainable
            for index in np.ndindex(slot.shape)
        )
        return tuple(islice(found, most))

    def everything(self) -> tuple[Equation, ...]:
        """The whole pass, in an order in which each number is known before it is used."""
        network = self.passes.network
        inner = [node.name for node in network.nodes if not isinstance(node.layer, Input)]
        found = [eq for node in inner for unit in self._all_units(node) for eq in self.forward.equations(node, unit)]
        found += self.of_phase(Phase(Kind.LOSS))
        for node in reversed(inner):
            found += [eq for unit in self._all_units(node) for eq in self.backward.unit_equations(node, unit)]
            for part in self.weights(node, None):
                found += self.of_weight(part.node, part.parameter or "", part.index)
        return tuple(found)

    def _units(self, node: str) -> range:
        shapes = self.passes.network.shapes
        n_terms = max([prod(shapes[source]) for source in self.passes.network.node(node).inputs], default=1)
        return range(min(max(1, min(MOST_UNITS, _MOST_TERMS // n_terms)), prod(shapes[node])))

    def _all_units(self, node: str) -> range:
        return range(prod(self.passes.network.shapes[node]))

    def _is_trained(self, node: str, parameter: str) -> bool:
        return any(slot.name == parameter and slot.spec.is_trainable for slot in self.passes.network.node_slots(node))
