"""Concatenate: several layers side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.checks import check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP, ShapeError
from nnplay.engine.layers.base import MANY, Layer, Shape, Site


@dataclass(frozen=True)
class Concatenate(Layer):
    """Inputs joined along ``axis``, counted with the batch as axis 0 as in Keras; -1 is the last: units or channels."""

    axis: int = -1

    n_inputs: ClassVar[tuple[int, int]] = (2, MANY)

    def __post_init__(self) -> None:
        check_whole("axis", self.axis, -3, 3)

    def output_shape(self, *inputs: Shape) -> Shape:
        first, axis = inputs[0], self._axis(inputs[0])
        others = [(*shape[:axis], *shape[axis + 1 :]) for shape in inputs if len(shape) == len(first)]
        if not 0 <= axis < len(first) or len(others) < len(inputs) or len(set(others)) > 1:
            raise ShapeError(
                QT_TRANSLATE_NOOP(
                    "errors", "The shapes {shapes} cannot be joined along axis {axis}: all other lengths must agree."
                ),
                shapes=", ".join(map(str, inputs)),
                axis=self.axis,
            )
        return (*first[:axis], sum(shape[axis] for shape in inputs), *first[axis + 1 :])

    def forward(self, site: Site) -> list[Call]:
        parts = self._parts(site.z, site)
        return [
            (np.copyto, (part, _shaped(x, shape)))
            for part, x, shape in zip(parts, site.inputs, site.input_shapes, strict=True)
        ]

    def backward(self, site: Site) -> list[Call]:
        parts = zip(self._parts(site.output_gradient, site), site.input_gradients, site.input_shapes, strict=True)
        return [(np.copyto, (_shaped(dx, shape), part)) for part, dx, shape in parts if dx is not None]

    def _axis(self, shape: Shape) -> int:
        return self.axis + len(shape) if self.axis < 0 else self.axis - 1

    def _parts(self, array: Array, site: Site) -> list[Array]:
        """Each input's part of the output or of its gradient, in the input's shape with the batch behind."""
        axis = self._axis(site.shape)
        ends = np.cumsum([shape[axis] for shape in site.input_shapes])
        return np.split(_shaped(array, site.shape), ends[:-1], axis - len(site.shape) - 1)


def _shaped(array: Array, shape: Shape) -> Array:
    """Features (n_features, batch) in the shape of one example, with the batch behind; a view."""
    return array.reshape(*array.shape[:-2], *shape, array.shape[-1])
