"""The description of a network: named layers in an acyclic graph, checked, with all shapes known before it runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import prod
from types import MappingProxyType
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from nnplay.engine.checks import check_kind
from nnplay.engine.errors import QT_TRANSLATE_NOOP, GraphError, NnplayError, PlaceholderError, SettingError, ShapeError
from nnplay.engine.layers import Input, Layer, Placeholder
from nnplay.engine.layers.base import ParameterSpec, Shape

_Scalar = TypeVar("_Scalar", bound=np.generic)

MAX_PARAMETERS = 20_000_000
"""Most parameters of one network: 80 MB of weights, four times that while Adam trains them."""

MAX_VALUES = 4_000_000
"""Most numbers that one example becomes on its way through the network: 16 MB, times the examples of a batch."""


@dataclass(frozen=True)
class Node:
    """A layer in its place: its unique name and the names of the nodes that feed it."""

    name: str
    layer: Layer
    inputs: tuple[str, ...] = ()


@dataclass(frozen=True)
class ParameterSlot:
    """Where one parameter array lies in the network's flat vector: ``vector[offset : offset + size]``."""

    node: str
    spec: ParameterSpec
    offset: int

    @property
    def name(self) -> str:
        """The parameter's name within its layer, such as ``kernel``."""
        return self.spec.name

    @property
    def shape(self) -> Shape:
        """The array's shape."""
        return self.spec.shape

    @property
    def size(self) -> int:
        """How many numbers it has."""
        return prod(self.spec.shape)

    @property
    def span(self) -> slice:
        """Its part of the flat vector."""
        return slice(self.offset, self.offset + self.size)

    def has_place(self, index: tuple[int, ...]) -> bool:
        """Whether the array has a number there."""
        return len(index) == len(self.shape) and all(0 <= i < n for i, n in zip(index, self.shape, strict=True))

    def view(self, vector: NDArray[_Scalar]) -> NDArray[_Scalar]:
        """The array of ``shape`` inside a flat vector (n_parameters,); writing into it writes into the vector."""
        return vector[self.span].reshape(self.shape)


