"""Reshape: the same numbers in another shape, in the same order."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from nnplay.engine.checks import shape_tuple
from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError, ShapeError
from nnplay.engine.layers.base import Layer, Shape


@dataclass(frozen=True)
class Reshape(Layer):
    """``target_shape`` without the batch axis; one of its numbers may be -1 and follows from the others."""

    target_shape: Shape = (-1,)

    def __post_init__(self) -> None:
        object.__setattr__(self, "target_shape", shape_tuple("target_shape", self.target_shape))
        if self.target_shape.count(-1) > 1 or any(n < 1 and n != -1 for n in self.target_shape):
            raise SettingError(
                QT_TRANSLATE_NOOP(
                    "errors", "{setting} is {value}; at most one number may be -1, the others must be 1 or more."
                ),
                setting="target_shape",
                value=self.target_shape,
            )

    def is_view(self, is_training: bool) -> bool:
        return True

    def output_shape(self, *inputs: Shape) -> Shape:
        n_numbers, n_given = prod(inputs[0]), prod(n for n in self.target_shape if n != -1)
        shape = tuple(n_numbers // n_given if n == -1 else n for n in self.target_shape)
        if prod(shape) != n_numbers:
            raise ShapeError(
                QT_TRANSLATE_NOOP("errors", "{n} numbers of the shape {shape} do not fit into the shape {target}."),
                n=n_numbers,
                shape=inputs[0],
                target=self.target_shape,
            )
        return shape
