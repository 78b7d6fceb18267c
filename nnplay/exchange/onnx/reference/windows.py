"""Operators that slide a window over pictures: convolution and pooling, channels first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from nnplay.exchange.onnx.reference.call import Call, Compute
from nnplay.exchange.tensors import Array


@dataclass(frozen=True)
class _Window:
    """The geometry of an operator that slides a window over pictures (examples, channels, height, width)."""

    size: tuple[int, int]
    strides: tuple[int, int]
    steps: tuple[int, int]
    pads: tuple[int, int, int, int]
    counts: tuple[int, int]

    @staticmethod
    def of(call: Call, size: Sequence[int]) -> _Window:
        if call.x.ndim != 4 or len(size) != 2:
            raise ValueError
        strides, steps = (tuple(call.setting(name, (1, 1))) for name in ("strides", "dilations"))
        if min((*size, *strides, *steps)) < 1:
            raise ValueError
        spans = [step * (n - 1) + 1 for step, n in zip(steps, size, strict=True)]
        lengths = call.x.shape[2:]
        auto = call.setting("auto_pad", "NOTSET")
        pads = list(call.setting("pads", (0, 0, 0, 0)))
        if auto in ("SAME_UPPER", "SAME_LOWER"):
            needed = [
                max((-(-n // stride) - 1) * stride + span - n, 0)
                for n, stride, span in zip(lengths, strides, spans, strict=True)
            ]
            less, more = [n // 2 for n in needed], [n - n // 2 for n in needed]
            pads = [*less, *more] if auto == "SAME_UPPER" else [*more, *less]
        elif auto == "VALID":
            pads = [0, 0, 0, 0]
        if len(pads) != 4 or min(pads) < 0:
            raise ValueError
        counts = []
        for axis in range(2):
            room = lengths[axis] + pads[axis] + pads[axis + 2] - spans[axis]
            count = room // strides[axis] + 1
            if call.setting("ceil_mode", 0) and room % strides[axis]:
                # One more window, unless it would begin in the margin behind the picture.
                count += count * strides[axis] < lengths[axis] + pads[axis]
            counts.append(count)
        if min(counts) < 1:
            raise ValueError
        padded = prod(n + pads[axis] + pads[axis + 2] for axis, n in enumerate(lengths))
        call.budget.spend(call.x.shape[0] * call.x.shape[1] * (padded + prod(counts)), 0)
        return _Window(
            (size[0], size[1]), (strides[0], strides[1]), (steps[0], steps[1]),
            (pads[0], pads[1], pads[2], pads[3]), (counts[0], counts[1]),
        )  # fmt: skip

    def places(self, x: Array, margin: float) -> list[Array]:
        """What all windows have at each of their places, row by row: (examples, channels, down, across) each."""
        above, left, below, right = self.pads
        ends = [
            (count - 1) * stride + step * (n - 1) + 1
            for count, stride, step, n in zip(self.counts, self.strides, self.steps, self.size, strict=True)
        ]
        # With ceil_mode the last window reaches beyond the margins.
        more = [
            max(end - n, 0)
            for end, n in zip(ends, (x.shape[2] + above + below, x.shape[3] + left + right), strict=True)
        ]
        padded = np.pad(x, ((0, 0), (0, 0), (above, below + more[0]), (left, right + more[1])), constant_values=margin)
        return [
            padded[
                :,
                :,
                row * self.steps[0] :: self.strides[0],
                column * self.steps[1] :: self.strides[1],
            ][:, :, : self.counts[0], : self.counts[1]]
            for row in range(self.size[0])
            for column in range(self.size[1])
        ]


def _conv(call: Call) -> Array:
    kernel, bias = call.array(1), call.optional(2)
    window = _Window.of(call, kernel.shape[2:])
    n_groups = call.setting("group", 1)
    n_filters, n_channels = kernel.shape[:2]
    if n_filters % n_groups or n_channels * n_groups != call.x.shape[1]:
        raise ValueError
    n_places = len(call.x) * prod(window.counts)
    call.budget.spend(n_places * n_filters, n_places * kernel.size)
    result = np.zeros((len(call.x), n_filters, *window.counts))
    for part in range(n_groups):
        filters = slice(part * n_filters // n_groups, (part + 1) * n_filters // n_groups)
        x = call.x[:, part * n_channels : (part + 1) * n_channels]
        weights = kernel[filters].reshape(-1, n_channels, prod(window.size))
        for index, place in enumerate(window.places(x, 0)):
            result[:, filters] += np.einsum("fc,nchw->nfhw", weights[..., index], place, optimize=True)
    return result if bias is None else result + bias.reshape(-1, 1, 1)


def _max_pool(call: Call) -> Array:
    window = _pooling(call)
    best = np.full((*call.x.shape[:2], *window.counts), -np.inf)
    for place in window.places(call.x, -np.inf):
        np.maximum(best, place, out=best)
    return best


def _average_pool(call: Call) -> Array:
    window = _pooling(call)
    ones = np.ones((1, 1, *call.x.shape[2:]))
    if call.setting("count_include_pad", 0):
        above, left, below, right = window.pads
        # Margins count, but not what ceil_mode adds behind them.
        ones = np.ones((1, 1, ones.shape[2] + above + below, ones.shape[3] + left + right))
        inner = _Window(window.size, window.strides, window.steps, (0, 0, 0, 0), window.counts)
        counted = sum(inner.places(ones, 0))
    else:
        counted = sum(window.places(ones, 0))
    total = np.zeros((*call.x.shape[:2], *window.counts))
    for place in window.places(call.x, 0):
        total += place
    return total / counted


def _pooling(call: Call) -> _Window:
    window = _Window.of(call, call.setting("kernel_shape", ()))
    call.budget.spend(0, prod(call.x.shape[:2]) * prod(window.counts) * prod(window.size))
    return window


ON_PICTURES: Mapping[str, Compute] = {"Conv": _conv, "MaxPool": _max_pool, "AveragePool": _average_pool}
