"""Dropout: while training, each number is set to zero with probability ``rate`` and the others are scaled up.

Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", JMLR 15 (2014), in the inverted
form that Keras and PyTorch use: dividing the survivors by ``1 - rate`` keeps the expected sum, so that predicting needs
no change at all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Call
from nnplay.engine.checks import check_share
from nnplay.engine.layers.base import Layer, Shape, Site


@dataclass(frozen=True)
class Dropout(Layer):
    """Drop a share ``rate`` (0 <= rate < 1) of the inputs in each training step."""

    rate: float

    def __post_init__(self) -> None:
        check_share("rate", self.rate)

    def is_view(self, is_training: bool) -> bool:
        return not is_training or self.rate == 0

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def forward(self, site: Site) -> list[Call]:
        x, rng = site.inputs[0], site.rng
        draws = np.empty(x.shape, np.float32)
        is_kept = np.empty(x.shape, np.bool_)
        mask = site.scratch["mask"] = np.empty(x.shape, x.dtype)
        scale = np.asarray(1 / (1 - self.rate), x.dtype)
        rate = np.asarray(self.rate, np.float32)
        return [
            (rng.random, (None, np.float32, draws)),
            (np.greater_equal, (draws, rate, is_kept)),
            (np.multiply, (is_kept, scale, mask)),
            (np.multiply, (x, mask, site.z)),
        ]

    def backward(self, site: Site) -> list[Call]:
        dx = site.input_gradients[0]
        return [] if dx is None else [(np.multiply, (site.output_gradient, site.scratch["mask"], dx))]
