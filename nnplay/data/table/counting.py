"""What a column of a table holds, counted piece by piece while the table is read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import inf

import numpy as np
from numpy.typing import NDArray

from nnplay.data.table.columns import MAX_CATEGORIES
from nnplay.data.table.dates import date_of, day_number
from nnplay.data.table.natural_order import natural_key
from nnplay.data.table.numbers import (
    NotANumberError,
    is_missing,
    is_number,
    number,
    numbers,
    numbers_or_missing,
)

N_BINS = 16

_MAX_CATEGORY_LENGTH = 60
_MOST_SAMPLED = 5_000
_MOST_REMEMBERED = 200_000
"""Cells that are remembered to find out whether all are different; if there are more, they count as different."""


@dataclass(frozen=True)
class ColumnScan:
    """The content of a column.

    Attributes
    ----------
    n_numbers, n_words, n_missing, n_zeros
        Number of cells that are numbers, words, missing, and 0.
    low, high
        Smallest and largest number; infinite if there is none.
    first_day, last_day
        First and last date, in days since 1970-01-01; infinite if there is none.
    categories
        All distinct cells, numbers by size, words as people order them; empty if more than ``MAX_CATEGORIES``.
    counts
        The number of cells of each category.
    first_word
        Row and text of the first cell that is not a number; 0 and empty if there is none.
    n_dates
        Number of the words that are dates.
    first_stray
        Row and text of the first word that is not a date; 0 and empty if there is none.
    is_unique
        Whether all cells are different words or whole numbers.
    is_running
        Whether it counts the rows from 0 or 1.
    histogram
        (N_BINS,) relative frequencies of the numbers between ``low`` and ``high``, from a sample; of the dates where
        ``has_dates``; empty if there are none.
    missing_rows, zero_rows, word_rows
        Bits, one per row in the same order for all columns: which cells are missing, 0, or words.
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
    n_dates: int = 0
    first_day: float = inf
    last_day: float = -inf
    first_stray: tuple[int, str] = (0, "")
    is_unique: bool = False
    is_running: bool = False
    histogram: tuple[float, ...] = ()
    missing_rows: bytes = field(default=b"", repr=False)
    zero_rows: bytes = field(default=b"", repr=False)
    word_rows: bytes = field(default=b"", repr=False)

    @property
    def is_constant(self) -> bool:
        """Whether all cells are equal."""
        return len(self.categories) == 1 or (self.n_words == 0 and self.low >= self.high)

    @property
    def has_dates(self) -> bool:
        """Whether most of its words are dates, and there are more of them than numbers."""
        return self.n_dates > self.n_numbers and 2 * self.n_dates > self.n_words


