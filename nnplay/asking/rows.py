"""ask_rows: a whole table of rows in, and the network's answer to each of them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.asking.answer import Asker, Meaning, Translate
from nnplay.asking.asked_rows import AskedRows
from nnplay.asking.form import Form, form_of
from nnplay.data import DataChoice, Dataset, TableChoice, Task, feature_label
from nnplay.data.loading import ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.data.table import TableFormat, sniff
from nnplay.data.table.numbers import NotANumberError
from nnplay.data.table.numbers import numbers as numbers_of
from nnplay.data.table.reader import TableSource, read_head, read_pieces
from nnplay.data.table.scan import column_names
from nnplay.engine import DataError, NetworkSpec, Part
from nnplay.engine.errors import QT_TRANSLATE_NOOP, NnplayError

Floats = NDArray[np.float32]

MOST_ROWS = 1_000_000


def ask_rows(
    source: TableSource,
    data: DataChoice,
    dataset: Dataset | None,
    spec: NetworkSpec,
    parameters: Floats,
    muted: tuple[Part, ...] = (),
    translate: Translate | None = None,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> AskedRows:
    """Ask a network about every row of a table.

    The columns are found by their names, in any order, and further columns are kept; a table without names needs the
    inputs in their order, with or without the true answer behind them. A row with a cell that cannot be used gets no
    answer, and ``problems`` says why.

    Parameters
    ----------
    dataset
        The data of the project; only a table cannot do without.
    translate
        Puts nnplay's own names of inputs and classes into the person's language; they are understood in both forms.

    Raises
    ------
    DataError
        If the table cannot be read, lacks an input, or the network reads pictures.
    LoadCancelledError
        If ``should_cancel`` returned true.
    """
    form = form_of(data, dataset)
    if form is None:
        raise DataError(QT_TRANSLATE_NOOP("errors", "This network reads pictures, not rows of numbers."))
    shape = sniff(read_head(source))
    names, rows, numbers = _read(source, shape, report, should_cancel)
    meaning = Meaning.of(data, translate)
    columns = _Columns.find(names, form, data, translate, has_header=shape.has_header)
    asked = _Asking(form, columns, shape.decimal, rows, numbers)
    x = asked.inputs()
    answer = Asker().ask(meaning, spec, parameters, x, muted)
    actual = None if columns.target is None else asked.targets(columns.target, meaning, data.class_names)
    return AskedRows(
        names, rows, answer, asked.answered, asked.problems, numbers, x, columns.inputs, shape.decimal, actual
    )


def _read(
    source: TableSource, shape: TableFormat, report: ReportProgress, should_cancel: ShouldCancel
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...], tuple[int, ...]]:
    """Return the names of the columns, the rows below them, and the rows' numbers in the file."""
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for piece in read_pieces(source, shape, report, should_cancel, QT_TRANSLATE_NOOP("loading", "Reading the table")):
        rows.extend(map(tuple, piece.rows))
        numbers.extend(piece.numbers)
        if len(rows) > MOST_ROWS + 1:
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "“{file}” has more than {most} rows: ask about a part of them."),
                file=source.name,
                most=MOST_ROWS,
            )
    if len(rows) <= shape.has_header:
        raise DataError(QT_TRANSLATE_NOOP("errors", "“{file}” has no rows of data."), file=source.name)
    names = column_names(list(rows[0]), shape.has_header)
    first = int(shape.has_header)
    return names, tuple(rows[first:]), tuple(numbers[first:])


