"""The seeds: where each of the four kinds of chance begins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine.checks import check_choice, check_whole
from nnplay.engine.seeds import MAX_SEED, PURPOSES, Purpose, generator


@dataclass(frozen=True)
class Seeds:
    """The four sources of chance: making data, splitting them, drawing weights, and shuffling (with dropout)."""

    data: int = 1
    split: int = 1
    weights: int = 1
    shuffle: int = 1

    def __post_init__(self) -> None:
        for name in PURPOSES:
            check_whole(f"seed of {name}", getattr(self, name), 0, MAX_SEED)

    def generator(self, purpose: Purpose) -> np.random.Generator:
        """The random generator for one of the four purposes, at its start; SettingError for any other."""
        check_choice("purpose of the generator", purpose, PURPOSES)
        return generator(purpose, getattr(self, purpose))
