"""CSV as spreadsheets read it: numbers as numbers, and every text as a text.

A cell that begins with ``=``, ``+``, ``-`` or ``@`` is a formula to a spreadsheet, which may run programs, and names in
a project may come from a stranger. Such a text gets an apostrophe in front
(https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

import numpy as np

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_FULLWIDTH = ("＝", "＋", "－", "＠")


def csv_text(rows: Iterable[Iterable[object]], line_end: str = "\r\n") -> str:
    """Lines of comma-separated values (RFC 4180); a number reads back the same, NaN and None are empty cells."""
    out = StringIO()
    writer = csv.writer(out, lineterminator=line_end)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def as_text_cell(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula; one that is a number stays it."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA + _FULLWIDTH) and not _is_number(text) else text


def _cell(value: object) -> object:
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and value != value:
        return ""
    return as_text_cell(value) if isinstance(value, str) else value


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
