"""BatchNormalization: each unit (each channel) gets mean 0 and variance 1 over the batch, then a new scale and shift.

``z = gamma (x - mean) / sqrt(variance + epsilon) + beta``. Ioffe and Szegedy, ICML 2015; the gradient is theirs
(section 3). Predicting uses moving averages of mean and variance, which lie behind the weights in the flat vector;
every training pass moves them. As in Keras the variance is the batch's own (divided by n, not n - 1).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.checks import check_share
from nnplay.engine.layers.base import ParameterSpec, Shape, Site
from nnplay.engine.layers.normalization import Normalization, ScaleAndShift, by_channel, channel_sums, invert_root


@dataclass(frozen=True)
class BatchNormalization(Normalization):
    """Normalizes along the last axis; ``momentum`` is the share of the old moving average that each pass keeps."""

    momentum: float = 0.99

    def __post_init__(self) -> None:
        super().__post_init__()
        check_share("momentum", self.momentum)

    def parameters(self, *inputs: Shape) -> tuple[ParameterSpec, ...]:
        n = inputs[0][-1]
        mean = ParameterSpec("moving_mean", (n,), "zeros", n, n, is_trainable=False)
        variance = ParameterSpec("moving_variance", (n,), "ones", n, n, is_trainable=False)
        return (*super().parameters(*inputs), mean, variance)

    def forward(self, site: Site) -> list[Call]:
        x, z, affine = by_channel(site.inputs[0], site), by_channel(site.z, site), ScaleAndShift.of(site)
        inverse = site.scratch["inverse"] = np.empty(x.shape[1], x.dtype)
        if not site.is_training:
            mean, variance = site.parameters["moving_mean"], site.parameters["moving_variance"]
            return [
                *invert_root(variance, self.epsilon, inverse),
                (np.subtract, (x, mean[:, None], z)),
                (np.multiply, (z, inverse[:, None], z)),
                (np.multiply, (z, affine.gamma, z)),
                (np.add, (z, affine.beta, z)),
            ]
        mean, variance = np.empty_like(inverse), np.empty_like(inverse)
        normal = site.scratch["normal"] = np.empty(x.shape, x.dtype)
        share = 1 / (len(x) * site.batch_size)
        return [
            *channel_sums(site.inputs[0], mean, share),
            (np.subtract, (x, mean[:, None], normal)),
            (np.multiply, (normal, normal, z)),
            *channel_sums(site.z, variance, share),
            *invert_root(variance, self.epsilon, inverse),
            (np.multiply, (normal, inverse[:, None], normal)),
            (np.multiply, (normal, affine.gamma, z)),
            (np.add, (z, affine.beta, z)),
            *self._follow(mean, site.parameters["moving_mean"]),
            *self._follow(variance, site.parameters["moving_variance"]),
        ]

    def backward(self, site: Site) -> list[Call]:
        # dx = gamma / sqrt(variance + epsilon) (dz - mean of dz - normal x mean of dz x normal)
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
        share = np.asarray(1 / (len(dz) * site.batch_size), dz.dtype)
        mean = np.empty_like(affine.dgamma)
        return [
            *calls,
            (np.multiply, (affine.dgamma, share, mean)),
            (np.multiply, (normal, mean[:, None], work)),
            (np.subtract, (dz, work, dx)),
            (np.multiply, (affine.dbeta, share, mean)),
            (np.subtract, (dx, mean[:, None], dx)),
            (np.multiply, (dx, affine.gamma, dx)),
            (np.multiply, (dx, site.scratch["inverse"][:, None], dx)),
        ]

    def _follow(self, value: Array, average: Array) -> list[Call]:
        """Calls that move ``average`` a little towards ``value``."""
        part = np.empty_like(value)
        return [
            (np.subtract, (value, average, part)),
            (np.multiply, (part, np.asarray(1 - self.momentum, part.dtype), part)),
            (np.add, (average, part, average)),
        ]
