"""A sweep: a project, the axes along which it changes, and the cells that makes, each a project of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from math import prod

import numpy as np

from nnplay.engine import NnplayError, generator
from nnplay.engine.checks import check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.seeds import MAX_SEED
from nnplay.project import edits
from nnplay.project.locks import check as check_locks
from nnplay.project.project import Project
from nnplay.project.stop_rules import StopRules
from nnplay.project.sweep.controls import EXAMPLES, SweptControl, Value, swept_controls, with_seeds
from nnplay.project.sweep.errors import SweepError
from nnplay.project.sweep.values import Axis, Interval

MOST_CELLS = 10_000
"""Cells of a sweep, unless whoever makes it asks for more."""

_SEEDS = ("data", "split", "weights", "shuffle")


class Combination(Enum):
    """How the values of several axes are combined."""

    GRID = "grid"
    """Each with each."""

    RANDOM = "random"
    """Drawn independently."""

    SOBOL = "sobol"
    """Drawn so that they fill the space evenly. Sobol, USSR Comput. Math. Math. Phys. 7 (1967); SciPy's, scrambled."""


@dataclass(frozen=True, eq=False)
class Cell:
    """One project of a sweep.

    Attributes
    ----------
    number
        From 0.
    values
        Of each axis.
    repeat
        Which of the repeats with other seeds, from 0.
    n_examples
        How many of its training examples it sees; None for all.
    """

    number: int
    values: dict[str, Value]
    repeat: int
    project: Project
    n_examples: int | None

    @property
    def name(self) -> str:
        """Its values as they are written, and which repeat it is."""
        return cell_name(self.values, self.repeat)


@dataclass(frozen=True)
class Sweep:
    """A project to be trained with other values of some of its controls.

    Attributes
    ----------
    n_drawn
        How many combinations a random or Sobol sweep draws.
    n_repeats
        How often each combination is trained: all four seeds grow by 1 from one repeat to the next.
    rules
        When each run stops.
    seed
        Of what is drawn.

    Raises
    ------
    SweepError
        If an axis is unknown, comes twice, or is an interval in a grid.
    SettingError
        If a count is out of its range.
    """

    project: Project
    axes: tuple[Axis, ...]
    rules: StopRules
    combination: Combination = Combination.GRID
    n_drawn: int = 1
    n_repeats: int = 1
    seed: int = 1
    most_cells: int = field(default=MOST_CELLS, compare=False)

    def __post_init__(self) -> None:
        check_whole("number of repeats", self.n_repeats, 1, 1_000_000)
        check_whole("number of combinations", self.n_drawn, 1, 10_000_000)
        names = [axis.name for axis in self.axes]
        for axis in self.axes:
            if axis.name not in self._controls:
                raise SweepError(
                    QT_TRANSLATE_NOOP("errors", "This project has no “{name}” to sweep; --axes lists what it has."),
                    name=axis.name,
                )
            if names.count(axis.name) > 1:
                raise SweepError(QT_TRANSLATE_NOOP("errors", "{name} is swept twice."), name=axis.name)
            if isinstance(axis.values, Interval) and self.combination is Combination.GRID:
                raise SweepError(
                    QT_TRANSLATE_NOOP(
                        "errors", "{name} has an interval, from which numbers are drawn: add --random N or --sobol N."
                    ),
                    name=axis.name,
                )

    @property
    def n_combinations(self) -> int:
        """How many different settings there are."""
        if self.combination is not Combination.GRID:
            return self.n_drawn
        return prod(len(axis.values) for axis in self.axes if not isinstance(axis.values, Interval))

    @property
    def n_cells(self) -> int:
        """How many networks are trained."""
        return self.n_combinations * self.n_repeats

    def check(self) -> None:
        """Make every cell once: what the window would refuse is refused here, before anything starts.

        Raises
        ------
        SweepError
            If there are more than ``most_cells``, or one is impossible; the sentence has the cell's name.
        """
        if self.n_cells > self.most_cells:
            raise SweepError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "This sweep would train {n} networks; more than {most} are trained only if asked for: --most-cells"
                    " {n}.",
                ),
                n=self.n_cells,
                most=self.most_cells,
            )
        for number in range(0, self.n_cells, self.n_repeats):
            self.cell(number)

    def cells(self) -> Iterator[Cell]:
        """All cells, one after another; the repeats of one setting are neighbours."""
        return (self.cell(number) for number in range(self.n_cells))

    def values_of(self, number: int) -> dict[str, Value]:
        """The values of a cell's axes, without making its project."""
        return self._values(number // self.n_repeats)

    def cell(self, number: int) -> Cell:
        """One cell, made by the ordinary edits and set back to its start.

        Raises
        ------
        SweepError
            If it is impossible.
        """
        combination, repeat = divmod(number, self.n_repeats)
        values = self._values(combination)
        project = self.project
        try:
            for name in sorted(values, key=lambda name: self._controls[name].rank):
                before, project = project, self._controls[name].apply(project, values[name])
                check_locks(before, project)
            seeds = {name: (getattr(project.seeds, name) + repeat) % (MAX_SEED + 1) for name in _SEEDS}
            project = edits.reset(with_seeds(project, seeds))
        except NnplayError as error:
            raise SweepError(
                QT_TRANSLATE_NOOP("errors", "The cell {cell} is impossible: {reason}"),
                cell=cell_name(values, 0),
                reason=error,
            ) from error
        examples = values.get(EXAMPLES)
        if examples is not None and (not isinstance(examples, int) or examples < 1):
            raise SweepError(
                QT_TRANSLATE_NOOP("errors", "The cell {cell} is impossible: a network learns from 1 example or more."),
                cell=cell_name(values, 0),
            )
        # What was trained before is not part of a cell: each would carry all earlier runs.
        project = replace(project, stop=self.rules, runs=(), experiments=())
        return Cell(number, values, repeat, project, None if examples is None else int(examples))

    @cached_property
    def _controls(self) -> dict[str, SweptControl]:
        return swept_controls(self.project)

    @cached_property
    def _shares(self) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        """Where random and Sobol sweeps draw: (n_drawn, n_axes), each from 0 to 1."""
        rng = generator("weights", self.seed)
        if self.combination is Combination.RANDOM:
            return rng.random((self.n_drawn, len(self.axes)))
        from scipy.stats import qmc  # here, because it takes a second to import

        sampler = qmc.Sobol(len(self.axes), rng=rng)
        # A sequence is even at powers of two; the first numbers of a longer one are still a Sobol sequence.
        return sampler.random_base2((self.n_drawn - 1).bit_length())[: self.n_drawn]

    def _values(self, combination: int) -> dict[str, Value]:
        found: dict[str, Value] = {}
        if self.combination is not Combination.GRID:
            for axis, share in zip(self.axes, self._shares[combination].tolist(), strict=True):
                found[axis.name] = axis.at(share, self._controls[axis.name].kind)
            return found
        for axis in reversed(self.axes):
            assert not isinstance(axis.values, Interval)
            combination, place = divmod(combination, len(axis.values))
            found[axis.name] = axis.values[place]
        return {axis.name: found[axis.name] for axis in self.axes}


def cell_name(values: dict[str, Value], repeat: int) -> str:
    """A cell's values as they are written, and from the second repeat on which it is."""
    parts = [f"{name}={value:.6g}" if isinstance(value, float) else f"{name}={value}" for name, value in values.items()]
    return ", ".join([*parts, *([f"#{repeat + 1}"] if repeat or not parts else [])])
