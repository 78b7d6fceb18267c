"""LayerNormalization: each example gets mean 0 and variance 1 over its units (channels), then a new scale and shift.

``z = gamma (x - mean) / sqrt(variance + epsilon) + beta``, the same in training and predicting. Ba, Kiros and Hinton,
arXiv:1607.06450 (2016); epsilon is Keras's.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Call
from nnplay.engine.layers.base import Site
from nnplay.engine.layers.normalization import Normalization, ScaleAndShift, by_channel, channel_sums, invert_root


@dataclass(frozen=True)
class LayerNormalization(Normalization):
    """Normalizes over the last axis: all units of a row, the channels at each position of a picture."""

    def forward(self, site: Site) -> list[Call]:
        x, z, affine = by_channel(site.inputs[0], site), by_channel(site.z, site), ScaleAndShift.of(site)
        mean, inverse = (np.empty((len(x), 1, site.batch_size), x.dtype) for _ in range(2))
        normal = site.scratch["normal"] = np.empty(x.shape, x.dtype)
        site.scratch["inverse"] = inverse
        share = np.asarray(1 / x.shape[1], x.dtype)
        return [
            (np.add.reduce, (x, 1, None, mean, True)),
            (np.multiply, (mean, share, mean)),
            (np.subtract, (x, mean, normal)),
            (np.multiply, (normal, normal, z)),
            (np.add.reduce, (z, 1, None, inverse, True)),
            (np.multiply, (inverse, share, inverse)),
            *invert_root(inverse, self.epsilon, inverse),
            (np.multiply, (normal, inverse, normal)),
            (np.multiply, (normal, affine.gamma, z)),
            (np.add, (z, affine.beta, z)),
        ]

    def backward(self, site: Site) -> list[Call]:
        # With g = gamma dz: dx = (g - mean of g - normal x mean of g x normal) / sqrt(variance + epsilon)
        dz, normal, affine = by_channel(site.output_gradient, site), site.scratch["normal"], ScaleAndShift.of(site)
        work = np.empty_like(normal)
        calls: list[Call] = [
            *channel_sums(site.output_gradient, affine.dbeta),
            (np.multiply, (dz, normal, work)),
            *channel_sums(work.reshape(-1, site.batch_size), affine.dgamma),
        ]
        if site.input_gradients[0] is None:
            return calls
        dx = by_channel(site.input_gradients[0], site)
        share = np.asarray(1 / dz.shape[1], dz.dtype)
        mean = np.empty_like(site.scratch["inverse"])
        return [
            *calls,
            (np.multiply, (work, affine.gamma, work)),
            (np.add.reduce, (work, 1, None, mean, True)),
            (np.multiply, (mean, share, mean)),
            (np.multiply, (normal, mean, work)),
            (np.multiply, (dz, affine.gamma, dx)),
            (np.add.reduce, (dx, 1, None, mean, True)),
            (np.multiply, (mean, share, mean)),
            (np.subtract, (dx, mean, dx)),
            (np.subtract, (dx, work, dx)),
            (np.multiply, (dx, site.scratch["inverse"], dx)),
        ]
