"""Operators that become layers: each gets the places of its values and makes a node of them, or says why it cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nnplay.engine import (
    Add,
    AveragePooling2D,
    BatchNormalization,
    Concatenate,
    Conv2D,
    Dense,
    GlobalAveragePooling2D,
    LayerNormalization,
    MaxPooling2D,
    ShapeError,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.onnx.building import Building
from nnplay.exchange.onnx.graph import Operator
from nnplay.exchange.onnx.order import Value, channels_first, side_by_side, spans_units
from nnplay.exchange.onnx.refusal import WRONG_ORDER, refusal
from nnplay.exchange.tensors import Array

Make = Callable[[Building, Operator, list[Value | None]], Value]
"""Makes a node; the values are those of the operator's inputs, None for a constant."""

_LEAK = 0.2
_VARIANCE = 1.0 - 0.001
"""With the layer's epsilon it is 1: a normalization that only scales and shifts."""

_NOT_BY_UNIT = QT_TRANSLATE_NOOP("errors", "its constant is not one number for each unit or channel")


def _source(operator: Operator, values: list[Value | None]) -> Value:
    """What enters first, which must not be a constant."""
    value = values[0] if values else None
    if value is None:
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "what it takes first is a constant"))
    return value


def _settings(operator: Operator) -> Callable[[str, Any], Any]:
    def setting(name: str, otherwise: Any) -> Any:
        value = operator.settings.get(name)
        return otherwise if value is None else value

    return setting


# -- rows -------------------------------------------------------------------------------------------------------------


def _dense(building: Building, operator: Operator, values: list[Value | None]) -> Value:
    value, setting = _source(operator, values), _settings(operator)
    kernel = building.constant(operator.inputs[1]) * setting("alpha", 1.0)
    if setting("transA", 0) or kernel.ndim != 2:
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "it multiplies with another kind of matrix"))
    if setting("transB", 0):
        kernel = kernel.T
    value = building.as_row(value)
    if len(value.shape) != 1:
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "a Dense layer takes one row of numbers an example"))
    placed = np.empty_like(kernel)
    placed[value.order] = kernel
    if len(operator.inputs) < 3 or not operator.inputs[2]:
        return building.add(Dense(kernel.shape[1], use_bias=False), (value,), kernel=placed)
    bias = building.constant(operator.inputs[2]) * setting("beta", 1.0)
    if bias.size not in (1, kernel.shape[1]) or bias.shape[-1:] != bias.shape[bias.ndim - 1 :]:
        raise refusal(operator, _NOT_BY_UNIT)
    bias = np.broadcast_to(bias.reshape(-1), kernel.shape[1])
    return building.add(Dense(kernel.shape[1]), (value,), kernel=placed, bias=bias)


# -- constants --------------------------------------------------------------------------------------------------------


def _added(building: Building, operator: Operator, values: list[Value | None]) -> Value:
    """Add, Sum and Sub: a bias, a shift, or several layers joined."""
    found = [value for value in values if value is not None]
    sign = -1.0 if operator.kind == "Sub" else 1.0
    if len(values) == len(found) > 1 and sign > 0:
        return _joined(building, operator, found)
    if len(values) != 2 or (sign < 0 and values[1] is not None):
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "only layers are added, or a layer and a constant"))
    at = 0 if values[0] is not None else 1
    source, value = operator.inputs[at], found[0]
    array = building.constant(operator.inputs[1 - at]) * sign
    taken = building.take_bias(source, value, array) or building.take_shift(source, value, array)
    return taken or _scaled(building, operator, value, beta=array)


def _multiplied(building: Building, operator: Operator, values: list[Value | None]) -> Value:
    """Mul and Div by a constant."""
    at = 0 if values[0] is not None else 1
    value = values[at]
    if value is None or values[1 - at] is not None or (operator.kind == "Div" and at == 1):
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "nnplay multiplies only a layer and a constant"))
    array = building.constant(operator.inputs[1 - at])
    result = _scaled(building, operator, value, gamma=1 / array if operator.kind == "Div" else array)
    building.may_be_shifted(result)
    return result


def _scaled(building: Building, operator: Operator, value: Value, **arrays: Array) -> Value:
    """A scale or a shift by itself is a normalization that has learned its means already."""
    fitting = building.by_unit(value, arrays.values())
    if fitting is None:
        raise refusal(operator, _NOT_BY_UNIT)
    value, found = fitting
    n = len(found[0])
    weights = {"gamma": np.ones(n), "beta": np.zeros(n), **dict(zip(arrays, found, strict=True))}
    weights |= {"moving_mean": np.zeros(n), "moving_variance": np.full(n, _VARIANCE)}
    building.notes.append(
        ExchangeError(
            QT_TRANSLATE_NOOP("errors", "{kind} by a constant became a BatchNormalization that only does this."),
            kind=operator.kind,
        )
    )
    return building.add_alike(BatchNormalization(), value, **weights)


# -- several inputs ---------------------------------------------------------------------------------------------------


