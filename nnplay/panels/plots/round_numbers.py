"""Round numbers for the ends of axes and colour scales, which keep plots steady, and numbers as people read them."""

from __future__ import annotations

import re
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


def number_text(value: float, n_digits: int = 3) -> str:
    """Return a number with n significant digits, true minus signs, and a power of ten such as ``2.6e−5``."""
    return proper_signs(f"{value:.{n_digits}g}")


def proper_signs(text: str) -> str:
    """Return a number as Python writes it, but with true minus signs and without zeros and plus in its exponent."""
    return re.sub(r"e([+-])0*", lambda sign: "e" + sign[1].strip("+"), text).replace("-", "−")
