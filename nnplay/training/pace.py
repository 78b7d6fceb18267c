"""The pace of a run: how many epochs a second it may take, so that a person can watch a small network learn."""

from __future__ import annotations

from math import ceil, inf

FULL_SPEED = inf
"""As fast as it goes."""


class Pace:
    """Says how many steps are due; what a slow computer missed within a second is made up for, not more.

    Times are in seconds, positions in epochs with their fraction.
    """

    def __init__(self) -> None:
        self._epochs_per_second = FULL_SPEED
        self._time = 0.0
        self._position = 0.0

    @property
    def is_limited(self) -> bool:
        """Whether there is a limit at all."""
        return self._epochs_per_second < FULL_SPEED

    def begin(self, epochs_per_second: float, now: float, position: float) -> None:
        """Count from here on with this limit."""
        self._epochs_per_second, self._time, self._position = epochs_per_second, now, position

    def steps_due(self, now: float, position: float, steps_per_epoch: int) -> int:
        """Steps to take now to be on time, at least 0."""
        due = self._position + (now - self._time) * self._epochs_per_second
        if due - position > self._epochs_per_second:
            self.begin(self._epochs_per_second, now, position)
            due = position
        # Rounded to a billionth of a step first: what is a whole number but for its last digit is that number.
        return max(0, ceil(round((due - position) * steps_per_epoch, 9)))
