"""Preparation of a table's inputs: missing values filled in, numbers scaled, categories turned into numbers.

All statistics come from the training part alone: means of the whole table would leak the test part into training.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import nan

import numpy as np
from numpy.typing import NDArray

from nnplay.data.table.columns import Column, Missing, Role, Scaling
from nnplay.data.table.dates import date_numbers
from nnplay.data.table.numbers import NotANumberError, is_missing, numbers, numbers_or_missing
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class ColumnPreparation:
    """The preparation of one column: ``(filled - shift) / scale``.

    Attributes
    ----------
    fill
        Replaces a missing number; NaN if such rows are left out.
    """

    column: Column
    fill: float = nan
    shift: float = 0.0
    scale: float = 1.0

    def apply(self, raw: Floats) -> Floats:
        """Return raw numbers (n,) prepared: a new array (n,), or (n, k) for categories that become k inputs."""
        if self.column.role is Role.ONE_HOT:
            places = np.arange(len(self.column.categories))
            return np.asarray(raw[:, np.newaxis] == places, np.float32)
        filled = np.where(np.isnan(raw), np.float32(self.fill), raw)
        prepared: Floats = (filled - np.float32(self.shift)) / np.float32(self.scale)
        return prepared

    def formula(self) -> str:
        """The scaling in mathematical notation, such as ``(x − 120.9) / 31.97``; ``x`` without scaling."""
        if self.shift == 0 and self.scale == 1:
            return "x"
        shifted = "x" if self.shift == 0 else f"(x {'−' if self.shift > 0 else '+'} {_plain(abs(self.shift))})"
        return shifted if self.scale == 1 else f"{shifted} / {_plain(self.scale)}"


@dataclass(frozen=True)
class PreparationStep:
    """The preparation of one cell of a row, step by step.

    Attributes
    ----------
    column, cell
        The column's name and the cell's text.
    is_filled
        Whether it was missing and ``raw`` was filled in.
    raw
        As a number: for categories its place in their order.
    formula
        The scaling; empty for categories.
    inputs
        Name and value of each input made from it; none for ignored columns.
    """

    column: str
    cell: str
    is_filled: bool
    raw: float
    formula: str
    inputs: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Preparation:
    """The preparation of all rows: one ``ColumnPreparation`` per input column, in their order."""

    columns: tuple[ColumnPreparation, ...]
    decimal: str = "."

    def apply(self, raw: Callable[[int], Floats], n_rows: int) -> Floats:
        """Return all inputs (n_rows, n_inputs) float32; ``raw(i)`` gives the numbers (n_rows,) of the i-th input
        column.
        """
        x = np.empty((n_rows, sum(len(each.column.input_names) for each in self.columns)), np.float32)
        place = 0
        for i, each in enumerate(self.columns):
            width = len(each.column.input_names)
            x[:, place : place + width] = each.apply(raw(i)).reshape(n_rows, width)
            place += width
        return x

    def row(self, cells: Sequence[str]) -> Floats:
        """Return one row of cells, input columns only, as the network's input (1, n_inputs)."""
        raw = self._raw(cells)
        return self.apply(lambda i: raw[i : i + 1], 1)

    def steps(self, cells: Sequence[str]) -> tuple[PreparationStep, ...]:
        """Return the preparation of one row of cells, input columns only, step by step.

        Raises
        ------
        DataError
            If a cell is not a number or category of its column, or is missing and cannot be filled in.
        """
        raw = self._raw(cells)
        steps = []
        for each, cell, value in zip(self.columns, cells, raw, strict=True):
            prepared = each.apply(np.array([value], np.float32)).reshape(-1)
            inputs = tuple(zip(each.column.input_names, map(float, prepared), strict=True))
            is_filled = bool(np.isnan(value))
            formula = "" if each.column.has_categories else each.formula()
            steps.append(
                PreparationStep(
                    each.column.name, cell, is_filled, each.fill if is_filled else float(value), formula, inputs
                )
            )
        return tuple(steps)

    def _raw(self, cells: Sequence[str]) -> Floats:
        if len(cells) != len(self.columns):
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "A row needs {expected} values: {names}."),
                expected=len(self.columns),
                names=", ".join(each.column.name for each in self.columns),
            )
        raw = np.array(
            [
                raw_numbers((cell,), each.column, self.decimal, lambda _: "1")[0]
                for each, cell in zip(self.columns, cells, strict=True)
            ],
            np.float32,
        )
        for each, value in zip(self.columns, raw, strict=True):
            if np.isnan(value) and not each.fill == each.fill:
                raise DataError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "The value of “{column}” is missing, and missing values of this column are not filled in.",
                    ),
                    column=each.column.name,
                )
        return raw


