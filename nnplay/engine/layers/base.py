"""What every layer is: a frozen description that knows its shapes, its parameters and its formulas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np

from nnplay.engine.activations import ACTIVATIONS
from nnplay.engine.activations.prelu import FIRST_SLOPE
from nnplay.engine.calls import Array, Call
from nnplay.engine.initializers import Constant, Initializer

Shape = tuple[int, ...]

MANY = 1_000
"""Most inputs of a layer that takes several."""

ALPHA = "alpha"
"""Name of the parameter that an activation function learns, one number for each unit."""


@dataclass(frozen=True)
class ParameterSpec:
    """One parameter array that a layer asks for.

    ``initializer`` is one, or the name of an entry of ``INITIALIZERS``. ``is_trainable`` is false for statistics that
    are kept with the weights but never moved by an optimizer: the layer itself writes them while training.
    """

    name: str
    shape: Shape
    initializer: str | Initializer
    fan_in: int
    fan_out: int
    is_trainable: bool = True


@dataclass
class Site:
    """The place in a workspace where one layer computes: views only, owned by the workspace.

    Arrays have features first and the batch last, (n_features, batch): a layer's output is then one contiguous block of
    rows, flattening costs nothing, and the innermost axis is long for convolutions too. In a stack all arrays have one
    axis more in front, a place for each of its K networks, and are contiguous network by network; an input has it not
    where all networks see the same batch.

    Attributes
    ----------
    inputs
        One (n_features, batch) array for each input.
    inputs_and_one
        The same with one more row of ones, so that a bias is one more row of the kernel.
    z
        (n_features, batch), where the layer writes its result before the activation function; contiguous.
    parameters, gradients
        Views of the network's flat vectors by parameter name, in the parameter's own shape.
    block, block_gradient
        All trainable parameters of the layer as one flat view, in the order of ``Layer.parameters``; what its
        activation function learns comes last.
    dz
        (n_features, batch), gradient of the loss by ``z``; only for training.
    input_gradients
        Where the gradient by each input goes, contiguous; None where nobody asks for it.
    layers
        The layer itself; in a stack that of each network, alike but for their numbers.
    rngs
        Sources of randomness: one for each network, or a single one from which all draw the same.
    scratch
        What ``forward`` leaves for ``backward``.
    """

    inputs: Sequence[Array]
    inputs_and_one: Sequence[Array]
    input_shapes: Sequence[Shape]
    z: Array
    shape: Shape
    parameters: dict[str, Array]
    gradients: dict[str, Array]
    block: Array
    block_gradient: Array
    dz: Array | None
    input_gradients: list[Array | None]
    is_training: bool
    layers: Sequence[Any]
    rngs: Sequence[np.random.Generator]
    scratch: dict[str, Any] = field(default_factory=dict)

    @property
    def lead(self) -> Shape:
        """The leading axis: (), in a stack (K,)."""
        return self.z.shape[:-2]

    @property
    def batch_size(self) -> int:
        """Examples in one pass."""
        return int(self.z.shape[-1])

    @property
    def output_gradient(self) -> Array:
        """``dz`` of a training workspace, where it always exists."""
        assert self.dz is not None
        return self.dz


@dataclass(frozen=True)
class Layer:
    """Base of all layers: frozen, comparable, made of plain values.

    A subclass gives its shape rule, its parameters, and the calls that compute it forward and backward. The activation
    function, where a layer has one, is applied by the workspace: ``forward`` ends at ``site.z`` and ``backward`` begins
    at ``site.dz``.
    """

    n_inputs: ClassVar[tuple[int, int]] = (1, 1)
    """Least and greatest number of inputs."""

    can_stack: ClassVar[bool] = True
    """Whether its formulas take the leading axis of a stack. (A picture fills the processor by itself.)"""

    own_numbers: ClassVar[tuple[str, ...]] = ()
    """Fields in which the networks of a stack may differ."""

    @property
    def kind(self) -> str:
        """The layer's type name, as in Keras."""
        return type(self).__name__

    @property
    def usual_name(self) -> str:
        """What Keras calls the first layer of this kind in a network, such as ``max_pooling2d``."""
        return re.sub("(?<=[a-z])(?=[A-Z])", "_", self.kind).lower()

    @property
    def activation_name(self) -> str:
        """Name of the activation function applied to the result; ``linear`` for layers without one."""
        return "linear"

    @property
    def randomness(self) -> int:
        """What decides how many random numbers a training pass draws; 0 if it draws none."""
        return 0

    def is_view(self, is_training: bool) -> bool:
        """Whether the output is the input's own memory, so that nothing is computed."""
        return False

    def output_shape(self, *inputs: Shape) -> Shape:
        """Shape of one example's output for the shapes of one example's inputs.

        Raises
        ------
        ShapeError
            If the layer cannot take these inputs.
        """
        raise NotImplementedError

    def parameters(self, *inputs: Shape) -> tuple[ParameterSpec, ...]:
        """The layer's own arrays, in the order of the flat vector."""
        return ()

    def all_parameters(self, *inputs: Shape) -> tuple[ParameterSpec, ...]:
        """The layer's own arrays, and what its activation function learns."""
        own = self.parameters(*inputs)
        if not ACTIVATIONS[self.activation_name].learned:
            return own
        n_units = self.output_shape(*inputs)[-1]
        return (*own, ParameterSpec(ALPHA, (n_units,), Constant(FIRST_SLOPE), 1, 1))

    def forward(self, site: Site) -> list[Call]:
        """Calls that compute ``site.z`` from ``site.inputs``."""
        return []

    def backward(self, site: Site) -> list[Call]:
        """Calls that turn ``site.dz``, which stays as it is, into ``site.gradients`` and ``site.input_gradients``."""
        return []
