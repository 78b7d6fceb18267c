"""Matrices as text: what spreadsheets copy and what CSV files hold."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnplay.data.half_width import half_width
from nnplay.disk.reading import read_file
from nnplay.disk.writing import write_file
from nnplay.engine import DataError, SettingError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of
from nnplay.project.typed_number import parse_number

MAX_BYTES = 200_000_000
"""Largest file that is read: some ten million numbers."""


def read_matrix(text: str, decimal_sign: str = ".") -> NDArray[np.float64]:
    """The numbers of a text: a line a row, (n_rows, n_columns).

    Tabs, semicolons, commas or spaces separate them, whichever comes first in this order; next to tabs and semicolons,
    and where the system's ``decimal_sign`` is a comma, a comma is a decimal comma. A first line without any number is
    a heading and left out.

    Raises
    ------
    DataError
        If a cell is no number, or lines differ in length; the sentence says where.
    """
    plain = half_width(text).replace("\r\n", "\n").replace("\r", "\n")
    lines = [line for line in plain.split("\n") if line.strip()]
    separators = ("\t", ";") if decimal_sign == "," else ("\t", ";", ",")
    separator = next((sign for sign in separators if any(sign in line for line in lines)), None)
    rows = [[cell.strip().strip('"') for cell in line.split(separator)] for line in lines]
    first = 1 if len(rows) > 1 and not any(map(_is_number, rows[0])) else 0
    if not rows:
        raise DataError(QT_TRANSLATE_NOOP("errors", "There are no numbers here: copy or choose a table of numbers."))
    n_columns = len(rows[first])
    matrix = np.empty((len(rows) - first, n_columns))
    for number, row in enumerate(rows[first:], start=first + 1):
        if len(row) != n_columns:
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "Line {line} has {found} numbers, those before it have {expected}."),
                line=number,
                found=len(row),
                expected=n_columns,
            )
        for column, cell in enumerate(row):
            matrix[number - first - 1, column] = _number(cell, number, column + 1)
    return matrix


def matrix_text(values: ArrayLike, separator: str = "\t", decimal_sign: str = ".") -> str:
    """Numbers (n_rows, n_columns) as text, each as short as reads back the same float32; NaN is an empty cell."""
    rows = np.asarray(values, np.float32)
    return "".join(
        separator.join("" if value != value else _text(value).replace(".", decimal_sign) for value in row) + "\n"
        for row in rows
    )


def load_matrix(path: Path) -> NDArray[np.float64]:
    """The numbers of a CSV file.

    Raises
    ------
    DataError
        If the file cannot be read or is no table of numbers.
    """
    try:
        text = read_file(path, MAX_BYTES).decode("utf-8-sig")
    except OSError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be opened: {reason}."),
            file=path,
            reason=reason_of(error),
        ) from error
    except UnicodeDecodeError as error:
        raise DataError(QT_TRANSLATE_NOOP("errors", "“{file}” is not a text file."), file=path) from error
    return read_matrix(text)


def save_matrix(values: ArrayLike, path: Path) -> None:
    """Write numbers into a CSV file, with commas and points, all or nothing.

    Raises
    ------
    DataError
        If it cannot be written.
    """
    try:
        write_file(path, matrix_text(values, ",").encode())
    except OSError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” was not saved: {reason}. What was there before is unchanged."),
            file=path,
            reason=reason_of(error),
        ) from error


def _text(value: np.float32) -> str:
    is_plain = value == 0 or 1e-4 <= abs(value) < 1e7
    format_number = np.format_float_positional if is_plain else np.format_float_scientific
    return format_number(value, trim="-")


def _number(cell: str, line: int, column: int) -> float:
    try:
        return parse_number(cell)
    except SettingError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "Line {line}, column {column}: “{text}” is not a number."),
            line=line,
            column=column,
            text=cell[:40],
        ) from error


def _is_number(cell: str) -> bool:
    try:
        parse_number(cell)
    except SettingError:
        return False
    return True
