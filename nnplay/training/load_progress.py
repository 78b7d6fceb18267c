"""How far the loading of a data set is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LoadProgress:
    """The share done, 0 to 1, and what is being done, translated."""

    fraction: float
    text: str
