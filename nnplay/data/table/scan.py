"""A first scan of a whole table: what its columns hold, so that the user can choose how to use them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import inf

import numpy as np

from nnplay.data.loading import ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.data.table.columns import MAX_CATEGORIES
from nnplay.data.table.format import TableFormat, sniff
from nnplay.data.table.numbers import NotANumberError, is_missing, is_number, numbers
from nnplay.data.table.reader import Piece, TableSource, read_head, read_pieces
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

N_PREVIEW_ROWS = 50

_MAX_NAME_LENGTH = 60
_MAX_CATEGORY_LENGTH = 60


@dataclass(frozen=True)
class ColumnScan:
    """The content of a column.

    Attributes
    ----------
    n_numbers, n_words, n_missing, n_zeros
        Number of cells that are numbers, words, missing, and 0.
    low, high
        Smallest and largest number; infinite if there is none.
    categories
        All distinct cells, numbers by size, words alphabetically; empty if there are more than ``MAX_CATEGORIES``.
    counts
        The number of cells of each category.
    first_word
        Row and text of the first cell that is not a number; 0 and empty if there is none.
    """

    name: str
    n_numbers: int
    n_words: int
    n_missing: int
    n_zeros: int
    low: float
    high: float
    categories: tuple[str, ...]
    counts: tuple[int, ...]
    first_word: tuple[int, str]

    @property
    def is_constant(self) -> bool:
        """Whether all cells are equal."""
        return len(self.categories) == 1 or (self.n_words == 0 and self.low >= self.high)


@dataclass(frozen=True)
class TableScan:
    """The content of a table; ``preview`` has its first rows, without the header."""

    source: TableSource
    form: TableFormat
    n_rows: int
    columns: tuple[ColumnScan, ...]
    preview: tuple[tuple[str, ...], ...]


def scan_table(
    source: TableSource,
    form: TableFormat | None = None,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> TableScan:
    """Read a table once and count.

    Parameters
    ----------
    form
        The table's format; None to detect it.

    Raises
    ------
    DataError
        If it cannot be read.
    LoadCancelledError
        If ``should_cancel`` returned true.
    """
    form = form or sniff(read_head(source))
    text = QT_TRANSLATE_NOOP("loading", "Scanning the table")
    names: tuple[str, ...] | None = None
    columns: list[_Counts] = []
    preview: list[tuple[str, ...]] = []
    n_rows = 0
    for piece in read_pieces(source, form, report, should_cancel, text):
        if names is None and piece.rows:
            names = column_names(piece.rows[0], form.has_header)
            columns = [_Counts() for _ in names]
            if form.has_header:
                piece = Piece(piece.first + 1, piece.rows[1:])
        n_rows += len(piece.rows)
        preview.extend(map(tuple, piece.rows[: N_PREVIEW_ROWS - len(preview)]))
        for column, cells in zip(columns, zip(*piece.rows, strict=True), strict=False):
            column.add(cells, form.decimal, piece.first)
    if not n_rows or names is None:
        raise DataError(QT_TRANSLATE_NOOP("errors", "“{file}” has no rows of data."), file=source.name)
    scans = tuple(column.scan(name, form.decimal) for name, column in zip(names, columns, strict=True))
    return TableScan(source, form, n_rows, scans, tuple(preview))


def column_names(first_row: list[str], is_header: bool) -> tuple[str, ...]:
    """Return a distinct name for each column: those of the header, or numbers from 1."""
    names: list[str] = []
    for number, cell in enumerate(first_row, 1):
        word = "".join(sign for sign in cell.strip() if sign.isprintable())[:_MAX_NAME_LENGTH] if is_header else ""
        name, n = word or str(number), 2
        while name in names:
            name, n = f"{word or number} ({n})", n + 1
        names.append(name)
    return tuple(names)


@dataclass
class _Counts:
    """Collects the counts of a column piece by piece."""

    n_numbers: int = 0
    n_words: int = 0
    n_missing: int = 0
    n_zeros: int = 0
    low: float = inf
    high: float = -inf
    categories: Counter[str] = field(default_factory=Counter)
    has_too_many: bool = False
    first_word: tuple[int, str] = (0, "")

    def add(self, cells: tuple[str, ...], decimal: str, first_row: int) -> None:
        self._count(cells, decimal, first_row)
        if not self.has_too_many:
            for cell, n in Counter(cells).items():
                if not is_missing(cell):
                    self.categories[cell.strip()[: _MAX_CATEGORY_LENGTH + 1]] += n
            self.has_too_many = len(self.categories) > MAX_CATEGORIES or any(
                len(each) > _MAX_CATEGORY_LENGTH for each in self.categories
            )

    def scan(self, name: str, decimal: str) -> ColumnScan:
        categories = [] if self.has_too_many else sorted(self.categories)
        if categories and all(is_number(each, decimal) for each in categories):
            categories.sort(key=lambda each: float(each.replace(decimal, ".")))
        return ColumnScan(
            name,
            self.n_numbers,
            self.n_words,
            self.n_missing,
            self.n_zeros,
            self.low,
            self.high,
            tuple(categories),
            tuple(self.categories[each] for each in categories),
            self.first_word,
        )

    def _count(self, cells: tuple[str, ...], decimal: str, first_row: int) -> None:
        try:
            values = numbers(cells, decimal)
        except NotANumberError:
            words = [not (is_missing(cell) or is_number(cell, decimal)) for cell in cells]
            self.n_words += sum(words)
            place = words.index(True) if any(words) else 0
            if not self.first_word[0] and any(words):
                self.first_word = (first_row + place, cells[place][:_MAX_CATEGORY_LENGTH])
            values = np.array(
                [float(cell.replace(decimal, ".")) for cell in cells if is_number(cell, decimal)]
                + [np.nan] * sum(map(is_missing, cells))
            )
        is_known = ~np.isnan(values)
        known = values[is_known]
        self.n_numbers += len(known)
        self.n_missing += len(values) - len(known)
        self.n_zeros += int(np.count_nonzero(known == 0))
        if len(known):
            self.low, self.high = min(self.low, float(known.min())), max(self.high, float(known.max()))
