"""Seeds: one number for each of the four sources of chance in a project."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np

Purpose = Literal["data", "split", "weights", "shuffle"]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
"""Making data, splitting them, drawing weights, and shuffling (with dropout and noise)."""


def generator(purpose: Purpose, seed: int) -> np.random.Generator:
    """The random generator of a seed (0 or more) for one purpose.

    Equal seeds give independent streams for different purposes: were they the same stream, the first weights would be
    drawn from the very numbers that made the first points.
    """
    return np.random.default_rng([PURPOSES.index(purpose), seed])
