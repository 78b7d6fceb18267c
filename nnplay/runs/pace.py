"""The pace of a run: how fast it may go, so that a person can watch a small network learn."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, inf


@dataclass(frozen=True)
class Speed:
    """So many epochs, or steps, a second at most; infinity for as fast as it goes."""

    per_second: float = inf
    is_in_steps: bool = False


FULL_SPEED = Speed()
"""As fast as it goes."""


class Pace:
    """Says how many steps are due; what a slow computer missed within a second is made up for, not more.

    Times are in seconds, positions in what the speed counts: epochs with their fraction, or steps.
    """

    def __init__(self) -> None:
        self._speed = FULL_SPEED
        self._time = 0.0
        self._position = 0.0

    @property
    def is_limited(self) -> bool:
        """Whether there is a limit at all."""
        return self._speed.per_second < inf

    @property
    def is_in_steps(self) -> bool:
        """Whether positions are steps rather than epochs."""
        return self._speed.is_in_steps

    def begin(self, speed: Speed, now: float, position: float) -> None:
        """Count from here on with this limit."""
        self._speed, self._time, self._position = speed, now, position

    def steps_due(self, now: float, position: float, steps_per_epoch: int) -> int:
        """Steps to take now to be on time, at least 0."""
        due = self._position + (now - self._time) * self._speed.per_second
        if due - position > self._speed.per_second:
            self.begin(self._speed, now, position)
            due = position
        n_steps = (due - position) * (1 if self.is_in_steps else steps_per_epoch)
        # Rounded to a billionth of a step first: what is a whole number but for its last digit is that number.
        return max(0, ceil(round(n_steps, 9)))
