"""Form: what a row of the data consists of, in the person's own values, and how it becomes a network's input."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan

import numpy as np
from numpy.typing import NDArray

from nnplay.data import DataChoice, Dataset, PlaneChoice, TableChoice, feature_matrix
from nnplay.data.table import Column, Preparation, Role
from nnplay.data.table.dates import DatePart, date_numbers, date_of, day_text
from nnplay.data.table.numbers import NotANumberError, numbers
from nnplay.data.table.preparation import ColumnPreparation, raw_numbers
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

Floats = NDArray[np.float32]

PLANE_EXTENT = 6.0
"""How far the visible plane reaches in each direction."""

_MOST_CHECKED = 500
"""So many examples tell whether a column has only whole numbers."""

_MOST_DIGITS = 9
"""Significant digits that tell every float32 from its neighbours."""


@dataclass(frozen=True)
class Field:
    """One value of a row.

    Attributes
    ----------
    name
        As it stands in the data.
    columns
        The numbers of the network's inputs that are made from it; empty for coordinates, from which features are
        computed.
    categories
        The values to choose from; empty for numbers.
    low, high, average
        The smallest and largest value in the training data, and their mean, in the person's own unit; for categories
        places in their order.
    is_whole
        Whether the data have only whole numbers here.
    fill
        What an empty cell counts as; NaN if it must not be empty.
    is_date
        Whether cells are dates, of which days since 1970-01-01 are made.
    """

    name: str
    columns: slice
    categories: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 1.0
    average: float = 0.5
    is_whole: bool = False
    fill: float = nan
    is_date: bool = False

    @property
    def may_be_empty(self) -> bool:
        """Whether an empty cell is filled in."""
        return not isnan(self.fill)

    def place_of(self, cell: str) -> float:
        """Return the value of a cell: a number, NaN if it is empty, or a category's place in their order."""
        if self.categories:
            return float(self.categories.index(cell))
        if self.is_date and date_of(cell) is not None:
            return float(date_numbers((cell,), DatePart.DAYS)[0][0])
        return float(cell) if cell else nan

    def own_text(self, value: float) -> str:
        """Return a value within the range as the text of a cell: a number rounded to its range, or a category."""
        if self.categories:
            return self.categories[min(len(self.categories) - 1, max(0, round(value)))]
        return self.text_of(self.rounded(value))

    def text_of(self, value: float) -> str:
        """Return a number exactly as the text of a cell, or a date."""
        return day_text(value) if self.is_date else own_number(value)

    def rounded(self, value: float) -> float:
        """Return a number rounded to its range."""
        if self.is_whole or self.is_date:
            return float(round(value))
        step = (self.high - self.low) / 1_000
        return value if not step > 0 else round(value, max(0, -int(np.floor(np.log10(step)))))


class Form(ABC):
    """The fields of a row, and the ways between their cells and the network's input."""

    def __init__(self, fields: tuple[Field, ...], means: NDArray[np.float64] | None = None) -> None:
        self.fields = fields
        self._means = means

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields."""
        return tuple(field.name for field in self.fields)

    @abstractmethod
    def inputs(self, columns: Sequence[Sequence[str]], decimal: str = ".", first_row: int = 1) -> Floats:
        """Return the network's inputs (n, n_inputs) for n cells of each field.

        Parameters
        ----------
        decimal
            The decimal sign of the cells.
        first_row
            The number of the first row in its file, for messages.

        Raises
        ------
        DataError
            If a cell is not a number or category of its field, or is missing and cannot be filled in.
        """

    @abstractmethod
    def cells(self, dataset: Dataset, part: str, number: int) -> tuple[str, ...]:
        """Return the cells of an example of the data."""

    def input_of(self, cells: Sequence[str]) -> Floats:
        """Return the network's input (n_inputs,) for one row; see ``inputs``."""
        x: Floats = self.inputs([(cell,) for cell in cells])[0]
        return x

    def middle(self) -> tuple[str, ...]:
        """Return a row that is average in everything: the mean of numbers, the first category."""
        return tuple(field.own_text(0 if field.categories else field.average) for field in self.fields)

    def at_average(self, cells: Sequence[str]) -> Floats:
        """Return the inputs of a row with one field after the other at its average, (n_fields, n_inputs).

        The average of a category is the share of each in the training data.
        """
        x = np.tile(self.input_of(cells), (len(self.fields), 1))
        for number, field in enumerate(self.fields):
            if self._means is not None:
                x[number, field.columns] = self._means[field.columns]
            else:
                x[number] = self.input_of([*cells[:number], own_number(field.average), *cells[number + 1 :]])
        return x

    def along(self, cells: Sequence[str], number: int, values: Sequence[float]) -> Floats:
        """Return the inputs of a row as one field takes these values, (n_values, n_inputs).

        Values of categories are places in their order.
        """
        field = self.fields[number]
        texts = [field.categories[round(value)] if field.categories else own_number(value) for value in values]
        return self._with_field(cells, number, texts)

    def _with_field(self, cells: Sequence[str], number: int, texts: Sequence[str]) -> Floats:
        """Return the inputs of a row with n cells in one of its fields, (n, n_inputs)."""
        return self.inputs([texts if i == number else [cell] * len(texts) for i, cell in enumerate(cells)])

    def random(self, rng: np.random.Generator) -> tuple[str, ...]:
        """Return a row drawn at random from the ranges."""
        return tuple(
            str(rng.choice(field.categories))
            if field.categories
            else field.own_text(float(rng.uniform(field.low, field.high)))
            for field in self.fields
        )


