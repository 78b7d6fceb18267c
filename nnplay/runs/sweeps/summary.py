"""The table of a sweep: for each combination of values, the median over its repeats, and the spread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf, isnan
from statistics import median

from nnplay.project.sweep.controls import Value
from nnplay.runs.scores import Scores
from nnplay.runs.sweeps.result import CRASHED, CellResult


@dataclass(frozen=True)
class Spread:
    """The median, minimum and maximum of several measurements of one quantity."""

    median: float
    least: float
    most: float

    @staticmethod
    def of(values: Iterable[float]) -> Spread | None:
        """Return the spread of some numbers, None if there are none; NaN does not count."""
        known = [value for value in values if not isnan(value)]
        return Spread(median(known), min(known), max(known)) if known else None


@dataclass(frozen=True)
class SummaryRow:
    """One combination of values.

    Attributes
    ----------
    values
        The value of each axis.
    loss, accuracy
        On the test data, or on the training data if there are no others; None if unknown.
    endings
        How its runs ended, and how often.
    n_parameters, n_examples
        Parameters of its networks and examples that they were trained on.
    best
        Number of the best cell.
    """

    values: dict[str, Value]
    loss: Spread | None
    accuracy: Spread | None
    endings: dict[str, int]
    n_parameters: int
    n_examples: int
    best: int

    @property
    def rank(self) -> tuple[float, float]:
        """Sort key of the rows: highest accuracy first, or lowest loss if there are no classes."""
        accuracy = -inf if self.accuracy is None else self.accuracy.median
        loss = inf if self.loss is None else self.loss.median
        return -accuracy, loss


def summarize(results: Sequence[CellResult]) -> list[SummaryRow]:
    """Return the table, best first; combinations without any known score come last."""
    groups: dict[tuple[tuple[str, Value], ...], list[CellResult]] = {}
    for result in results:
        groups.setdefault(tuple(result.values.items()), []).append(result)
    rows = []
    for values, members in groups.items():
        measured = [member for member in members if member.ending != CRASHED]
        best = min(members, key=lambda member: _rank(judged(member.scores)))
        endings: dict[str, int] = {}
        for member in members:
            endings[member.ending] = endings.get(member.ending, 0) + 1
        rows.append(
            SummaryRow(
                values=dict(values),
                loss=Spread.of(judged(member.scores)[0] for member in measured),
                accuracy=Spread.of(a for member in measured if (a := judged(member.scores)[1]) is not None),
                endings=endings,
                n_parameters=max(member.n_parameters for member in members),
                n_examples=max(member.n_examples for member in members),
                best=best.number,
            )
        )
    return sorted(rows, key=lambda row: row.rank)


def judged(scores: Scores) -> tuple[float, float | None]:
    """Return the loss and accuracy that count: on the test data, or the training data if there are no others."""
    if isnan(scores.test_loss) and scores.test_accuracy is None:
        return scores.train_loss, scores.train_accuracy
    return scores.test_loss, scores.test_accuracy


def _rank(found: tuple[float, float | None]) -> tuple[float, float]:
    loss, accuracy = found
    return -(accuracy if accuracy is not None else 0.0), inf if isnan(loss) else loss
