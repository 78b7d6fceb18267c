"""Where the numbers of an ONNX value lie in a layer's output: ONNX has the channels first, nnplay last.

A value remembers for each of its numbers the place in its node's output, so that transposing, reshaping and flattening
are what they are for any array, and the weights behind them can be put into the order of the node.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from nnplay.engine.layers import Shape
from nnplay.exchange.tensors import Array


@dataclass(frozen=True, eq=False)
class Value:
    """A value of the graph: ``order``, of the value's shape (one example), has flat places in ``node``'s output."""

    node: str
    order: NDArray[np.intp]

    @property
    def shape(self) -> Shape:
        """The value's shape in the file, without the batch."""
        return self.order.shape

    @property
    def is_straight(self) -> bool:
        """Whether its numbers lie as the node has them."""
        return np.array_equal(self.order.reshape(-1), np.arange(self.order.size))


def straight(shape: Shape) -> NDArray[np.intp]:
    """The order of a value that is a node's output as it is."""
    return np.arange(prod(shape)).reshape(shape)


def channels_first(shape: Shape) -> NDArray[np.intp]:
    """The order (channels, height, width) of a picture (height, width, channels)."""
    return straight(shape).transpose(2, 0, 1)


def by_unit(array: Array, value: Value, n_units: int) -> Array | None:
    """A constant that is joined with a value, as one number a unit: (n_units,); None if it is none.

    The constant is broadcast as NumPy does it; the units are the last axis of the value's node.
    """
    try:
        (whole,) = np.broadcast_to(array, (1, *value.shape))
    except ValueError:
        return None
    placed = np.empty(value.order.size)
    placed[value.order.reshape(-1)] = whole.reshape(-1)
    rows = placed.reshape(-1, n_units)
    unit: Array = rows[0]
    return unit if (rows == unit).all() else None


def spans_units(value: Value, axes: Iterable[int], n_units: int) -> bool:
    """Whether these axes of the value, batch not counted, are exactly the units of its node at each position."""
    axes = sorted(axes)
    rest = [axis for axis in range(len(value.shape)) if axis not in axes]
    groups = np.sort(value.order.transpose(*rest, *axes).reshape(-1, prod(value.shape[axis] for axis in axes)))
    return groups.shape[1] == n_units and bool((groups - groups[:, :1] == np.arange(n_units)).all())


def side_by_side(orders: Sequence[NDArray[np.intp]], shapes: Sequence[Shape], axis: int) -> list[NDArray[np.intp]]:
    """The orders of several values in the node that joins theirs along an axis of the nodes' shapes."""
    lengths = [shape[axis] for shape in shapes]
    whole = straight((*shapes[0][:axis], sum(lengths), *shapes[0][axis + 1 :]))
    parts = np.split(whole, np.cumsum(lengths)[:-1], axis)
    return [part.reshape(-1)[order] for part, order in zip(parts, orders, strict=True)]
