"""Flatten: the same numbers as one row, channels fastest, as Keras orders them."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from nnplay.engine.layers.base import Layer, Shape


@dataclass(frozen=True)
class Flatten(Layer):
    """(height, width, channels) becomes (height x width x channels,); nothing is computed."""

    def is_view(self, is_training: bool) -> bool:
        return True

    def output_shape(self, *inputs: Shape) -> Shape:
        return (prod(inputs[0]),)
