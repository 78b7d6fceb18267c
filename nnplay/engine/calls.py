"""Prebound calls: the engine's inner loop is a list of NumPy operations on arrays that never move.

A step of a small network is some twenty NumPy calls of a quarter of a microsecond each, so whatever stands between two of them
counts. Binding every operation to its arrays once, in a workspace, leaves a plain loop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from numpy.typing import NDArray

Array = NDArray[Any]
Call = tuple[Callable[..., object], tuple[Any, ...]]
"""One operation, run as ``function(*arguments)``."""


def run(calls: Iterable[Call]) -> None:
    """Run the calls in order."""
    for function, arguments in calls:
        function(*arguments)
