"""Experiments as a project keeps them, made of results and turned back into them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import isfinite, nan

from nnplay.data.loading import LoadCancelledError, ReportProgress, ShouldCancel
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.experiments.finished import FinishedCell, finished
from nnplay.project.experiment import KeptCell, KeptExperiment
from nnplay.runs.scores import Scores
from nnplay.runs.sweeps import CellResult


def kept(axes: Sequence[str], results: Sequence[CellResult]) -> KeptExperiment:
    """Return the finished part of an experiment as a project keeps it."""
    return KeptExperiment(tuple(axes), tuple(_kept_cell(result) for result in results))


def _kept_cell(result: CellResult) -> KeptCell:
    scores = result.scores
    return KeptCell(
        number=result.number,
        values=tuple(result.values.items()),
        repeat=result.repeat,
        ending=result.ending,
        reason=result.reason,
        scores=(
            _known(scores.train_loss),
            _known(scores.test_loss),
            _known(scores.train_accuracy),
            _known(scores.test_accuracy),
        ),
        n_epochs=result.n_epochs,
        n_steps=result.n_steps,
        n_parameters=result.n_parameters,
        n_examples=result.n_examples,
        seconds=result.seconds,
        content=result.project,
    )


def _known(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def result_of(cell: KeptCell) -> CellResult:
    """Return a cell as the result that it was."""
    train_loss, test_loss, train_accuracy, test_accuracy = cell.scores
    return CellResult(
        number=cell.number,
        name=str(cell.number + 1),
        values=dict(cell.values),
        repeat=cell.repeat,
        ending=cell.ending,
        reason=cell.reason,
        scores=Scores(
            nan if train_loss is None else train_loss,
            nan if test_loss is None else test_loss,
            train_accuracy,
            test_accuracy,
        ),
        n_epochs=cell.n_epochs,
        n_steps=cell.n_steps,
        n_parameters=cell.n_parameters,
        n_examples=cell.n_examples,
        seconds=cell.seconds,
        project=cell.content,
    )


def read_results(
    results: Sequence[CellResult], report: ReportProgress, should_cancel: ShouldCancel
) -> list[FinishedCell]:
    """Read the networks of results; in a thread beside the window.

    Cells are numbered anew: of an experiment that was broken off, some are missing.
    """
    found = []
    for place, result in enumerate(results):
        if should_cancel():
            raise LoadCancelledError
        report(place / len(results), QT_TRANSLATE_NOOP("loading", "Reading the networks"))
        found.append(finished(replace(result, number=place)))
    return found