class _SeparateForm(Form):
    """Rows in which each input is made of a single field."""

    def _with_field(self, cells: Sequence[str], number: int, texts: Sequence[str]) -> Floats:
        # The other fields are read once: there may be hundreds, and a slider waits for it.
        x = np.tile(self.input_of([*cells[:number], texts[0], *cells[number + 1 :]]), (len(texts), 1))
        x[:, self.fields[number].columns] = self._inputs_of_field(number, texts)
        return x

    @abstractmethod
    def _inputs_of_field(self, number: int, cells: Sequence[str]) -> Floats:
        """Return the inputs that are made of n cells of one field, (n, n_columns)."""


class NumberForm(_SeparateForm):
    """Rows whose numbers are the inputs themselves."""

    def inputs(self, columns: Sequence[Sequence[str]], decimal: str = ".", first_row: int = 1) -> Floats:
        return number_columns(self.fields, columns, decimal)

    def _inputs_of_field(self, number: int, cells: Sequence[str]) -> Floats:
        return number_columns(self.fields[number : number + 1], (cells,), ".")

    def cells(self, dataset: Dataset, part: str, number: int) -> tuple[str, ...]:
        examples = dataset.train if part == "train" else dataset.test
        return tuple(map(_single_text, examples.inputs(np.array([number]))[0].reshape(-1)))


class PointForm(Form):
    """Points in the plane, of which the network sees features."""

    def __init__(self, features: tuple[str, ...]) -> None:
        whole = slice(0, 0)
        super().__init__(
            tuple(Field(name, whole, low=-PLANE_EXTENT, high=PLANE_EXTENT, average=0.0) for name in ("x1", "x2"))
        )
        self._features = features

    def inputs(self, columns: Sequence[Sequence[str]], decimal: str = ".", first_row: int = 1) -> Floats:
        return feature_matrix(number_columns(self.fields, columns, decimal), self._features)

    def cells(self, dataset: Dataset, part: str, number: int) -> tuple[str, ...]:
        points = dataset.points_train if part == "train" else dataset.points_test
        assert points is not None  # points in the plane have coordinates
        return tuple(map(_single_text, points[number]))


class TableForm(_SeparateForm):
    """Rows of a table, prepared as the training data are."""

    def __init__(self, fields: tuple[Field, ...], preparation: Preparation, means: NDArray[np.float64]) -> None:
        super().__init__(fields, means)
        self._preparation = preparation

    def inputs(self, columns: Sequence[Sequence[str]], decimal: str = ".", first_row: int = 1) -> Floats:
        _check_width(self.fields, columns)
        raw = [
            _raw(cells, each.column, decimal, first_row)
            for each, cells in zip(self._preparation.columns, columns, strict=True)
        ]
        for each, values in zip(self._preparation.columns, raw, strict=True):
            if isnan(each.fill) and np.isnan(values).any():
                raise _missing(each.column.name)
        return self._preparation.apply(lambda number: raw[number], len(columns[0]))

    def _inputs_of_field(self, number: int, cells: Sequence[str]) -> Floats:
        each = self._preparation.columns[number]
        return each.apply(_raw(cells, each.column, ".", 1)).reshape(len(cells), -1)

    def cells(self, dataset: Dataset, part: str, number: int) -> tuple[str, ...]:
        examples = dataset.train if part == "train" else dataset.test
        x = examples.inputs(np.array([number]))[0]
        return tuple(
            _own_cell(each, x[field.columns])
            for field, each in zip(self.fields, self._preparation.columns, strict=True)
        )


def form_of(data: DataChoice, dataset: Dataset | None) -> Form | None:
    """Return the form of the rows of a data set; None for pictures, and for a table whose data are not there.

    Without the data the ranges are from 0 to 1.
    """
    if isinstance(data, PlaneChoice):
        return PointForm(data.features)
    if len(data.input_shape) != 1:
        return None
    if isinstance(data, TableChoice):
        if dataset is None or dataset.preparation is None:
            return None
        x = dataset.train.inputs()
        return TableForm(_table_fields(dataset.preparation, x), dataset.preparation, x.mean(axis=0, dtype=np.float64))
    names = data.input_names or tuple(str(number + 1) for number in range(data.input_shape[0]))
    if dataset is None:
        return NumberForm(tuple(Field(name, slice(i, i + 1)) for i, name in enumerate(names)))
    x = dataset.train.inputs()
    low, high, mean = x.min(axis=0), x.max(axis=0), x.mean(axis=0, dtype=np.float64)
    is_whole = (x[:_MOST_CHECKED] == np.rint(x[:_MOST_CHECKED])).all(axis=0)
    return NumberForm(
        tuple(
            Field(name, slice(i, i + 1), (), float(low[i]), float(high[i]), float(mean[i]), bool(is_whole[i]))
            for i, name in enumerate(names)
        ),
        mean,
    )


