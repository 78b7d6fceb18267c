"""Add: the sum of several layers, number by number; the end of a skip connection (He et al., CVPR 2016)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.engine.calls import Call
from nnplay.engine.errors import QT_TRANSLATE_NOOP, ShapeError
from nnplay.engine.layers.base import MANY, Layer, Shape, Site


@dataclass(frozen=True)
class Add(Layer):
    """All inputs have the same shape, which is the output's."""

    n_inputs: ClassVar[tuple[int, int]] = (2, MANY)

    def output_shape(self, *inputs: Shape) -> Shape:
        if len(set(inputs)) > 1:
            raise ShapeError(
                QT_TRANSLATE_NOOP("errors", "Only inputs of equal shape can be added, not {shapes}."),
                shapes=", ".join(map(str, inputs)),
            )
        return inputs[0]

    def forward(self, site: Site) -> list[Call]:
        first, second, *others = site.inputs
        return [(np.add, (first, second, site.z)), *((np.add, (site.z, other, site.z)) for other in others)]

    def backward(self, site: Site) -> list[Call]:
        return [(np.copyto, (dx, site.output_gradient)) for dx in site.input_gradients if dx is not None]
