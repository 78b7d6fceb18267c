"""GaussianNoise: while training, a random number is added to each input; predicting lets all pass unchanged.

Training with noise acts as a regularizer: Bishop, Neural Computation 7 (1995).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.engine.calls import Call
from nnplay.engine.checks import check_number
from nnplay.engine.layers.base import Layer, Shape, Site


@dataclass(frozen=True)
class GaussianNoise(Layer):
    """Normal noise of mean 0 and standard deviation ``stddev`` (which has no default in Keras)."""

    stddev: float = 0.1

    own_numbers: ClassVar[tuple[str, ...]] = ("stddev",)

    def __post_init__(self) -> None:
        check_number("stddev", self.stddev, is_zero_allowed=True)

    @property
    def randomness(self) -> int:
        return int(self.stddev > 0)

    def is_view(self, is_training: bool) -> bool:
        return not is_training or self.stddev == 0

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def forward(self, site: Site) -> list[Call]:
        dtype = site.z.dtype
        drawn = np.zeros((len(site.rngs), *site.z.shape[-2:]), dtype)
        deviations = np.array([layer.stddev for layer in site.layers], dtype)
        noise = np.empty(site.z.shape, dtype)
        # Who makes no noise draws none: its other random numbers are then those of a network without this layer.
        draws: list[Call] = [
            (rng.standard_normal, (None, dtype, row))
            for rng, row, layer in zip(site.rngs, drawn, site.layers, strict=False)
            if layer.randomness
        ]
        return [
            *draws,
            (np.multiply, (drawn if site.lead else drawn[0], deviations.reshape(*site.lead, 1, 1), noise)),
            (np.add, (site.inputs[0], noise, site.z)),
        ]

    def backward(self, site: Site) -> list[Call]:
        dx = site.input_gradients[0]
        return [] if dx is None else [(np.copyto, (dx, site.output_gradient))]
