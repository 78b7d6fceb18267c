"""Input: the place where one example enters the network."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import ClassVar

from nnplay.engine.checks import check_whole, shape_tuple
from nnplay.engine.layers.base import Layer, Shape

MAX_INPUTS = 1_000_000
"""Most numbers of one example."""


@dataclass(frozen=True)
class Input(Layer):
    """Shape of one example: (n_features,) for a row of a table, (height, width, channels) for a picture."""

    shape: Shape

    n_inputs: ClassVar[tuple[int, int]] = (0, 0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shape", shape_tuple("input shape", self.shape))
        for length in self.shape:
            check_whole("input shape", length, 1, MAX_INPUTS)
        check_whole("input size", prod(self.shape), 1, MAX_INPUTS)

    def output_shape(self, *inputs: Shape) -> Shape:
        return self.shape
