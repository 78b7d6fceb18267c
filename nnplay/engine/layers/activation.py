"""Activation: an activation function as a layer of its own, ``a = f(x)``."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.activations import ACTIVATIONS
from nnplay.engine.calls import Call
from nnplay.engine.checks import check_choice
from nnplay.engine.layers.base import Layer, Shape, Site


@dataclass(frozen=True)
class Activation(Layer):
    """Apply an activation function to every number; softmax and PReLU work along the last axis, units or channels."""

    activation: str

    def __post_init__(self) -> None:
        check_choice("activation", self.activation, ACTIVATIONS)

    @property
    def activation_name(self) -> str:
        return self.activation

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def forward(self, site: Site) -> list[Call]:
        return [(np.copyto, (site.z, site.inputs[0]))]

    def backward(self, site: Site) -> list[Call]:
        dx = site.input_gradients[0]
        return [] if dx is None else [(np.copyto, (dx, site.output_gradient))]
