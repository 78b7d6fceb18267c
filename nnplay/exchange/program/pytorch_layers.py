"""Each layer as PyTorch writes it: what its module is made of, how its weights begin, and its step forward.

Tensors have their channels first: what is (n, height, width, channels) in nnplay is (n, channels, height, width) here,
and the two orders meet where numbers are reordered, in Flatten and Reshape.
"""

from __future__ import annotations

import numpy as np

from nnplay.engine import (
    Activation,
    Add,
    AveragePooling2D,
    BatchNormalization,
    Concatenate,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
    GlobalAveragePooling2D,
    LayerNormalization,
    MaxPooling2D,
    NetworkSpec,
    Node,
    ParameterSlot,
    Reshape,
)
from nnplay.engine.layers.windows import Windows
from nnplay.engine.muting import Mute
from nnplay.exchange.program.first_weights import draw_of
from nnplay.exchange.program.text import Call, Code, Line, assign, laid_out
from nnplay.exchange.program.writing import Writing, muted_units
from nnplay.exchange.tensors import Array

_ACTIVATIONS = {
    "step": "({x} >= 0).float() + 0 * {x}",  # a slope of 0, not none
    "sigmoid": "torch.sigmoid({x})",
    "tanh": "torch.tanh({x})",
    "arctan": "torch.atan({x})",
    "softsign": "F.softsign({x})",
    "relu": "F.relu({x})",
    "leaky_relu": "F.leaky_relu({x}, 0.2)",
    "elu": "F.elu({x})",
    "selu": "F.selu({x})",
    "softplus": "F.softplus({x})",
    "silu": "F.silu({x})",
    "gelu": "F.gelu({x})",
    "mish": "F.mish({x})",
    "sine": "torch.sin({x})",
    "gaussian": "torch.exp(-{x} * {x})",
    "softmax": "F.softmax({x}, dim=1)",
}
_NAMED: dict[object, str] = {
    "glorot_uniform": "nn.init.xavier_uniform_({})",
    "he_uniform": 'nn.init.kaiming_uniform_({}, nonlinearity="relu")',
}
"""Initializers that PyTorch knows by name; of the others the distribution is written."""

_PARAMETERS = {"kernel": "weight", "bias": "bias", "gamma": "weight", "beta": "bias"}
_PARAMETERS |= {"moving_mean": "running_mean", "moving_variance": "running_var"}


def is_fused(writing: Writing) -> bool:
    """Whether the model ends before its last activation, which is part of the loss: softmax or sigmoid."""
    fused = writing.loss.fused_activation
    return fused is not None and fused == writing.network.output.layer.activation_name


def module_call(network: NetworkSpec, node: Node) -> Call | None:
    """The module that a layer is; None for those that are a function."""
    layer = node.layer
    n_in = network.shapes[node.inputs[0]][-1] if node.inputs else 0
    n_out = network.shapes[node.name][-1]
    options: dict[str, object] = {}
    match layer:
        case Dense():
            return Call("nn.Linear", (n_in, layer.units), {} if layer.use_bias else {"bias": False})
        case Conv2D():
            options = {"stride": _shortest(layer.windows.strides)} if layer.windows.strides != (1, 1) else {}
            options |= {} if layer.use_bias else {"bias": False}
            return Call("nn.Conv2d", (n_in, layer.filters, _shortest(layer.windows.size)), options)
        case BatchNormalization():
            kind = "BatchNorm2d" if len(network.shapes[node.name]) == 3 else "BatchNorm1d"
            options = {"eps": layer.epsilon, "momentum": float(f"{1 - layer.momentum:.12g}")}
            options |= {} if layer.center or layer.scale else {"affine": False}
            return Call(f"nn.{kind}", (n_out,), options)
        case LayerNormalization():
            options = {"eps": layer.epsilon}
            options |= {} if layer.center or layer.scale else {"elementwise_affine": False}
            return Call("nn.LayerNorm", (n_out,), options)
        case Dropout():
            return Call("nn.Dropout", (layer.rate,))
        case _:
            return None


