"""The network of a NumPy program: which pieces it needs, and how its layers are made."""

from __future__ import annotations

from dataclasses import dataclass

from nnplay.engine import (
    Activation,
    BatchNormalization,
    Concatenate,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
    Input,
    LayerNormalization,
    NetworkSpec,
    Node,
    ParameterSlot,
    Reshape,
)
from nnplay.engine.layers.pooling import Pooling2D
from nnplay.engine.muting import Mute
from nnplay.exchange.program.data import snippet
from nnplay.exchange.program.first_weights import draw_of
from nnplay.exchange.program.text import Call, Code, Line, laid_out, quoted
from nnplay.exchange.program.writing import MUTED, Writing, index_of, muted_units

_OF_WINDOWS = ("Conv2D", "MaxPooling2D", "AveragePooling2D")
_OWN_CLASS = {"softmax": "Softmax", "prelu": "PReLU"}


@dataclass(frozen=True)
class Step:
    """One layer object of the program: a layer, or the activation function behind it, as a step of its own.

    Attributes
    ----------
    name
        In the program's graph; ``node`` is the layer that it belongs to.
    kind
        The class in the program.
    """

    name: str
    node: str
    kind: str
    sources: tuple[str, ...]
    is_activation: bool = False


def steps(writing: Writing) -> list[Step]:
    """The program's layers in order."""
    network = writing.network
    first = "/scaled" if writing.is_scaled else ""  # no layer is called so: a name has no slash
    found = [Step(first, network.input.name, "Scale", ("",))] if first else []
    for node in network.nodes:
        activation = node.layer.activation_name
        kind = "Reshape" if isinstance(node.layer, Flatten) else node.layer.kind
        sources = tuple(first if name == network.input.name else name for name in node.inputs)
        if isinstance(node.layer, Input):
            continue
        if activation == "linear" and not isinstance(node.layer, Activation):
            found.append(Step(node.name, node.name, kind, sources))
            continue
        if not isinstance(node.layer, Activation):
            before = f"{node.name}/z"
            found.append(Step(before, node.name, kind, sources))
            sources = (before,)
        own = _OWN_CLASS.get(activation, "Activation")
        found.append(Step(node.name, node.name, own, sources, is_activation=True))
    return found


def layer_snippets(writing: Writing) -> list[list[Line]]:
    """The classes and functions that the network needs, each once."""
    network, used = writing.network, steps(writing)
    kinds = list(dict.fromkeys(step.kind for step in used))
    activations = dict.fromkeys(
        network.node(step.node).layer.activation_name for step in used if step.kind == "Activation"
    )
    names = [_file_of(network, kind, used) for kind in kinds]
    parts = [snippet("numpy", "layers", "windows.py")] if any(kind in _OF_WINDOWS for kind in kinds) else []
    parts += [snippet("numpy", "layers", f"{name}.py") for name in names]
    parts += [snippet("numpy", "activations", f"{name}.py") for name in activations if name != "linear"]
    if writing.has_weights:
        return parts
    drawn = {draw_of(slot).kind for slot in network.slots}
    draws = {"truncated": "truncated_normal.py", "orthogonal": "orthogonal.py"}
    return [*parts, *(snippet("numpy", name) for kind, name in draws.items() if kind in drawn)]


def model_lines(writing: Writing) -> list[Line]:
    """The statement that makes the layers: a list of a chain, a table of any other graph; then what is muted."""
    made = [(step, _made(writing, step)) for step in steps(writing)]
    if writing.is_chain:
        lines = [Line("layers = [")]
        for step, call in made:
            lines += laid_out(call, step.node, 1, "", ",")
        return [*lines, Line("]"), *_muted_lines(writing)]
    lines = [Line("graph = {")]
    for step, call in made:
        lines += laid_out((call, list(step.sources)), step.node, 1, f"{quoted(step.name)}: ", ",")
    lines += [Line("}"), Line("layers = [layer for layer, _ in graph.values()]")]
    return [*lines, *_muted_lines(writing)]


def place_of(writing: Writing, slot: ParameterSlot) -> tuple[int, int]:
    """Where an array is in the program: which of ``layers``, and which of its ``parameters``."""
    name = (
        f"{slot.node}/z"
        if slot.name != "alpha" and writing.network.node(slot.node).layer.activation_name != "linear"
        else slot.node
    )
    place = next(i for i, step in enumerate(steps(writing)) if step.name == name)
    own = [
        other for other in writing.network.node_slots(slot.node) if other.spec.is_trainable and other.name != "alpha"
    ]
    return place, 0 if slot.name == "alpha" else own.index(slot)


