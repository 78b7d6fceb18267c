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
    find_loss,
)
from nnplay.engine.layers.windows import Windows
from nnplay.exchange.program.first_weights import draw_of
from nnplay.exchange.program.text import Call, Code, Line, assign, laid_out, quoted
from nnplay.project import Project

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
_PARAMETERS = {"kernel": "weight", "bias": "bias", "gamma": "weight", "beta": "bias"}
_PARAMETERS |= {"moving_mean": "running_mean", "moving_variance": "running_var"}


def fused_output(project: Project) -> bool:
    """Whether the model ends before its last activation, which is part of the loss: softmax or sigmoid."""
    loss = find_loss(project.training.loss)
    return loss.fused_activation is not None and loss.fused_activation == project.network.output.layer.activation_name


def layer_lines(network: NetworkSpec, node: Node, names: dict[str, str]) -> list[Line]:
    """Statements of ``__init__``."""
    layer, target = node.layer, f"self.{names[node.name]}"
    lines: list[Line] = []
    n_in = network.shapes[node.inputs[0]][-1] if node.inputs else 0
    n_out = network.shapes[node.name][-1]
    match layer:
        case Dense():
            options: dict[str, object] = {} if layer.use_bias else {"bias": False}
            lines = assign(target, Call("nn.Linear", (n_in, layer.units), options), node.name, 2)
        case Conv2D():
            options = {"stride": layer.strides} if layer.strides != (1, 1) else {}
            options |= {} if layer.use_bias else {"bias": False}
            lines = assign(target, Call("nn.Conv2d", (n_in, layer.filters, layer.kernel_size), options), node.name, 2)
        case BatchNormalization():
            kind = "BatchNorm2d" if len(network.shapes[node.name]) == 3 else "BatchNorm1d"
            options = {"eps": layer.epsilon, "momentum": float(f"{1 - layer.momentum:.12g}")}
            options |= {} if layer.center or layer.scale else {"affine": False}
            lines = assign(target, Call(f"nn.{kind}", (n_out,), options), node.name, 2)
        case LayerNormalization():
            options = {"eps": layer.epsilon}
            options |= {} if layer.center or layer.scale else {"elementwise_affine": False}
            lines = assign(target, Call("nn.LayerNorm", (n_out,), options), node.name, 2)
        case Dropout():
            lines = assign(target, Call("nn.Dropout", (layer.rate,)), node.name, 2)
    if isinstance(layer, BatchNormalization | LayerNormalization) and layer.center != layer.scale:
        missing = "weight" if layer.center else "bias"
        lines.append(Line(f"        {target}.{missing}.requires_grad_(False)", node.name))
    if layer.activation_name == "prelu":
        lines += assign(f"{target}_slope", Call("nn.PReLU", (n_out,), {"init": 0.25}), node.name, 2)
    return lines


def start_lines(network: NetworkSpec, node: Node, names: dict[str, str]) -> list[Line]:
    """Statements of ``__init__`` that draw the first weights as the project does."""
    lines: list[Line] = []
    for slot in network.node_slots(node.name):
        if slot.name not in ("kernel", "bias"):
            continue
        draw = draw_of(slot)
        if draw.kind == "listed":
            values = np.array(draw.listed).T.tolist() if slot.name == "kernel" else draw.listed
            where = f"self.{names[node.name]}.{_PARAMETERS[slot.name]}.data"
            lines += assign(where, Call("torch.tensor", (values,)), node.name, 2)
            continue
        target = Code(f"self.{names[node.name]}.{_PARAMETERS[slot.name]}")
        function, values = {
            "constant": ("nn.init.zeros_" if draw.first == 0 else "nn.init.constant_", (draw.first,)),
            "uniform": ("nn.init.uniform_", (draw.first, draw.second)),
            "normal": ("nn.init.normal_", (draw.first, draw.second)),
            "truncated": (
                "nn.init.trunc_normal_",
                (draw.first, draw.second, draw.first - 2 * draw.second, draw.first + 2 * draw.second),
            ),
            "orthogonal": ("nn.init.orthogonal_", (draw.first,)),
        }[draw.kind]
        arguments = () if function == "nn.init.zeros_" else values
        call = Call(function, (target, *arguments))
        lines += laid_out(call, node.name, 2)
    return lines


def step_lines(network: NetworkSpec, node: Node, names: dict[str, str], *, is_fused: bool) -> list[Line]:
    """Statements of ``forward``; ``is_fused`` leaves the activation to the loss."""
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
    if activation != "linear" and not is_fused:
        z = x if isinstance(layer, Activation) else target
        value = f"{module}_slope({z})" if activation == "prelu" else _ACTIVATIONS[activation].format(x=z)
        lines.append(f"{target} = {value}")
    elif not lines:
        lines.append(f"{target} = {x}")
    return [Line(f"        {line}", node.name) for line in lines]


def weight_lines(network: NetworkSpec, node: Node, names: dict[str, str]) -> list[Line]:
    """Statements that copy the layer's weights out of ``weights``."""
    lines: list[Line] = []
    for slot in network.node_slots(node.name):
        key = f"weights[{quoted(f'{node.name}/{slot.name}')}]"
        where = f"model.{names[node.name]}.{_PARAMETERS.get(slot.name, '')}"
        if slot.name == "alpha":
            where = f"model.{names[node.name]}_slope.weight"
        call = Call(f"{where}.copy_", (Call("torch.from_numpy", (Code(f"{key}{_turned(slot)}"),)),))
        lines += laid_out(call, node.name, 1)
    return lines


def _turned(slot: ParameterSlot) -> str:
    """How an array is turned into PyTorch's order: ends first, then where connections start."""
    if slot.name != "kernel":
        return ""
    return ".T" if len(slot.shape) == 2 else ".transpose(3, 2, 0, 1)"


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
