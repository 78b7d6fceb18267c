"""The result of a cell: how its run ended, its scores, and the trained project."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from nnplay.project.sweep.controls import Value
from nnplay.runs.scores import Scores

DIVERGED = "diverged"
CRASHED = "crashed"
CANCELLED = "cancelled"
"""Endings in addition to those of ``stop_watch.Reason``: ``epochs``, ``loss`` and ``early_stopping``."""

_SCORES = ("loss", "accuracy", "validation_loss", "validation_accuracy")


@dataclass(frozen=True, eq=False)
class CellResult:
    """One cell's row in the table of a sweep.

    Attributes
    ----------
    number, name, values, repeat
        As in ``Cell``.
    ending
        ``epochs``, ``loss``, ``early_stopping``, ``diverged``, ``crashed`` or ``cancelled``.
    reason
        Why it diverged or crashed, in English; empty for all others.
    scores
        Scores of the final network.
    seconds
        Time that it took; a stack's time is divided among its networks.
    project
        Content of a project file with weights and curves; empty if there is none.
    """

    number: int
    name: str
    values: dict[str, Value]
    repeat: int
    ending: str
    reason: str = ""
    scores: Scores = field(default_factory=Scores)
    n_epochs: int = 0
    n_steps: int = 0
    n_parameters: int = 0
    n_examples: int = 0
    seconds: float = 0.0
    project: bytes = b""

    @property
    def is_finished(self) -> bool:
        """Whether trying it once more would change nothing."""
        return self.ending != CANCELLED

    @property
    def row(self) -> dict[str, Any]:
        """Everything but the project, ready for JSON and CSV; null where a number is unknown."""
        scores = self.scores
        numbers = (scores.train_loss, scores.train_accuracy, scores.test_loss, scores.test_accuracy)
        return {
            "cell": self.number + 1,
            "values": self.values,
            "repeat": self.repeat + 1,
            "ended": self.ending,
            "reason": self.reason,
            **{name: _known(number) for name, number in zip(_SCORES, numbers, strict=True)},
            "epochs": self.n_epochs,
            "steps": self.n_steps,
            "parameters": self.n_parameters,
            "examples": self.n_examples,
            "seconds": round(self.seconds, 4),
        }

    @staticmethod
    def from_row(row: dict[str, Any], name: str, project: bytes = b"") -> CellResult:
        """Return the result described by its row.

        Raises
        ------
        KeyError, TypeError, ValueError
            If the row is damaged.
        """
        losses = (float("nan") if row[key] is None else float(row[key]) for key in ("loss", "validation_loss"))
        accuracies = (None if row[key] is None else float(row[key]) for key in ("accuracy", "validation_accuracy"))
        return CellResult(
            number=int(row["cell"]) - 1,
            name=name,
            values=dict(row["values"]),
            repeat=int(row["repeat"]) - 1,
            ending=str(row["ended"]),
            reason=str(row["reason"]),
            scores=Scores(*losses, *accuracies),
            n_epochs=int(row["epochs"]),
            n_steps=int(row["steps"]),
            n_parameters=int(row["parameters"]),
            n_examples=int(row["examples"]),
            seconds=float(row["seconds"]),
            project=project,
        )


def _known(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None
