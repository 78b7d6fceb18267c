"""What a network is made of, node by node, while a graph is read: nodes, weights, and where each value lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np

from nnplay.engine import (
    Activation,
    Conv2D,
    Dense,
    Flatten,
    Input,
    Layer,
    NetworkSpec,
    NnplayError,
    Node,
    Part,
    Reshape,
    free_name,
    initial_parameters,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.layers import Shape
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.model import Model, leading_to
from nnplay.exchange.onnx.order import Value, by_unit, channels_first, straight
from nnplay.exchange.onnx.reference.evaluate import Trace
from nnplay.exchange.scaling import Scaling, scaling_layer
from nnplay.exchange.tensors import Array

_Found = TypeVar("_Found")


class Building:
    """A network that grows.

    Attributes
    ----------
    values
        Where the values of the graph lie; those that a later activation or bias has changed are taken out.
    notes
        What a person should know of what was made.
    """

    def __init__(self, trace: Trace, uses: Counter[str], shape: Shape) -> None:
        self._trace = trace
        self._uses = uses
        self._nodes = {"input": Node("input", Input(shape))}
        self._shapes = {"input": shape}
        self._weights: dict[str, Array] = {}
        self._frozen: list[Part] = []
        self._scaling = ""
        self._ends: dict[str, str] = {}
        self._shifted: set[str] = set()
        self.values: dict[str, Value] = {}
        self.notes: list[NnplayError] = []

    # -- the graph ----------------------------------------------------------------------------------------------------

    def is_constant(self, name: str) -> bool:
        """Whether a value is the same for any input."""
        return name not in self._trace.fed

    def constant(self, name: str) -> Array:
        """Such a value; ValueError for others."""
        if not self.is_constant(name):
            raise ValueError(name)
        return self._trace.values[name]

    def shape(self, name: str) -> Shape:
        """Shape of a value in the file, the batch first."""
        return self._trace.values[name].shape

    # -- nodes --------------------------------------------------------------------------------------------------------

    def node(self, value: Value) -> Node:
        """The node in which a value lies."""
        return self._nodes[value.node]

    def node_shape(self, value: Value) -> Shape:
        """Shape of that node's output."""
        return self._shapes[value.node]

    def n_units(self, value: Value) -> int:
        """Length of its last axis."""
        return self._shapes[value.node][-1]

    def add(self, layer: Layer, sources: Iterable[Value], **weights: Array) -> Value:
        """A new node; its value is its output as it is."""
        return self._add(layer.usual_name, layer, sources, weights)

    def add_named(self, name: str, layer: Layer, sources: Iterable[Value]) -> Value:
        """A new node without weights, with this name or one like it."""
        return self._add(name, layer, sources, {})

    def _add(self, name: str, layer: Layer, sources: Iterable[Value], weights: Mapping[str, Array]) -> Value:
        sources = tuple(sources)
        shape = layer.output_shape(*(self._shapes[source.node] for source in sources))
        name = free_name(name, list(self._nodes))
        self._nodes[name] = Node(name, layer, tuple(source.node for source in sources))
        self._shapes[name] = shape
        self._weights.update({f"{name}/{key}": values for key, values in weights.items()})
        return Value(name, straight(shape))

    def add_alike(self, layer: Layer, source: Value, **weights: Array) -> Value:
        """A new node whose numbers lie as those of its source."""
        return replace(source, node=self.add(layer, (source,), **weights).node)

    def scale_input(self, value: Value, shift: str, scale: str) -> Value:
        """A new node that scales the input, with the constants of these names."""
        scaling = Scaling(self.constant(shift), self.constant(scale))
        layer, arrays = scaling_layer(scaling, self.n_units(value))
        result = self.add_alike(layer, value, **arrays)
        self._scaling = result.node
        return result

    def freeze(self, value: Value, parameter: str) -> None:
        """Keep training from one array of a node."""
        self._frozen.append(Part(value.node, parameter=parameter))

    # -- shapes -------------------------------------------------------------------------------------------------------

    def as_row(self, value: Value) -> Value:
        """A value that is a row, in a node that is one, too."""
        if len(value.shape) == 1 and len(self.node_shape(value)) > 1:
            return self.add_alike(Flatten(), value)
        return value

    def as_picture(self, value: Value) -> Value | None:
        """A value (channels, height, width) in a node (height, width, channels); None where it cannot be."""
        if len(value.shape) != 3:
            return None
        shape = (*value.shape[1:], value.shape[0])
        if not np.array_equal(value.order, channels_first(shape)):
            return None
        return value if self.node_shape(value) == shape else self.add_alike(Reshape(shape), value)

    def fitting(self, value: Value, find: Callable[[Value, int], _Found | None]) -> tuple[Value, _Found] | None:
        """The value for which ``find`` finds something, given it and the number of units of its node.

        That is the value as it is, or in a node of the value's own shape.
        """
        found = find(value, self.n_units(value))
        if found is None and value.is_straight and value.shape and value.shape != self.node_shape(value):
            value = self.add_alike(Reshape(value.shape), value)
            found = find(value, self.n_units(value))
        return None if found is None else (value, found)

    def by_unit(self, value: Value, arrays: Iterable[Array]) -> tuple[Value, list[Array]] | None:
        """Constants that are joined with a value, as one number a unit each."""
        arrays = tuple(arrays)

        def find(value: Value, n_units: int) -> list[Array] | None:
            found = [by_unit(array, value, n_units) for array in arrays]
            return None if any(each is None for each in found) else [each for each in found if each is not None]

        return self.fitting(value, find)

    # -- what follows a node and becomes a part of it -----------------------------------------------------------------

    def note_end(self, name: str, value: Value) -> None:
        """Remember that ``name`` is what a new node gives."""
        self._ends[value.node] = name

    def note_view(self, name: str, source: str, value: Value) -> None:
        """Remember that ``name`` has the numbers of ``source``, and may be the only one who sees them."""
        if self._ends.get(value.node) == source and self._uses[source] == 1:
            self._ends[value.node] = name

    def is_last(self, source: str, value: Value) -> bool:
        """Whether nobody but one operator sees what the node gives, under the name ``source``."""
        return self._ends.get(value.node) == source and self._uses[source] == 1

    def take_activation(self, source: str, value: Value, activation: str, **weights: Array) -> Value:
        """The value behind an activation function, which becomes the layer's own where it can."""
        node = self.node(value)
        layer = node.layer
        if isinstance(layer, Dense | Conv2D) and layer.activation == "linear" and self.is_last(source, value):
            self._replace(node, replace(layer, activation=activation), **weights)
            return value
        return self.add_alike(Activation(activation), value, **weights)

    def take_bias(self, source: str, value: Value, array: Array) -> Value | None:
        """The value with a bias that becomes its layer's own; None where it cannot."""
        node = self.node(value)
        layer = node.layer
        if not isinstance(layer, Dense | Conv2D) or not self.is_last(source, value):
            return None
        bias = by_unit(array, value, self.n_units(value))
        if bias is None or layer.use_bias or layer.activation != "linear":
            return None
        self._replace(node, replace(layer, use_bias=True), bias=bias)
        return value

    def take_shift(self, source: str, value: Value, array: Array) -> Value | None:
        """The value with a shift that becomes part of the scale before it; None where it cannot."""
        node = self.node(value)
        if node.name not in self._shifted or not self.is_last(source, value):
            return None
        shift = by_unit(array, value, self.n_units(value))
        if shift is None:
            return None
        self._shifted.discard(node.name)
        self._replace(node, node.layer, beta=shift)
        return value

    def may_be_shifted(self, value: Value) -> None:
        """Let the next constant that is added become the node's own shift."""
        self._shifted.add(value.node)

    def _replace(self, node: Node, layer: Layer, **weights: Array) -> None:
        self._nodes[node.name] = replace(node, layer=layer)
        self._weights.update({f"{node.name}/{key}": values for key, values in weights.items()})
        # What was known under earlier names is not what the node gives any more.
        self.values = {name: value for name, value in self.values.items() if value.node != node.name}

    # -- the end ------------------------------------------------------------------------------------------------------

    def model(self, end: Value) -> Model:
        """The network with its weights, up to the node in which a value lies.

        Raises
        ------
        ExchangeError
            If a weight is missing, has another shape, or is not finite.
        """
        network = NetworkSpec(leading_to(end.node, self._nodes))
        parameters = initial_parameters(network, np.random.default_rng(0)).copy()
        for slot in network.slots:
            values: Any = self._weights.get(f"{slot.node}/{slot.name}")
            if values is None or values.shape != slot.shape or not np.isfinite(values).all():
                raise ExchangeError(
                    QT_TRANSLATE_NOOP(
                        "errors", "The array {name} of the layer “{layer}” is not made of {n} finite numbers."
                    ),
                    name=slot.name,
                    layer=slot.node,
                    n=slot.size,
                )
            parameters[slot.span] = values.astype(np.float32).reshape(-1)
        frozen = tuple(part for part in self._frozen if part.node in network.shapes)
        scaling = self._scaling if self._scaling in network.shapes else ""
        return Model(network, parameters, frozen, tuple(self.notes), scaling=scaling)