def _joined(building: Building, operator: Operator, values: list[Value]) -> Value:
    first = values[0]
    if any(value.shape != first.shape or not np.array_equal(value.order, first.order) for value in values):
        raise refusal(operator, WRONG_ORDER)
    if len({building.node_shape(value) for value in values}) > 1:
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "it adds layers of different shapes"))
    joined = building.add(Add(), values)
    return Value(joined.node, first.order)


def _concatenated(building: Building, operator: Operator, values: list[Value | None]) -> Value:
    found = [value for value in values if value is not None]
    axis = int(operator.settings.get("axis") or 0)
    rank = len(found[0].shape)
    axis = (axis + rank + 1 if axis < 0 else axis) - 1
    if len(found) < len(values) or not 0 <= axis < rank:
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "it joins examples, or a constant"))
    shapes = [building.node_shape(value) for value in found]
    likely = {0: 2, 1: 0, 2: 1}[axis] if rank == 3 and building.as_picture(found[0]) is found[0] else axis
    for ours in (likely, *range(len(shapes[0]))):
        try:
            joined = building.add(Concatenate(ours + 1), found)
        except ShapeError:
            continue
        orders = side_by_side([value.order for value in found], shapes, ours)
        return Value(joined.node, np.concatenate(orders, axis))
    raise refusal(operator, QT_TRANSLATE_NOOP("errors", "it joins layers of shapes that do not fit"))


# -- pictures ---------------------------------------------------------------------------------------------------------


def _picture(building: Building, operator: Operator, values: list[Value | None]) -> Value:
    picture = building.as_picture(_source(operator, values))
    if picture is None:
        raise refusal(operator, WRONG_ORDER)
    return picture


def _convolution(building: Building, operator: Operator, values: list[Value | None]) -> Value:
    value = _picture(building, operator, values)
    if operator.settings.get("group") not in (None, 1):
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "its channels are convolved in groups"), "group")
    kernel = building.constant(operator.inputs[1]).transpose(2, 3, 1, 0)
    weights = {"kernel": kernel}
    if len(operator.inputs) > 2 and operator.inputs[2]:
        weights["bias"] = building.constant(operator.inputs[2])
    size = (kernel.shape[0], kernel.shape[1])

    def layer(strides: tuple[int, int], padding: str) -> Conv2D:
        return Conv2D(kernel.shape[3], size, strides, padding, use_bias="bias" in weights)

    return _windowed(building, operator, value, size, layer, weights)


def _pooling(kind: type[MaxPooling2D | AveragePooling2D]) -> Make:
    def make(building: Building, operator: Operator, values: list[Value | None]) -> Value:
        value = _picture(building, operator, values)
        if kind is AveragePooling2D and operator.settings.get("count_include_pad") and _has_margins(operator):
            reason = QT_TRANSLATE_NOOP("errors", "it counts the margins, which no layer of nnplay does")
            raise refusal(operator, reason, "count_include_pad")
        size = tuple(operator.settings.get("kernel_shape") or ())

        def layer(strides: tuple[int, int], padding: str) -> MaxPooling2D | AveragePooling2D:
            return kind((size[0], size[1]), strides, padding)

        return _windowed(building, operator, value, size, layer, {})

    return make


def _windowed(
    building: Building,
    operator: Operator,
    value: Value,
    size: tuple[int, ...],
    layer: Callable[[tuple[int, int], str], Conv2D | MaxPooling2D | AveragePooling2D],
    weights: dict[str, Array],
) -> Value:
    setting = _settings(operator)
    if any(step != 1 and n != 1 for step, n in zip(setting("dilations", (1, 1)), size, strict=True)):
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "its windows have gaps (dilations)"), "dilations")
    strides = tuple(setting("strides", (1, 1)))
    made = layer((strides[0], strides[1]), "same" if _has_margins(operator) else "valid")
    (above, below), (left, right) = made.windows.margins(building.node_shape(value))
    auto = setting("auto_pad", "NOTSET")
    pads = list(setting("pads", (0, 0, 0, 0)))
    if auto == "NOTSET" and pads != [above, left, below, right]:
        raise refusal(
            operator,
            QT_TRANSLATE_NOOP("errors", "its margins are neither those of “valid” nor those of “same”"),
            "pads",
        )
    if auto == "SAME_LOWER" and (above, left) != (below, right):
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "its margins are wider above and to the left"), "auto_pad")
    result = building.add(made, (value,), **weights)
    result = Value(result.node, channels_first(building.node_shape(result)))
    if result.shape != building.shape(operator.output)[1:]:
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "its windows go beyond the margins"))
    return result


def _has_margins(operator: Operator) -> bool:
    auto = operator.settings.get("auto_pad")
    return auto in ("SAME_UPPER", "SAME_LOWER") or (auto != "VALID" and any(operator.settings.get("pads") or ()))


