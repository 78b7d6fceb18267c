"""Calculation: every equation of a pass, by neuron, weight, layer or phase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from math import prod

import numpy as np

from nnplay.engine import Input, Part
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.calculation.backward import Backward
from nnplay.project.calculation.expressions import Equation
from nnplay.project.calculation.forward import Forward
from nnplay.project.calculation.layers import BatchNormalizationRule, rule_of
from nnplay.project.calculation.losses import LossPart
from nnplay.project.calculation.passes import Passes
from nnplay.project.calculation.phases import Kind, Phase
from nnplay.project.calculation.quantities import Quantities
from nnplay.project.calculation.update import new_weight
from nnplay.project.errors import ProjectError

Place = tuple[int, ...] | None
"""Row and column in a picture."""

MOST_UNITS = 8
MOST_WEIGHTS = 16
"""Units of a layer whose equations a phase shows; the equations of the others are made on request."""

MOST_PRODUCTS = 200_000
"""Most multiplications in all equations of a pass: written within a minute and readable by a spreadsheet."""


class Calculation:
    """The equations of some passes.

    Attributes
    ----------
    passes
        The passes that the numbers come from.
    quantities
        The numbers by their names.
    """

    def __init__(self, passes: Passes, *, is_whole: bool = False) -> None:
        self.passes = passes
        self.quantities = Quantities(passes, is_whole=is_whole)
        self.forward = Forward(self.quantities)
        self.end = LossPart(self.quantities)
        self.backward = Backward(self.quantities, self.end)

    def of_part(self, part: Part, place: Place = None) -> tuple[Equation, ...]:
        """Return all equations of one neuron or one weight.

        Parameters
        ----------
        place
            Row and column of the neuron if the part is a channel of a picture; None for the position with the largest
            value.
        """
        if part.parameter is not None and part.index:
            return self.of_weight(part.node, part.parameter, part.index)
        if part.unit is not None:
            return self.of_unit(part.node, self.quantities.unit(part.node, self.place(part.node, place), part.unit))
        return self.of_layer(part.node)

    def of_unit(self, node: str, unit: int) -> tuple[Equation, ...]:
        """Return how a unit's number is computed, and how the loss depends on it."""
        return _once(self.forward.equations(node, unit) + self.backward.unit_equations(node, unit))

    def of_weight(self, node: str, parameter: str, index: tuple[int, ...]) -> tuple[Equation, ...]:
        """Return a weight's gradient and its new value."""
        if not self._is_trained(node, parameter):
            return self._followed(node, parameter, index)
        return (
            *self.backward.weight_equations(node, parameter, index),
            new_weight(self.quantities, node, parameter, index),
        )

    def of_layer(self, node: str) -> tuple[Equation, ...]:
        """Return a layer in matrix form, forward and backward; empty for layers that are not matrix products."""
        return self.forward.matrix_equations(node) + self.backward.matrix_equations(node)

    def of_phase(self, phase: Phase, *, by_matrices: bool = False, place: Place = None) -> tuple[Equation, ...]:
        """Return what a phase computes: in large layers the first units and weights, in pictures those at one
        position.
        """
        network, node = self.passes.network, phase.node
        match phase.kind:
            case Kind.EXAMPLE:
                targets = range(min(MOST_UNITS, len(self.passes.trace.target)))
                inputs = self._units(network.input.name, place)
                return (
                    *(Equation(self.quantities.output(network.input.name, unit)) for unit in inputs),
                    *(Equation(self.end.target(unit)) for unit in targets),
                )
            case Kind.LOSS:
                own = self.end.equations()
                return (*own, self.end.mean_equation()) if self.passes.is_batch else own
            case Kind.FORWARD:
                assert node is not None
                matrices = self.forward.matrix_equations(node) if by_matrices else ()
                units = self._units(node, place)
                return matrices or _once(equation for unit in units for equation in self.forward.equations(node, unit))
            case Kind.BACKWARD:
                assert node is not None
                matrices = self.backward.matrix_equations(node) if by_matrices else ()
                return matrices or _once(
                    [
                        *(eq for unit in self._units(node, place) for eq in self.backward.unit_equations(node, unit)),
                        *(
                            equation
                            for part in self.weights(node)
                            for equation in self.backward.weight_equations(part.node, part.parameter or "", part.index)
                        ),
                    ]
                )
            case Kind.UPDATE:
                return tuple(equation for each in network.nodes for equation in self._updates(each.name))

    def place(self, node: str, wanted: Place = None) -> tuple[int, ...]:
        """Return the position of a picture that is shown: the requested one, else where its numbers are largest."""
        n_axes = len(self.passes.network.shapes[node]) - 1
        if wanted is None or len(wanted) != n_axes:
            return self.quantities.strongest_place(node)
        return wanted

    def weights(self, node: str, most: int | None = MOST_WEIGHTS) -> tuple[Part, ...]:
        """Return a layer's trainable weights and biases."""
        found = (
            Part(node, parameter=slot.name, index=tuple(int(place) for place in index))
            for slot in self.passes.network.node_slots(node)
            if slot.spec.is_trainable
            for index in np.ndindex(slot.shape)
        )
        return tuple(islice(found, most))

    def everything(self, *, is_whole: bool = False, most: int = MOST_PRODUCTS) -> tuple[Equation, ...]:
        """Return the whole pass, ordered so that each number is known before it is used.

        Parameters
        ----------
        is_whole
            Whether long sums have all their terms, as a spreadsheet needs.
        most
            Largest allowed number of multiplications.

        Raises
        ------
        ProjectError
            If there would be too many equations.
        """
        self._check_size(most)
        found = (Calculation(self.passes, is_whole=True) if is_whole else self)._in_order()
        return _once(found)

    def _in_order(self) -> Iterator[Equation]:
        network = self.passes.network
        inner = [node.name for node in network.nodes if not isinstance(node.layer, Input)]
        for node in inner:
            for unit in self._all_units(node):
                yield from self.forward.equations(node, unit)
        yield from self.of_phase(Phase(Kind.LOSS))
        for node in reversed(inner):
            for unit in self._all_units(node):
                yield from self.backward.unit_equations(node, unit)
            for part in self.weights(node, None):
                yield from self.of_weight(part.node, part.parameter or "", part.index)

    def _check_size(self, most: int) -> None:
        """Return the number of multiplications of a pass: a weight counts once per position of a picture."""
        network, n = self.passes.network, 0
        for node in network.nodes:
            n_places = prod(network.shapes[node.name][:-1])
            n += prod(network.shapes[node.name])
            n += sum(slot.size * n_places for slot in network.node_slots(node.name))
        if n > most:
            raise ProjectError(
                QT_TRANSLATE_NOOP("errors", "This network has too many equations: it needs {count} multiplications."),
                count=n,
            )

    def _updates(self, node: str) -> Iterator[Equation]:
        """Return the new weights of a layer, and how its running statistics change."""
        for part in self.weights(node):
            yield new_weight(self.quantities, part.node, part.parameter or "", part.index)
        for slot in self.passes.network.node_slots(node):
            if not slot.spec.is_trainable:
                for channel in range(min(slot.size, MOST_UNITS)):
                    yield from self._followed(node, slot.name, (channel,))

    def _followed(self, node: str, parameter: str, index: tuple[int, ...]) -> tuple[Equation, ...]:
        rule = rule_of(self.quantities, self.passes.network.node(node))
        if isinstance(rule, BatchNormalizationRule):
            return (rule.followed(parameter, index[0]),)
        return (Equation(self.quantities.weight(node, parameter, index)),)

    def _units(self, node: str, place: Place) -> range:
        """Return the first units of a layer, or of one position of a picture."""
        shape = self.passes.network.shapes[node]
        first = self.quantities.unit(node, self.place(node, place), 0)
        return range(first, first + min(shape[-1], MOST_UNITS))

    def _all_units(self, node: str) -> range:
        return range(prod(self.passes.network.shapes[node]))

    def _is_trained(self, node: str, parameter: str) -> bool:
        return any(slot.name == parameter and slot.spec.is_trainable for slot in self.passes.network.node_slots(node))


def _once(equations: Iterable[Equation]) -> tuple[Equation, ...]:
    """Return each equation once, in order of first appearance: many units may share a mean."""
    return tuple(dict.fromkeys(equations))
