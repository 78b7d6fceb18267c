"""Prebound calls: the engine's inner loop is a list of NumPy operations on arrays that never move.

A step of a small network is about twenty NumPy calls of a quarter of a microsecond each, so everything between two
calls counts. Binding each operation to its arrays once, in a workspace, leaves a plain loop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Call = tuple[Callable[..., object], tuple[Any, ...]]
"""One operation, run as ``function(*arguments)``."""


def run(calls: Iterable[Call]) -> None:
    """Run the calls in order."""
    for function, arguments in calls:
        function(*arguments)


def product(a: Array, b: Array, out: Array) -> Call:
    """The call ``out = a b``, matrix by matrix where there are leading axes: ``dot`` costs a third of ``matmul``."""
    return (a.dot, (b, out)) if max(a.ndim, b.ndim) <= 2 else (np.matmul, (a, b, out))


def inner(x: Array, y: Array, out: Array) -> Call:
    """The call ``out = x · y`` over the last axis: (n,) each, or row by row."""
    return (x.dot, (y, out)) if x.ndim == 1 else (np.vecdot, (x, y, out))


def maximum(x: Array, y: Array, out: Array) -> Call:
    """The call ``out = max(x, y)``: of all operations only this pair wants ``out`` by keyword.

    A ``y`` of the shape of ``x`` is compared several times faster than a single number.
    """
    return partial(np.maximum, out=out), (x, y)


def minimum(x: Array, y: Array, out: Array) -> Call:
    """The call ``out = min(x, y)``; see ``maximum``."""
    return partial(np.minimum, out=out), (x, y)
