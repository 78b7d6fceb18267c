"""Timing that a busy machine distorts least: contestants take turns, and medians are compared."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import process_time

Contestant = Callable[[], float]
"""One measurement: gives a number, such as steps a second."""


def interleaved(contestants: Mapping[str, Contestant], n_rounds: int) -> dict[str, float]:
    """The median of each contestant's results over rounds in which each has one turn; the first round only warms up."""
    results: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(n_rounds + 1):
        for name, measure in contestants.items():
            gc.collect()
            result = measure()
            if number:
                results[name].append(result)
    return {name: median(found) for name, found in results.items()}


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work keeps the processor busy: what other programs do meanwhile does not count."""
    start = process_time()
    work()
    return process_time() - start
