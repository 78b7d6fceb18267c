"""Operators that put numbers into another shape or order, or let them pass: at most a Flatten in nnplay."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.onnx.building import Building
from nnplay.exchange.onnx.graph import Operator
from nnplay.exchange.onnx.messages import DOUBLE, FLOAT
from nnplay.exchange.onnx.order import Value
from nnplay.exchange.onnx.refusal import refusal

View = Callable[[Building, Operator, Value], Value]


def _passed(building: Building, operator: Operator, value: Value) -> Value:
    return value


def _cast(building: Building, operator: Operator, value: Value) -> Value:
    if operator.settings.get("to") not in (FLOAT, DOUBLE):
        raise refusal(operator, QT_TRANSLATE_NOOP("errors", "it makes other numbers than floating-point ones"))
    return value


def _transposed(building: Building, operator: Operator, value: Value) -> Value:
    order = operator.settings.get("perm") or range(len(value.shape) + 1)[::-1]
    if order[0] != 0:
        raise _mixed(operator)
    return replace(value, order=value.order.transpose([axis - 1 for axis in order[1:]]))


def _reshaped(building: Building, operator: Operator, value: Value) -> Value:
    n_examples, *shape = building.shape(operator.output)
    if n_examples != building.shape(operator.inputs[0])[0]:
        raise _mixed(operator)
    return building.as_row(replace(value, order=value.order.reshape(shape)))


def _mixed(operator: Operator) -> Exception:
    return refusal(operator, QT_TRANSLATE_NOOP("errors", "it mixes the numbers of several examples"))


VIEWS: Mapping[str, View] = {
    "Identity": _passed,
    "Dropout": _passed,
    "Cast": _cast,
    "Transpose": _transposed,
    "Reshape": _reshaped,
    "Flatten": _reshaped,
    "Squeeze": _reshaped,
    "Unsqueeze": _reshaped,
}
