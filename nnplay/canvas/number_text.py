"""Numbers as people type and read them: ``0.5``, ``0,5``, ``1/3``, ``−2e-3``."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLocale

from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError


def parse_number(text: str) -> float:
    """Return the number that a person typed.

    A comma or a point separates the decimals, whatever the system's habit; a fraction is divided out.

    Raises
    ------
    SettingError
        If the text is not a finite number.
    """
    parts = text.replace("−", "-").replace(" ", "").replace(",", ".").split("/")
    try:
        numbers = [float(part) for part in parts]
        value = numbers[0] if len(numbers) == 1 else numbers[0] / numbers[1]
    except (ValueError, ZeroDivisionError):
        value = math.nan
    if len(parts) > 2 or not math.isfinite(value):
        raise SettingError(
            QT_TRANSLATE_NOOP("errors", "“{text}” is not a number. Type for example 0.25, -3 or 1/3."), text=text
        )
    return value


def exact_text(value: float) -> str:
    """Return the shortest text that reads back as the same float32, with the system's decimal sign."""
    single = np.float32(value)
    small = single != 0 and abs(single) < 1e-4
    text = np.format_float_scientific(single, trim="-") if small else np.format_float_positional(single, trim="-")
    return text.replace(".", QLocale().decimalPoint())


def short_text(value: float, n_digits: int = 3) -> str:
    """Return a number to read at a glance: about ``n_digits`` significant digits."""
    return f"{value:.{n_digits}g}".replace("-", "−").replace(".", QLocale().decimalPoint())
