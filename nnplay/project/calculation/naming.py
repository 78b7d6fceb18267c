"""Naming: which symbol stands for which number of a network, as a blackboard has it.

Inputs are x, the outputs of hidden units h, of output units ŷ; z is a weighted sum before an activation function. A
superscript tells layers apart where a letter alone would not, a subscript the units; the weight w with the subscript
1,2 leads from unit 1 to unit 2. In pictures the subscripts are row, column and channel; of a filter's weight row,
column, channel and filter. Mean and variance of a normalization are μ and v, what it makes of a number is n before
scale and shift; M and V are the running ones. Counting starts at 1.
"""

from __future__ import annotations

from functools import cached_property
from math import prod

import numpy as np

from nnplay.engine import BatchNormalization, Dropout, GaussianNoise, Input, Layer, NetworkSpec, Node
from nnplay.engine.layers.normalization import Normalization
from nnplay.project.calculation.expressions import Symbol

LOSS = Symbol("L")
RATE = Symbol("η")

_LETTERS = {
    "kernel": "w",
    "bias": "b",
    "alpha": "α",
    "gamma": "γ",
    "beta": "β",
    "moving_mean": "M",
    "moving_variance": "V",
}


class Naming:
    """Symbols of one network."""

    def __init__(self, network: NetworkSpec) -> None:
        self._network = network
        self._numbers = {node.name: str(number) for number, node in enumerate(network.nodes[1:], start=1)}

    def unit(self, node: str, index: int) -> Symbol:
        """The output of a unit."""
        if isinstance(self._network.node(node).layer, Input):
            return Symbol("x", self._sub(node, index))
        if node == self._network.output.name:
            return Symbol("ŷ", self._sub(node, index))
        return Symbol("h", self._sub(node, index), self._sup(node, len(self._hidden) > 1))

    def sum(self, node: str, index: int) -> Symbol:
        """A unit's weighted sum; of a linear unit that is its output."""
        if not self.has_sum(node):
            return self.unit(node, index)
        return Symbol("z", self._sub(node, index), self._sup(node, len(self._bent) > 1))

    def has_sum(self, node: str) -> bool:
        """Whether weighted sum and output are two numbers."""
        return _is_bent(self._network.node(node))

    def weight(self, node: str, parameter: str, index: tuple[int, ...]) -> Symbol:
        """One weight or bias, or whatever a layer learns."""
        slots = {slot.name: slot for slot in self._network.node_slots(node)}
        places = [str(place + 1) for place, n in zip(index, slots[parameter].shape, strict=True) if n > 1]
        # "11" is unambiguous as long as no index has two digits; four digits side by side nobody can read.
        separator = "" if max(slots[parameter].shape) < 10 and len(places) < 3 else ","
        letter = _LETTERS.get(parameter, parameter)
        return Symbol(letter, separator.join(places), self._sup(node, len(self._learning) > 1))

    def target(self, index: int) -> Symbol:
        """What an output ought to be."""
        return Symbol("y", self._sub(self._network.output.name, index))

    def mask(self, node: str, index: int) -> Symbol:
        """By what dropout multiplies: 0, or what makes up for those that are dropped."""
        return Symbol("m", self._sub(node, index), self._sup(node, self._n_of(Dropout) > 1))

    def noise(self, node: str, index: int) -> Symbol:
        """What is added to a number as noise."""
        return Symbol("e", self._sub(node, index), self._sup(node, self._n_of(GaussianNoise) > 1))

    def normal(self, node: str, index: int) -> Symbol:
        """What normalization makes of a number, before scale and shift."""
        return Symbol("n", self._sub(node, index), self._sup(node, self._n_of(Normalization) > 1))

    def statistic(self, letter: str, node: str, group: int) -> Symbol:
        """Mean or variance of one group of the numbers that a layer normalizes."""
        shape = self._network.shapes[node]
        n_groups = shape[-1] if isinstance(self._network.node(node).layer, BatchNormalization) else prod(shape[:-1])
        return Symbol(letter, str(group + 1) if n_groups > 1 else "", self._sup(node, self._n_of(Normalization) > 1))

    def row(self, node: str, letter: str) -> Symbol:
        """All numbers of a layer together."""
        many = {"W": len(self._learning), "b": len(self._learning), "z": len(self._bent), "h": len(self._hidden)}
        return Symbol(letter, "", self._sup(node, many.get(letter, 0) > 1))

    def output_letter(self, node: str) -> str:
        """x, h or ŷ."""
        return self.unit(node, 0).letter

    def _sub(self, node: str, index: int) -> str:
        shape = self._network.shapes[node]
        if prod(shape) == 1:
            return ""
        # One channel needs no number.
        spelled = shape[:-1] if len(shape) > 1 and shape[-1] == 1 else shape
        return ",".join(str(int(place) + 1) for place in np.unravel_index(index, spelled))

    def _n_of(self, kind: type[Layer]) -> int:
        return sum(isinstance(node.layer, kind) for node in self._network.nodes)

    def _sup(self, node: str, is_needed: bool) -> str:
        return f"({self._numbers[node]})" if is_needed else ""

    @cached_property
    def _hidden(self) -> list[str]:
        return [node.name for node in self._network.nodes[1:] if node.name != self._network.output.name]

    @cached_property
    def _bent(self) -> list[str]:
        return [node.name for node in self._network.nodes if _is_bent(node)]

    @cached_property
    def _learning(self) -> list[str]:
        return [node.name for node in self._network.nodes if self._network.node_slots(node.name)]


def _is_bent(node: Node) -> bool:
    return node.layer.activation_name != "linear"
