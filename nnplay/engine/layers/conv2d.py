"""Conv2D: small windows of a picture, all weighed alike, ``z[i, j] = sum of x[i + m, j + n] W[m, n] + b``.

LeCun et al., "Gradient-Based Learning Applied to Document Recognition", Proc. IEEE 86 (1998). As in Keras and PyTorch
it is the cross-correlation: the kernel is not turned around.

The windows are gathered into columns, so that the sum is a matrix product for each window, and the bias one more row
of the kernel.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import ClassVar

import numpy as np

from nnplay.engine.activations import ACTIVATIONS
from nnplay.engine.calls import Array, Call
from nnplay.engine.checks import check_choice, check_number, check_whole, whole_pair
from nnplay.engine.initializers import Initializer, find_initializer
from nnplay.engine.layers.base import Layer, ParameterSpec, Shape, Site
from nnplay.engine.layers.columns import Block, Columns
from nnplay.engine.layers.dense import MAX_UNITS
from nnplay.engine.layers.windows import MAX_WINDOW, PADDINGS, Windows


@dataclass(frozen=True)
class Conv2D(Layer):
    """Convolution; the kernel is (height, width, channels, filters), the output (height, width, filters).

    ``filters`` and ``kernel_size`` have no defaults in Keras. For ``kernel_l1``, ``kernel_l2`` and
    ``kernel_max_norm`` see ``Dense``.
    """

    filters: int = 16
    kernel_size: int | tuple[int, int] = (3, 3)
    strides: int | tuple[int, int] = (1, 1)
    padding: str = "valid"
    activation: str = "linear"
    use_bias: bool = True
    kernel_initializer: str | Initializer = "glorot_uniform"
    bias_initializer: str | Initializer = "zeros"
    kernel_l1: float = 0.0
    kernel_l2: float = 0.0
    kernel_max_norm: float | None = None

    can_stack: ClassVar[bool] = False

    def __post_init__(self) -> None:
        check_whole("filters", self.filters, 1, MAX_UNITS)
        object.__setattr__(self, "kernel_size", whole_pair("kernel_size", self.kernel_size, 1, MAX_WINDOW))
        object.__setattr__(self, "strides", whole_pair("strides", self.strides, 1, MAX_WINDOW))
        check_choice("padding", self.padding, PADDINGS)
        check_choice("activation", self.activation, ACTIVATIONS)
        find_initializer("kernel_initializer", self.kernel_initializer)
        find_initializer("bias_initializer", self.bias_initializer)
        check_number("kernel_l1", self.kernel_l1, is_zero_allowed=True)
        check_number("kernel_l2", self.kernel_l2, is_zero_allowed=True)
        if self.kernel_max_norm is not None:
            check_number("kernel_max_norm", self.kernel_max_norm)

    @property
    def windows(self) -> Windows:
        """The windows that the kernel looks at."""
        assert isinstance(self.kernel_size, tuple)
        assert isinstance(self.strides, tuple)
        return Windows(self.kernel_size, self.strides, self.padding)

    @property
    def activation_name(self) -> str:
        return self.activation

    def output_shape(self, *inputs: Shape) -> Shape:
        return (*self.windows.counts(inputs[0]), self.filters)

    def parameters(self, *inputs: Shape) -> tuple[ParameterSpec, ...]:
        size, n_channels = self.windows.size, inputs[0][-1]
        fan_in, fan_out = prod(size) * n_channels, prod(size) * self.filters
        shape = (*size, n_channels, self.filters)
        kernel = ParameterSpec("kernel", shape, self.kernel_initializer, fan_in, fan_out)
        bias = ParameterSpec("bias", (self.filters,), self.bias_initializer, fan_in, fan_out)
        return (kernel, bias) if self.use_bias else (kernel,)

    def forward(self, site: Site) -> list[Call]:
        columns = Columns(_as_picture(site.inputs[0], site), self.windows, site.shape, has_ones=self.use_bias)
        site.scratch["columns"] = columns
        weights = self._matrix(site, site.block).T
        calls = list(columns.prepare)
        for block in columns.blocks:
            calls += [block.gather, (np.matmul, (weights, block.columns, self._at(block, site.z)))]
        return calls

    def backward(self, site: Site) -> list[Call]:
        columns: Columns = site.scratch["columns"]
        dx = site.input_gradients[0]
        gradient = self._matrix(site, site.block_gradient).reshape(-1)
        kernel = site.parameters["kernel"].reshape(-1, self.filters)
        before, scatters, after = ([], [], []) if dx is None else columns.scatter(_as_picture(dx, site))
        # The gradient window by window, then added up: faster than one product whose rows are many thousand numbers.
        n_most = len(columns.blocks[0].columns)
        each = np.empty((n_most, gradient.size), gradient.dtype)
        part, ones = np.empty_like(gradient), np.ones(n_most, gradient.dtype)
        calls = list(before)
        for index, block in enumerate(columns.blocks):
            dz, n = self._at(block, site.output_gradient), len(block.columns)
            if len(columns.blocks) > 1:
                calls.append(block.gather)
            calls.append((np.matmul, (block.columns, dz.transpose(0, 2, 1), each[:n].reshape(n, -1, self.filters))))
            calls.append((ones[:n].dot, (each[:n], part if index else gradient)))
            if index:
                calls.append((np.add, (gradient, part, gradient)))
            if scatters:
                calls += [(np.matmul, (kernel, dz, block.columns[:, : len(kernel)])), *scatters[index]]
        return calls + after

    def _matrix(self, site: Site, block: Array) -> Array:
        """Kernel and bias of a flat block as one matrix: (height x width x channels and one, filters)."""
        n_rows = site.parameters["kernel"].size // self.filters + self.use_bias
        return block[: n_rows * self.filters].reshape(n_rows, self.filters)

    def _at(self, block: Block, outputs: Array) -> Array:
        """A block's part of ``outputs`` (n_features, batch): (windows, filters, batch)."""
        return outputs.reshape(-1, self.filters, outputs.shape[-1])[block.positions]


def _as_picture(array: Array, site: Site) -> Array:
    return array.reshape(*site.input_shapes[0], site.batch_size)
