"""Round numbers: where axes and colour scales end, so that their numbers can be read and the picture stays calm."""

from __future__ import annotations

from math import ceil, floor, log10

_STEPS = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


def round_up(value: float) -> float:
    """Return the next round number, such as 0.6 or 250, that is not less than ``value`` > 0."""
    power = 10.0 ** floor(log10(value))
    return next(step * power for step in _STEPS if step * power >= value * (1 - 1e-9))


def decades_around(least: float, greatest: float) -> tuple[float, float]:
    """Return the whole powers of ten around positive values, as exponents; never an empty range."""
    low, high = floor(log10(least)), ceil(log10(greatest))
    return float(low), float(max(high, low + 1))