class ColumnCounts:
    """Collects the counts of a column."""

    def __init__(self) -> None:
        self._n_numbers = self._n_words = self._n_missing = self._n_zeros = self._n_dates = 0
        self._numbers, self._days = _Spread(), _Spread()
        self._categories: Counter[str] = Counter()
        self._has_too_many = False
        self._first_word = self._first_stray = (0, "")
        self._seen: set[str] | None = set()
        self._is_unique = True
        self._is_running = True
        self._next: float | None = None
        self._rows: dict[str, list[bytes]] = {"missing": [], "zero": [], "word": []}

    def add(self, cells: Sequence[str], decimal: str, rows: Sequence[int]) -> None:
        """Count some more cells; ``rows`` are their numbers in the file."""
        values, is_word = self._read(cells, decimal)
        is_known = ~np.isnan(values)
        known = values[is_known]
        is_missing_cell = ~(is_known | is_word)
        is_zero = values == 0
        for name, bits in (("missing", is_missing_cell), ("zero", is_zero), ("word", is_word)):
            self._rows[name].append(np.packbits(bits).tobytes())
        self._n_numbers += len(known)
        self._n_missing += int(is_missing_cell.sum())
        self._n_words += int(is_word.sum())
        self._n_zeros += int(is_zero.sum())
        self._numbers.add(known)
        self._note_words(cells, is_word, rows)
        self._note_order(cells, values)
        self._note_categories(cells)

    def scan(self, name: str, decimal: str) -> ColumnScan:
        """Return the counts so far."""
        categories = [] if self._has_too_many else sorted(self._categories, key=natural_key)
        if categories and all(is_number(each, decimal) for each in categories):
            categories.sort(key=lambda each: number(each, decimal))
        scan = ColumnScan(
            name,
            self._n_numbers,
            self._n_words,
            self._n_missing,
            self._n_zeros,
            self._numbers.low,
            self._numbers.high,
            tuple(categories),
            tuple(self._categories[each] for each in categories),
            self._first_word,
            self._n_dates,
            self._days.low,
            self._days.high,
            self._first_stray,
            self._is_unique and not self._n_missing,
            self._is_running and not self._n_missing,
            self._numbers.histogram(),
            *(b"".join(self._rows[each]) for each in ("missing", "zero", "word")),
        )
        return replace(scan, histogram=self._days.histogram()) if scan.has_dates else scan

    def _read(self, cells: Sequence[str], decimal: str) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Return the cells as numbers (n,), NaN where they are none, and which of them are words (n,)."""
        try:
            return numbers(cells, decimal), np.zeros(len(cells), bool)
        except NotANumberError:
            values = numbers_or_missing(cells, decimal)
            is_word = [value != value and not is_missing(cell) for value, cell in zip(values, cells, strict=True)]
            return values, np.array(is_word)

    def _note_words(self, cells: Sequence[str], is_word: NDArray[np.bool_], rows: Sequence[int]) -> None:
        days = []
        for place in np.flatnonzero(is_word).tolist():
            cell = cells[place][:_MAX_CATEGORY_LENGTH]
            self._first_word = self._first_word if self._first_word[0] else (rows[place], cell)
            day = date_of(cells[place])
            if day is not None:
                days.append(day_number(day))
            elif not self._first_stray[0]:
                self._first_stray = (rows[place], cell)
        self._n_dates += len(days)
        self._days.add(np.array(days, float))

    def _note_order(self, cells: Sequence[str], values: NDArray[np.float64]) -> None:
        is_whole = bool((values == np.floor(values)).all())  # not of words, nor of missing cells
        if self._is_running and len(values):
            start = self._next if self._next is not None else values[0]
            is_start = self._next is not None or start in (0, 1)
            self._is_running = bool(is_whole and is_start and (values == start + np.arange(len(values))).all())
            self._next = float(start) + len(values)
        if self._is_unique:
            new = set(cells)
            is_fraction = not is_whole and not np.isnan(values).all()
            if is_fraction or len(new) < len(cells) or (self._seen is not None and not self._seen.isdisjoint(new)):
                self._is_unique, self._seen = False, None
            elif self._seen is not None:
                self._seen |= new
                if len(self._seen) > _MOST_REMEMBERED:
                    self._seen = None

    def _note_categories(self, cells: Sequence[str]) -> None:
        if self._has_too_many:
            return
        for cell, n in Counter(cells).items():
            if not is_missing(cell):
                self._categories[cell.strip()[: _MAX_CATEGORY_LENGTH + 1]] += n
        self._has_too_many = len(self._categories) > MAX_CATEGORIES or any(
            len(each) > _MAX_CATEGORY_LENGTH for each in self._categories
        )


class _Spread:
    """How values are spread: the smallest and the largest one, and a sample of them."""

    def __init__(self) -> None:
        self.low, self.high = inf, -inf
        self._sample: list[NDArray[np.float64]] = []
        self._n_sampled = 0

    def add(self, values: NDArray[np.float64]) -> None:
        """Note some more values (n,), none of them NaN."""
        if not len(values):
            return
        self.low, self.high = min(self.low, float(values.min())), max(self.high, float(values.max()))
        if self._n_sampled < _MOST_SAMPLED:
            self._sample.append(values)
            self._n_sampled += len(values)

    def histogram(self) -> tuple[float, ...]:
        """Return (N_BINS,) relative frequencies between the smallest and the largest value, or nothing if all are
        equal.
        """
        if not self.low < self.high:
            return ()
        counts, _ = np.histogram(np.concatenate(self._sample), N_BINS, (self.low, self.high))
        return tuple((counts / counts.max()).tolist())
