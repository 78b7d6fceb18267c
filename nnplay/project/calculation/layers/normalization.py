"""Normalization: mean and variance of a group of numbers, what comes of it, and how the gradient goes back through it.

The groups are what tells the two kinds apart: all positions of a channel in all examples of the batch, or all channels
at one position of one example.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import prod

import numpy as np

from nnplay.engine import BatchNormalization, Node, ParameterTrace
from nnplay.engine.layers.normalization import Normalization
from nnplay.project.calculation.expressions import (
    Call,
    Equation,
    Expression,
    Negative,
    Number,
    Numbers,
    Product,
    Quantity,
    Quotient,
    Square,
    Sum,
    Terms,
    checked,
    evaluate,
)
from nnplay.project.calculation.layers.rule import Rule
from nnplay.project.calculation.quantities import Quantities


@dataclass(frozen=True)
class _Group:
    """Numbers that are normalized together: the same units in some examples (None is the chosen one).

    ``key`` tells which group of the layer it is.
    """

    examples: tuple[int | None, ...]
    units: range
    key: int

    def __len__(self) -> int:
        return len(self.examples) * len(self.units)

    def member(self, place: int) -> tuple[int | None, int]:
        """Example and unit of one of them."""
        example, unit = divmod(place, len(self.units))
        return self.examples[example], self.units[unit]


class NormalizationRule(Rule):
    """mu and v of the group, n = (x - mu) / sqrt(v + epsilon), and the result gamma n + beta."""

    def __init__(self, quantities: Quantities, node: Node) -> None:
        super().__init__(quantities, node)
        self._normals: dict[int | None, Numbers] = {}

    def group(self, unit: int) -> _Group:
        """The numbers that a unit of the chosen example is normalized with."""
        raise NotImplementedError

    def statistics(self, example: int | None) -> tuple[Numbers, Numbers]:
        """Mean and variance for the numbers of an example, (positions or 1, channels or 1)."""
        raise NotImplementedError

    def equations(self, unit: int) -> tuple[Equation, ...]:
        quantities, group = self.quantities, self.group(unit)
        mean, variance = self._statistics(unit)
        normal, source = self._normal(unit), quantities.output(self.source, unit)

        def member(place: int) -> Quantity:
            example, other = group.member(place)
            return quantities.output(self.source, other, example)

        def square(place: int) -> Square:
            return Square(Sum((member(place), Negative(mean))))

        values = self._gathered(group, lambda example: quantities.outputs(self.source, example))
        affine: list[Expression] = [normal]
        if "gamma" in self._parameters:
            affine = [Product((quantities.weight(self.name, "gamma", (unit % self.shape[-1],)), normal))]
        if "beta" in self._parameters:
            affine.append(quantities.weight(self.name, "beta", (unit % self.shape[-1],)))
        return (
            checked(mean, self._shared(quantities.added(Terms(values, member)), group)),
            checked(variance, self._shared(quantities.added(Terms((values - mean.value) ** 2, square)), group)),
            checked(normal, Quotient(Sum((source, Negative(mean))), self._root(variance))),
            checked(self.result(unit), Sum(tuple(affine)) if len(affine) > 1 else affine[0]),
        )

    def behind(self, number: int, unit: int) -> Terms | None:
        """The derivative of Ioffe and Szegedy (ICML 2015), section 3: a number moves mean and variance, too."""
        if self.quantities.by_sums(self.name) is None:
            return None
        group = self.group(unit)
        gradients = self._gathered(group, self._gradients)

        def plain(place: int) -> Expression:
            example, other = group.member(place)
            return self._gradient(other, example)

        def weighed(place: int) -> Product:
            example, other = group.member(place)
            return Product((self._gradient(other, example), self._normal(other, example)))

        plain_terms = Terms(gradients, plain)
        weighed_terms = Terms(gradients * self._gathered(group, self.normals), weighed)
        through_mean = self._shared(self.quantities.added(plain_terms), group)
        through_variance = Product((self._normal(unit), self._shared(self.quantities.added(weighed_terms), group)))
        own = Sum((self._gradient(unit), Negative(through_mean), Negative(through_variance)))
        right = self._scaled(own, unit)
        return Terms(np.array([evaluate(right)]), lambda _: right)

    def gradient(self, parameter: str, index: tuple[int, ...], example: int | None = None) -> Terms | None:
        by_sums = self.quantities.by_sums(self.name, example)
        if by_sums is None or parameter not in ("gamma", "beta"):
            return None
        units = range(index[0], by_sums.size, self.shape[-1])
        values = by_sums.reshape(-1)[units.start :: units.step]
        if parameter == "beta":
            return Terms(values, lambda place: self.quantities.by_sum(self.name, units[place], example))

        def term(place: int) -> Product:
            unit = units[place]
            return Product((self.quantities.by_sum(self.name, unit, example), self._normal(unit, example)))

        return Terms(values * self.normals(example).reshape(-1)[units.start :: units.step], term)

    def normals(self, example: int | None = None) -> Numbers:
        """n of all numbers of an example, (positions, channels)."""
        if example not in self._normals:
            mean, variance = self.statistics(example)
            x = self.quantities.outputs(self.source, example).reshape(-1, self.shape[-1])
            self._normals[example] = (x - mean) / np.sqrt(variance + self._epsilon)
        return self._normals[example]

    def _scaled(self, own: Expression, unit: int) -> Expression:
        """What has come through mean and variance, as the derivative by the number itself."""
        return Quotient(own, self._root(self._statistics(unit)[1]))

    @property
    def _parameters(self) -> Mapping[str, ParameterTrace]:
        return self.quantities.trace(self.name).parameters

    @property
    def _epsilon(self) -> float:
        layer = self.node.layer
        assert isinstance(layer, Normalization)
        return layer.epsilon

    def _gathered(self, group: _Group, of_example: Callable[[int | None], Numbers]) -> Numbers:
        """The numbers of a group, (n,), of arrays that have those of an example."""
        units = slice(group.units.start, group.units.stop, group.units.step)
        return np.concatenate([of_example(example).reshape(-1)[units] for example in group.examples])

    def _statistics(self, unit: int) -> tuple[Quantity, Quantity]:
        """Mean and variance of a unit's group."""
        key, shape = self.group(unit).key, self.normals().shape
        mean, variance = (float(np.broadcast_to(values, shape).reshape(-1)[unit]) for values in self.statistics(None))
        naming = self.quantities.naming
        return (
            Quantity(naming.statistic("μ", self.name, key), mean),
            Quantity(naming.statistic("v", self.name, key), variance),
        )

    def _root(self, variance: Quantity) -> Call:
        return Call("sqrt", Sum((variance, Number(self._epsilon))))

    def _normal(self, unit: int, example: int | None = None) -> Quantity:
        """n of one number."""
        value = float(self.normals(example).reshape(-1)[unit])
        return self.quantities.normal(self.name, unit, value, example)

    def _gradient(self, unit: int, example: int | None = None) -> Expression:
        """dL/dn of one number, but for what ``_scaled`` adds."""
        by_sum = self.quantities.by_sum(self.name, unit, example)
        if "gamma" not in self._parameters:
            return by_sum
        return Product((by_sum, self.quantities.weight(self.name, "gamma", (unit % self.shape[-1],))))

    def _gradients(self, example: int | None) -> Numbers:
        """The same of all numbers of an example, in the layer's shape."""
        by_sums, gamma = self.quantities.by_sums(self.name, example), self._parameters.get("gamma")
        assert by_sums is not None
        return by_sums if gamma is None else by_sums * gamma.value

    @staticmethod
    def _shared(total: Expression, group: _Group) -> Expression:
        return total if len(group) == 1 else Quotient(total, Number(len(group)))