@dataclass(frozen=True)
class _Columns:
    """Where in a table the inputs are, and the true answer if it has one."""

    inputs: tuple[int, ...]
    target: int | None

    @classmethod
    def find(
        cls, names: Sequence[str], form: Form, data: DataChoice, translate: Translate | None, *, has_header: bool
    ) -> _Columns:
        wanted = tuple(each.name for each in form.fields)
        shown = wanted if translate is None else data.names_in_words(wanted, translate)
        if has_header:
            places = {_key(name): place for place, name in reversed(list(enumerate(names)))}
            found = [_place(places, *both) for both in zip(wanted, shown, strict=True)]
            missing = [name for name, place in zip(shown, found, strict=True) if place is None]
            if missing:
                raise DataError(
                    QT_TRANSLATE_NOOP("errors", "The table has no column “{column}”. It needs the columns {names}."),
                    column=missing[0],
                    names=", ".join(shown),
                )
            inputs = tuple(place for place in found if place is not None)
            if isinstance(data, TableChoice):
                return cls(inputs, places.get(_key(data.target.name)))
            others = [place for place in range(len(names)) if place not in inputs]
            return cls(inputs, others[0] if len(others) == 1 else None)
        if isinstance(data, TableChoice) and len(names) == len(data.columns):
            numbered = list(enumerate(data.columns))
            target_place = next(i for i, column in numbered if column is data.target)
            return cls(tuple(i for i, column in numbered if column.is_input), target_place)
        n = len(wanted)
        if len(names) not in (n, n + 1):
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "A row needs {expected} values: {names}."),
                expected=n,
                names=", ".join(shown),
            )
        return cls(tuple(range(n)), n if len(names) > n else None)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _place(places: dict[str, int], *names: str) -> int | None:
    """Return the column that has one of these names."""
    keys = [_key(known) for name in names for known in (name, feature_label(name))]
    return next((places[key] for key in keys if key in places), None)


class _Asking:
    """The rows on their way to the network: all at once where possible, one by one where a cell cannot be used."""

    def __init__(
        self, form: Form, columns: _Columns, decimal: str, rows: Sequence[Sequence[str]], numbers: Sequence[int]
    ) -> None:
        self._form, self._columns, self._decimal = form, columns, decimal
        self._rows, self._numbers = rows, numbers
        self.problems: dict[int, NnplayError] = {}
        self.answered: NDArray[np.intp] = np.zeros(0, np.intp)

    def inputs(self, at_a_time: int = 1_000) -> Floats:
        """Return the inputs of all rows that can be used, (n, n_inputs)."""
        pieces: list[Floats] = []
        answered: list[int] = []
        for start in range(0, len(self._rows), at_a_time):
            stop = min(start + at_a_time, len(self._rows))
            try:
                pieces.append(self._piece(start, stop))
                answered.extend(range(start, stop))
            except NnplayError:
                for number in range(start, stop):
                    try:
                        pieces.append(self._piece(number, number + 1))
                        answered.append(number)
                    except NnplayError as error:
                        self.problems[number] = error
        if not pieces:
            raise self.problems[0]
        self.answered = np.array(answered, np.intp)
        return np.concatenate(pieces)

    def targets(
        self, place: int, meaning: Meaning, class_names: tuple[str, ...]
    ) -> NDArray[np.int64] | NDArray[np.float64] | None:
        """Return the true answers of the answered rows, unknown where a cell means nothing; None if none does."""
        cells = [self._rows[number][place].strip() for number in self.answered]
        if meaning.task is Task.REGRESSION:
            quantities = np.array([_quantity(cell, self._decimal) for cell in cells])
            return None if np.isnan(quantities).all() else quantities
        order = {name: number for names in (class_names, meaning.classes) for number, name in enumerate(names)}
        if meaning.task is Task.BINARY:
            order["1"] = 1
        classes = np.array([order.get(cell, -1) for cell in cells], np.int64)
        return classes if (classes >= 0).any() else None

    def _piece(self, start: int, stop: int) -> Floats:
        columns = [[self._rows[number][place] for number in range(start, stop)] for place in self._columns.inputs]
        return self._form.inputs(columns, self._decimal, self._numbers[start])


def _quantity(cell: str, decimal: str) -> float:
    try:
        return float(numbers_of((cell,), decimal)[0])
    except NotANumberError:
        return float("nan")