def prelu_call(network: NetworkSpec, node: Node) -> Call:
    """The module of PReLU, a slope for each unit."""
    return Call("nn.PReLU", (network.shapes[node.name][-1],))


def layer_lines(writing: Writing, node: Node, names: dict[str, str]) -> list[Line]:
    """Statements of ``__init__``."""
    network, layer, target = writing.network, node.layer, f"self.{names[node.name]}"
    call = module_call(network, node)
    lines = assign(target, call, node.name, 2) if call else []
    if isinstance(layer, Mute):
        heard = Call("torch.tensor", (muted_units(layer, network.shapes[node.name][-1]),))
        lines = assign(f"{target}_is_heard", heard, node.name, 2)
    if layer.activation_name == "prelu":
        lines += assign(f"{target}_slope", prelu_call(network, node), node.name, 2)
    return lines


def _shortest(size: tuple[int, int]) -> object:
    return size[0] if size[0] == size[1] else size


def start_lines(writing: Writing, node: Node, module: str) -> list[Line]:
    """Statements that draw the first weights of the layer at ``module`` as the project does."""
    lines: list[Line] = []
    for slot in writing.network.node_slots(node.name):
        if slot.name not in ("kernel", "bias"):
            continue
        target = f"{module}.{_PARAMETERS[slot.name]}"
        if slot.name == "kernel" and slot.spec.initializer in _NAMED:
            lines.append(Line(_NAMED[slot.spec.initializer].format(target), node.name))
            continue
        draw = draw_of(slot)
        if draw.kind == "listed":
            values = np.array(draw.listed).T.tolist() if slot.name == "kernel" else draw.listed
            lines += assign(f"{target}.data", Call("torch.tensor", (values,)), node.name)
            continue
        function, numbers = {
            "constant": ("nn.init.zeros_" if draw.first == 0 else "nn.init.constant_", (draw.first,)),
            "uniform": ("nn.init.uniform_", (draw.first, draw.second)),
            "normal": ("nn.init.normal_", (draw.first, draw.second)),
            "truncated": (
                "nn.init.trunc_normal_",
                (draw.first, draw.second, draw.first - 2 * draw.second, draw.first + 2 * draw.second),
            ),
            "orthogonal": ("nn.init.orthogonal_", (draw.first,)),
        }[draw.kind]
        arguments = () if function == "nn.init.zeros_" else numbers
        lines += laid_out(Call(function, (Code(target), *arguments)), node.name)
    return lines


