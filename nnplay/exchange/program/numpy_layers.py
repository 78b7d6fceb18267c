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
from nnplay.exchange.program.data import snippet
from nnplay.exchange.program.first_weights import draw_of
from nnplay.exchange.program.text import Call, Code, Line, laid_out, quoted

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


def steps(network: NetworkSpec) -> list[Step]:
    """The program's layers in order."""
    found: list[Step] = []
    for node in network.nodes:
        activation = node.layer.activation_name
        kind = "Reshape" if isinstance(node.layer, Flatten) else node.layer.kind
        sources = tuple("" if name == network.input.name else name for name in node.inputs)
        if isinstance(node.layer, Input):
            continue
        if activation == "linear" and not isinstance(node.layer, Activation):
            found.append(Step(node.name, node.name, kind, sources))
            continue
        if not isinstance(node.layer, Activation):
            before = f"{node.name}/z"  # no layer is called so: a name has no slash
            found.append(Step(before, node.name, kind, sources))
            sources = (before,)
        own = _OWN_CLASS.get(activation, "Activation")
        found.append(Step(node.name, node.name, own, sources, is_activation=True))
    return found


def is_chain(network: NetworkSpec) -> bool:
    """Whether the layers follow each other."""
    return all(node.inputs == (network.nodes[i].name,) for i, node in enumerate(network.nodes[1:]))


def layer_snippets(network: NetworkSpec) -> list[list[Line]]:
    """The classes and functions that the network needs, each once."""
    used = steps(network)
    kinds = list(dict.fromkeys(step.kind for step in used))
    activations = dict.fromkeys(
        network.node(step.node).layer.activation_name for step in used if step.kind == "Activation"
    )
    names = {kind: _file_of(network, kind, used) for kind in kinds}
    parts = [snippet("numpy", "layers", "windows.py")] if any(kind in _OF_WINDOWS for kind in kinds) else []
    parts += [snippet("numpy", "layers", f"{name}.py") for name in names.values()]
    return [*parts, *(snippet("numpy", "activations", f"{name}.py") for name in activations if name != "linear")]


def model_lines(network: NetworkSpec, *, with_weights: bool) -> list[Line]:
    """The statement that makes the layers: a list of a chain, a table of any other graph."""
    made = [(step, _made(network, step, with_weights=with_weights)) for step in steps(network)]
    if is_chain(network):
        lines = [Line("layers = [")]
        for step, call in made:
            lines += laid_out(call, step.node, 1, "", ",")
        return [*lines, Line("]")]
    lines = [Line("graph = {")]
    for step, call in made:
        lines += laid_out((call, list(step.sources)), step.node, 1, f"{quoted(step.name)}: ", ",")
    return [*lines, Line("}")]


def _file_of(network: NetworkSpec, kind: str, used: list[Step]) -> str:
    files = {"Activation": "activation", "Softmax": "softmax", "PReLU": "prelu", "Reshape": "reshape"}
    return files.get(kind) or next(
        network.node(step.node).layer.usual_name for step in used if step.kind == kind and not step.is_activation
    )


def _made(network: NetworkSpec, step: Step, *, with_weights: bool) -> Call:
    """The call that makes one layer."""
    node = network.node(step.node)
    slots = {slot.name: slot for slot in network.node_slots(node.name)}
    values = {name: _value(slot, with_weights=with_weights) for name, slot in slots.items()}
    if step.kind == "PReLU":
        return Call("PReLU", (values["alpha"],))
    if step.kind == "Softmax":
        return Call("Softmax")
    if step.is_activation:
        name = node.layer.activation_name
        functions = (name, f"{name}_slope") if name != "linear" else ("np.copy", "np.ones_like")
        return Call("Activation", tuple(map(Code, functions)))
    own = tuple(value for name, value in values.items() if name != "alpha")
    return _layer(network, node, own, values)


def _layer(network: NetworkSpec, node: Node, own: tuple[object, ...], values: dict[str, object]) -> Call:
    layer = node.layer
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
            arrays = _affine(network, node, values)
            rest = (values["moving_mean"], values["moving_variance"], layer.momentum, layer.epsilon)
            return Call("BatchNormalization", (*arrays, *rest))
        case LayerNormalization():
            return Call("LayerNormalization", (*_affine(network, node, values), layer.epsilon))
        case Flatten() | Reshape():
            return Call("Reshape", network.shapes[node.name])
        case Concatenate():
            rank = len(network.shapes[node.name])
            return Call("Concatenate", (layer.axis + rank + 1 if layer.axis < 0 else layer.axis,))
        case _:
            return Call(layer.kind)


def _affine(network: NetworkSpec, node: Node, values: dict[str, object]) -> tuple[object, object]:
    n = network.shapes[node.name][-1]
    return values.get("gamma", Code(f"np.ones({n})")), values.get("beta", Code(f"np.zeros({n})"))


def _value(slot: ParameterSlot, *, with_weights: bool) -> object:
    """The expression that makes one array."""
    if with_weights:
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
            least, most = draw.first - 2 * draw.second, draw.first + 2 * draw.second
            return Call("np.clip", (Call("rng.normal", (draw.first, draw.second, size)), least, most))
        case _:
            return Code(_orthogonal(shape, draw.first))


def _orthogonal(shape: tuple[int, ...], gain: float) -> str:
    n_columns = shape[-1]
    n_rows = 1
    for length in shape[:-1]:
        n_rows *= length
    largest, least = max(n_rows, n_columns), min(n_rows, n_columns)
    turned = ".T" if n_rows < n_columns else ""
    reshaped = f".reshape{shape}" if len(shape) > 2 else ""
    scale = "" if gain == 1 else f"{gain!r} * "
    return f"{scale}np.linalg.qr(rng.standard_normal(({largest}, {least})))[0]{turned}{reshaped}"
