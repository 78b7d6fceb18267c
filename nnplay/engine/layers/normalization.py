"""What the normalizing layers share: a scale gamma and a shift beta for each unit (each channel of a picture)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.engine.calls import Array, Call
from nnplay.engine.checks import check_number
from nnplay.engine.layers.base import Layer, ParameterSpec, Shape, Site


@dataclass(frozen=True)
class ScaleAndShift:
    """The gamma and beta of one site, (n_channels, 1), and where their gradients go; 1 and 0 where there is none."""

    gamma: Array
    beta: Array
    dgamma: Array
    dbeta: Array

    @staticmethod
    def of(site: Site) -> ScaleAndShift:
        """Those of a site, or stand-ins."""
        n = site.shape[-1]
        gamma = site.parameters.get("gamma", np.ones(n, site.z.dtype))
        beta = site.parameters.get("beta", np.zeros(n, site.z.dtype))
        dgamma = site.gradients.get("gamma", np.empty_like(gamma))
        dbeta = site.gradients.get("beta", np.empty_like(beta))
        return ScaleAndShift(gamma[:, None], beta[:, None], dgamma, dbeta)


@dataclass(frozen=True)
class Normalization(Layer):
    """Base of normalizing layers; ``center`` has the beta, ``scale`` the gamma."""

    epsilon: float = 0.001
    center: bool = True
    scale: bool = True

    can_stack: ClassVar[bool] = False

    def __post_init__(self) -> None:
        check_number("epsilon", self.epsilon)

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def parameters(self, *inputs: Shape) -> tuple[ParameterSpec, ...]:
        n = inputs[0][-1]
        gamma = (ParameterSpec("gamma", (n,), "ones", n, n),) if self.scale else ()
        beta = (ParameterSpec("beta", (n,), "zeros", n, n),) if self.center else ()
        return gamma + beta


def by_channel(array: Array, site: Site) -> Array:
    """Features (n_features, batch) as (positions, channels, batch); a row of units is one position."""
    return array.reshape(-1, site.shape[-1], site.batch_size)


def channel_sums(array: Array, out: Array, factor: float = 1.0) -> list[Call]:
    """Calls that sum ``array`` (n_features, batch) by channel, times ``factor``, into ``out`` (n_channels,)."""
    sums = np.empty(len(array), array.dtype)
    by_position = sums.reshape(-1, len(out))
    return [
        (np.matmul, (array, np.full(array.shape[1], factor, array.dtype), sums)),
        (np.matmul, (np.ones(len(by_position), array.dtype), by_position, out)),
    ]


def invert_root(variance: Array, epsilon: float, out: Array) -> list[Call]:
    """Calls that compute ``out = 1 / sqrt(variance + epsilon)``."""
    return [
        (np.add, (variance, np.asarray(epsilon, out.dtype), out)),
        (np.sqrt, (out, out)),
        (np.reciprocal, (out, out)),
    ]
