"""GaussianNoise: while training, a random number is added to each input; predicting lets all pass unchanged.

Training with noise acts as a regularizer: Bishop, Neural Computation 7 (1995).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Call
from nnplay.engine.checks import check_number
from nnplay.engine.layers.base import Layer, Shape, Site


@dataclass(frozen=True)
class GaussianNoise(Layer):
    """Normal noise of mean 0 and standard deviation ``stddev`` (which has no default in Keras)."""

    stddev: float = 0.1

    def __post_init__(self) -> None:
        check_number("stddev", self.stddev, is_zero_allowed=True)

    def is_view(self, is_training: bool) -> bool:
        return not is_training or self.stddev == 0

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def forward(self, site: Site) -> list[Call]:
        noise = np.empty(site.z.shape, site.z.dtype)
        return [
            (site.rng.standard_normal, (None, noise.dtype, noise)),
            (np.multiply, (noise, np.asarray(self.stddev, noise.dtype), noise)),
            (np.add, (site.inputs[0], noise, site.z)),
        ]

    def backward(self, site: Site) -> list[Call]:
        dx = site.input_gradients[0]
        return [] if dx is None else [(np.copyto, (dx, site.output_gradient))]
