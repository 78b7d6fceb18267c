"""Each layer of Keras as layers of nnplay, with the names of its arrays in the file's order; or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

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
    NnplayError,
    Reshape,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.layers import Shape
from nnplay.exchange.keras import words
from nnplay.exchange.keras.description import Settings
from nnplay.exchange.keras.reader import Made, NotHereError, Reader
from nnplay.exchange.scaling import LEAST_VARIANCE, Scaling, scaling_layer
from nnplay.exchange.tensors import Array

_LEAK = 0.2

COUNT = "count"
"""An array of Keras that nnplay has no use for: how many examples a Normalization has seen."""


Make = Callable[[Reader, Shape], list[Made]]


def make(kind: str, settings: Settings, shape: Shape) -> tuple[list[Made], list[NnplayError]]:
    """Return the layers for one of Keras's, and notes on what was left out; ``shape`` is the shape of its input.

    Raises
    ------
    NotHereError
        If there is no such layer in nnplay, or it has settings that nnplay's layers lack.
    """
    table = LAYERS.get(kind)
    if table is None:
        raise NotHereError(QT_TRANSLATE_NOOP("errors", "the layer {kind} is not available"), kind=f"{kind:.60}")
    reader = Reader(settings)
    try:
        return table(reader, shape), reader.notes
    except (TypeError, ValueError) as error:
        raise NotHereError(QT_TRANSLATE_NOOP("errors", "its settings make no sense")) from error


def _function(given: Any, shape: Shape) -> Made:
    """Return the name of an activation function given as a name, or as an object with settings."""
    name = words.activation(given)
    if name is not None:
        return Made(Activation(name))
    kind, settings = words.named(given)
    make = {"leaky_re_lu": _leaky_relu, "re_lu": _relu, "elu": _elu, "softmax": _softmax}.get(kind)
    if make is None:
        raise NotHereError(
            QT_TRANSLATE_NOOP("errors", "the setting {name} = {value} is not available"),
            name="activation",
            value=f"{kind:.60}",
        )
    (made,) = make(Reader(settings), shape)
    return made


def _with_activation(reader: Reader, layer: Dense | Conv2D, arrays: tuple[str, ...]) -> list[Made]:
    """Return the layer with its activation function; one with a slope of its own becomes a separate layer after it."""
    made = _function(reader.get("activation"), ())
    if made.constants:
        return [Made(layer, arrays), made]
    return [Made(replace(layer, activation=made.layer.activation_name), arrays)]


def _kernel_settings(reader: Reader) -> dict[str, Any]:
    found: dict[str, Any] = {"use_bias": bool(reader.get("use_bias", "bias", otherwise=True))}
    for ours, theirs in (
        ("kernel_initializer", ("kernel_initializer", "init")),
        ("bias_initializer", ("bias_initializer",)),
    ):
        given = reader.get(*theirs)
        if given is not None:
            value = words.initializer(given)
            if value is None:
                reader.leave(*theirs)
            else:
                found[ours] = value
    name, settings = words.named(reader.get("kernel_regularizer", "W_regularizer"))
    if name in ("l1", "l2", "l1_l2", "l1l2"):
        for which in ("l1", "l2"):
            strength = words.number(settings.get(which))
            if name == which and strength is None:
                strength = 0.01
            if strength:
                found[f"kernel_{which}"] = strength
    elif name != "none":
        reader.leave("kernel_regularizer")
    name, settings = words.named(reader.get("kernel_constraint", "W_constraint"))
    if name in ("max_norm", "maxnorm"):
        found["kernel_max_norm"] = words.number(settings.get("max_value", 2.0))
    elif name != "none":
        reader.leave("kernel_constraint")
    reader.leave("bias_regularizer", "activity_regularizer", "bias_constraint", "lora_rank", "quantization_config")
    return found


def _dense(reader: Reader, shape: Shape) -> list[Made]:
    layer = Dense(reader.whole("units", "output_dim"), **_kernel_settings(reader))
    return _with_activation(reader, layer, ("kernel", "bias") if layer.use_bias else ("kernel",))


def _conv2d(reader: Reader, shape: Shape) -> list[Made]:
    reader.must_be("data_format", "channels_last")
    reader.must_be("dilation_rate", 1, [1, 1], (1, 1))
    reader.must_be("groups", 1)
    layer = Conv2D(
        reader.whole("filters", "nb_filter"),
        reader.pair("kernel_size", otherwise=(reader.get("nb_row"), reader.get("nb_col"))),
        reader.pair("strides", "subsample", otherwise=(1, 1)),
        str(reader.get("padding", "border_mode", otherwise="valid")).lower(),
        **_kernel_settings(reader),
    )
    return _with_activation(reader, layer, ("kernel", "bias") if layer.use_bias else ("kernel",))


def _pooling(kind: type[MaxPooling2D | AveragePooling2D]) -> Make:
    def make(reader: Reader, shape: Shape) -> list[Made]:
        reader.must_be("data_format", "channels_last")
        size = reader.pair("pool_size", otherwise=(2, 2))
        strides = reader.pair("strides", otherwise=size)
        padding = str(reader.get("padding", "border_mode", otherwise="valid")).lower()
        return [Made(kind(size, None if strides == size else strides, padding))]

    return make


def _global_average(reader: Reader, shape: Shape) -> list[Made]:
    reader.must_be("data_format", "channels_last")
    reader.must_be("keepdims", False)
    return [Made(GlobalAveragePooling2D())]


def _last_axis(reader: Reader, shape: Shape) -> None:
    axis = reader.get("axis", otherwise=-1)
    axis = axis[0] if isinstance(axis, list | tuple) and len(axis) == 1 else axis
    if axis not in (-1, len(shape)):
        raise reader.odd("axis", axis)


def _normalization(kind: type[BatchNormalization | LayerNormalization]) -> Make:
    def make(reader: Reader, shape: Shape) -> list[Made]:
        _last_axis(reader, shape)
        reader.must_be("rms_scaling", False)
        reader.must_be("renorm", False)
        center, scale = (bool(reader.get(name, otherwise=True)) for name in ("center", "scale"))
        options: dict[str, Any] = {"center": center, "scale": scale}
        options["epsilon"] = reader.number("epsilon", otherwise=0.001)
        statistics: tuple[str, ...] = ()
        if kind is BatchNormalization:
            options["momentum"] = reader.number("momentum", otherwise=0.99)
            statistics = ("moving_mean", "moving_variance")
        reader.leave("beta_regularizer", "gamma_regularizer", "beta_constraint", "gamma_constraint")
        return [Made(kind(**options), ("gamma",) * scale + ("beta",) * center + statistics)]

    return make


def _activation(reader: Reader, shape: Shape) -> list[Made]:
    return [_function(reader.get("activation"), shape)]


def _relu(reader: Reader, shape: Shape) -> list[Made]:
    reader.must_be("max_value")
    reader.must_be("threshold", 0, 0.0)
    slope = reader.number("negative_slope", otherwise=0.0)
    return [_leaking(slope)]


def _leaky_relu(reader: Reader, shape: Shape) -> list[Made]:
    return [_leaking(reader.number("negative_slope", "alpha", otherwise=0.3))]


def _leaking(slope: float) -> Made:
    if slope == 0:
        return Made(Activation("relu"))
    if abs(slope - _LEAK) < 1e-6:
        return Made(Activation("leaky_relu"))
    return Made(Activation("prelu"), constants={"alpha": slope})


def _prelu(reader: Reader, shape: Shape) -> list[Made]:
    reader.leave("alpha_regularizer", "alpha_constraint")
    return [Made(Activation("prelu"), ("alpha",))]


def _elu(reader: Reader, shape: Shape) -> list[Made]:
    if abs(reader.number("alpha", otherwise=1.0) - 1) > 1e-6:
        raise reader.odd("alpha", reader.get("alpha"))
    return [Made(Activation("elu"))]


def _softmax(reader: Reader, shape: Shape) -> list[Made]:
    axis = reader.get("axis", otherwise=-1)
    if axis != -1 and axis != len(shape):
        raise reader.odd("axis", axis)
    return [Made(Activation("softmax"))]


def _dropout(reader: Reader, shape: Shape) -> list[Made]:
    reader.leave("noise_shape")
    rate = reader.number("rate", "p", otherwise=0.5)
    return [Made(Dropout(rate))]


def _noise(reader: Reader, shape: Shape) -> list[Made]:
    return [Made(GaussianNoise(reader.number("stddev", "sigma", otherwise=0.1)))]


def _reshape(reader: Reader, shape: Shape) -> list[Made]:
    return [Made(Reshape(tuple(reader.get("target_shape", otherwise=()))))]


def _flatten(reader: Reader, shape: Shape) -> list[Made]:
    reader.must_be("data_format", "channels_last")
    return [Made(Flatten())]


def _concatenate(reader: Reader, shape: Shape) -> list[Made]:
    return [Made(Concatenate(int(reader.get("axis", "concat_axis", otherwise=-1))))]


def _rescaling(reader: Reader, shape: Shape) -> list[Made]:
    """``x * scale + offset``."""
    scale, offset = (_numbers(reader, name, otherwise) for name, otherwise in (("scale", 1.0), ("offset", 0.0)))
    if not scale.all():
        raise reader.odd("scale", reader.get("scale"))
    return [_scaled(Scaling(-offset / scale, 1 / scale), shape)]


def _standardized(reader: Reader, shape: Shape) -> list[Made]:
    """``(x - mean) / deviation``; both were found by the layer's ``adapt``, or are settings."""
    axis = reader.get("axis", otherwise=-1)
    axis = axis if isinstance(axis, list | tuple) else [axis]
    if list(axis) not in ([-1], [len(shape)]):
        raise reader.odd("axis", reader.get("axis"))
    reader.must_be("invert", False)
    if reader.get("mean") is None:
        layer = BatchNormalization(LEAST_VARIANCE, center=False, scale=False)
        return [Made(layer, ("moving_mean", "moving_variance", COUNT), scales=True)]
    mean, variance = _numbers(reader, "mean", 0.0), _numbers(reader, "variance", 1.0)
    return [_scaled(Scaling(mean, np.sqrt(variance)), shape)]


