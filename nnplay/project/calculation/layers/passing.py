"""Layers that hand numbers on: as they are, added, side by side, dropped, or with noise."""

from __future__ import annotations

from math import prod

import numpy as np

from nnplay.engine import Concatenate
from nnplay.project.calculation.expressions import Equation, Expression, Product, Quantity, Terms, checked
from nnplay.project.calculation.layers.rule import Rule


class PassingRule(Rule):
    """The same numbers, perhaps in another shape: Flatten, Reshape, and activation functions as layers."""

    def equations(self, unit: int) -> tuple[Equation, ...]:
        return (checked(self.result(unit), self.quantities.output(self.source, unit)),)

    def behind(self, number: int, unit: int) -> Terms | None:
        return self._one(unit)

    def _one(self, unit: int) -> Terms | None:
        if self.quantities.by_sums(self.name) is None:
            return None
        by_sum = self.quantities.by_sum(self.name, unit)
        return Terms(np.array([by_sum.value]), lambda _: by_sum)


class AddRule(PassingRule):
    """All inputs added, number by number; the gradient goes to each of them."""

    def equations(self, unit: int) -> tuple[Equation, ...]:
        outputs = [self.quantities.output(source, unit) for source in self.sources]
        terms = Terms(np.array([output.value for output in outputs]), lambda place: outputs[place])
        return (checked(self.result(unit), self.quantities.added(terms)),)


class ConcatenateRule(PassingRule):
    """The inputs side by side; each gets the gradient of its own part."""

    def equations(self, unit: int) -> tuple[Equation, ...]:
        for number, source in enumerate(self.sources):
            units = self._units(number).reshape(-1)
            found = np.flatnonzero(units == unit)
            if len(found):
                return (checked(self.result(unit), self.quantities.output(source, int(found[0]))),)
        return ()

    def behind(self, number: int, unit: int) -> Terms | None:
        return self._one(int(self._units(number).reshape(-1)[unit]))

    def _units(self, number: int) -> np.ndarray:
        """Which units of the output an input's numbers become, in the input's shape."""
        layer = self.node.layer
        assert isinstance(layer, Concatenate)
        axis = layer.axis + len(self.shape) if layer.axis < 0 else layer.axis - 1
        lengths = [self.quantities.network.shapes[source][axis] for source in self.sources]
        return np.split(np.arange(prod(self.shape)).reshape(self.shape), np.cumsum(lengths)[:-1], axis)[number]


class DropoutRule(PassingRule):
    """Each number times 0, or times what makes up for those that are dropped; the gradient likewise."""

    def equations(self, unit: int) -> tuple[Equation, ...]:
        factor = self._factor(unit)
        if factor is None:
            return super().equations(unit)
        return (checked(self.result(unit), Product((factor, self.quantities.output(self.source, unit)))),)

    def behind(self, number: int, unit: int) -> Terms | None:
        one, factor = self._one(unit), self._factor(unit)
        if one is None or factor is None:
            return one

        def term(place: int) -> Expression:
            return Product((self.quantities.by_sum(self.name, unit), factor))

        return Terms(one.values * factor.value, term)

    def _factor(self, unit: int) -> Quantity | None:
        """By what a unit is multiplied; None with a rate of 0."""
        mask = self.quantities.trace(self.name).mask
        if mask is None:
            return None
        return Quantity(self.quantities.naming.mask(self.name, unit), float(mask.reshape(-1)[unit]))


class NoiseRule(PassingRule):
    """Each number and some noise; the gradient does not notice."""

    def equations(self, unit: int) -> tuple[Equation, ...]:
        result, source = self.result(unit), self.quantities.output(self.source, unit)
        if result.value == source.value:
            return super().equations(unit)
        noise = Quantity(self.quantities.naming.noise(self.name, unit), result.value - source.value)
        terms = Terms(np.array([source.value, noise.value]), lambda place: (source, noise)[place])
        return (checked(result, self.quantities.added(terms)),)
