"""Dates in a table's cells, and the numbers that can be made of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from math import nan

import numpy as np
from numpy.typing import NDArray

from nnplay.data.half_width import half_width
from nnplay.data.table.numbers import is_missing


class DatePart(Enum):
    """Which number is made of a date."""

    DAYS = "days"
    """Days since 1970-01-01; earlier dates are negative."""

    YEAR = "year"
    MONTH = "month"
    """1 to 12."""

    WEEKDAY = "weekday"
    """1 for Monday to 7 for Sunday."""


_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+\d{1,2}:\d{2}.*)?")
_YEAR_LAST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?: +\d{1,2}:\d{2}.*)?")
_START = date(1970, 1, 1).toordinal()


def date_of(cell: str) -> date | None:
    """Return the date in a cell, such as 2024-01-31, 2024/1/31, 2024年1月31日 or 31.1.2024, or None if it is none.

    A time of day behind it is left out. 1/2/2024 is none: it is a day in January for some and in February for others.
    """
    text = half_width(cell).strip()
    found = _YEAR_FIRST.fullmatch(text)
    if found is not None:
        year, month, day = map(int, found.groups())
    else:
        found = _YEAR_LAST.fullmatch(text)
        if found is None:
            return None
        day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:  # the 31st of February
        return None


def day_number(day: date) -> int:
    """Return the number of days from 1970-01-01 to a date; earlier dates are negative."""
    return day.toordinal() - _START


def day_text(days: float) -> str:
    """Return the date that is so many days after 1970-01-01, rounded to whole days, such as 2024-01-31."""
    return date.fromordinal(min(date.max.toordinal(), max(1, round(days) + _START))).isoformat()


_PARTS: dict[DatePart, Callable[[date], int]] = {
    DatePart.DAYS: day_number,
    DatePart.YEAR: lambda day: day.year,
    DatePart.MONTH: lambda day: day.month,
    DatePart.WEEKDAY: date.isoweekday,
}


def date_numbers(cells: Sequence[str], part: DatePart) -> tuple[NDArray[np.float64], int | None]:
    """Return dates as numbers (n,), NaN where there is none, and the first place of a cell that is neither a date nor
    missing; None if there is no such cell.
    """
    values = np.full(len(cells), nan)
    stray = None
    for place, cell in enumerate(cells):
        day = date_of(cell)
        if day is not None:
            values[place] = _PARTS[part](day)
        elif stray is None and not is_missing(cell):
            stray = place
    return values, stray
