"""Shapes of what operators give that the reference does not compute: those that the file declares, or ONNX defines."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnplay.engine.layers import Shape
from nnplay.exchange.onnx.graph import RESULT, Graph, Operator
from nnplay.exchange.tensors import Array

_ALIKE = (
    "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atanh", "BatchNormalization", "Celu", "Ceil", "Clip", "Cos", "Cosh",
    "CumSum", "Dropout", "Elu", "Floor", "Gelu", "GroupNormalization", "HardSigmoid", "HardSwish", "Hardmax",
    "InstanceNormalization", "LRN", "LayerNormalization", "Log", "LogSoftmax", "LpNormalization",
    "MeanVarianceNormalization", "Not", "RMSNormalization", "Round", "Selu", "Shrink", "Sign", "Sinh", "Softmax",
    "Swish", "Tan", "ThresholdedRelu",
)  # fmt: skip
"""Operators that give what has the shape of what they take first."""

_JOINED = ("And", "BitShift", "Equal", "Less", "LessOrEqual", "Max", "Min", "Mod", "Or", "Pow", "Xor")
"""Operators that join arrays number by number."""

_REDUCED = ("ReduceL1", "ReduceL2", "ReduceLogSumExp", "ReduceMax", "ReduceMin", "ReduceProd", "ReduceSum")

_RECURRENT = ("LSTM", "GRU", "RNN")


def likely_shape(graph: Graph, operator: Operator, taken: Sequence[Array | None], n: int) -> Shape | None:
    """Return the shape of what an operator gives for a batch of ``n`` examples; None where nothing says it."""
    declared = _declared_shape(graph, operator.output, n)
    x = taken[0] if taken else None
    if declared is not None or x is None:
        return declared
    if operator.kind in _ALIKE:
        return x.shape
    if operator.kind in _JOINED:
        return np.broadcast_shapes(*(array.shape for array in taken if array is not None))
    if operator.kind in _REDUCED:
        return _reduced_shape(operator, x.shape, taken[1] if len(taken) > 1 else None)
    if operator.kind == "GlobalMaxPool":
        return (*x.shape[:2], *[1] * (x.ndim - 2))
    if operator.kind in ("Conv", "ConvTranspose", "MaxPool", "AveragePool"):
        return _windows_shape(operator, x.shape, taken[1].shape if len(taken) > 1 and taken[1] is not None else None)
    if operator.kind == "Resize" and len(taken) > 2:
        return _resized_shape(x.shape, *taken[2:4])
    kind, _, result = operator.kind.partition(RESULT)
    if kind in _RECURRENT and len(taken) > 2 and taken[2] is not None and x.ndim == 3:
        return _recurrent_shape(operator, x.shape, taken[2].shape, is_whole=not result)
    return None


def _declared_shape(graph: Graph, name: str, n: int) -> Shape | None:
    declared, entrance = graph.declared.get(name), graph.declared.get(graph.input)
    if declared is None or entrance is None or not declared.shape or not entrance.shape:
        return None
    batch = entrance.shape[0]
    lengths = [n if length == batch and isinstance(batch, str) and batch else length for length in declared.shape]
    found = tuple(length for length in lengths if isinstance(length, int) and length > 0)
    return found if len(found) == len(lengths) else None


def _windows_shape(operator: Operator, x: Shape, kernel: Shape | None) -> Shape | None:
    """Of windows along any number of axes; only with margins that are given as numbers."""
    n_axes, setting = len(x) - 2, operator.settings.get
    sizes = kernel[2:] if kernel else setting("kernel_shape")
    ones, zeros = [1] * n_axes, [0] * 2 * n_axes
    strides, gaps, pads = setting("strides") or ones, setting("dilations") or ones, setting("pads") or zeros
    more = setting("output_padding") or zeros
    if sizes is None or setting("ceil_mode") or setting("output_shape") or setting("auto_pad") not in (None, "NOTSET"):
        return None
    lengths = []
    for axis, (n, size, stride, gap) in enumerate(zip(x[2:], sizes, strides, gaps, strict=False)):
        span, margins = gap * (size - 1) + 1, pads[axis] + pads[axis + n_axes]
        if operator.kind == "ConvTranspose":
            lengths.append(stride * (n - 1) + more[axis] + span - margins)
        else:
            lengths.append((n + margins - span) // stride + 1 if stride > 0 else 0)
    n_channels = x[1]
    if kernel:
        n_channels = kernel[1] * (setting("group") or 1) if operator.kind == "ConvTranspose" else kernel[0]
    shape = (x[0], n_channels, *lengths)
    return shape if len(shape) == len(x) and min(shape) > 0 else None


def _reduced_shape(operator: Operator, x: Shape, given: Array | None) -> Shape:
    axes = operator.settings.get("axes") if given is None else given.reshape(-1)
    if axes is None and operator.settings.get("noop_with_empty_axes"):
        return x
    chosen = {int(axis) % len(x) for axis in (range(len(x)) if axes is None else axes)}
    keeps = operator.settings.get("keepdims") != 0
    lengths = [1 if axis in chosen else n for axis, n in enumerate(x)]
    return tuple(n for axis, n in enumerate(lengths) if keeps or axis not in chosen)


def _resized_shape(x: Shape, scales: Array | None = None, sizes: Array | None = None) -> Shape | None:
    if sizes is not None and sizes.size == len(x):
        return tuple(int(n) for n in sizes)
    if scales is not None and scales.size == len(x):
        return tuple(int(n * scale) for n, scale in zip(x, scales, strict=True))
    return None


def _recurrent_shape(operator: Operator, x: Shape, recurrence: Shape, *, is_whole: bool) -> Shape:
    """Of all steps, or of the last one: (steps, directions, batch, units) or (directions, batch, units)."""
    n_directions, n_units = recurrence[0], recurrence[-1]
    n_steps, n_examples, _ = x
    if operator.settings.get("layout"):
        n_examples, n_steps = n_steps, n_examples
        whole, last = (n_examples, n_steps, n_directions, n_units), (n_examples, n_directions, n_units)
    else:
        whole, last = (n_steps, n_directions, n_examples, n_units), (n_directions, n_examples, n_units)
    return whole if is_whole else last