class LayerNormalizationRule(NormalizationRule):
    """The group is all channels at one position of one example."""

    def group(self, unit: int) -> _Group:
        n = self.shape[-1]
        position = unit // n
        return _Group((None,), range(position * n, (position + 1) * n), position)

    def statistics(self, example: int | None) -> tuple[Numbers, Numbers]:
        x = self.quantities.outputs(self.source, example).reshape(-1, self.shape[-1])
        return x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True)


class BatchNormalizationRule(NormalizationRule):
    """The group is all positions of one channel in all examples of the batch, as in training.

    All of it has the same scale, which is taken out of the sums.
    """

    def group(self, unit: int) -> _Group:
        n = self.shape[-1]
        return _Group(self._examples, range(unit % n, prod(self.shape), n), unit % n)

    def statistics(self, example: int | None) -> tuple[Numbers, Numbers]:
        return self._of_batch

    def _gradient(self, unit: int, example: int | None = None) -> Expression:
        return self.quantities.by_sum(self.name, unit, example)

    def _gradients(self, example: int | None) -> Numbers:
        by_sums = self.quantities.by_sums(self.name, example)
        assert by_sums is not None
        return by_sums

    def _scaled(self, own: Expression, unit: int) -> Expression:
        if "gamma" not in self._parameters:
            return super()._scaled(own, unit)
        gamma = self.quantities.weight(self.name, "gamma", (unit % self.shape[-1],))
        return Product((Quotient(gamma, self._root(self._statistics(unit)[1])), own))

    def followed(self, parameter: str, channel: int) -> Equation:
        """How a running mean or variance, which predicting uses, goes a little way towards the batch's."""
        layer = self.node.layer
        assert isinstance(layer, BatchNormalization)
        old = self.quantities.weight(self.name, parameter, (channel,))
        new_value = float(self.quantities.trace(self.name).parameters[parameter].new_value[channel])
        new = replace(old, symbol=replace(old.symbol, letter=old.symbol.letter + "′"), value=new_value)
        mean, variance = self._statistics(channel)
        batch = mean if parameter == "moving_mean" else variance
        share = Number(round(1 - layer.momentum, 12))
        return checked(new, Sum((old, Product((share, Sum((batch, Negative(old))))))))

    @cached_property
    def _of_batch(self) -> tuple[Numbers, Numbers]:
        each = (self.quantities.outputs(self.source, k).reshape(-1, self.shape[-1]) for k in self._examples)
        x = np.concatenate(list(each))
        return x.mean(axis=0, keepdims=True), x.var(axis=0, keepdims=True)

    @property
    def _examples(self) -> tuple[int | None, ...]:
        passes = self.quantities.passes
        return tuple(None if k == passes.chosen else k for k in range(len(passes.traces)))
