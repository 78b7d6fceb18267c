"""Each layer as Keras writes it, with what differs from Keras's defaults and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable

from nnplay.engine import (
    Activation,
    BatchNormalization,
    Concatenate,
    Conv2D,
    Dense,
    Dropout,
    GaussianNoise,
    Input,
    Node,
    ParameterSlot,
    Reshape,
)
from nnplay.engine.initializers import INITIALIZERS, Initializer, Listed
from nnplay.engine.layers.normalization import Normalization
from nnplay.engine.layers.pooling import Pooling2D
from nnplay.engine.muting import Mute
from nnplay.exchange.program.first_weights import draw_of
from nnplay.exchange.program.text import Call, Code, Line, assign, lines_of
from nnplay.exchange.program.writing import Mask, Writing, index_of, muted_units

_ACTIVATIONS = ("step", "gaussian", "arctan", "sine")
"""Those that Keras does not know by name: the program defines them."""

_ORDER = ("kernel", "bias", "gamma", "beta", "moving_mean", "moving_variance")
"""Of a layer's arrays in Keras; PReLU's slopes are another layer's."""

_HOLD = '''class Hold:
    """Puts weights at some places back to what they are now: Keras calls it after each step."""

    def __init__(self, variable, places):
        self.is_held = np.zeros(variable.shape, bool)
        self.is_held[places] = True
        self.values = keras.ops.convert_to_numpy(variable)
        self.constraint = variable.constraint

    def __call__(self, weights):
        if self.constraint is not None:
            weights = self.constraint(weights)
        return keras.ops.where(self.is_held, self.values, weights)'''


def layer_calls(writing: Writing, node: Node, names: dict[str, str], *, is_named: bool) -> list[Call]:
    """The layer's call, and behind it that of PReLU, which Keras has as a layer only.

    Parameters
    ----------
    is_named
        Whether each layer says its name; otherwise only one whose name a person has chosen.
    """
    layer, network = node.layer, writing.network
    name: dict[str, object] = {}
    if is_named or not re.fullmatch(rf"{layer.usual_name}(_\d+)?", node.name):
        name = {"name": names[node.name]}
    if isinstance(layer, Input):
        scale = Call("keras.layers.Rescaling", (Code("1 / scale"),), {"offset": Code("-shift / scale")})
        return [Call("keras.Input", (layer.shape,)), *([scale] if writing.is_scaled else ())]
    if isinstance(layer, Mute):
        return [Call("keras.layers.Rescaling", (muted_units(layer, network.shapes[node.name][-1]),), name)]
    learns_slopes = layer.activation_name == "prelu"
    prelu = Call("keras.layers.PReLU", (), _prelu_options(writing, node, names, is_named=is_named))
    if isinstance(layer, Activation):
        return [prelu] if learns_slopes else [Call("keras.layers.Activation", (_activation(layer.activation),), name)]
    options = _options(writing, node)
    for slot in network.node_slots(node.name):
        if isinstance(slot.spec.initializer, Listed):
            options[f"{slot.name}_initializer"] = Call("keras.initializers.Constant", (draw_of(slot).listed,))
    if mute_function(writing, node, names):
        options["kernel_constraint"] = Code(mute_function(writing, node, names))
    if _is_frozen(writing, node) and not isinstance(layer, BatchNormalization):
        options["trainable"] = False
    calls = [Call(f"keras.layers.{layer.kind}", _arguments(node), {**options, **name})]
    return [*calls, prelu] if learns_slopes else calls


def arrays_of(writing: Writing, node: Node) -> list[ParameterSlot]:
    """The layer's arrays in the order of Keras's ``set_weights``; PReLU's slopes come last."""
    slots = writing.network.node_slots(node.name)
    return [
        *sorted((slot for slot in slots if slot.name in _ORDER), key=lambda slot: _ORDER.index(slot.name)),
        *(slot for slot in slots if slot.name not in _ORDER),
    ]


def mute_function(writing: Writing, node: Node, names: dict[str, str]) -> str:
    """Name of the function that keeps muted weights of a layer's kernel at 0; empty where none is muted."""
    kernels = [slot for slot in writing.network.node_slots(node.name) if slot.name == "kernel"]
    return f"mute_{names[node.name]}" if any(writing.muted(slot).any() for slot in kernels) else ""


def mute_definitions(writing: Writing, names: dict[str, str]) -> list[list[Line]]:
    """Those functions: each a constraint, which Keras calls after every step."""
    found = []
    for node in writing.network.nodes:
        name = mute_function(writing, node, names)
        if not name:
            continue
        slot = next(slot for slot in writing.network.node_slots(node.name) if slot.name == "kernel")
        most = writing.longest(node.name)
        lines = [f"def {name}(kernel):", f'    is_heard = np.ones({slot.shape}, "float32")']
        lines.append(f"    is_heard[{index_of(writing.muted(slot))}] = 0")
        kept = "kernel" if most is None else f"{_max_norm(node, most)}(kernel)"
        lines.append(f"    return {kept} * is_heard")
        found.append([Line(line, node.name) for line in lines])
    return found


