"""Progress of loading a data set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LoadProgress:
    """The share done, 0 to 1, and the current activity, translated."""

    fraction: float
    text: str
