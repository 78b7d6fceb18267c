"""Dense: every input connected to every unit, ``z = x W + b``, ``a = f(z)``."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import ClassVar

import numpy as np

from nnplay.engine.activations import ACTIVATIONS
from nnplay.engine.calls import Array, Call, product
from nnplay.engine.checks import check_choice, check_number, check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP, ShapeError
from nnplay.engine.initializers import Initializer, find_initializer
from nnplay.engine.layers.base import Layer, ParameterSpec, Shape, Site

MAX_UNITS = 65_536
"""Most units of one layer: with more, a picture of the network is useless and memory runs out."""


@dataclass(frozen=True)
class Dense(Layer):
    """Fully connected layer; the kernel is (n_in, units): rows where connections start, columns where they end.

    ``kernel_l1`` and ``kernel_l2`` are what this layer's kernel adds to the run's regularization: Keras's
    ``kernel_regularizer=L1L2(kernel_l1, kernel_l2)``. ``kernel_max_norm`` is the greatest length of the weights into
    one unit, Keras's ``kernel_constraint=MaxNorm(kernel_max_norm)``.
    """

    units: int
    activation: str = "linear"
    use_bias: bool = True
    kernel_initializer: str | Initializer = "glorot_uniform"
    bias_initializer: str | Initializer = "zeros"
    kernel_l1: float = 0.0
    kernel_l2: float = 0.0
    kernel_max_norm: float | None = None

    own_numbers: ClassVar[tuple[str, ...]] = (
        "kernel_initializer",
        "bias_initializer",
        "kernel_l1",
        "kernel_l2",
        "kernel_max_norm",
    )

    def __post_init__(self) -> None:
        check_whole("units", self.units, 1, MAX_UNITS)
        check_choice("activation", self.activation, ACTIVATIONS)
        find_initializer("kernel_initializer", self.kernel_initializer)
        find_initializer("bias_initializer", self.bias_initializer)
        check_number("kernel_l1", self.kernel_l1, is_zero_allowed=True)
        check_number("kernel_l2", self.kernel_l2, is_zero_allowed=True)
        if self.kernel_max_norm is not None:
            check_number("kernel_max_norm", self.kernel_max_norm)

    @property
    def activation_name(self) -> str:
        return self.activation

    def output_shape(self, *inputs: Shape) -> Shape:
        if len(inputs[0]) != 1:
            raise ShapeError(
                QT_TRANSLATE_NOOP(
                    "errors", "Dense takes a row of numbers, not the shape {shape}: add a Flatten layer before it."
                ),
                shape=inputs[0],
            )
        return (self.units,)

    def parameters(self, *inputs: Shape) -> tuple[ParameterSpec, ...]:
        n_in = prod(inputs[0])
        kernel = ParameterSpec("kernel", (n_in, self.units), self.kernel_initializer, n_in, self.units)
        bias = ParameterSpec("bias", (self.units,), self.bias_initializer, n_in, self.units)
        return (kernel, bias) if self.use_bias else (kernel,)

    def forward(self, site: Site) -> list[Call]:
        # The flat vector has the bias right behind the kernel, so that both are one (n_in + 1, units) matrix and the
        # bias costs no call of its own: its input is the row of ones.
        x, w = self._input(site), self._matrix(site, site.block).swapaxes(-1, -2)
        return _one_product(w, x, site.z) if self._is_shared(x, site) else [product(w, x, site.z)]

    def backward(self, site: Site) -> list[Call]:
        x, dz, dw = self._input(site), site.output_gradient, self._matrix(site, site.block_gradient)
        if self._is_shared(x, site):
            calls = _one_product(dz, x.T, dw.swapaxes(-1, -2))
        else:
            calls = [product(x, dz.swapaxes(-1, -2), dw)]
        if site.input_gradients[0] is not None:
            calls.append(product(site.parameters["kernel"], dz, site.input_gradients[0]))
        return calls

    def _input(self, site: Site) -> Array:
        return site.inputs_and_one[0] if self.use_bias else site.inputs[0]

    def _is_shared(self, x: Array, site: Site) -> bool:
        """Whether the networks of a stack all take the same numbers."""
        return x.ndim < site.z.ndim

    def _matrix(self, site: Site, block: Array) -> Array:
        n_rows = self._input(site).shape[-2]
        return block[..., : n_rows * self.units].reshape(*block.shape[:-1], n_rows, self.units)


def _one_product(a: Array, b: Array, out: Array) -> list[Call]:
    """Calls for ``out = a b`` with one ``b`` for the whole stack: one product instead of K small ones."""
    rows, found = np.empty(a.shape, a.dtype), np.empty(out.shape, out.dtype)
    flat: Call = (rows.reshape(-1, a.shape[-1]).dot, (b, found.reshape(-1, b.shape[-1])))
    return [(np.copyto, (rows, a)), flat, (np.copyto, (out, found))]