def hold_lines(writing: Writing, names: dict[str, str], reference: Callable[[str], str]) -> list[Line]:
    """Statements after the model was made: arrays that are muted, and arrays that alone are frozen.

    ``reference`` gives the expression for a layer of the model.
    """
    lines: list[Line] = []
    for node in writing.network.nodes:
        is_whole = _is_frozen(writing, node) and not isinstance(node.layer, BatchNormalization)
        for slot in _trainable(writing, node):
            where = f"{reference(_place(node, slot))}.{slot.name}"
            if writing.muted(slot).any() and not writing.has_weights and slot.name == "kernel":
                lines.append(Line(f"{where}.assign({mute_function(writing, node, names)}({where}))", node.name))
            if writing.held(slot).all() and not is_whole:
                lines.append(Line(f"{where}.trainable = False", node.name))
            elif has_single_holds(writing, slot):
                mask = _single_holds(writing, slot)
                if slot.name == "alpha":  # one slope for all places of a channel
                    mask = mask.reshape(*[1] * (len(writing.network.shapes[node.name]) - 1), -1)
                hold = Call("Hold", (Code(where), Code(f"np.s_[{index_of(mask)}]")))
                lines += assign(f"{where}.constraint", hold, node.name)
    return lines


def has_single_holds(writing: Writing, slot: ParameterSlot) -> bool:
    """Whether training leaves some weights of an array alone, which Keras can only do by putting them back."""
    return bool(_single_holds(writing, slot).any()) and not writing.held(slot).all()


def hold_definition(writing: Writing) -> list[Line]:
    """The class whose objects put single weights back; nothing where none is frozen."""
    slots = [slot for node in writing.network.nodes for slot in _trainable(writing, node)]
    return lines_of(_HOLD) if any(has_single_holds(writing, slot) for slot in slots) else []


def _single_holds(writing: Writing, slot: ParameterSlot) -> Mask:
    """Which weights of an array are put back after each step; muted ones of a kernel have a function that does so."""
    held = writing.held(slot)
    return held & ~writing.muted(slot) if slot.name == "kernel" else held


def _trainable(writing: Writing, node: Node) -> list[ParameterSlot]:
    return [slot for slot in writing.network.node_slots(node.name) if slot.spec.is_trainable]


def prelu_name(node: Node, names: dict[str, str]) -> str:
    """Name of the layer of PReLU behind a layer."""
    return names[node.name] if isinstance(node.layer, Activation) else f"{names[node.name]}_prelu"


def _place(node: Node, slot: ParameterSlot) -> str:
    return f"{node.name}/prelu" if slot.name == "alpha" and not isinstance(node.layer, Activation) else node.name


def _is_frozen(writing: Writing, node: Node) -> bool:
    """Whether no weight of the layer itself learns; PReLU's slopes are another layer's."""
    own = [slot for slot in writing.network.node_slots(node.name) if slot.spec.is_trainable and slot.name != "alpha"]
    return bool(own) and all(writing.held(slot).all() for slot in own)


def _prelu_options(writing: Writing, node: Node, names: dict[str, str], *, is_named: bool) -> dict[str, object]:
    options: dict[str, object] = {"alpha_initializer": Call("keras.initializers.Constant", (0.25,))}
    shared = list(range(1, len(writing.network.shapes[node.name])))
    if shared:
        options["shared_axes"] = shared
    slopes = [slot for slot in writing.network.node_slots(node.name) if slot.name == "alpha"]
    if slopes and writing.held(slopes[0]).all():
        options["trainable"] = False
    return {**options, "name": prelu_name(node, names)} if is_named else options


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


def _options(writing: Writing, node: Node) -> dict[str, object]:
    layer = node.layer
    options: dict[str, object] = {}
    if isinstance(layer, Conv2D):
        if layer.strides != (1, 1):
            options["strides"] = layer.strides
        if layer.padding != "valid":
            options["padding"] = layer.padding
    if isinstance(layer, Dense | Conv2D):
        return {**options, **_kernel_options(writing, node, layer)}
    if isinstance(layer, Pooling2D):
        if layer.pool_size != (2, 2):
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


def _kernel_options(writing: Writing, node: Node, layer: Dense | Conv2D) -> dict[str, object]:
    options: dict[str, object] = {}
    if layer.activation not in ("linear", "prelu"):
        options["activation"] = _activation(layer.activation)
    if not layer.use_bias:
        options["use_bias"] = False
    for setting, default in (("kernel_initializer", "glorot_uniform"), ("bias_initializer", "zeros")):
        value = getattr(layer, setting)
        if value != default and (setting == "kernel_initializer" or layer.use_bias):
            options[setting] = _initializer(value)
    share = 0.5 if writing.project.training.regularization.rule == "playground" else 1
    l1, l2 = writing.strengths(node.name)
    if l1 or l2:
        values = {name: value for name, value in (("l1", l1), ("l2", share * l2)) if value}
        options["kernel_regularizer"] = Call("keras.regularizers.L1L2", (), values)
    most = writing.longest(node.name)
    if most is not None:
        options["kernel_constraint"] = Code(_max_norm(node, most))
    return options


def _max_norm(node: Node, most: float) -> str:
    axis = 0 if isinstance(node.layer, Dense) else [0, 1, 2]
    return f"keras.constraints.MaxNorm({most!r}, axis={axis})"


def _activation(name: str) -> object:
    return Code(name) if name in _ACTIVATIONS else name


def _initializer(value: str | Initializer) -> object:
    if isinstance(value, str) and not value.startswith("playground"):
        return value
    initializer = INITIALIZERS[value] if isinstance(value, str) else value
    for name, known in INITIALIZERS.items():
        if known == initializer and not name.startswith("playground"):
            return name
    kind = type(initializer)
    return Call(f"keras.initializers.{kind.__name__}", tuple(vars(initializer).values()))
