"""What data ask of a network: the shape of its input, the shape of its output, and a loss that can judge it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nnplay.data import DataChoice, Task
from nnplay.engine import (
    LOSSES,
    DataError,
    Flatten,
    Input,
    Layer,
    Loss,
    NetworkSpec,
    Node,
    ShapeError,
    Skipped,
    free_name,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.losses import find_loss
from nnplay.project.errors import ProjectError


@dataclass(frozen=True)
class OutputForm:
    """How a network for a task ends: the activation of its last layer, and the loss."""

    activation: str
    loss: str


OUTPUT_FORMS: dict[Task, OutputForm] = {
    Task.BINARY: OutputForm("tanh", "half_squared_error"),
    Task.YES_NO: OutputForm("sigmoid", "binary_crossentropy"),
    Task.REGRESSION: OutputForm("linear", "half_squared_error"),
    Task.MULTICLASS: OutputForm("softmax", "sparse_categorical_crossentropy"),
}
"""For classes of -1 and 1, and for quantities, TensorFlow Playground's; else Keras's."""


_TYPICAL_TARGETS = {
    Task.BINARY: np.array([[-1.0], [1.0]]),
    Task.YES_NO: np.array([[0.0], [1.0]]),
    Task.REGRESSION: np.array([[-0.7], [0.4]]),
    Task.MULTICLASS: np.array([0, 1]),
}


def can_judge(loss: str | Loss, task: Task) -> bool:
    """Whether a loss makes sense for the targets of a task; the losses know it themselves."""
    try:
        find_loss(loss).check_targets(_TYPICAL_TARGETS[task])
    except DataError:
        return False
    return True


def losses_for(task: Task) -> tuple[str, ...]:
    """Names of the losses that can judge the answers of a task."""
    return tuple(name for name in LOSSES if can_judge(name, task))


def check_fit(network: NetworkSpec, data: DataChoice, loss: str | Loss) -> None:
    """Raise ProjectError unless the network can learn from the data with this loss."""
    found = network.shapes[network.input.name]
    if found != data.input_shape:
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The input “{layer}” has the shape {found}, but the data have {expected}: choose other data.",
            ),
            layer=network.input.name,
            found=found,
            expected=data.input_shape,
        )
    found = network.shapes[network.output.name]
    if found != (data.n_outputs,):
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The data need {expected} output(s) per example; with “{layer}” at its"
                " end the network would give the shape {found}.",
            ),
            layer=network.output.name,
            found=found,
            expected=data.n_outputs,
        )
    if not can_judge(loss, data.task):
        raise ProjectError(
            QT_TRANSLATE_NOOP("errors", "The loss “{loss}” does not fit these data. Choose one of: {choices}."),
            loss=find_loss(loss).name,
            choices=", ".join(losses_for(data.task)),
        )


def adapted(network: NetworkSpec, old: DataChoice, new: DataChoice) -> NetworkSpec:
    """The network for other data: another input, and another end where the task or the number of outputs differs.

    Raises
    ------
    ProjectError
        If no layer can be made to give the new number of outputs.
    ShapeError
        If a layer cannot take the new input.
    """
    nodes = _with_input(network, new.input_shape)
    if (old.task, old.n_outputs) != (new.task, new.n_outputs):
        nodes = _with_output(network, nodes, new)
    return network if nodes == network.nodes else NetworkSpec(nodes)


def layer_with_units(network: NetworkSpec) -> Node | None:
    """The layer that decides how many numbers the network gives: the last one with units, seen from the output."""
    node = network.output
    while not hasattr(node.layer, "units"):
        if len(node.inputs) != 1:
            return None
        node = network.node(node.inputs[0])
    return node


def layer_with_activation(network: NetworkSpec) -> Node | None:
    """The layer that decides in which range they lie: the last one with an activation, not before that with units."""
    node, last = network.output, layer_with_units(network)
    while not hasattr(node.layer, "activation") or isinstance(node.layer, Skipped):
        if node is last or len(node.inputs) != 1:
            return None
        node = network.node(node.inputs[0])
    return node


def changed(layer: Layer, **fields: object) -> Layer:
    """The layer with other values in some of its fields."""
    return replace(layer, **fields)


def _with_input(network: NetworkSpec, shape: tuple[int, ...]) -> tuple[Node, ...]:
    source = network.input
    if network.shapes[source.name] == shape:
        return network.nodes
    nodes = (Node(source.name, Input(shape)), *network.nodes[1:])
    readers = [network.node(name) for name in network.consumers(source.name)]
    if len(shape) == 1 and len(readers) == 1 and isinstance(readers[0].layer, Flatten) and len(nodes) > 2:
        return _without(nodes, readers[0])
    if len(shape) > 1 and not all(_takes(reader.layer, shape) for reader in readers):
        flatten = Node(free_name("flatten", list(network.shapes)), Flatten(), (source.name,))
        rest = (Node(node.name, node.layer, _renamed(node, source.name, flatten.name)) for node in nodes[1:])
        return (nodes[0], flatten, *rest)
    return nodes


def _with_output(network: NetworkSpec, nodes: tuple[Node, ...], data: DataChoice) -> tuple[Node, ...]:
    sized, shaped = layer_with_units(network), layer_with_activation(network)
    if sized is None or shaped is None:
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors", "These data need a network that ends in a Dense layer: add one after “{layer}” first."
            ),
            layer=network.output.name,
        )
    changes: dict[str, dict[str, object]] = {sized.name: {"units": data.n_outputs}}
    changes.setdefault(shaped.name, {})["activation"] = OUTPUT_FORMS[data.task].activation
    return tuple(replace(node, layer=changed(node.layer, **changes.get(node.name, {}))) for node in nodes)


def _without(nodes: tuple[Node, ...], removed: Node) -> tuple[Node, ...]:
    (source,) = removed.inputs
    return tuple(
        Node(node.name, node.layer, _renamed(node, removed.name, source)) for node in nodes if node.name != removed.name
    )


def _renamed(node: Node, old: str, new: str) -> tuple[str, ...]:
    return tuple(new if name == old else name for name in node.inputs)


def _takes(layer: Layer, shape: tuple[int, ...]) -> bool:
    try:
        layer.output_shape(shape)
    except ShapeError:
        return False
    return True
