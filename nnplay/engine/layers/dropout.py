"""Dropout: while training, each number is set to zero with probability ``rate`` and the others are scaled up.

Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", JMLR 15 (2014), in the inverted
form that Keras and PyTorch use: dividing the survivors by their probability keeps the expected sum, so that predicting
needs no change at all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Call
from nnplay.engine.checks import check_share
from nnplay.engine.layers.base import Layer, Shape, Site


@dataclass(frozen=True)
class Dropout(Layer):
    """Drop a share ``rate`` (0 <= rate < 1) of the inputs in each training step; honoured to within 1/65536."""

    rate: float

    def __post_init__(self) -> None:
        check_share("rate", self.rate)

    def is_view(self, is_training: bool) -> bool:
        return not is_training or self.rate == 0

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def forward(self, site: Site) -> list[Call]:
        # A random double has 52 random bits: added to 1, its mantissa is all random. That makes six bytes, enough for a
        # rate such as 0.5 or 0.25, or three words of 16 bits for any other; the rest holds the exponent. A sixth or a
        # third of the random numbers, and none of them allocated.
        x = site.inputs[0]
        bits = 8 if (self.rate * 2**8).is_integer() else 16
        n_steps = 2**bits
        n_kept = min(max(round((1 - self.rate) * n_steps), 1), n_steps - 1)
        word, n_words = np.dtype(f"uint{bits}"), 48 // bits
        draws = np.empty(-(-x.size // n_words), np.float64)
        words = draws.view(word).reshape(len(draws), -1).T[:n_words]
        is_kept = np.empty(words.shape, np.bool_)
        mask = site.scratch["mask"] = np.empty(x.shape, x.dtype)
        return [
            (site.rng.random, (None, np.float64, draws)),
            (np.add, (draws, np.asarray(1.0), draws)),
            (np.less, (words, np.asarray(n_kept, word), is_kept)),
            (np.copyto, (mask, is_kept.reshape(-1)[: x.size].reshape(x.shape))),
            (np.multiply, (mask, np.asarray(n_steps / n_kept, x.dtype), mask)),
            (np.multiply, (x, mask, site.z)),
        ]

    def backward(self, site: Site) -> list[Call]:
        dx = site.input_gradients[0]
        return [] if dx is None else [(np.multiply, (site.output_gradient, site.scratch["mask"], dx))]
