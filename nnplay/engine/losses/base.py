"""The base of losses: the value of each example, for people, and the calls that training runs on a batch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.engine.calls import Array, Call, run


@dataclass
class LossSite:
    """The end of a training workspace, where the loss computes; features first, (n_outputs, batch).

    In a stack of K networks all arrays have a leading axis of length K; ``target`` has none where all networks see the
    same batch.

    Attributes
    ----------
    z, a
        The output before and after its activation function (``a`` still to be computed where the loss is fused).
    target
        The batch's targets in the same shape, not contiguous; class numbers come one-hot.
    gradient
        Where dL/da goes, or dL/dz where the loss is fused with the activation, contiguous; L is the batch's mean loss.
    total, factor
        ``total`` (0-d array, in a stack (K,)) times ``factor`` is the loss summed over the batch. The loss sets
        ``factor`` when it is bound, so that a constant such as 1/2 costs nothing in a step.
    """

    z: Array
    a: Array
    target: Array
    gradient: Array
    total: Array
    factor: float = 1.0

    @property
    def n_outputs(self) -> int:
        """Numbers of one example's output."""
        return int(self.a.shape[-2])

    def number(self, value: float) -> Array:
        """``value`` as a 0-d array of the right type."""
        return np.asarray(value, self.a.dtype)

    def flat(self, array: Array) -> Array:
        """A contiguous array of the output's shape as one row of numbers, in a stack one for each network; a view."""
        return array.reshape(*self.total.shape, -1)

    def sum(self, array: Array, out: Array) -> Call:
        """The call that adds up a contiguous array into ``out``, in a stack network by network."""
        return np.add.reduce, (self.flat(array), -1, None, out)

    def scale(self, factor: float) -> list[Call]:
        """Calls that multiply ``gradient`` by ``factor`` and make it that of the mean over the batch."""
        scale = factor / self.a.shape[-1]
        return [] if scale == 1 else [(np.multiply, (self.gradient, self.number(scale), self.gradient))]


@dataclass(frozen=True)
class Loss:
    """Base of all losses: frozen, comparable, made of plain values.

    Attributes
    ----------
    fused_activation
        The output activation with which ``fused_calls`` computes the numerically stable pair in one, or None.
    takes_classes
        Whether targets are distributions over classes (class numbers then count as one-hot rows).
    """

    name: ClassVar[str]
    formula: ClassVar[str]
    fused_activation: ClassVar[str | None] = None
    takes_classes: ClassVar[bool] = False

    def per_example(self, prediction: Array, target: Array) -> Array:
        """Loss of each example: (n,) for predictions and targets (n, k)."""
        raise NotImplementedError

    def calls(self, site: LossSite) -> list[Call]:
        """Calls that fill ``site.gradient`` with dL/da and ``site.total``, without allocating."""
        raise NotImplementedError

    def fused_calls(self, site: LossSite) -> list[Call]:
        """Calls that compute ``site.a`` from ``site.z`` as well, and fill ``site.gradient`` with dL/dz."""
        raise NotImplementedError

    def check_targets(self, y: Array) -> None:
        """Raise DataError unless the loss makes sense for targets ``y``: (n, k) numbers, or (n,) class numbers."""

    def gradient(self, prediction: Array, target: Array) -> Array:
        """dL/da of each example's own loss: (n, k), float64."""
        a = np.array(prediction.T, np.float64, order="C")
        site = LossSite(a, a, np.asarray(target.T, np.float64), np.empty_like(a), np.empty(()))
        run(self.calls(site))
        each: Array = site.gradient.T * len(prediction)
        return each
