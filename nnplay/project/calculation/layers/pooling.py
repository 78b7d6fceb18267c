"""Pooling: of each window the greatest number or the mean, or the mean of a whole channel."""

from __future__ import annotations

import numpy as np

from nnplay.engine import Node
from nnplay.engine.layers.pooling import Pooling2D
from nnplay.engine.layers.windows import Windows
from nnplay.project.calculation.expressions import (
    Equation,
    Expression,
    Extreme,
    Number,
    Quantity,
    Quotient,
    Terms,
    checked,
)
from nnplay.project.calculation.layers.rule import Rule
from nnplay.project.calculation.layers.window_places import WindowPlaces
from nnplay.project.calculation.quantities import Quantities

_MOST_COMPARED = 9
"""Numbers of a window that are written; of a larger one the greatest."""


class PoolingRule(Rule):
    """What all poolings share: which units of the picture a unit is made of, and where a unit of the picture goes."""

    def __init__(self, quantities: Quantities, node: Node) -> None:
        super().__init__(quantities, node)
        self._source_shape = height, width, _ = quantities.network.shapes[self.source]
        whole = Windows((height, width), (height, width), "valid")
        windows = node.layer.windows if isinstance(node.layer, Pooling2D) else whole
        self._places = WindowPlaces(windows, self._source_shape)

    def members(self, unit: int) -> list[int]:
        """The units of the picture in the window of a unit, row by row."""
        window, channel = divmod(unit, self.shape[-1])
        n_across = self.shape[1] if len(self.shape) == 3 else 1
        contacts = self._places.of_window((window // n_across, window % n_across))
        return [self._number(contact.place, channel, self._source_shape) for contact in contacts]

    def outlets(self, unit: int) -> list[int]:
        """The units whose windows lie on a unit of the picture."""
        row, column, channel = (int(axis) for axis in np.unravel_index(unit, self._source_shape))
        shape = self.shape if len(self.shape) == 3 else (1, 1, self.shape[-1])
        return [self._number(each.window, channel, shape) for each in self._places.of_place((row, column))]

    @staticmethod
    def _number(place: tuple[int, int], channel: int, shape: tuple[int, ...]) -> int:
        return (place[0] * shape[1] + place[1]) * shape[2] + channel

    def _values(self, units: list[int]) -> np.ndarray:
        return self.quantities.outputs(self.source).reshape(-1)[units]


class MeanRule(PoolingRule):
    """The mean of a window; each of its numbers gets an equal share of the gradient."""

    def equations(self, unit: int) -> tuple[Equation, ...]:
        members = self.members(unit)
        terms = Terms(self._values(members), lambda place: self.quantities.output(self.source, members[place]))
        mean = Quotient(self.quantities.added(terms), Number(len(members)))
        return (checked(self.result(unit), mean),)

    def behind(self, number: int, unit: int) -> Terms | None:
        quantities, by_sums = self.quantities, self.quantities.by_sums(self.name)
        if by_sums is None:
            return None
        outlets = self.outlets(unit)
        sizes = [len(self.members(outlet)) for outlet in outlets]

        def term(place: int) -> Expression:
            return Quotient(quantities.by_sum(self.name, outlets[place]), Number(sizes[place]))

        return Terms(by_sums.reshape(-1)[outlets] / np.array(sizes), term)


class GreatestRule(PoolingRule):
    """The greatest of a window; where it stood the whole gradient goes, of several equal ones to the first."""

    def winner(self, unit: int) -> int:
        """The unit of the picture that goes on."""
        members = self.members(unit)
        return members[int(np.argmax(self._values(members)))]

    def won(self, unit: int) -> Quantity:
        """That unit's number."""
        return self.quantities.output(self.source, self.winner(unit))

    def equations(self, unit: int) -> tuple[Equation, ...]:
        members = self.members(unit)
        order = np.argsort(-self._values(members), kind="stable")[:_MOST_COMPARED]
        shown = tuple(self.quantities.output(self.source, members[place]) for place in sorted(order.tolist()))
        return (
            checked(self.result(unit), Extreme(shown, n_more=len(members) - len(shown))),
            checked(self.result(unit), self.won(unit)),
        )

    def behind(self, number: int, unit: int) -> Terms | None:
        quantities, by_sums = self.quantities, self.quantities.by_sums(self.name)
        if by_sums is None:
            return None
        outlets = [outlet for outlet in self.outlets(unit) if self.winner(outlet) == unit]
        return Terms(by_sums.reshape(-1)[outlets], lambda place: quantities.by_sum(self.name, outlets[place]))
