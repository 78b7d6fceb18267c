"""Dense: every input connected to every unit, ``z = x W + b``, ``a = f(z)``."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from nnplay.engine.activations import ACTIVATIONS
from nnplay.engine.calls import Array, Call
from nnplay.engine.checks import check_choice, check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP, ShapeError
from nnplay.engine.initializers import INITIALIZERS
from nnplay.engine.layers.base import Layer, ParameterSpec, Shape, Site

MAX_UNITS = 65_536
"""Most units of one layer: beyond it a picture of the network means nothing and memory ends first."""


@dataclass(frozen=True)
class Dense(Layer):
    """Fully connected layer; the kernel is (n_in, units): rows where connections start, columns where they end."""

    units: int
    activation: str = "linear"
    use_bias: bool = True
    kernel_initializer: str = "glorot_uniform"
    bias_initializer: str = "zeros"

    def __post_init__(self) -> None:
        check_whole("units", self.units, 1, MAX_UNITS)
        check_choice("activation", self.activation, ACTIVATIONS)
        check_choice("kernel_initializer", self.kernel_initializer, INITIALIZERS)
        check_choice("bias_initializer", self.bias_initializer, INITIALIZERS)

    @property
    def activation_name(self) -> str:
        return self.activation

    def output_shape(self, *inputs: Shape) -> Shape:
        if len(inputs[0]) != 1:
            raise ShapeError(
                QT_TRANSLATE_NOOP(
                    "errors", "Dense takes a row of numbers, not the shape {shape}: put a Flatten before it."
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
        weights = site.block.reshape(-1, self.units)
        return [(weights.T.dot, (self._input(site), site.z))]

    def backward(self, site: Site) -> list[Call]:
        dz = site.output_gradient
        calls: list[Call] = [(self._input(site).dot, (dz.T, site.block_gradient.reshape(-1, self.units)))]
        if site.input_gradients[0] is not None:
            calls.append((site.parameters["kernel"].dot, (dz, site.input_gradients[0])))
        return calls

    def _input(self, site: Site) -> Array:
        return site.inputs_and_one[0] if self.use_bias else site.inputs[0]
