"""The plan of a sweep: which cells are trained together. It is the same for every executor, and so are the results."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from nnplay import __version__
from nnplay.data import CurveChoice, ToyChoice
from nnplay.engine import stack_key
from nnplay.project.storage import file
from nnplay.project.sweep import Cell, Sweep
from nnplay.runs.sweeps.work import Payload

MOST_TOGETHER = 64
"""Networks of one stack: beyond, W1 gains a little more and W2 nothing."""

_MOST_PRODUCTS = 100_000
"""Multiplications of a network's weights with one batch from which on a stack brings nothing: its products fill the
processor by themselves. (2-4-2-1 with 10 examples has 250, 7-8x6-1 with 30 has 13,000, 784-128-10 with 64 has 6.5
million.)"""


@dataclass(frozen=True)
class Task:
    """Cells that are trained together: one, or a stack of several."""

    numbers: tuple[int, ...]


def plan(sweep: Sweep) -> list[Task]:
    """Divide a sweep into tasks; the result depends on the sweep alone.

    Small networks that differ only in numbers are trained together, up to ``MOST_TOGETHER``; first those with the same
    data and the same order of examples, for which the first layer is one product.
    """
    groups: dict[Hashable, list[tuple[tuple[int, ...], int]]] = {}
    for cell in sweep.cells():
        key = _key(cell)
        seeds = cell.project.seeds
        groups.setdefault(key, []).append(((seeds.data, seeds.split, seeds.shuffle), cell.number))
    tasks = []
    for members in groups.values():
        numbers = [number for _, number in sorted(members)]
        tasks += [Task(tuple(numbers[i : i + MOST_TOGETHER])) for i in range(0, len(numbers), MOST_TOGETHER)]
    return sorted(tasks, key=lambda task: min(task.numbers))


def payload(sweep: Sweep, task: Task) -> Payload:
    """Return what a worker needs for a task, as bytes and plain values."""
    cells = [sweep.cell(number) for number in task.numbers]
    return {
        "version": __version__,
        "cells": [
            {"number": cell.number, "project": file.to_bytes(cell.project), "examples": cell.n_examples}
            for cell in cells
        ],
    }


def _key(cell: Cell) -> Hashable:
    project = cell.project
    key = stack_key(project.network, project.training)
    n_products = project.network.n_parameters * project.training.batch_size
    if key is None or project.muted or n_products > _MOST_PRODUCTS:
        return cell.number
    # Noise only moves points; other data may have another shape.
    data = project.data
    if isinstance(data, ToyChoice | CurveChoice):
        data = replace(data, noise=0.0)
    return key, data, cell.n_examples
