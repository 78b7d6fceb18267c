"""Dropout: while training, each number is set to zero with probability ``rate`` and the others are scaled up.

Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", JMLR 15 (2014), in the inverted
form that Keras and PyTorch use: dividing the survivors by their probability keeps the expected sum, so that predicting
needs no change at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.checks import check_share
from nnplay.engine.layers.base import Layer, Shape, Site


@dataclass(frozen=True)
class Dropout(Layer):
    """Drop a share ``rate`` (0 <= rate < 1) of the inputs in each training step; honoured to within 1/65536."""

    rate: float

    own_numbers: ClassVar[tuple[str, ...]] = ("rate",)

    def __post_init__(self) -> None:
        check_share("rate", self.rate)

    def is_view(self, is_training: bool) -> bool:
        return not is_training or self.rate == 0

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def forward(self, site: Site) -> list[Call]:
        mask = site.scratch["mask"] = np.ones(site.z.shape, site.z.dtype)
        if not site.lead:
            return [*_draw(site.layers, site.rngs, mask), (np.multiply, (site.inputs[0], mask, site.z))]
        # Networks whose rates need equally many bits are neighbours, or else take more calls.
        calls: list[Call] = []
        first = 0
        for _, group in groupby(site.layers, lambda layer: layer.randomness):
            layers = list(group)
            part = slice(first, first + len(layers))
            rngs = site.rngs[part] if len(site.rngs) > 1 else site.rngs
            calls += _draw(layers, rngs, mask[part])
            first = part.stop
        return [*calls, (np.multiply, (site.inputs[0], mask, site.z))]

    @property
    def randomness(self) -> int:
        """Random bits that decide about one number; none where everything is kept."""
        return 0 if self.rate == 0 else 8 if (self.rate * 2**8).is_integer() else 16

    def backward(self, site: Site) -> list[Call]:
        dx = site.input_gradients[0]
        return [] if dx is None else [(np.multiply, (site.output_gradient, site.scratch["mask"], dx))]


def _draw(layers: Sequence[Dropout], rngs: Sequence[np.random.Generator], mask: Array) -> list[Call]:
    """Calls that draw what the survivors are multiplied with: into ``mask`` (n_features, batch), or (K, ...).

    All ``layers`` need equally many bits.
    """
    # A random double has 52 random bits: added to 1, its mantissa is all random. That makes six bytes, enough for a
    # rate such as 0.5 or 0.25, or three words of 16 bits for any other; the rest holds the exponent. A sixth or a
    # third of the random numbers, and none of them allocated.
    n_bits, lead = layers[0].randomness, mask.shape[:-2]
    if not n_bits:
        return []
    n_steps, n_words, word = 2**n_bits, 48 // n_bits, np.dtype(f"uint{n_bits}")
    n_kept = np.array([min(max(round((1 - layer.rate) * n_steps), 1), n_steps - 1) for layer in layers], word)
    n_kept = n_kept.reshape((*lead, *[1] * (2 * len(lead))))
    size = mask.shape[-2] * mask.shape[-1]
    draws = np.empty((*([len(rngs)] if lead else []), -(-size // n_words)), np.float64)
    words = draws.view(word).reshape(*draws.shape, -1).swapaxes(-1, -2)[..., :n_words, :]
    is_kept = np.empty((*lead, *words.shape[-2:]), np.bool_)
    survivors = is_kept.reshape(*lead, -1)[..., :size].reshape(mask.shape)
    scale = (n_steps / n_kept.astype(np.float64)).astype(mask.dtype)
    return [
        *((rng.random, (None, np.float64, row)) for rng, row in zip(rngs, np.atleast_2d(draws), strict=True)),
        (np.add, (draws, np.asarray(1.0), draws)),
        (np.less, (words, n_kept, is_kept)),
        (np.copyto, (mask, survivors)),
        (np.multiply, (mask, scale, mask)),
    ]
