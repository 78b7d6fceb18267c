"""Parts: how the canvas names what a person points at."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import NetworkSpec, Part


class UnitPart(NamedTuple):
    """One neuron."""

    node: str
    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody calls here

    def __str__(self) -> str:
        return f"{self.node}[{self.index}]"


class WeightPart(NamedTuple):
    """One connection: from unit ``row`` of the layer ``source`` to unit ``column`` of the layer ``target``."""

    source: str
    target: str
    row: int
    column: int

    def __str__(self) -> str:
        return f"{self.source}[{self.row}] → {self.target}[{self.column}]"


def as_weight(part: UnitPart | WeightPart | None) -> Part | None:
    """Return the number that belongs to what is pointed at, as the engine names it: a weight, or a neuron's bias."""
    if isinstance(part, WeightPart):
        return Part(part.target, parameter="kernel", index=(part.row, part.column))
    return None if part is None else Part(part.node, parameter="bias", index=(part.index,))


def place_of(network: NetworkSpec, weight: Part) -> int:
    """Return where in the flat vector a weight is."""
    slot = next(slot for slot in network.node_slots(weight.node) if slot.name == weight.parameter)
    return slot.offset + int(np.ravel_multi_index(weight.index, slot.shape))


def parameter(network: NetworkSpec, vector: NDArray[np.float32], node: str, name: str) -> NDArray[np.float32] | None:
    """Return one parameter array of a node as a view into the flat vector; None if the node has no such parameter."""
    for slot in network.node_slots(node):
        if slot.name == name:
            return vector[slot.span].reshape(slot.shape)
    return None