def number_columns(fields: Sequence[Field], columns: Sequence[Sequence[str]], decimal: str) -> Floats:
    """Return cells as numbers (n, n_fields); DataError if one is missing or not a number."""
    _check_width(fields, columns)
    cells = [cell for column in columns for cell in column]  # in one piece: there may be hundreds of fields
    n_rows = len(columns[0])
    try:
        values = numbers(cells, decimal)
    except NotANumberError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{cell}” is not a number; “{column}” needs one."),
            cell=cells[error.place][:60],
            column=fields[error.place // n_rows].name,
        ) from error
    is_missing = np.isnan(values)
    if is_missing.any():
        name = fields[int(is_missing.argmax()) // n_rows].name
        raise DataError(QT_TRANSLATE_NOOP("errors", "“{column}” needs a number."), column=name)
    return np.ascontiguousarray(values.reshape(len(fields), n_rows).T, np.float32)


def own_number(value: float) -> str:
    """Return a number as a person writes it: 49, 0.25, 1e-05."""
    is_plain = abs(value) < 1e15 and (value == 0 or abs(value) >= 1e-4)
    text = np.format_float_positional(value, trim="-") if is_plain else repr(value)
    return "0" if text == "-0" else text


def _raw(cells: Sequence[str], column: Column, decimal: str, first_row: int) -> Floats:
    """Return cells as numbers; in place of a date, the number that is made of it will do."""
    try:
        return raw_numbers(cells, column, decimal, lambda place: str(first_row + place))
    except DataError:
        if column.date_part is None:
            raise
        try:
            return np.asarray(numbers(cells, decimal), np.float32)
        except NotANumberError:
            pass
        raise


def _single_text(value: np.float32) -> str:
    """Return the shortest text that reads back as the same float32."""
    return own_number(float(str(value)))


def _own_cell(each: ColumnPreparation, inputs: Floats) -> str:
    """Return the cell that is prepared to these inputs of one column."""
    if each.column.role is Role.ONE_HOT:
        return each.column.categories[int(inputs.argmax())]
    if each.column.role is Role.ORDINAL:
        return each.column.categories[round(float(inputs[0]))]
    own = _own_value(each, inputs[0])
    if each.column.date_part is not DatePart.DAYS:
        return own_number(own)
    is_filled = own != round(own) and not isnan(each.fill)  # by an average, which is no date
    return "" if is_filled else day_text(own)


def _own_value(each: ColumnPreparation, x: np.float32) -> float:
    """Return the number that is prepared to this input."""
    value = float(x) * each.scale + each.shift
    # Preparing loses digits: of the numbers that are prepared to this input, the shortest is most likely the person's.
    for own in (0.0, *(float(f"{value:.{digits}g}") for digits in range(1, _MOST_DIGITS + 1))):
        if each.apply(np.array([own], np.float32))[0] == x:
            return own
    return float(f"{value:.{_MOST_DIGITS}g}")


def _table_fields(preparation: Preparation, x: Floats) -> tuple[Field, ...]:
    fields, place = [], 0
    for each in preparation.columns:
        column = each.column
        columns = slice(place, place + len(column.input_names))
        place = columns.stop
        if column.has_categories:
            fields.append(Field(column.name, columns, column.categories, 0.0, len(column.categories) - 1.0, 0.0))
            continue
        values = x[:, columns.start]
        mean = float(values.mean(dtype=np.float64)) * each.scale + each.shift
        own = np.array([_own_value(each, value) for value in values[:_MOST_CHECKED]])
        is_whole = bool(np.mean(own == np.rint(own)) > 0.99)  # a mean that was filled in is no whole number
        low, high = (_own_value(each, value) for value in (values.min(), values.max()))
        is_date = column.date_part is DatePart.DAYS
        fields.append(Field(column.name, columns, (), low, high, mean, is_whole, each.fill, is_date))
    return tuple(fields)


def _check_width(fields: Sequence[Field], columns: Sequence[Sequence[str]]) -> None:
    if len(columns) != len(fields):
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "A row needs {expected} values: {names}."),
            expected=len(fields),
            names=", ".join(field.name for field in fields),
        )


def _missing(name: str) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The value of “{column}” is missing, and missing values of this column are not filled in.",
        ),
        column=name,
    )
