"""The cells of an experiment as the window knows them: their values, what was last seen of each, and their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil, isfinite, nan, sqrt

import numpy as np
from numpy.typing import NDArray

from nnplay.panels.experiments.finished import FinishedCell
from nnplay.project import Project
from nnplay.project.sweep.controls import Value
from nnplay.runs.scores import Scores
from nnplay.runs.sweeps import CRASHED, DIVERGED, CellResult
from nnplay.runs.sweeps.lookout import Sight
from nnplay.runs.sweeps.summary import judged

SCORES = ("test_loss", "train_loss", "test_accuracy", "train_accuracy")

REPEAT = "#"
"""Stands for an axis where the repeats of each setting are side by side."""


@dataclass(eq=False)
class CellView:
    """One cell.

    Attributes
    ----------
    number, values, repeat
        As in ``Cell``.
    planes
        What it says all over the plane, as last seen; None while unknown, or if its data are no points of the plane.
    epochs, losses
        Its learning curve: the test loss, or the training loss if nothing is kept to test with.
    result, project
        How it ended, and what it has learned; None while it has not ended.
    """

    number: int
    values: dict[str, Value]
    repeat: int
    planes: NDArray[np.float32] | None = None
    scores: Scores = field(default_factory=Scores)
    epochs: list[float] = field(default_factory=list)
    losses: list[float] = field(default_factory=list)
    result: CellResult | None = None
    project: Project | None = None

    @property
    def has_failed(self) -> bool:
        """Whether it diverged or could not be trained: it then has no place on a scale of scores."""
        return self.result is not None and self.result.ending in (DIVERGED, CRASHED)

    @property
    def epoch(self) -> int:
        """How many epochs it has learned."""
        return round(self.epochs[-1]) if self.epochs else 0

    def score(self, name: str) -> float:
        """Return one of ``SCORES``; NaN if it is unknown or the cell has failed."""
        value = getattr(self.scores, name)
        return nan if value is None or self.has_failed else float(value)

    def end(self, finished: FinishedCell) -> None:
        """Take over its result."""
        self.result, self.scores, self.project = finished.result, finished.result.scores, finished.project
        self.epochs, self.losses = list(finished.epochs), list(finished.losses)
        if finished.planes is not None:
            self.planes = finished.planes

    def see(self, sight: Sight) -> None:
        """Take over how it is now."""
        if self.result is not None:
            return
        self.planes, self.scores = sight.planes, sight.scores
        loss = judged(sight.scores)[0]
        if isfinite(loss) and (not self.epochs or sight.epoch > self.epochs[-1]):
            self.epochs.append(float(sight.epoch))
            self.losses.append(loss)


@dataclass(frozen=True, eq=False)
class Arrangement:
    """Where cells stand: columns, rows and pages, and the repeats of one setting in a pile.

    Attributes
    ----------
    column_axis, row_axis
        The axis along each side; "" if there is none.
    columns, rows
        The values along each side; "" where a side has no axis.
    pages
        The values of all further axes, a page for each combination.
    """

    column_axis: str
    row_axis: str
    columns: tuple[Value, ...]
    rows: tuple[Value, ...]
    pages: tuple[dict[str, Value], ...]
    _piles: dict[tuple[int, int, int], list[CellView]]

    def pile(self, page: int, row: int, column: int) -> Sequence[CellView]:
        """Return the cells in a place, the first repeat first; empty if there are none."""
        return self._piles.get((page, row, column), [])

    def place_of(self, number: int) -> tuple[int, int, int] | None:
        """Return the page, row and column of a cell."""
        for place, pile in self._piles.items():
            if any(cell.number == number for cell in pile):
                return place
        return None


def arrange(cells: Sequence[CellView], axes: Sequence[str]) -> Arrangement:
    """Put cells in their places.

    The first axis goes across and the second down; the repeats of a single axis go down, too. Cells with values that
    were drawn, of which no two are alike, fill a square in their order.
    """
    values: dict[str, tuple[Value, ...]] = {
        axis: tuple(dict.fromkeys(cell.values.get(axis, "") for cell in cells)) for axis in axes
    }
    n_settings = len({tuple(cell.values.items()) for cell in cells})
    is_grid = np.prod([len(each) for each in values.values()], dtype=float) == n_settings
    if not is_grid or not axes:
        side = max(1, ceil(sqrt(len(cells))))
        places = {(0, k // side, k % side): [cell] for k, cell in enumerate(cells)}
        return Arrangement("", "", ("",) * min(side, len(cells)), ("",) * ceil(len(cells) / side), ({},), places)
    across = axes[0]
    down = axes[1] if len(axes) > 1 else ""
    rows: tuple[Value, ...] = values[down] if down else tuple(dict.fromkeys(cell.repeat + 1 for cell in cells))
    further = axes[2:]
    pages = list(dict.fromkeys(tuple((axis, cell.values[axis]) for axis in further) for cell in cells))
    found: dict[tuple[int, int, int], list[CellView]] = {}
    for cell in cells:
        page = pages.index(tuple((axis, cell.values[axis]) for axis in further))
        row = rows.index(cell.values[down] if down else cell.repeat + 1)
        found.setdefault((page, row, values[across].index(cell.values[across])), []).append(cell)
    if not down and len(rows) == 1:
        rows = ("",)
    return Arrangement(
        across, down or (REPEAT if len(rows) > 1 else ""), values[across], rows, tuple(map(dict, pages)), found
    )