def _scaled(scaling: Scaling, shape: Shape) -> Made:
    layer, arrays = scaling_layer(scaling, shape[-1])
    return Made(layer, constants=arrays, scales=True)


def _numbers(reader: Reader, name: str, otherwise: float) -> Array:
    """Return a setting that is one number, or a list of them."""
    values = np.asarray(reader.get(name, otherwise=otherwise), np.float64).reshape(-1)
    if not values.size or not np.isfinite(values).all():
        raise reader.odd(name, reader.get(name))
    return values


def _passing(reader: Reader, shape: Shape) -> list[Made]:
    return []


def _add(reader: Reader, shape: Shape) -> list[Made]:
    return [Made(Add())]


LAYERS: Mapping[str, Make] = {
    "Dense": _dense,
    "Conv2D": _conv2d,
    "Convolution2D": _conv2d,
    "MaxPooling2D": _pooling(MaxPooling2D),
    "MaxPool2D": _pooling(MaxPooling2D),
    "AveragePooling2D": _pooling(AveragePooling2D),
    "AvgPool2D": _pooling(AveragePooling2D),
    "GlobalAveragePooling2D": _global_average,
    "BatchNormalization": _normalization(BatchNormalization),
    "LayerNormalization": _normalization(LayerNormalization),
    "Activation": _activation,
    "ReLU": _relu,
    "LeakyReLU": _leaky_relu,
    "PReLU": _prelu,
    "ELU": _elu,
    "Softmax": _softmax,
    "Dropout": _dropout,
    "GaussianNoise": _noise,
    "Reshape": _reshape,
    "Flatten": _flatten,
    "Add": _add,
    "Concatenate": _concatenate,
    "Rescaling": _rescaling,
    "Normalization": _standardized,
    "Identity": _passing,
    "ActivityRegularization": _passing,
}
"""The closed table of layers, by Keras's names."""
