"""GlobalAveragePooling2D: the mean of each channel over the whole picture (Lin, Chen and Yan, ICLR 2014)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.engine.calls import Call
from nnplay.engine.errors import QT_TRANSLATE_NOOP, ShapeError
from nnplay.engine.layers.base import Layer, Shape, Site


@dataclass(frozen=True)
class GlobalAveragePooling2D(Layer):
    """(height, width, channels) becomes (channels,)."""

    can_stack: ClassVar[bool] = False

    def output_shape(self, *inputs: Shape) -> Shape:
        if len(inputs[0]) != 3:
            raise ShapeError(
                QT_TRANSLATE_NOOP("errors", "It takes pictures (height, width, channels), not the shape {shape}."),
                shape=inputs[0],
            )
        return inputs[0][2:]

    def forward(self, site: Site) -> list[Call]:
        x = site.inputs[0].reshape(-1, *site.z.shape)
        return [
            (np.add.reduce, (x, 0, None, site.z)),
            (np.multiply, (site.z, np.asarray(1 / len(x), x.dtype), site.z)),
        ]

    def backward(self, site: Site) -> list[Call]:
        if site.input_gradients[0] is None:
            return []
        dz, dx = site.output_gradient, site.input_gradients[0].reshape(-1, *site.z.shape)
        share = np.empty_like(dz)
        return [(np.multiply, (dz, np.asarray(1 / len(dx), dz.dtype), share)), (np.copyto, (dx, share))]