def _muted_lines(writing: Writing) -> list[Line]:
    """Weights that are drawn although they are muted; those that are read from a file are 0 there."""
    lines: list[Line] = []
    for slot in () if writing.has_weights else writing.network.slots:
        mask = writing.muted(slot)
        if slot.spec.is_trainable and mask.any():
            layer, array = place_of(writing, slot)
            lines.append(Line(f"layers[{layer}].parameters[{array}][{index_of(mask)}] = 0", slot.node))
    return [*writing.comment(MUTED), *lines] if lines else []


def _file_of(network: NetworkSpec, kind: str, used: list[Step]) -> str:
    files = {"Activation": "activation", "Softmax": "softmax", "PReLU": "prelu", "Reshape": "reshape", "Scale": "scale"}
    return files.get(kind) or next(
        network.node(step.node).layer.usual_name for step in used if step.kind == kind and not step.is_activation
    )


def _made(writing: Writing, step: Step) -> Call:
    """The call that makes one layer."""
    network = writing.network
    node = network.node(step.node)
    values = {slot.name: _value(slot, writing) for slot in network.node_slots(node.name)}
    if step.kind == "Scale":
        return Call("Scale", (Code("shift"), Code("scale")))
    if step.kind == "PReLU":
        return Call("PReLU", (values["alpha"],))
    if step.kind == "Softmax":
        return Call("Softmax")
    if step.is_activation:
        name = node.layer.activation_name
        functions = (name, f"{name}_slope") if name != "linear" else ("np.copy", "np.ones_like")
        return Call("Activation", tuple(map(Code, functions)))
    return _layer(network, node, values)


def _layer(network: NetworkSpec, node: Node, values: dict[str, object]) -> Call:
    layer = node.layer
    own = tuple(value for name, value in values.items() if name != "alpha")
    affine: dict[str, object] = {name: values[name] for name in ("gamma", "beta") if name in values}
    match layer:
        case Dense():
            return Call("Dense", own)
        case Conv2D():
            margins = layer.windows.margins(network.shapes[node.inputs[0]])
            return Call("Conv2D", own, {"strides": layer.windows.strides, "margins": margins})
        case Pooling2D():
            margins = layer.windows.margins(network.shapes[node.inputs[0]])
            return Call(layer.kind, (layer.windows.size, layer.windows.strides, margins))
        case Dropout():
            return Call("Dropout", (layer.rate,))
        case GaussianNoise():
            return Call("GaussianNoise", (layer.stddev,))
        case BatchNormalization():
            statistics = (values["moving_mean"], values["moving_variance"])
            return Call("BatchNormalization", (*statistics, layer.momentum, layer.epsilon), affine)
        case LayerNormalization():
            return Call("LayerNormalization", (layer.epsilon,), affine)
        case Mute():
            return Call("Mute", (muted_units(layer, network.shapes[node.name][-1]),))
        case Flatten() | Reshape():
            return Call("Reshape", network.shapes[node.name])
        case Concatenate():
            rank = len(network.shapes[node.name])
            return Call("Concatenate", (layer.axis + rank + 1 if layer.axis < 0 else layer.axis,))
        case _:
            return Call(layer.kind)


def _value(slot: ParameterSlot, writing: Writing) -> object:
    """The expression that makes one array."""
    if writing.has_weights:
        return Code(f"weights[{quoted(f'{slot.node}/{slot.name}')}]")
    draw, shape = draw_of(slot), slot.shape
    size: object = shape[0] if len(shape) == 1 else shape
    match draw.kind:
        case "constant":
            if draw.first in (0.0, 1.0):
                return Call("np.ones" if draw.first else "np.zeros", (size,))
            return Call("np.full", (size, draw.first))
        case "listed":
            return Call("np.array", (draw.listed,))
        case "uniform":
            return Call("rng.uniform", (draw.first, draw.second, size))
        case "normal":
            return Call("rng.normal", (draw.first, draw.second, size))
        case "truncated":
            return Call("truncated_normal", (draw.first, draw.second, size))
        case _:
            return Call("orthogonal", (draw.first, shape))
