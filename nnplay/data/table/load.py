"""A table as a data set: read in pieces, split, and prepared with statistics of the training part."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnplay.data.dataset import Dataset, Task
from nnplay.data.leaks import count_shared
from nnplay.data.loading import LoadCancelledError, ReportProgress, ShouldCancel
from nnplay.data.splitting import split
from nnplay.data.table.columns import Column, Missing, Role
from nnplay.data.table.format import TableFormat
from nnplay.data.table.preparation import Preparation, fitted, raw_numbers
from nnplay.data.table.reader import Piece, TableSource, read_pieces
from nnplay.engine import DataError, Examples
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.seeds import generator

MAX_NUMBERS = 1 << 29
"""Largest number of values of a table in memory: 2 GB."""

Floats = NDArray[np.float32]


def load_table(
    source: TableSource,
    form: TableFormat,
    columns: tuple[Column, ...],
    goal: Task,
    train_share: float,
    is_stratified: bool,
    seed_split: int,
    report: ReportProgress,
    should_cancel: ShouldCancel,
) -> Dataset:
    """Read a table; see ``TableChoice`` for the parameters.

    The peak memory is twice that of the result: raw numbers and prepared numbers.

    Raises
    ------
    DataError
        If the file does not match the choice; the sentence names the row and a remedy.
    LoadCancelledError
        If ``should_cancel`` returned true.
    """
    used = [i for i, column in enumerate(columns) if column.role is not Role.IGNORE]
    table = _Table(source, form, columns, used)
    text = QT_TRANSLATE_NOOP("loading", "Reading the table")
    for piece in read_pieces(source, form, report, should_cancel, text):
        table.add(piece)
    raw, numbers = table.take()
    names = [columns[i] for i in used]
    target = next(i for i, column in enumerate(names) if column.role is Role.TARGET)
    is_whole = _completeness(source, raw, names)
    if not is_whole.all():
        raw, numbers = raw[:, is_whole], numbers[is_whole]
    labels = raw[target] if goal is not Task.REGRESSION and is_stratified else None
    train, test = split(raw.shape[1], train_share, generator("split", seed_split), labels)
    inputs = [i for i, column in enumerate(names) if column.is_input]
    if should_cancel():
        raise LoadCancelledError
    preparation = Preparation(tuple(fitted(names[i], raw[i][train]) for i in inputs), form.decimal)
    parts = []
    for rows in (train, test):
        if should_cancel():
            raise LoadCancelledError
        x = preparation.apply(lambda i, rows=rows: raw[inputs[i]][rows], len(rows))  # type: ignore[misc]  # mypy infers no types for defaults
        y = raw[target][rows]
        parts.append(Examples(x, y.astype(np.int64) if goal is Task.MULTICLASS else y.reshape(-1, 1)))
    return Dataset(
        name="table",
        task=goal,
        train=parts[0],
        test=parts[1],
        input_shape=parts[0].x.shape[1:],
        classes=names[target].categories,
        features=tuple(name for i in inputs for name in names[i].input_names),
        preparation=preparation,
        rows_train=numbers[train],
        rows_test=numbers[test],
        n_shared=count_shared(*parts),
    )


class _Table:
    """Collects the used columns as raw numbers, one array per column and piece."""

    def __init__(self, source: TableSource, form: TableFormat, columns: tuple[Column, ...], used: list[int]) -> None:
        self._source = source
        self._form = form
        self._columns = columns
        self._used = used
        self._pieces: list[Floats] = []
        self._numbers: list[int] = []
        self._n_numbers = 0
        self._is_first = True

    def add(self, piece: Piece) -> None:
        if self._is_first and piece.rows:
            self._is_first = False
            if len(piece.rows[0]) != len(self._columns):
                raise DataError(
                    QT_TRANSLATE_NOOP(
                        "errors", "“{file}” has {found} columns; {expected} are expected: open it again."
                    ),
                    file=self._source.name,
                    found=len(piece.rows[0]),
                    expected=len(self._columns),
                )
            if self._form.has_header:
                piece = piece.without_first()
        rows, numbers = piece.rows, piece.numbers
        if not rows:
            return
        self._numbers.extend(numbers)
        cells = list(zip(*rows, strict=True))
        self._n_numbers += len(rows) * len(self._used)
        if self._n_numbers > MAX_NUMBERS:
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{file}” has more than {most} numbers: ignore some columns, or use only part of its rows.",
                ),
                file=self._source.name,
                most=MAX_NUMBERS,
            )
        self._pieces.append(
            np.stack(
                [
                    raw_numbers(cells[i], self._columns[i], self._form.decimal, lambda place: str(numbers[place]))
                    for i in self._used
                ]
            )
        )

    def take(self) -> tuple[Floats, NDArray[np.int64]]:
        """Return all raw numbers (n_used, n_rows) and the number of each row in the file (n_rows,).

        The pieces are freed as they are copied.
        """
        raw = np.empty((len(self._used), sum(piece.shape[1] for piece in self._pieces)), np.float32)
        place = raw.shape[1]
        while self._pieces:
            piece = self._pieces.pop()
            raw[:, place - piece.shape[1] : place] = piece
            place -= piece.shape[1]
        return raw, np.array(self._numbers, np.int64)


def _completeness(source: TableSource, raw: Floats, columns: list[Column]) -> NDArray[np.bool_]:
    """Return (n_rows,) whether each row of the raw numbers (n_columns, n_rows) is complete or can be filled in."""
    is_whole = np.ones(raw.shape[1], bool)
    for column, values in zip(columns, raw, strict=True):
        if column.missing is Missing.DROP or not column.is_input:
            is_whole &= ~np.isnan(values)
    if not is_whole.any():
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” has no complete row: fill missing numbers with the mean, or ignore"
                " the columns with missing values.",
            ),
            file=source.name,
        )
    return is_whole