def step_lines(network: NetworkSpec, node: Node, names: dict[str, str], *, is_bare: bool) -> list[Line]:
    """Statements of ``forward``; ``is_bare`` leaves the activation to the loss."""
    x, target = names[node.inputs[0]], names[node.name]
    layer = node.layer
    activation = layer.activation_name
    module = f"self.{target}"
    rank, n_in = len(network.shapes[node.inputs[0]]), network.shapes[node.inputs[0]][-1]
    lines: list[str] = []
    match layer:
        case Dense() | BatchNormalization() | Dropout():
            lines = [f"{target} = {module}({x})"]
        case LayerNormalization():
            lines = [f"{target} = {module}({x})"]
            if rank > 1:
                last = f"{target} = {target}.movedim(-1, 1)"
                lines = [f"{target} = {x}.movedim(1, -1)", f"{target} = {module}({target})", last]
        case Mute():
            is_heard = f"{module}_is_heard" if rank == 1 else f"{module}_is_heard{_at_channels(rank)}"
            lines = [f"{target} = {x} * {is_heard}"]
        case Conv2D():
            lines, x = _padding(layer.windows, network, node, x, target, "")
            lines.append(f"{target} = {module}({x})")
        case MaxPooling2D():
            windows = layer.windows
            lines, x = _padding(windows, network, node, x, target, ", value=-torch.inf")
            lines.append(f"{target} = F.max_pool2d({x}, {windows.size}, {windows.strides})")
        case AveragePooling2D():
            windows = layer.windows
            lines, padded = _padding(windows, network, node, x, target, "")
            lines += _inside(windows, network, node, x)
            share = " / inside" if padded != x else ""
            lines.append(f"{target} = F.avg_pool2d({padded}, {windows.size}, {windows.strides}){share}")
        case GlobalAveragePooling2D():
            lines = [f"{target} = {x}.mean(dim=(2, 3))"]
        case Flatten():
            value = x if rank == 1 or n_in == 1 else f"{x}.movedim(1, -1)"  # channels last again: nnplay's order
            lines = [f"{target} = torch.flatten({value}, 1)"]
        case Reshape():
            shape = network.shapes[node.name]
            lines = [] if rank == 1 else [f"{target} = {x}.movedim(1, -1)"]
            lines.append(f"{target} = {target if lines else x}.reshape(-1, {', '.join(map(str, shape))})")
            if len(shape) > 1:
                lines.append(f"{target} = {target}.movedim(-1, 1)")
        case Add():
            return assign(target, Call("sum", (tuple(Code(names[name]) for name in node.inputs),)), node.name, 2)
        case Concatenate():
            parts = tuple(Code(names[name]) for name in node.inputs)
            axis = layer.axis + rank + 1 if layer.axis < 0 else layer.axis
            options = {"dim": 1 if axis == rank else axis + 1}
            return assign(target, Call("torch.cat", (parts,), options), node.name, 2)
        case GaussianNoise():
            noise = f"{target} = {target} + {layer.stddev!r} * torch.randn_like({x})"
            lines = [f"{target} = {x}", "if self.training:", f"    {noise}"]
    if activation != "linear" and not is_bare:
        z = x if isinstance(layer, Activation) else target
        value = f"{module}_slope({z})" if activation == "prelu" else _ACTIVATIONS[activation].format(x=z)
        lines.append(f"{target} = {value}")
    elif not lines:
        lines.append(f"{target} = {x}")
    return [Line(f"        {line}", node.name) for line in lines]


def parameter_of(node: Node, slot: ParameterSlot, module: str, slope: str) -> str:
    """Where an array lies in PyTorch: in the layer's module, or in that of its PReLU."""
    return f"{slope}.weight" if slot.name == "alpha" else f"{module}.{_PARAMETERS[slot.name]}"


def turned(slot: ParameterSlot, values: Array) -> Array:
    """An array in PyTorch's order: ends first, then where connections start."""
    if slot.name != "kernel":
        return values
    return values.T if values.ndim == 2 else values.transpose(3, 2, 0, 1)


def _at_channels(rank: int) -> str:
    """The index that brings one number a channel beside pictures, whose channels come first."""
    return f"[{', '.join([':', *['None'] * (rank - 1)])}]"


def _margins(windows: Windows, network: NetworkSpec, node: Node) -> tuple[int, int, int, int] | None:
    """Left, right, above, below, in ``F.pad``'s order; None without any."""
    (above, below), (left, right) = windows.margins(network.shapes[node.inputs[0]])
    return (left, right, above, below) if left or right or above or below else None


def _padding(
    windows: Windows, network: NetworkSpec, node: Node, x: str, target: str, value: str
) -> tuple[list[str], str]:
    """The statement that puts margins around a picture, if it needs any, and the name of what then is to be read."""
    margins = _margins(windows, network, node)
    return ([], x) if margins is None else ([f"{target} = F.pad({x}, {margins}{value})"], target)


def _inside(windows: Windows, network: NetworkSpec, node: Node, x: str) -> list[str]:
    """Statements for the share of each window that lies inside the picture: margins do not count in a mean."""
    margins = _margins(windows, network, node)
    if margins is None:
        return []
    return [
        f"inside = F.pad(torch.ones_like({x}), {margins})",
        f"inside = F.avg_pool2d(inside, {windows.size}, {windows.strides})",
    ]
