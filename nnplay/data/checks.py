"""Checks shared by all choices of data."""

from __future__ import annotations

from math import isfinite

from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

MAX_POINTS = 100_000
SHARES = (0.1, 0.9)
"""Smallest and largest share of training data where some must be kept for testing."""


def check_range(name: str, value: float, least: float, most: float) -> None:
    """Raise DataError unless ``value`` is a number from ``least`` to ``most``."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "{setting} is {value}; it must be a number from {least} to {most}."),
            setting=name,
            value=value,
            least=least,
            most=most,
        )


def check_share(value: float, most: float = SHARES[1]) -> None:
    """Raise DataError unless ``value`` is an allowed share of training data."""
    check_range("share of training data", value, SHARES[0], most)


def is_number(value: object) -> bool:
    """Whether ``value`` is a finite number."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
