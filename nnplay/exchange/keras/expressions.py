"""Values in a Keras program: the values of its expressions, as far as they are known without running it."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

UNKNOWN = object()
"""A value that is known only when the program runs."""

POSITIONAL: Mapping[str, Sequence[str]] = {
    "Dense": ("units", "activation", "use_bias"),
    "Conv2D": ("filters", "kernel_size", "strides", "padding"),
    "Convolution2D": ("nb_filter", "nb_row", "nb_col"),
    "MaxPooling2D": ("pool_size", "strides", "padding"),
    "MaxPool2D": ("pool_size", "strides", "padding"),
    "AveragePooling2D": ("pool_size", "strides", "padding"),
    "AvgPool2D": ("pool_size", "strides", "padding"),
    "Dropout": ("rate",),
    "GaussianNoise": ("stddev",),
    "Rescaling": ("scale", "offset"),
    "Normalization": ("axis", "mean", "variance"),
    "Activation": ("activation",),
    "Reshape": ("target_shape",),
    "LeakyReLU": ("negative_slope",),
    "ELU": ("alpha",),
    "ReLU": ("max_value", "negative_slope"),
    "Softmax": ("axis",),
    "BatchNormalization": ("axis", "momentum", "epsilon"),
    "LayerNormalization": ("axis", "epsilon"),
    "Concatenate": ("axis",),
    "Input": ("shape",),
    "InputLayer": ("shape",),
    "SGD": ("learning_rate", "momentum"),
    "Adam": ("learning_rate", "beta_1", "beta_2"),
    "RMSprop": ("learning_rate", "rho"),
    "l1": ("l1",),
    "l2": ("l2",),
    "L1": ("l1",),
    "L2": ("l2",),
    "l1_l2": ("l1", "l2"),
    "L1L2": ("l1", "l2"),
    "MaxNorm": ("max_value",),
    "max_norm": ("max_value",),
    "maxnorm": ("max_value",),
    "Constant": ("value",),
    "RandomNormal": ("mean", "stddev"),
    "RandomUniform": ("minval", "maxval"),
    "TruncatedNormal": ("mean", "stddev"),
    "Huber": ("delta",),
}
"""The settings that may be given by position."""

_ARITHMETIC: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
}


@dataclass(frozen=True)
class LayerCall:
    """A call that creates a layer: its class and settings."""

    kind: str
    settings: Mapping[str, Any]


@dataclass(frozen=True)
class Tensor:
    """The output of a layer in a functional model."""

    name: str


@dataclass
class Chain:
    """A Sequential model while it is being built."""

    layers: list[LayerCall] = field(default_factory=list)


def plain(value: Any) -> Any:
    """Return a value in the form of a model's file: an object made by a call becomes a class name with settings."""
    if isinstance(value, LayerCall):
        return {"class_name": value.kind, "config": dict(value.settings)}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value


def computed(node: ast.BinOp, left: Any, right: Any) -> Any:
    """Return the result of an operation on two numbers; UNKNOWN for anything else."""
    compute = _ARITHMETIC.get(type(node.op))
    is_numbers = all(isinstance(each, int | float) and abs(each) < 1e12 for each in (left, right))
    if compute is None or not is_numbers or (right == 0 and isinstance(node.op, ast.Div | ast.FloorDiv)):
        return UNKNOWN
    return compute(left, right)


def last_word(node: ast.Attribute) -> Any:
    """Return ``tf.nn.relu`` or ``keras.activations.relu`` as ``relu``; other attributes are unknown without running."""
    parts = [node.attr]
    inner: ast.expr = node.value
    while isinstance(inner, ast.Attribute):
        parts.append(inner.attr)
        inner = inner.value
    is_module = isinstance(inner, ast.Name) and {inner.id, *parts[1:]} & {"tf", "keras", "nn", "activations", "losses"}
    return node.attr if is_module else UNKNOWN


def whole(value: Any) -> int | None:
    """Return a whole number above 0; None for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None
