"""What a toy set is: points in the plane with a label each, made by a formula from chance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.data.dataset import Task

Array = NDArray[np.float64]
Sample = Callable[[int, float, np.random.Generator], tuple[Array, Array]]

MAX_NOISE = 0.5


@dataclass(frozen=True)
class ToySet:
    """One kind of toy data.

    ``sample(n, noise, rng)`` gives points (n, 2) and labels (n,), in the order in which they were made: shuffle them
    before splitting.

    Attributes
    ----------
    name
        Key in ``TOY_SETS`` and in project files.
    n_points
        How many there are unless somebody wants another number.
    classes
        What the classes are called; empty for quantities.
    """

    name: str
    task: Task
    n_points: int
    sample: Sample
    classes: tuple[str, ...] = ()
