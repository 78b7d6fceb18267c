"""An unfinished choice of a table: the columns as the user has set them so far, valid or not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from nnplay.data.dataset import Task
from nnplay.data.table.choice import TableChoice
from nnplay.data.table.columns import Column, Missing, Role, Scaling
from nnplay.data.table.dates import DatePart
from nnplay.data.table.preparation import not_a_date, not_a_number
from nnplay.data.table.scan import TableScan
from nnplay.data.table.suggestion import suggested_choice, suggested_goal, suggested_input
from nnplay.engine import DataError


@dataclass(frozen=True)
class TableDraft:
    """Columns with their roles; each change returns a new draft, and only ``choice`` checks the whole.

    Attributes
    ----------
    scan, checksum
        The table.
    columns
        One per column of the table.
    goal, train_share, is_stratified
        See ``TableChoice``.
    """

    scan: TableScan
    checksum: str
    columns: tuple[Column, ...]
    goal: Task = Task.REGRESSION
    train_share: float = 0.8
    is_stratified: bool = True

    @classmethod
    def begin(cls, scan: TableScan, checksum: str, present: TableChoice | None = None) -> TableDraft:
        """Return the likely draft: the present choice if it fits the table, else what the columns suggest."""
        if present is not None:
            try:
                return cls._of(present.with_table(scan, checksum), scan)
            except DataError:
                pass  # a different table: its columns have other meanings
        try:
            return cls._of(suggested_choice(scan, scan.source.name, checksum, scan.source.content), scan)
        except DataError:  # no column can be predicted as it is; the user may know what to change
            return cls(scan, checksum, tuple(suggested_input(each) for each in scan.columns))

    @classmethod
    def _of(cls, choice: TableChoice, scan: TableScan) -> TableDraft:
        return cls(scan, choice.checksum, choice.columns, choice.goal, choice.train_share, choice.is_stratified)

    @property
    def target(self) -> int | None:
        """The number of the column to predict; None if there is none yet."""
        return next((i for i, column in enumerate(self.columns) if column.role is Role.TARGET), None)

    @property
    def goals(self) -> tuple[Task, ...]:
        """The possible kinds of target."""
        if self.target is None:
            return ()
        found = self.scan.columns[self.target]
        n_classes = len(found.categories)
        possible = {Task.REGRESSION: not found.n_words, Task.YES_NO: n_classes == 2, Task.MULTICLASS: n_classes >= 2}
        return tuple(goal for goal, is_possible in possible.items() if is_possible)

    @property
    def balance(self) -> tuple[tuple[str, int], ...]:
        """The target's classes and the number of rows of each; empty for quantities."""
        if self.target is None or self.goal is Task.REGRESSION:
            return ()
        found = self.scan.columns[self.target]
        return tuple(zip(found.categories, found.counts, strict=True))

    @property
    def stray(self) -> int | None:
        """The number of the first column that should hold numbers, or dates, and has words among them; None if none."""
        for number, (column, found) in enumerate(zip(self.columns, self.scan.columns, strict=True)):
            is_number = column.role is Role.NUMBER or (column.role is Role.TARGET and self.goal is Task.REGRESSION)
            n_strays = found.n_words - (found.n_dates if column.date_part is not None else 0)
            if is_number and n_strays and not column.is_word_missing:
                return number
        return None

    @property
    def left_out(self) -> tuple[int, ...]:
        """Numbers of the columns whose missing cells leave rows out."""
        return tuple(i for i, column in enumerate(self.columns) if self._drops(column) and any(self._lacks(i)))

    @property
    def n_left(self) -> int:
        """Number of rows that remain when those with missing cells are left out."""
        lost = np.zeros(0, np.uint8)
        for number in self.left_out:
            bits = np.frombuffer(self._lacks(number), np.uint8)
            lost = bits if not len(lost) else lost | bits
        return self.scan.n_rows - int(np.unpackbits(lost).sum())

    def _drops(self, column: Column) -> bool:
        return column.role is Role.TARGET or (column.is_input and column.missing is Missing.DROP)

    def _lacks(self, number: int) -> bytes:
        """Return which rows lack a usable cell in a column, as bits in the scan's order."""
        column, found = self.columns[number], self.scan.columns[number]
        bits = np.frombuffer(found.missing_rows, np.uint8)
        if column.is_zero_missing:
            bits = bits | np.frombuffer(found.zero_rows, np.uint8)
        if column.is_word_missing and column.date_part is None:
            bits = bits | np.frombuffer(found.word_rows, np.uint8)
        return bits.tobytes()

    def with_role(self, numbers: Collection[int], role: Role) -> TableDraft:
        """Return the draft with another role for some columns; of several targets the first one counts.

        Raises
        ------
        DataError
            If a column cannot have this role.
        """
        if role is Role.TARGET:
            return self._with_target(min(numbers))
        columns = (self._used(i, role) if i in numbers else column for i, column in enumerate(self.columns))
        return replace(self, columns=tuple(columns))

    def with_goal(self, goal: Task) -> TableDraft:
        """Return the draft with another kind of target, one of ``goals``."""
        target = self.target
        if target is None:
            return self
        categories = () if goal is Task.REGRESSION else self.scan.columns[target].categories
        return replace(self._replaced({target}, categories=categories), goal=goal)

    def with_missing(self, numbers: Collection[int], missing: Missing) -> TableDraft:
        """Return the draft with another treatment of missing numbers in some columns."""
        return self._replaced(self._numbers_among(numbers), missing=missing)

    def with_zeros(self, numbers: Collection[int], *, are_missing: bool) -> TableDraft:
        """Return the draft with zeros meaning "unknown", or not, in some numeric columns."""
        return self._replaced(self._numbers_among(numbers), is_zero_missing=are_missing)

    def with_words_missing(self, numbers: Collection[int], *, are_missing: bool) -> TableDraft:
        """Return the draft with words among the numbers of some columns meaning "unknown", or not."""
        columns = [
            replace(column, is_word_missing=are_missing, missing=_usual_missing(column, are_missing))
            if i in numbers and not column.has_categories
            else column
            for i, column in enumerate(self.columns)
        ]
        return replace(self, columns=tuple(columns))

    def with_date_part(self, numbers: Collection[int], part: DatePart) -> TableDraft:
        """Return the draft with this number made of the dates in some inputs, whatever they have been used for."""
        dates = {i for i in numbers if self.scan.columns[i].has_dates and self.columns[i].role is not Role.TARGET}
        return self.with_role(dates, Role.NUMBER)._replaced(dates, date_part=part)

    def with_scaling(self, numbers: Collection[int], scaling: Scaling) -> TableDraft:
        """Return the draft with another scaling for some numeric columns."""
        return self._replaced(self._numbers_among(numbers), scaling=scaling)

    def choice(self) -> TableChoice:
        """Return the finished choice.

        Raises
        ------
        DataError
            If something is missing or does not fit, such as a word among numbers.
        """
        if (number := self.stray) is not None:
            column, found = self.columns[number], self.scan.columns[number]
            if column.date_part is None:
                row, word = found.first_word
                raise not_a_number(word, str(row), column.name)
            row, word = found.first_stray
            raise not_a_date(word, str(row), column.name)
        scan = self.scan
        return TableChoice(
            scan.source.name,
            self.checksum,
            scan.source.content,
            scan.form,
            self.columns,
            self.goal,
            self.train_share,
            self.is_stratified,
            scan.n_rows,
        )

    def _with_target(self, number: int) -> TableDraft:
        goal = suggested_goal(self.scan.columns[number], self.scan.form.decimal)
        categories = () if goal is Task.REGRESSION else self.scan.columns[number].categories
        columns = [
            suggested_input(found) if column.role is Role.TARGET else column
            for column, found in zip(self.columns, self.scan.columns, strict=True)
        ]
        columns[number] = Column(columns[number].name, Role.TARGET, categories)
        return replace(self, columns=tuple(columns), goal=goal)

    def _used(self, number: int, role: Role) -> Column:
        column, found = self.columns[number], self.scan.columns[number]
        if column.role is role:
            return column
        if role is Role.NUMBER:
            part = DatePart.DAYS if found.has_dates else None
            missing = Missing.MEDIAN if found.n_missing else Missing.DROP
            return Column(column.name, role, missing=missing, scaling=Scaling.STANDARDISE, date_part=part)
        return Column(column.name, role, found.categories if role is not Role.IGNORE else ())

    def _numbers_among(self, numbers: Collection[int]) -> set[int]:
        return {i for i in numbers if self.columns[i].role is Role.NUMBER}

    def _replaced(self, numbers: Collection[int], **fields: Any) -> TableDraft:
        columns = (replace(column, **fields) if i in numbers else column for i, column in enumerate(self.columns))
        return replace(self, columns=tuple(columns))


def _usual_missing(column: Column, are_words_missing: bool) -> Missing:
    """Return what replaces a missing number: of an input the median, as soon as there are missing ones."""
    if column.role is not Role.NUMBER or not are_words_missing or column.missing is not Missing.DROP:
        return column.missing
    return Missing.MEDIAN
