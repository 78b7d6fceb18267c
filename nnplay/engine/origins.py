"""Origins: where each number of a layer's output comes from, so that two versions of a network can be compared.

A weight belongs to a connection, and a connection begins at a number: unit 3 of "dense", pixel (4, 7) of the input.
Flattening and joining move numbers to other places, and a unit added before them shifts all that follow; their origins
stay what they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np

from nnplay.engine.calls import Array
from nnplay.engine.layers import Concatenate
from nnplay.engine.specs import NetworkSpec, Node, ParameterSlot

_MOST = 1 << 40
"""More than any layer has numbers: an origin is a whole number, its producer's times this plus its place there."""

Key = tuple[object, ...]


class Origins:
    """Origins of all numbers in two versions of a network; equal whole numbers mean the same origin.

    Parameters
    ----------
    old, new
        The versions. A layer is the same in both if name and kind are, and, where it has no weights of its own to make
        something new of what it gets, what feeds it.
    input_rows
        For each new input the number of the old one it continues, or None; by default they correspond by place.
    """

    def __init__(self, old: NetworkSpec, new: NetworkSpec, input_rows: Sequence[int | None] | None) -> None:
        self._producers: dict[Key, int] = {}
        self._shapes = {
            name: tuple(map(max, shape, new.shapes[name]))
            for name, shape in old.shapes.items()
            if len(new.shapes.get(name, ())) == len(shape)
        }
        self._old = self._rows(old, None)
        self._new = self._rows(new, input_rows)

    def matches(self, node: str, n_old: int, n_new: int) -> tuple[Array, Array]:
        """Which rows of a layer's kernel begin at the same number: (k,) places in the old one, (k,) in the new one.

        For a convolution, and for layers that work on each number alone, which channels those are.
        """
        rows = self._old[node], self._new[node]
        if (len(rows[0]), len(rows[1])) != (n_old, n_new):
            return np.arange(0), np.arange(0)
        _, places_old, places_new = np.intersect1d(*rows, return_indices=True)
        return places_old, places_new

    def _rows(self, spec: NetworkSpec, input_rows: Sequence[int | None] | None) -> dict[str, Array]:
        """The origins of what each node takes: (n,) numbers, or those of the channels at one place of a picture."""
        keys: dict[str, Key] = {}
        outputs: dict[str, Array] = {}
        rows: dict[str, Array] = {}
        for node in spec.nodes:
            shape, slots = spec.shapes[node.name], spec.node_slots(node.name)
            taken = [outputs[source] for source in node.inputs]
            if taken:
                rows[node.name] = taken[0].reshape(-1, taken[0].shape[-1])[0]
            key: Key = (node.name, node.layer.kind)
            if taken and not slots:
                key = (*key, *(keys[source] for source in node.inputs))
            if isinstance(node.layer, Concatenate):
                outputs[node.name] = np.concatenate(taken, node.layer.axis - (node.layer.axis > 0))
            elif len(taken) == 1 and taken[0].size == prod(shape) and not has_kernel(slots):
                outputs[node.name] = (self._marked(taken[0], key) if slots else taken[0]).reshape(shape)
                key = key if slots else keys[node.inputs[0]]
            elif not taken and input_rows is not None:
                places = [-1 - place if row is None else row for place, row in enumerate(input_rows)]
                outputs[node.name] = self._producer(key) + np.array(places)
            else:
                outputs[node.name] = self._own(node, shape, key)
            keys[node.name] = key
        return rows

    def _producer(self, key: Key) -> int:
        return self._producers.setdefault(key, len(self._producers) + 1) * _MOST

    def _own(self, node: Node, shape: tuple[int, ...], key: Key) -> Array:
        places = np.indices(shape)
        numbers = np.ravel_multi_index(tuple(places), self._shapes.get(node.name, shape))
        return np.asarray(numbers + self._producer(key))

    def _marked(self, numbers: Array, key: Key) -> Array:
        """The same numbers after a layer with weights that works on each alone."""
        marked = np.empty_like(numbers)
        for producer in np.unique(numbers // _MOST):
            is_its = numbers // _MOST == producer
            marked[is_its] = numbers[is_its] % _MOST + self._producer((*key, int(producer)))
        return marked


def has_kernel(slots: Sequence[ParameterSlot]) -> bool:
    """Whether the layer makes units of its own, rather than working on each number alone."""
    return any(len(slot.shape) > 1 for slot in slots)