@dataclass(frozen=True)
class NetworkSpec:
    """An acyclic graph of layers from one input to one output, in topological order.

    Raises
    ------
    GraphError
        If names repeat or are unknown, a node comes before its inputs, or there is not exactly one input and one
        output.
    ShapeError
        If a layer cannot take what feeds it; the sentence names the layer and the shapes.
    SettingError
        If the network would have more than ``MAX_PARAMETERS`` parameters, or an example more than ``MAX_VALUES``
        numbers, or a node or a layer is of another class.
    """

    nodes: tuple[Node, ...]
    shapes: Mapping[str, Shape] = field(init=False, compare=False, repr=False)
    slots: tuple[ParameterSlot, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        self._check_graph()
        object.__setattr__(self, "shapes", MappingProxyType(self._infer_shapes()))
        object.__setattr__(self, "slots", self._lay_out())

    @staticmethod
    def chain(*layers: Layer, names: Sequence[str] | None = None) -> NetworkSpec:
        """Layers one after another; names follow the kind (``dense``, ``dense_2``, ...) where none are given.

        Raises
        ------
        GraphError
            If there are names, but not one for each layer; otherwise as the class.
        """
        if names and len(names) != len(layers):
            raise GraphError(
                QT_TRANSLATE_NOOP("errors", "There are {names} names for {layers} layers: each layer needs one."),
                names=len(names),
                layers=len(layers),
            )
        chosen: list[str] = []
        nodes: list[Node] = []
        for index, layer in enumerate(layers):
            check_kind("layer", layer, Layer)
            name = names[index] if names else free_name(layer.usual_name, chosen)
            nodes.append(Node(name, layer, (chosen[-1],) if chosen else ()))
            chosen.append(name)
        return NetworkSpec(tuple(nodes))

    @property
    def input(self) -> Node:
        """The node where examples enter."""
        return self.nodes[0]

    @property
    def output(self) -> Node:
        """The node whose output is the network's prediction."""
        return next(node for node in self.nodes if not self.consumers(node.name))

    @property
    def n_parameters(self) -> int:
        """Length of the flat parameter vector."""
        return sum(slot.size for slot in self.slots)

    @property
    def n_trainable(self) -> int:
        """Length of its first part, which optimizers move; statistics follow behind."""
        return sum(slot.size for slot in self.slots if slot.spec.is_trainable)

    def node(self, name: str) -> Node:
        """The node of that name; KeyError if there is none."""
        for node in self.nodes:
            if node.name == name:
                return node
        raise KeyError(name)

    def consumers(self, name: str) -> tuple[str, ...]:
        """Names of the nodes that take this node's output."""
        return tuple(node.name for node in self.nodes if name in node.inputs)

    def node_slots(self, name: str) -> tuple[ParameterSlot, ...]:
        """The parameters of one node, in the layer's order."""
        return tuple(slot for slot in self.slots if slot.node == name)

    def slot(self, node: str, parameter: str) -> ParameterSlot | None:
        """Where a parameter of a node lies; None if the node has no such parameter."""
        return next((slot for slot in self.slots if (slot.node, slot.name) == (node, parameter)), None)

    def view(self, vector: NDArray[_Scalar], node: str, parameter: str) -> NDArray[_Scalar] | None:
        """One parameter array of a node inside a flat vector (n_parameters,); None if the node has no such one."""
        slot = self.slot(node, parameter)
        return None if slot is None else slot.view(vector)

    @property
    def is_complete(self) -> bool:
        """Whether it has no placeholder, so that all of it can be computed."""
        return not any(isinstance(node.layer, Placeholder) for node in self.nodes)

    def check_complete(self) -> None:
        """Raise PlaceholderError if it has a placeholder: nothing after one can be computed."""
        for node in self.nodes:
            if isinstance(node.layer, Placeholder):
                raise PlaceholderError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "The layer “{layer}” is a placeholder for {kind}, which nnplay does not have, so nothing after"
                        " it can be computed: replace it or delete it.",
                    ),
                    layer=node.name,
                    kind=node.layer.description,
                )

    def _check_graph(self) -> None:
        seen: list[str] = []
        for node in self.nodes:
            check_kind("node", node, Node)
            check_kind("layer", node.layer, Layer)
            if not node.name or node.name in seen:
                raise GraphError(
                    QT_TRANSLATE_NOOP("errors", "Two layers are called “{name}”: give each a name of its own."),
                    name=node.name,
                )
            for source in node.inputs:
                if source not in seen:
                    raise GraphError(
                        QT_TRANSLATE_NOOP(
                            "errors",
                            "The layer “{name}” gets its input from “{source}”, which does not come before it:"
                            " a network has no circles from its input to its output.",
                        ),
                        name=node.name,
                        source=source,
                    )
            least, most = node.layer.n_inputs
            if not least <= len(node.inputs) <= most:
                raise GraphError(
                    QT_TRANSLATE_NOOP(
                        "errors", "The layer “{name}” ({kind}) has {found} inputs; it takes {least} to {most}."
                    ),
                    name=node.name,
                    kind=node.layer.kind,
                    found=len(node.inputs),
                    least=least,
                    most=most,
                )
            seen.append(node.name)
        inputs = [node.name for node in self.nodes if isinstance(node.layer, Input)]
        if len(inputs) != 1:
            raise GraphError(
                QT_TRANSLATE_NOOP("errors", "A network needs exactly one Input layer; this one has {found}."),
                found=len(inputs),
            )
        loose = [name for name in seen if not self.consumers(name)]
        if len(loose) != 1:
            raise GraphError(
                QT_TRANSLATE_NOOP("errors", "A network needs exactly one output; these layers lead nowhere: {names}."),
                names=", ".join(loose),
            )

    def _infer_shapes(self) -> dict[str, Shape]:
        shapes: dict[str, Shape] = {}
        for node in self.nodes:
            taken = [shapes[source] for source in node.inputs]
            try:
                shapes[node.name] = node.layer.output_shape(*taken)
            except NnplayError as error:
                raise ShapeError(
                    QT_TRANSLATE_NOOP("errors", "The layer “{name}” does not fit here. {reason}"),
                    name=node.name,
                    reason=error,
                ) from error
            if sum(map(prod, shapes.values())) > MAX_VALUES:
                raise SettingError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "With the layer “{name}” ({shape}) one example would take more than {most} numbers: choose a"
                        " smaller layer.",
                    ),
                    name=node.name,
                    shape=shapes[node.name],
                    most=MAX_VALUES,
                )
        return shapes

    def _lay_out(self) -> tuple[ParameterSlot, ...]:
        wanted = [
            (node.name, parameter)
            for node in self.nodes
            for parameter in node.layer.all_parameters(*(self.shapes[source] for source in node.inputs))
        ]
        # Trainable ones first: an optimizer then works on one slice, and statistics still travel with the weights.
        wanted.sort(key=lambda entry: not entry[1].is_trainable)
        slots: list[ParameterSlot] = []
        offset = 0
        for name, parameter in wanted:
            slots.append(ParameterSlot(name, parameter, offset))
            offset += slots[-1].size
            if offset > MAX_PARAMETERS:
                raise SettingError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "With the layer “{name}” the network would have more than {most} weights: choose fewer units.",
                    ),
                    name=name,
                    most=MAX_PARAMETERS,
                )
        return tuple(slots)


def free_name(wanted: str, taken: Sequence[str]) -> str:
    """``wanted``, or ``wanted_2``, ``wanted_3`` ... if that name is taken."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}_{number}"
    return name
