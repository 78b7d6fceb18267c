"""A row from the clipboard: what a spreadsheet copies, or what people type with commas between the values."""

from __future__ import annotations

import csv

from nnplay.asking.form import Form
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_LONGEST = 1 << 20


def pasted_row(text: str, form: Form) -> tuple[str, ...]:
    """Return the cells of the first row of values.

    A row of names above it tells which value is which; further columns are left out. Without names the values come in
    the order of the fields, and what follows them, such as the true answer, is left out.

    Raises
    ------
    DataError
        If there is no such row.
    """
    rows = _rows(text[:_LONGEST])
    wanted = [name.strip().casefold() for name in form.names]
    if rows:
        names = [cell.strip().casefold() for cell in rows[0]]
        if all(name in names for name in wanted):
            rows = [[row[names.index(name)] for name in wanted] for row in rows[1:] if len(row) == len(names)]
    if not rows or len(rows[0]) < len(wanted):
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "A row needs {expected} values: {names}."),
            expected=len(wanted),
            names=", ".join(form.names),
        )
    return tuple(_own(cell) for cell in rows[0][: len(wanted)])


def _rows(text: str) -> list[list[str]]:
    """Return the cells of the lines that are not empty, at the separator that gives the most."""
    lines = [line for line in text.replace("，", ",").splitlines() if line.strip()]
    separator = next((sign for sign in "\t;," if lines and sign in lines[0]), " ")
    try:
        return [row for row in csv.reader(lines, delimiter=separator, skipinitialspace=True) if row]
    except csv.Error:
        return []


def _own(cell: str) -> str:
    """Return a cell with a decimal point: a spreadsheet copies numbers as it shows them."""
    text = cell.strip().replace("−", "-")
    plain = text.replace(",", ".")
    try:
        float(plain)
    except ValueError:
        return text
    return plain
