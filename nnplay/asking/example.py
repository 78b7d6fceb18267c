"""Example: one thing to ask a network about: a row, a point or a picture, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.asking.form import Form, own_number
from nnplay.data import Dataset
from nnplay.data.dataset import Task
from nnplay.engine import Examples

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Origin:
    """The place of an example in the data.

    Attributes
    ----------
    part
        ``train`` or ``test``.
    number
        Counted from 0.
    """

    part: str
    number: int


@dataclass(frozen=True, eq=False)
class Example:
    """One example that a network is asked about.

    Attributes
    ----------
    x
        (*input_shape) float32, the input of the network.
    target
        The true answer, as one row of ``Examples.y``: a class number, or (k,) numbers; None if it is not known.
    origin
        Where it is in the data; None if the person made it.
    cells
        The person's own values, one text per field of the ``Form``; empty for pictures.
    """

    x: Floats
    target: NDArray[np.float32] | NDArray[np.int64] | None = None
    origin: Origin | None = None
    cells: tuple[str, ...] = ()


def part_of(dataset: Dataset, part: str) -> Examples:
    """Return the ``train`` or the ``test`` examples."""
    return dataset.train if part == "train" else dataset.test


def example_of(dataset: Dataset, form: Form | None, origin: Origin) -> Example:
    """Return an example of the data; ``form`` is None for pictures.

    Raises
    ------
    IndexError
        If there is no such example.
    """
    examples = part_of(dataset, origin.part)
    x = examples.inputs(np.array([origin.number]))[0]
    cells = () if form is None else form.cells(dataset, origin.part, origin.number)
    return Example(np.asarray(x, np.float32), examples.y[origin.number], origin, cells)


def target_class(target: NDArray[np.float32] | NDArray[np.int64] | None, task: Task) -> int | None:
    """Return the class number of a true answer; None if it is a quantity or not known."""
    if target is None or task is Task.REGRESSION:
        return None
    value = float(np.asarray(target).reshape(-1)[0])
    return int(value > 0) if task is Task.BINARY else int(value)


def quantity_text(values: NDArray[np.float32]) -> str:
    """Return quantities as a person would write them, with at most six significant digits."""
    return ", ".join(own_number(float(f"{value:.6g}")) for value in np.asarray(values).reshape(-1).tolist())
