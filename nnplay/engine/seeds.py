"""Seeds: one number for each of the four sources of chance in a project."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np

from nnplay.engine.checks import check_choice, check_whole

Purpose = Literal["data", "split", "weights", "shuffle"]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
"""Making data, splitting them, drawing weights, and shuffling (with dropout and noise)."""

MAX_SEED = 2**63 - 1
"""The greatest seed."""


def generator(purpose: Purpose, seed: int) -> np.random.Generator:
    """The random generator of a seed (0 to ``MAX_SEED``) for one purpose.

    Equal seeds give independent streams for different purposes: were they the same stream, the first weights would be
    drawn from the very numbers that made the first points.

    Raises
    ------
    SettingError
        If the purpose is unknown or the seed outside its range.
    """
    check_choice("purpose of the generator", purpose, PURPOSES)
    check_whole("seed", seed, 0, MAX_SEED)
    return np.random.default_rng([PURPOSES.index(purpose), seed])