def _averaged(building: Building, operator: Operator, values: list[Value | None]) -> Value:
    """GlobalAveragePool and ReduceMean over both axes of a picture."""
    value = _source(operator, values)
    picture = building.as_picture(value)
    axes = [2, 3]
    if picture is None and value.is_straight and len(value.shape) == 3 and value.shape == building.node_shape(value):
        picture, axes = value, [1, 2]
    if operator.kind == "ReduceMean":
        given = operator.settings.get("axes")
        if len(operator.inputs) > 1 and operator.inputs[1]:
            given = building.constant(operator.inputs[1]).reshape(-1)
        found = sorted(int(axis) % (len(value.shape) + 1) for axis in ([] if given is None else given))
    else:
        found = [2, 3]
    if picture is None or found != axes:
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "nnplay has only the mean over a whole picture"))
    result = building.add(GlobalAveragePooling2D(), (picture,))
    return Value(result.node, result.order.reshape(building.shape(operator.output)[1:]))


# -- normalizations ---------------------------------------------------------------------------------------------------


def _batch_normalization(building: Building, operator: Operator, values: list[Value | None]) -> Value:
    value = _source(operator, values)
    names = ("gamma", "beta", "moving_mean", "moving_variance")
    arrays = [building.constant(name).reshape(-1, *[1] * (len(value.shape) - 1)) for name in operator.inputs[1:5]]
    fitting = building.by_unit(value, arrays)
    if fitting is None:
        raise refusal(operator, _NOT_BY_UNIT)
    epsilon = float(_settings(operator)("epsilon", 1e-5))
    value, found = fitting
    return building.add_alike(BatchNormalization(epsilon=epsilon), value, **dict(zip(names, found, strict=True)))


def _layer_normalization(building: Building, operator: Operator, values: list[Value | None]) -> Value:
    value, setting = _source(operator, values), _settings(operator)
    axes = list(range(setting("axis", -1) % (len(value.shape) + 1) - 1, len(value.shape)))
    fitting = building.fitting(value, lambda value, n_units: spans_units(value, axes, n_units) or None)
    scale, shift = (*operator.inputs[1:3], "", "")[:2]
    given = {"gamma": scale, "beta": shift}
    arrays = {key: building.constant(name) for key, name in given.items() if name}
    by_unit = None if fitting is None else building.by_unit(fitting[0], arrays.values())
    if by_unit is None:
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "it normalizes over something else than units or channels"))
    value, found = by_unit
    layer = LayerNormalization(epsilon=float(setting("epsilon", 1e-5)), center=bool(shift), scale=bool(scale))
    return building.add_alike(layer, value, **dict(zip(arrays, found, strict=True)))


# -- activation functions that depend on more than a number -----------------------------------------------------------


def softmax(building: Building, operator: Operator, value: Value, version: int) -> Value:
    """Softmax over one axis; before version 13, over all axes from one on."""
    rank = len(value.shape) + 1
    axis = int(_settings(operator)("axis", -1 if version >= 13 else 1)) % rank
    axes = [axis - 1] if version >= 13 else list(range(axis - 1, rank - 1))
    fitting = building.fitting(value, lambda value, n: spans_units(value, axes, n) or None) if axis > 0 else None
    if fitting is None:
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "it is not taken over the units or channels"), "axis")
    return building.take_activation(operator.inputs[0], fitting[0], "softmax")


def leaky(building: Building, operator: Operator, value: Value) -> Value:
    """PRelu and LeakyRelu: our leaky ReLU leaks 0.2, any other slope is a PReLU's."""
    if operator.kind == "LeakyRelu":
        slope = float(_settings(operator)("alpha", 0.01))
        if abs(slope - _LEAK) < 1e-6:
            return building.take_activation(operator.inputs[0], value, "leaky_relu")
        alpha = np.full(building.n_units(value), slope)
        result = building.take_activation(operator.inputs[0], value, "prelu", alpha=alpha)
        building.freeze(result, "alpha")
        building.notes.append(
            ExchangeError(
                QT_TRANSLATE_NOOP(
                    "errors", "A leaky ReLU with the slope {slope} became a PReLU whose slopes are frozen at {slope}."
                ),
                slope=round(slope, 6),
            )
        )
        return result
    fitting = building.by_unit(value, [building.constant(operator.inputs[1])])
    if fitting is None:
        raise refusal(operator, _NOT_BY_UNIT)
    return building.take_activation(operator.inputs[0], fitting[0], "prelu", alpha=fitting[1][0])


LAYERS: Mapping[str, Make] = {
    "MatMul": _dense,
    "Gemm": _dense,
    "Add": _added,
    "Sum": _added,
    "Sub": _added,
    "Mul": _multiplied,
    "Div": _multiplied,
    "Concat": _concatenated,
    "Conv": _convolution,
    "MaxPool": _pooling(MaxPooling2D),
    "AveragePool": _pooling(AveragePooling2D),
    "GlobalAveragePool": _averaged,
    "ReduceMean": _averaged,
    "BatchNormalization": _batch_normalization,
    "LayerNormalization": _layer_normalization,
}
