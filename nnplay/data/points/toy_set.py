"""A toy set: random points in the plane, labelled by a formula."""

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

    ``sample(n, noise, rng)`` gives points (n, 2) and labels (n,), not shuffled: shuffle them before splitting.

    Attributes
    ----------
    name
        Key in ``TOY_SETS`` and in project files.
    n_points
        Default number of points.
    classes
        Names of the classes; empty for quantities.
    """

    name: str
    task: Task
    n_points: int
    sample: Sample
    classes: tuple[str, ...] = ()
