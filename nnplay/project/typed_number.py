"""Numbers as people type them: ``0.5``, ``0,5``, ``1/3``, ``−2e-3``, ``１。５``."""

from __future__ import annotations

import math

from nnplay.data.half_width import half_width
from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError


def parse_number(text: str) -> float:
    """The number that a person typed.

    A comma or a point separates the decimals, whatever the system's habit; a fraction is divided out. Full-width signs
    are read as well.

    Raises
    ------
    SettingError
        If the text is not a finite number.
    """
    parts = half_width(text).replace(" ", "").replace(",", ".").split("/")
    try:
        numbers = [float(part) for part in parts]
        value = numbers[0] if len(numbers) == 1 else numbers[0] / numbers[1]
    except (ValueError, ZeroDivisionError):
        value = math.nan
    if len(parts) > 2 or not math.isfinite(value):
        raise SettingError(
            QT_TRANSLATE_NOOP("errors", "“{text}” is not a number. Type, for example, 0.25, 2e-3 or 1/3."), text=text
        )
    return value
