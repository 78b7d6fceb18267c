"""The pace of a run: a limit on its speed, so that a person can watch a small network learn."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, inf


@dataclass(frozen=True)
class Speed:
    """A maximum number of epochs, or steps, per second; infinity for no limit."""

    per_second: float = inf
    is_in_steps: bool = False


FULL_SPEED = Speed()
"""No limit."""


class Pace:
    """Computes how many steps are due; a slow computer catches up on at most one second.

    Times are in seconds, positions in the unit of the speed: epochs with their fraction, or steps.
    """

    def __init__(self) -> None:
        self._speed = FULL_SPEED
        self._time = 0.0
        self._position = 0.0

    @property
    def is_limited(self) -> bool:
        """Whether there is a limit."""
        return self._speed.per_second < inf

    @property
    def is_in_steps(self) -> bool:
        """Whether positions are steps rather than epochs."""
        return self._speed.is_in_steps

    def begin(self, speed: Speed, now: float, position: float) -> None:
        """Count from now on with this limit."""
        self._speed, self._time, self._position = speed, now, position

    def steps_due(self, now: float, position: float, steps_per_epoch: int) -> int:
        """Return the number of steps to take now to be on time, at least 0."""
        due = self._position + (now - self._time) * self._speed.per_second
        if due - position > self._speed.per_second:
            self.begin(self._speed, now, position)
            due = position
        n_steps = (due - position) * (1 if self.is_in_steps else steps_per_epoch)
        # Rounded to a billionth of a step first, because rounding errors must not add a step to a whole number.
        return max(0, ceil(round(n_steps, 9)))