def _plain(value: float) -> str:
    """Return a number with four significant digits, as people write it: 12350, never 1.235e+04."""
    return np.format_float_positional(float(f"{value:.4g}"), trim="-")


def fitted(column: Column, raw: Floats) -> ColumnPreparation:
    """Return the preparation of a column, fitted on its numbers (n,) in the training part."""
    if column.has_categories:
        return ColumnPreparation(column)
    known = raw[~np.isnan(raw)]
    if not len(known):
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "The column “{column}” has no numbers in the training part: ignore it."),
            column=column.name,
        )
    fill = nan
    if column.missing is Missing.MEAN:
        fill = float(known.mean(dtype=np.float64))
    elif column.missing is Missing.MEDIAN:
        fill = float(np.median(known))
    if len(known) < len(raw):
        known = np.where(np.isnan(raw), np.float32(fill), raw)
    shift, scale = 0.0, 1.0
    if column.scaling is Scaling.STANDARDISE:
        shift, scale = float(known.mean(dtype=np.float64)), float(known.std(dtype=np.float64))
    elif column.scaling is Scaling.MIN_MAX:
        shift = float(known.min())
        scale = float(known.max()) - shift
    return ColumnPreparation(column, fill, shift, scale if scale > 0 else 1.0)


def raw_numbers(cells: Sequence[str], column: Column, decimal: str, place_of: Callable[[int], str]) -> Floats:
    """Return the cells of a column as numbers (n,): NaN where missing, categories as their position in their order.

    ``place_of(i)`` gives the row of the i-th cell, for error messages.
    """
    if column.categories:
        order = {name: float(i) for i, name in enumerate(column.categories)}
        values = np.array([order.get(cell.strip(), -1.0) for cell in cells], np.float32)
        for i in np.flatnonzero(values < 0).tolist():
            if not is_missing(cells[i]):
                raise DataError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "“{cell}” in row {row} of the column “{column}” is not one of its categories: {choices}.",
                    ),
                    cell=cells[i][:60],
                    row=place_of(i),
                    column=column.name,
                    choices=", ".join(column.categories[:10]) + (" …" if len(column.categories) > 10 else ""),
                )
            values[i] = nan
        return values
    if column.date_part is not None:
        found, stray = date_numbers(cells, column.date_part)
        if stray is not None and not column.is_word_missing:
            raise not_a_date(cells[stray], place_of(stray), column.name)
        values = found.astype(np.float32)
    elif column.is_word_missing:
        values = numbers_or_missing(cells, decimal).astype(np.float32)
    else:
        try:
            values = numbers(cells, decimal).astype(np.float32)
        except NotANumberError as error:
            raise not_a_number(cells[error.place], place_of(error.place), column.name) from error
    if column.is_zero_missing:
        values[values == 0] = nan
    return values


def not_a_number(cell: str, row: str, column: str) -> DataError:
    """Return the error of a cell that should be a number and is not."""
    return DataError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{cell}” in row {row} of the column “{column}” is not a usable number. Correct it, empty the cell,"
            " or ignore the column.",
        ),
        cell=cell[:60],
        row=row,
        column=column,
    )


def not_a_date(cell: str, row: str, column: str) -> DataError:
    """Return the error of a cell that should be a date and is not."""
    return DataError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{cell}” in row {row} of the column “{column}” is not a date such as 2024-01-31. Correct it, empty"
            " the cell, or ignore the column.",
        ),
        cell=cell[:60],
        row=row,
        column=column,
    )
