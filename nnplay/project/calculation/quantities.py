"""Quantities: the numbers of some passes, each with its name and its place in the network."""

from __future__ import annotations

from dataclasses import replace
from math import prod

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import Part
from nnplay.engine.trace import NodeTrace
from nnplay.project.calculation.expressions import Expression, Matrix, Quantity, Symbol, Terms, added
from nnplay.project.calculation.naming import LOSS, Naming
from nnplay.project.calculation.passes import Passes


class Quantities:
    """The numbers of the chosen example, and where a layer mixes the examples of a batch, those of the others.

    A unit is a number of the layer's output, counted through its whole shape. ``example`` is a place among the passes,
    by default the chosen one.

    Parameters
    ----------
    is_whole
        Whether long sums have all of their terms.

    Attributes
    ----------
    own_loss
        The loss of which derivatives are taken: the chosen example's own; the mean over the batch where a layer mixes
        its examples, so that none has a loss of its own.
    """

    def __init__(self, passes: Passes, *, is_whole: bool = False) -> None:
        self.passes, self.network, self.naming = passes, passes.network, Naming(passes.network)
        self._is_whole = is_whole
        is_own = passes.is_batch and not passes.is_coupled
        self.own_loss = loss_of(passes.rows[passes.chosen]) if is_own else LOSS
        self._share = 1 / len(passes.traces) if passes.is_coupled else 1.0

    def trace(self, node: str, example: int | None = None) -> NodeTrace:
        """What the engine says of a layer."""
        return self.passes.traces[self.passes.chosen if example is None else example].nodes[node]

    def outputs(self, node: str, example: int | None = None) -> NDArray[np.float64]:
        """All outputs of a layer, in its shape."""
        return self.trace(node, example).a

    def output(self, node: str, unit: int, example: int | None = None) -> Quantity:
        """What a unit gives."""
        symbol = self._of_example(self.naming.unit(node, unit), example)
        value = float(self.outputs(node, example).reshape(-1)[unit])
        return Quantity(symbol, value, self.part(node, unit), place=self.place(node, unit))

    def sum(self, node: str, unit: int, example: int | None = None) -> Quantity:
        """A unit's weighted sum; of a linear unit its output."""
        z = self.trace(node, example).z
        if z is None or not self.naming.has_sum(node):
            return self.output(node, unit, example)
        symbol = self._of_example(self.naming.sum(node, unit), example)
        return Quantity(symbol, float(z.reshape(-1)[unit]), self.part(node, unit), place=self.place(node, unit))

    def weight(self, node: str, parameter: str, index: tuple[int, ...]) -> Quantity:
        """A weight before the step."""
        value = float(self.trace(node).parameters[parameter].value[index])
        part = Part(node, parameter=parameter, index=index)
        return Quantity(self.naming.weight(node, parameter, index), value, part)

    def by_outputs(self, node: str, example: int | None = None) -> NDArray[np.float64] | None:
        """dL/dh of all units, in the layer's shape; None where nobody asks for it."""
        return self._derivatives(node, "da", example)

    def by_sums(self, node: str, example: int | None = None) -> NDArray[np.float64] | None:
        """dL/dz of all units, in the layer's shape."""
        return self._derivatives(node, "dz", example)

    def by_output(self, node: str, unit: int, example: int | None = None) -> Quantity:
        """dL/dh of a unit."""
        return self._derivative(node, unit, self.by_outputs(node, example), self.naming.unit(node, unit), example)

    def by_sum(self, node: str, unit: int, example: int | None = None) -> Quantity:
        """dL/dz of a unit."""
        return self._derivative(node, unit, self.by_sums(node, example), self.naming.sum(node, unit), example)

    def slope(self, node: str, unit: int) -> Quantity:
        """dh/dz of a unit."""
        slope = self.trace(node).slope
        value = 1.0 if slope is None else float(slope.reshape(-1)[unit])
        return Quantity(
            self.naming.unit(node, unit),
            value,
            self.part(node, unit),
            by=self.naming.sum(node, unit),
            place=self.place(node, unit),
        )

    def normal(self, node: str, unit: int, value: float, example: int | None = None) -> Quantity:
        """What normalization makes of a number, before scale and shift."""
        symbol = self._of_example(self.naming.normal(node, unit), example)
        return Quantity(symbol, value, self.part(node, unit), place=self.place(node, unit))

    def row(self, node: str) -> Matrix:
        """A layer's outputs as a row, (1, n)."""
        values = self.outputs(node).reshape(1, -1)
        return Matrix(self.naming.row(node, self.naming.output_letter(node)), values, Part(node))

    def matrix(self, node: str) -> Matrix:
        """A layer's weights as a matrix, (n_in, n_out)."""
        values = self.trace(node).parameters["kernel"].value
        return Matrix(self.naming.row(node, "W"), values, Part(node, parameter="kernel"))

    def added(self, *parts: Terms) -> Expression:
        """Terms added up; only the largest of many, unless the whole is wanted."""
        return added(parts, is_whole=self._is_whole)

    def part(self, node: str, unit: int) -> Part:
        """Where a unit stands: of a picture its channel."""
        return Part(node, unit % self.network.shapes[node][-1])

    def place(self, node: str, unit: int) -> tuple[int, ...]:
        """Row and column of a unit in a picture; empty for units in a row."""
        return tuple(int(axis) for axis in np.unravel_index(unit, self.network.shapes[node])[:-1])

    def unit(self, node: str, place: tuple[int, ...], channel: int) -> int:
        """The unit in a place; a place that lies outside counts as the nearest inside."""
        shape = self.network.shapes[node]
        inside = [min(axis, length - 1) for axis, length in zip(place, shape[:-1], strict=True)]
        return int(np.ravel_multi_index((*inside, channel), shape))

    def strongest_place(self, node: str) -> tuple[int, ...]:
        """Where a picture's outputs are greatest, all channels taken together; empty for units in a row."""
        shape = self.network.shapes[node]
        if prod(shape[:-1]) == 1:
            return (0,) * (len(shape) - 1)
        strength = np.nan_to_num(np.abs(self.outputs(node))).sum(axis=-1)
        return tuple(int(axis) for axis in np.unravel_index(int(np.argmax(strength)), shape[:-1]))

    def _derivatives(self, node: str, field: str, example: int | None) -> NDArray[np.float64] | None:
        values: NDArray[np.float64] | None = getattr(self.trace(node, example), field)
        if values is not None:
            return values * self._share
        # What only shows another layer's numbers has that layer's gradient, if nobody else reads it.
        sources = self.network.node(node).inputs
        if len(sources) != 1 or self.network.consumers(sources[0]) != (node,):
            return None
        behind = self._derivatives(sources[0], "da", example)
        return None if behind is None else behind.reshape(self.network.shapes[node])

    def _derivative(
        self, node: str, unit: int, values: NDArray[np.float64] | None, by: Symbol, example: int | None
    ) -> Quantity:
        assert values is not None
        return Quantity(
            self.own_loss,
            float(values.reshape(-1)[unit]),
            self.part(node, unit),
            by=self._of_example(by, example),
            place=self.place(node, unit),
        )

    def _of_example(self, symbol: Symbol, example: int | None) -> Symbol:
        if example is None or example == self.passes.chosen:
            return symbol
        return replace(symbol, example=str(self.passes.rows[example] + 1))


def loss_of(row: int) -> Symbol:
    """The own loss of an example of a batch; examples are counted from 1."""
    return Symbol(LOSS.letter, str(row + 1))
