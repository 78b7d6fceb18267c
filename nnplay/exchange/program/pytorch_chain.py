"""A chain of layers as PyTorch's ``nn.Sequential``, where every layer is one of its modules."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import (
    Activation,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    LayerNormalization,
    MaxPooling2D,
    Node,
)
from nnplay.engine.layers.windows import Windows
from nnplay.exchange.program.pytorch_layers import is_fused, module_call, prelu_call
from nnplay.exchange.program.text import Call, Code
from nnplay.exchange.program.writing import Writing

_ACTIVATIONS = {
    "sigmoid": Call("nn.Sigmoid"),
    "tanh": Call("nn.Tanh"),
    "softsign": Call("nn.Softsign"),
    "relu": Call("nn.ReLU"),
    "leaky_relu": Call("nn.LeakyReLU", (0.2,)),
    "elu": Call("nn.ELU"),
    "selu": Call("nn.SELU"),
    "softplus": Call("nn.Softplus"),
    "silu": Call("nn.SiLU"),
    "gelu": Call("nn.GELU"),
    "mish": Call("nn.Mish"),
    "softmax": Call("nn.Softmax", (), {"dim": 1}),
}

Order = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Module:
    """One module of the chain.

    Attributes
    ----------
    node
        The layer that it belongs to.
    is_slope
        Whether it is the PReLU behind that layer.
    rows, units
        For each input and for each unit of the module its number in nnplay, where pictures were flattened with their
        channels first, as PyTorch has them; None where both have one order.
    """

    node: Node
    call: Call
    is_slope: bool = False
    rows: Order | None = None
    units: Order | None = None


def modules(writing: Writing) -> list[Module] | None:
    """The modules of the network; None where it is no chain of them."""
    network = writing.network
    if not writing.is_chain:
        return None
    found: list[Module] = []
    order: Order | None = None  # of the numbers behind a Flatten
    if writing.is_scaled:
        found.append(Module(network.input, Call("Scale", (Code("shift"), Code("scale")))))
    for node in network.nodes[1:]:
        layer, shape = node.layer, network.shapes[node.inputs[0]]
        rows, units = order, order
        match layer:
            case Flatten():
                call: Call | None = Call("nn.Flatten")
                if len(shape) == 3 and shape[-1] > 1 and shape[0] * shape[1] > 1:
                    order = np.arange(np.prod(shape)).reshape(shape).transpose(2, 0, 1).ravel()
            case Dense():
                call, order, units = module_call(network, node), None, None
            case Conv2D() | MaxPooling2D() | AveragePooling2D():
                call = _windowed(writing, node, layer.windows)
            case BatchNormalization() | Dropout():
                call = module_call(network, node)
            case LayerNormalization() if len(shape) == 1:
                call = module_call(network, node)
            case Activation() if len(shape) == 1 or layer.activation != "softmax":
                call = None
            case _:
                return None
        if not isinstance(layer, Activation):
            if call is None:
                return None
            found.append(Module(node, call, rows=rows, units=units))
        name = layer.activation_name
        if name == "linear" or (node is network.output and is_fused(writing)):
            continue
        if name == "prelu":
            slopes = units if isinstance(layer, Activation) else order
            found.append(Module(node, prelu_call(network, node), is_slope=True, units=slopes))
        elif name in _ACTIVATIONS and (name != "softmax" or len(network.shapes[node.name]) == 1):
            found.append(Module(node, _ACTIVATIONS[name]))
        else:
            return None
    return None if order is not None or not found else found


def _windowed(writing: Writing, node: Node, windows: Windows) -> Call | None:
    """A convolution or a pooling; None where PyTorch has no such margins."""
    (above, below), (left, right) = windows.margins(writing.network.shapes[node.inputs[0]])
    if above != below or left != right:
        return None
    padding: dict[str, object] = {}
    if above or left:
        padding = {"padding": above if above == left else (above, left)}
    if isinstance(node.layer, Conv2D):
        call = module_call(writing.network, node)
        assert call is not None
        return Call(call.function, call.arguments, {**call.options, **padding})
    if padding and not isinstance(node.layer, MaxPooling2D):
        return Call("nn.AvgPool2d", _size(windows), {**padding, "count_include_pad": False})
    return Call("nn.MaxPool2d" if isinstance(node.layer, MaxPooling2D) else "nn.AvgPool2d", _size(windows), padding)


def _size(windows: Windows) -> tuple[object, ...]:
    size, strides = (pair[0] if pair[0] == pair[1] else pair for pair in (windows.size, windows.strides))
    return (size,) if size == strides else (size, strides)
