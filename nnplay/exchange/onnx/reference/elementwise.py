"""Operators that work number by number, and softmax; each as its definition says, in float64."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import prod

import numpy as np

from nnplay.exchange.onnx.messages import DOUBLE, ELEMENTS, FLOAT, FLOAT16
from nnplay.exchange.onnx.reference.call import Call, Compute
from nnplay.exchange.tensors import Array


def _elementwise(function: Callable[[Array], Array]) -> Compute:
    return lambda call: function(call.x)


def _joined(function: Callable[[Array, Array], Array]) -> Compute:
    def compute(call: Call) -> Array:
        first, *others = (call.array(index) for index in range(len(call.taken)))
        for other in others:
            call.budget.spend(prod(np.broadcast_shapes(first.shape, other.shape)), 0)
            first = function(first, other)
        return first

    return compute


def _div(a: Array, b: Array) -> Array:
    if a.dtype.kind != "f":  # whole numbers are divided in another way
        raise ValueError
    result: Array = a / b
    return result


def _mod(a: Array, b: Array) -> Array:
    if a.dtype.kind == "f":  # the sign is then a matter of a setting
        raise ValueError
    result: Array = np.mod(a, b)
    return result


def _pow(base: Array, exponent: Array) -> Array:
    if base.dtype.kind != "f":  # whole numbers stay whole
        raise ValueError
    result: Array = base**exponent
    return result


def _where(call: Call) -> Array:
    condition, a, b = call.array(0), call.array(1), call.array(2)
    call.budget.spend(prod(np.broadcast_shapes(condition.shape, a.shape, b.shape)), 0)
    result: Array = np.where(condition, a, b)
    return result


def _sigmoid(z: Array) -> Array:
    from scipy.special import expit

    result: Array = expit(z)
    return result


def _erf(z: Array) -> Array:
    from scipy.special import erf

    result: Array = erf(z)
    return result


def _softplus(z: Array) -> Array:
    result: Array = np.logaddexp(z, 0)
    return result


def _leaky(z: Array, slope: Array | float) -> Array:
    result: Array = np.where(z < 0, slope * z, z)
    return result


def _elu(call: Call) -> Array:
    result: Array = np.where(call.x < 0, call.setting("alpha", 1.0) * np.expm1(call.x), call.x)
    return result


def _selu(call: Call) -> Array:
    alpha, gamma = call.setting("alpha", 1.6732631921768188), call.setting("gamma", 1.0507010221481323)
    result: Array = gamma * np.where(call.x <= 0, alpha * np.expm1(call.x), call.x)
    return result


def _gelu(call: Call) -> Array:
    z = call.x
    if call.setting("approximate", "none") == "tanh":
        gate = np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3))
    else:
        gate = _erf(z / np.sqrt(2))
    result: Array = 0.5 * z * (1 + gate)
    return result


def _softmax(call: Call) -> Array:
    axis = call.setting("axis", -1 if call.version >= 13 else 1)
    z = call.x
    if call.version < 13:
        # The earlier definition makes a matrix of it first.
        z = z.reshape(prod(z.shape[: axis % z.ndim]), -1)
        axis = 1
    powers = np.exp(z - z.max(axis, keepdims=True))
    result: Array = powers / powers.sum(axis, keepdims=True)
    return result.reshape(call.x.shape)


def _cast(call: Call) -> Array:
    kind = call.setting("to", 0)
    if kind in (FLOAT, FLOAT16, DOUBLE):
        return call.x.astype(np.float64)
    return call.x.astype(ELEMENTS[kind])


ELEMENTWISE: Mapping[str, Compute] = {
    "Cast": _cast,
    "Add": _joined(np.add),
    "Sum": _joined(np.add),
    "Sub": _joined(np.subtract),
    "Mul": _joined(np.multiply),
    "Div": _joined(_div),
    "Mod": _joined(_mod),
    "GreaterOrEqual": _joined(np.greater_equal),
    "Greater": _joined(np.greater),
    "Where": _where,
    "Pow": _joined(_pow),
    "Sqrt": _elementwise(np.sqrt),
    "Reciprocal": _elementwise(lambda z: 1 / z),
    "Neg": _elementwise(np.negative),
    "Exp": _elementwise(np.exp),
    "Erf": _elementwise(_erf),
    "Sin": _elementwise(np.sin),
    "Sigmoid": _elementwise(_sigmoid),
    "Tanh": _elementwise(np.tanh),
    "Atan": _elementwise(np.arctan),
    "Softsign": _elementwise(lambda z: z / (1 + np.abs(z))),
    "Softplus": _elementwise(_softplus),
    "Mish": _elementwise(lambda z: z * np.tanh(_softplus(z))),
    "Relu": _elementwise(lambda z: np.maximum(z, 0)),
    "LeakyRelu": lambda call: _leaky(call.x, call.setting("alpha", 0.01)),
    "PRelu": lambda call: _leaky(call.x, np.broadcast_to(call.array(1), call.x.shape)),
    "Elu": _elu,
    "Selu": _selu,
    "Gelu": _gelu,
    "Softmax": _softmax,
}
