"""Operators that multiply matrices, normalize, or put numbers into other places."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

import numpy as np

from nnplay.exchange.onnx.reference.call import Call, Compute
from nnplay.exchange.tensors import Array


def _matmul(call: Call) -> Array:
    a, b = call.array(0), call.array(1)
    if a.ndim < 2 or b.ndim < 2 or a.shape[-1] != b.shape[-2]:
        raise ValueError
    n_results = prod(np.broadcast_shapes(a.shape[:-2], b.shape[:-2])) * a.shape[-2] * b.shape[-1]
    call.budget.spend(n_results, n_results * a.shape[-1])
    return a @ b


def _gemm(call: Call) -> Array:
    a, b, c = call.array(0), call.array(1), call.optional(2)
    a, b = (x.T if call.setting(name, 0) else x for x, name in ((a, "transA"), (b, "transB")))
    if a.ndim != 2 or b.ndim != 2:
        raise ValueError
    call.budget.spend(len(a) * b.shape[1], a.size * b.shape[1])
    product: Array = call.setting("alpha", 1.0) * (a @ b)
    if c is not None:
        product = product + call.setting("beta", 1.0) * np.broadcast_to(c, product.shape)
    return product


def _reshape(call: Call) -> Array:
    target = [int(n) for n in call.array(1).reshape(-1)]
    if not call.setting("allowzero", 0):
        target = [call.x.shape[index] if n == 0 else n for index, n in enumerate(target)]
    return call.x.reshape(target)


def _flatten(call: Call) -> Array:
    axis = call.setting("axis", 1)
    before = call.x.shape[: axis if axis >= 0 else axis + call.x.ndim]
    return call.x.reshape(prod(before), -1)


def _unsqueeze(call: Call) -> Array:
    return np.expand_dims(call.x, tuple(call.axes() or ()))


def _squeeze(call: Call) -> Array:
    axes = call.axes()
    return np.squeeze(call.x, None if axes is None else tuple(axes))


def _concat(call: Call) -> Array:
    arrays = [call.array(index) for index in range(len(call.taken))]
    call.budget.spend(sum(array.size for array in arrays), 0)
    return np.concatenate(arrays, call.setting("axis", None))


def _gather(call: Call) -> Array:
    places, axis = call.array(1), call.setting("axis", 0)
    if places.dtype.kind not in "iu":
        raise ValueError
    call.budget.spend(call.x.size // max(1, call.x.shape[axis]) * places.size)
    return np.take(call.x, places, axis)


def _slice(call: Call) -> Array:
    """Versions before 10 have settings instead of inputs."""
    given = [call.optional(index) for index in range(1, 5)]
    starts, ends, axes, steps = (None if each is None else [int(n) for n in each.reshape(-1)] for each in given)
    starts, ends = starts or call.setting("starts", []), ends or call.setting("ends", [])
    axes = axes or call.setting("axes", range(len(starts)))
    places = [slice(None)] * call.x.ndim
    for start, end, axis, step in zip(starts, ends, axes, steps or [1] * len(starts), strict=True):
        if step < 0:  # the end of the definition counts from another place than Python's
            raise ValueError
        places[axis] = slice(start, end, step)
    return call.x[tuple(places)]


def _full(call: Call) -> Array:
    shape = [int(n) for n in call.x.reshape(-1)]
    call.budget.spend(prod(shape))
    return np.full(shape, call.setting("value", np.zeros(1)).reshape(-1)[0])


def _expand(call: Call) -> Array:
    shape = np.broadcast_shapes(call.x.shape, tuple(int(n) for n in call.array(1).reshape(-1)))
    call.budget.spend(prod(shape))
    return np.broadcast_to(call.x, shape)


def _dropout(call: Call) -> Array:
    mode = call.optional(2)
    if mode is not None and bool(mode):
        raise ValueError
    return call.x


def _batch_normalization(call: Call) -> Array:
    # Before version 14 a layer that was training gave its statistics as well.
    if call.setting("training_mode", 0) or call.setting("spatial", 1) != 1 or len(call.operator.outputs) > 1:
        raise ValueError
    scale, shift, mean, variance = (call.array(index).reshape(-1, *[1] * (call.x.ndim - 2)) for index in range(1, 5))
    normal: Array = (call.x - mean) / np.sqrt(variance + call.setting("epsilon", 1e-5))
    return normal * scale + shift


def _layer_normalization(call: Call) -> Array:
    axis = call.setting("axis", -1)
    axes = tuple(range(axis % call.x.ndim, call.x.ndim))
    mean = call.x.mean(axes, keepdims=True)
    variance = ((call.x - mean) ** 2).mean(axes, keepdims=True)
    normal: Array = (call.x - mean) / np.sqrt(variance + call.setting("epsilon", 1e-5)) * call.array(1)
    shift = call.optional(2)
    return normal if shift is None else normal + shift


def _reduce_mean(call: Call) -> Array:
    axes = call.axes()
    if axes is None and call.setting("noop_with_empty_axes", 0):
        return call.x
    result: Array = call.x.mean(None if axes is None else tuple(axes), keepdims=bool(call.setting("keepdims", 1)))
    return result


def _global_average(call: Call) -> Array:
    result: Array = call.x.mean(tuple(range(2, call.x.ndim)), keepdims=True)
    return result


def _shape(call: Call) -> Array:
    return np.array(call.x.shape[call.setting("start", 0) : call.setting("end", None)], np.int64)


ON_ARRAYS: Mapping[str, Compute] = {
    "Identity": lambda call: call.x,
    "Dropout": _dropout,
    "Shape": _shape,
    "Gather": _gather,
    "Slice": _slice,
    "Expand": _expand,
    "ConstantOfShape": _full,
    "Reshape": _reshape,
    "Flatten": _flatten,
    "Squeeze": _squeeze,
    "Unsqueeze": _unsqueeze,
    "Transpose": lambda call: call.x.transpose(call.setting("perm", None)),
    "Concat": _concat,
    "MatMul": _matmul,
    "Gemm": _gemm,
    "BatchNormalization": _batch_normalization,
    "LayerNormalization": _layer_normalization,
    "ReduceMean": _reduce_mean,
    "GlobalAveragePool": _global_average,
}
