"""Each layer as Keras writes it, with what differs from Keras's defaults and nothing else."""

from __future__ import annotations

from nnplay.engine import (
    Activation,
    Concatenate,
    Conv2D,
    Dense,
    Dropout,
    GaussianNoise,
    Input,
    NetworkSpec,
    Node,
    Regularization,
    Reshape,
)
from nnplay.engine.initializers import INITIALIZERS, Initializer, Listed
from nnplay.engine.layers.normalization import Normalization
from nnplay.engine.layers.pooling import Pooling2D
from nnplay.exchange.program.first_weights import draw_of
from nnplay.exchange.program.text import Call, Code, Line, laid_out, quoted

_ACTIVATIONS = {"step": "step", "gaussian": "gaussian", "arctan": "keras.ops.arctan", "sine": "keras.ops.sin"}
"""Those that Keras does not know by name."""

_ORDER = ("kernel", "bias", "gamma", "beta", "moving_mean", "moving_variance")


def layer_calls(
    network: NetworkSpec, node: Node, names: dict[str, str], regularization: Regularization
) -> list[object]:
    """The layer's call, and behind it that of PReLU, which Keras has as a layer only."""
    layer = node.layer
    if isinstance(layer, Input):
        return [Call("keras.Input", (), {"shape": layer.shape})]
    name: dict[str, object] = {"name": names[node.name]}
    learns_slopes = layer.activation_name == "prelu"
    prelu = Call("keras.layers.PReLU", (), _prelu_options(network, node, names))
    if isinstance(layer, Activation):
        return [prelu] if learns_slopes else [Call("keras.layers.Activation", (_activation(layer.activation),), name)]
    function = f"keras.layers.{layer.kind}"
    options = _options(node, regularization)
    for slot in network.node_slots(node.name):
        if isinstance(slot.spec.initializer, Listed):
            options[f"{slot.name}_initializer"] = Call("keras.initializers.Constant", (draw_of(slot).listed,))
    calls: list[object] = [Call(function, _arguments(node), {**options, **name})]
    return [*calls, prelu] if learns_slopes else calls


def weight_lines(network: NetworkSpec, node: Node, names: dict[str, str]) -> list[Line]:
    """Statements that give the layer its weights out of ``weights``."""
    arrays = [slot.name for slot in network.node_slots(node.name) if slot.name in _ORDER]
    lines = []
    if arrays:
        arrays.sort(key=_ORDER.index)
        values = [Code(f"weights[{quoted(f'{node.name}/{name}')}]") for name in arrays]
        where = f"model.get_layer({quoted(names[node.name])})"
        lines += laid_out(Call(f"{where}.set_weights", (values,)), node.name)
    if any(slot.name == "alpha" for slot in network.node_slots(node.name)):
        where = f"model.get_layer({quoted(_prelu_name(node, names))})"
        alpha = Code(f"weights[{quoted(f'{node.name}/alpha')}]")
        value: object = alpha
        if len(network.shapes[node.name]) > 1:  # one slope for all places of a channel
            ones = [1] * (len(network.shapes[node.name]) - 1)
            value = Call(f"{alpha.text}.reshape", (*ones, -1))
        lines += laid_out(Call(f"{where}.set_weights", ([value],)), node.name)
    return lines


def _prelu_name(node: Node, names: dict[str, str]) -> str:
    return names[node.name] if isinstance(node.layer, Activation) else f"{names[node.name]}_prelu"


def _prelu_options(network: NetworkSpec, node: Node, names: dict[str, str]) -> dict[str, object]:
    options: dict[str, object] = {"alpha_initializer": Call("keras.initializers.Constant", (0.25,))}
    shared = list(range(1, len(network.shapes[node.name])))
    if shared:
        options["shared_axes"] = shared
    return {**options, "name": _prelu_name(node, names)}


def _arguments(node: Node) -> tuple[object, ...]:
    match node.layer:
        case Dense(units):
            return (units,)
        case Conv2D(filters, size):
            return (filters, size)
        case Dropout(rate):
            return (rate,)
        case GaussianNoise(deviation):
            return (deviation,)
        case Reshape(shape):
            return (shape,)
        case _:
            return ()


def _options(node: Node, regularization: Regularization) -> dict[str, object]:
    layer = node.layer
    options: dict[str, object] = {}
    if isinstance(layer, Conv2D):
        if layer.strides != (1, 1):
            options["strides"] = layer.strides
        if layer.padding != "valid":
            options["padding"] = layer.padding
    if isinstance(layer, Dense | Conv2D):
        return {**options, **_kernel_options(layer, regularization)}
    if isinstance(layer, Pooling2D):
        options["pool_size"] = layer.pool_size
        if layer.strides is not None:
            options["strides"] = layer.strides
        if layer.padding != "valid":
            options["padding"] = layer.padding
    if isinstance(layer, Normalization):
        defaults = {"momentum": 0.99, "epsilon": 0.001, "center": True, "scale": True}
        for name, default in defaults.items():
            value = getattr(layer, name, default)
            if value != default:
                options[name] = value
    if isinstance(layer, Concatenate) and layer.axis != -1:
        options["axis"] = layer.axis
    return options


def _kernel_options(layer: Dense | Conv2D, regularization: Regularization) -> dict[str, object]:
    options: dict[str, object] = {}
    if layer.activation not in ("linear", "prelu"):
        options["activation"] = _activation(layer.activation)
    if not layer.use_bias:
        options["use_bias"] = False
    for setting, default in (("kernel_initializer", "glorot_uniform"), ("bias_initializer", "zeros")):
        value = getattr(layer, setting)
        if value != default and (setting == "kernel_initializer" or layer.use_bias):
            options[setting] = _initializer(value)
    share = 0.5 if regularization.rule == "playground" else 1
    l1, l2 = layer.kernel_l1 + regularization.l1, share * (layer.kernel_l2 + regularization.l2)
    if l1 or l2:
        strengths = {name: value for name, value in (("l1", l1), ("l2", l2)) if value}
        options["kernel_regularizer"] = Call("keras.regularizers.L1L2", (), strengths)
    limits = [limit for limit in (layer.kernel_max_norm, regularization.max_norm) if limit is not None]
    if limits:
        axes: object = 0 if isinstance(layer, Dense) else [0, 1, 2]
        options["kernel_constraint"] = Call("keras.constraints.MaxNorm", (min(limits),), {"axis": axes})
    return options


def _activation(name: str) -> object:
    return Code(_ACTIVATIONS[name]) if name in _ACTIVATIONS else name


def _initializer(value: str | Initializer) -> object:
    if isinstance(value, str) and not value.startswith("playground"):
        return value
    initializer = INITIALIZERS[value] if isinstance(value, str) else value
    kind = type(initializer)
    return Call(f"keras.initializers.{kind.__name__}", tuple(vars(initializer).values()))
