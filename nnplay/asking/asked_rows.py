"""AskedRows: the rows of a table with a network's answers, as a table again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.asking.answer import Answer
from nnplay.asking.example import Example
from nnplay.asking.form import own_number
from nnplay.data import Task
from nnplay.data.table.numbers import NotANumberError, is_missing, numbers
from nnplay.disk.csv_text import csv_text
from nnplay.engine import NnplayError
from nnplay.engine.metrics import confusion_matrix

Floats = NDArray[np.float32]

_PREDICTED = "predicted"
_PROBABILITY = "probability"
_PROBLEM = "problem"


@dataclass(frozen=True, eq=False)
class AskedRows:
    """The rows of a table and the answers to them.

    Attributes
    ----------
    names
        The columns of the table.
    rows
        Its cells as they were read.
    answer
        One answer for each row of ``answered``.
    answered
        (n,) numbers of the rows that the network could be asked about, from 0.
    problems
        Why it could not, for each of the other rows by its number.
    numbers
        The number of each row in its file as a spreadsheet shows it.
    x
        (n, n_inputs) the inputs of the answered rows.
    places, decimal
        The columns that hold the fields of the form, and the decimal sign of their numbers.
    actual
        (n,) class numbers or quantities of the answered rows, -1 or NaN where unknown; None if the table does not have
        the true answers.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    answer: Answer
    answered: NDArray[np.intp]
    problems: dict[int, NnplayError]
    numbers: tuple[int, ...]
    x: Floats
    places: tuple[int, ...]
    decimal: str
    actual: NDArray[np.int64] | NDArray[np.float64] | None = None

    @property
    def known(self) -> NDArray[np.intp]:
        """The places in ``answered`` of the rows whose true answer is known."""
        if self.actual is None:
            return np.zeros(0, np.intp)
        is_known = self.actual >= 0 if self.answer.best is not None else ~np.isnan(self.actual)
        return np.flatnonzero(is_known)

    def example(self, number: int) -> Example | None:
        """Return a row as an example of its own, with its true answer if that is known; None if it has no answer."""
        (found,) = np.nonzero(self.answered == number)
        if not len(found):
            return None
        place = int(found[0])
        cells = tuple(self._own_cell(self.rows[number][column]) for column in self.places)
        return Example(self.x[place], self._target(place), cells=cells)

    def _own_cell(self, cell: str) -> str:
        text = cell.strip()
        return "" if is_missing(text) else _with_point(text, self.decimal)

    def _target(self, place: int) -> NDArray[np.float32] | NDArray[np.int64] | None:
        if self.actual is None or place not in self.known:
            return None
        value = self.actual[place]
        if self.answer.meaning.task is Task.MULTICLASS:
            return np.asarray(value, np.int64)
        is_sign = self.answer.meaning.task is Task.BINARY
        return np.array([2 * value - 1 if is_sign else value], np.float32)

    def confusion(self) -> NDArray[np.intp] | None:
        """Return how often each class (row) was predicted as each (column); None without classes or true answers."""
        known = self.known
        if self.actual is None or self.answer.best is None or not len(known):
            return None
        counts: NDArray[np.intp] = confusion_matrix(
            self.actual[known].astype(np.intp), self.answer.best[known], len(self.answer.meaning.classes)
        )
        return counts

    def mean_error(self) -> float | None:
        """Return the mean absolute error of a predicted quantity; None without true answers."""
        known = self.known
        if self.actual is None or self.answer.best is not None or not len(known):
            return None
        return float(np.abs(self.answer.outputs[known, 0] - self.actual[known]).mean(dtype=np.float64))

    def table(self, translate: Callable[[NnplayError], str] = str) -> list[list[object]]:
        """Return the table with its predictions, the names first.

        Parameters
        ----------
        translate
            Puts a problem into words.
        """
        extra = self._extra_names()
        table: list[list[object]] = [[*self.names, *extra]]
        place_of = {int(row): place for place, row in enumerate(self.answered)}
        for number, row in enumerate(self.rows):
            place = place_of.get(number)
            cells = [""] * (len(extra) - bool(self.problems)) if place is None else self._predictions(place)
            if self.problems:
                cells = [*cells, translate(self.problems[number]) if number in self.problems else ""]
            table.append([*row, *cells])
        return table

    def csv_text(self, translate: Callable[[NnplayError], str] = str) -> str:
        """Return the table with its predictions as comma-separated values."""
        return csv_text(self.table(translate))

    @property
    def n_main(self) -> int:
        """How many of the columns behind the table's own say what is predicted, and how surely."""
        return len(self.answer.meaning.quantities) if self.answer.best is None else 2

    def _extra_names(self) -> list[str]:
        meaning = self.answer.meaning
        if self.answer.best is None:
            extra = [f"{_PREDICTED} {name}" for name in meaning.quantities]
        elif self.answer.shares is None:
            extra = [_PREDICTED, "output"]
        else:
            extra = [_PREDICTED, _PROBABILITY, *(f"{_PROBABILITY} {name}" for name in meaning.classes)]
        return [*extra, _PROBLEM] if self.problems else extra

    def _predictions(self, place: int) -> list[object]:
        answer = self.answer
        outputs = answer.outputs[place]
        if answer.best is None:
            return list(map(_plain, outputs))
        label = answer.label(place)
        if answer.shares is None:
            return [label, _plain(outputs[0])]
        shares = answer.shares[place]
        return [label, _plain(shares[int(answer.best[place])]), *map(_plain, shares)]


def _plain(value: np.float32) -> float:
    """Return a float32 as the shortest decimal that reads back as the same."""
    return float(str(value))


def _with_point(cell: str, decimal: str) -> str:
    """Return a number with a decimal point; anything else as it is."""
    try:
        (value,) = numbers((cell,), decimal)
    except NotANumberError:
        return cell
    return own_number(float(value))
