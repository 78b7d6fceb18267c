"""An experiment as a frozen value: what was varied, and the networks that came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.errors import ProjectError

MOST_EXPERIMENTS = 20
"""A project keeps at most this many experiments."""

MOST_BYTES = 64 << 20
"""The networks of a project's experiments take at most this much memory, and as much in its file."""


@dataclass(frozen=True, eq=False)
class KeptCell:
    """One network of an experiment.

    Attributes
    ----------
    number, values, repeat
        As in ``sweep.Cell``; the values by the names of their axes.
    ending, reason
        As in ``runs.sweeps.CellResult``.
    scores
        Training loss, test loss, training accuracy, test accuracy; None where unknown.
    content
        The content of its project file; empty if there is none.
    """

    number: int
    values: tuple[tuple[str, int | float | str], ...]
    repeat: int
    ending: str
    reason: str
    scores: tuple[float | None, float | None, float | None, float | None]
    n_epochs: int
    n_steps: int
    n_parameters: int
    n_examples: int
    seconds: float
    content: bytes = b""

    def __post_init__(self) -> None:
        known = [value for value in self.scores if value is not None]
        if self.number < 0 or self.repeat < 0 or not all(map(isfinite, known)):
            raise ProjectError(QT_TRANSLATE_NOOP("errors", "A network of an experiment has an impossible number."))


@dataclass(frozen=True, eq=False)
class KeptExperiment:
    """An experiment.

    Attributes
    ----------
    axes
        The names of the controls that were varied.
    cells
        Its finished networks.
    """

    axes: tuple[str, ...]
    cells: tuple[KeptCell, ...]

    @property
    def n_without_network(self) -> int:
        """How many networks have learned, but are kept only with their scores."""
        return sum(cell.n_steps > 0 and not cell.content for cell in self.cells)

    @property
    def n_bytes(self) -> int:
        """How much memory its networks take."""
        return sum(len(cell.content) for cell in self.cells)


def newest_within_budget(
    experiments: tuple[KeptExperiment, ...], most_bytes: int = MOST_BYTES
) -> tuple[KeptExperiment, ...]:
    """The experiments, oldest first, without the oldest ones that are too many.

    The newest always stays; of one that is too large alone, the last networks are kept only with their scores.
    """
    kept = experiments[-MOST_EXPERIMENTS:]
    while len(kept) > 1 and sum(each.n_bytes for each in kept) > most_bytes:
        kept = kept[1:]
    return (*kept[:-1], _within(kept[-1], most_bytes)) if kept else ()


def _within(experiment: KeptExperiment, most_bytes: int) -> KeptExperiment:
    if experiment.n_bytes <= most_bytes:
        return experiment
    cells, room = [], most_bytes
    for cell in experiment.cells:
        cells.append(cell if len(cell.content) <= room else replace(cell, content=b""))
        room -= len(cells[-1].content)
    return replace(experiment, cells=tuple(cells))
