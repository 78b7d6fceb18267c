"""The base of activation functions: calls on preallocated arrays, and the texts that people read.

An activation is written once, as calls; training, predicting, tracing and plotting all run those. Units lie on the last
axis but one and the batch on the last: (units, batch), or (positions, units, batch) for pictures; a stack has its
networks on the first axis.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, Call, run

Range = tuple[float, float]
Forward = Callable[[Array, Array], list[Call]]
Slope = Callable[[Array, Array, Array], list[Call]]
Backward = Callable[[Array, Array, Array, Array, Array], list[Call]]


def times_slope(z: Array, a: Array, d: Array, da: Array, dz: Array) -> list[Call]:
    """The chain rule for a function of one number: dL/dz = dL/da f'(z)."""
    return [(np.multiply, (da, d, dz))]


@dataclass(frozen=True)
class ActivationFunction:
    """One activation function.

    Attributes
    ----------
    title
        Its name for people.
    forward
        ``forward(z, a)``: calls that compute a = f(z); ``a`` may be ``z`` itself.
    slope
        ``slope(z, a, d)``: calls that write f'(z) into ``d``.
    backward
        ``backward(z, a, d, da, dz)``: calls that turn ``da`` = dL/da into ``dz`` = dL/dz, given the slopes ``d``;
        ``dz`` may be ``da`` itself.
    plot_range
        The interval in which its shape is best seen.
    needs_z
        Whether slopes are computed from ``z`` rather than from ``a``, so that z has to be kept.
    has_gradient
        False if the slope is 0 almost everywhere, so that the layers before it cannot learn by gradient descent.
    is_elementwise
        False for softmax, whose outputs depend on all units of an example; its slope is then the diagonal da_i/dz_i.
    learned
        For functions with a parameter that is learned, unit by unit: ``learned(alpha, dalpha)`` is the function with
        the values (units,) and the place for their gradient. Elsewhere None.
    """

    name: str
    title: str
    formula: str
    derivative_formula: str
    range: str
    forward: Forward
    slope: Slope
    backward: Backward = times_slope
    plot_range: Range = (-6.0, 6.0)
    needs_z: bool = False
    has_gradient: bool = True
    is_elementwise: bool = True
    learned: Callable[[Array, Array], ActivationFunction] | None = None

    def function(self, z: Array) -> Array:
        """Return f(z): float64, same shape as ``z``."""
        values = _with_batch_axis(z)
        a = np.empty_like(values)
        run(self.forward(values, a))
        return a.reshape(np.shape(z))

    def derivative(self, z: Array) -> Array:
        """Return f'(z): float64, same shape as ``z``."""
        values = _with_batch_axis(z)
        a, d = np.empty_like(values), np.empty_like(values)
        run(self.forward(values, a))
        run(self.slope(values, a, d))
        return d.reshape(np.shape(z))


def number(value: float, like: Array) -> Array:
    """Return ``value`` as a 0-d array of the dtype of ``like``, so that NumPy neither promotes nor converts it per
    call.
    """
    return np.asarray(value, like.dtype)


def zeros(like: Array) -> Array:
    """Return zeros of the shape of ``like``, never written to: the system backs them with one page of memory."""
    return np.zeros(like.shape, like.dtype)


def _with_batch_axis(z: Array) -> Array:
    values = np.array(z, np.float64)
    return values if values.ndim > 1 else values.reshape(-1, 1)
