"""Numbers as text for people: settings, weights, losses, shares, speeds, in the system's format."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLocale

UNKNOWN = "–"
"""Stands for a number that is not known yet."""


def plain_text(value: float) -> str:
    """Return a setting such as a learning rate the way a person would write it: 0.0001, 0.03, 10."""
    digits = f"{value:.6f}".rstrip("0").rstrip(".")
    is_exact = float(digits) == value and value < 1e6
    return _localized(digits if is_exact else f"{value:g}")


def exact_text(value: float) -> str:
    """Return the shortest text that reads back as the same float32, with the system's decimal sign."""
    single = np.float32(value)
    small = single != 0 and abs(single) < 1e-4
    text = np.format_float_scientific(single, trim="-") if small else np.format_float_positional(single, trim="-")
    return text.replace(".", QLocale().decimalPoint())


def short_text(value: float, n_digits: int = 3) -> str:
    """Return a number to read at a glance: about ``n_digits`` significant digits, like 1.2e6 if it is far from 1."""
    digits, _, exponent = f"{value:.{n_digits}g}".partition("e")
    return _localized(f"{digits}e{int(exponent)}" if exponent else digits)


def people_text(value: float, n_digits: int = 5) -> str:
    """Return a measured value as people write it, never with an exponent: 5,000, 0.0123, 1,234.5."""
    if not math.isfinite(value):
        return UNKNOWN
    size = math.floor(math.log10(abs(value))) if value else 0
    n_decimals = min(12, max(0, n_digits - 1 - size))
    digits = f"{value:.{n_decimals}f}"
    n_decimals = len(digits.partition(".")[2].rstrip("0"))
    return QLocale().toString(float(digits), "f", n_decimals).replace("-", "−")


def loss_text(value: float) -> str:
    """Return a loss with three or four significant digits, at most six characters from 0.001 to 10,000."""
    if math.isnan(value):
        return UNKNOWN
    if math.isinf(value):
        return "∞"
    size = abs(value)
    if size >= 10_000 or 0 < size < 0.001:
        mantissa, _, exponent = f"{value:.1e}".partition("e")
        return _localized(f"{mantissa}e{int(exponent)}")
    n_whole_digits = len(str(int(size))) if size >= 1 else 0
    return _localized(f"{value:.{4 - n_whole_digits}f}")


def percent_text(share: float | None) -> str:
    """Return a share as a percentage with one decimal."""
    return UNKNOWN if share is None or math.isnan(share) else _localized(f"{100 * share:.1f} %")


def count_text(count: float) -> str:
    """Return a speed or a count in about four characters: 870, 12.3k, 1.2M."""
    if math.isnan(count):
        return UNKNOWN
    if count < 1000:
        return f"{count:.0f}"
    thousands = count < 999_950
    return _localized(f"{count / 1e3:.1f}k" if thousands else f"{count / 1e6:.1f}M")


def epoch_text(epoch: int) -> str:
    """Return an epoch with its digits grouped in the system's format."""
    return QLocale().toString(epoch)


def _localized(text: str) -> str:
    return text.replace("-", "−").replace(".", QLocale().decimalPoint())
