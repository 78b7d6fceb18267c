"""Was it luck? A run again with other seeds: other starting weights, batches, and examples where they are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project import History, Project, Run, StopRules, run_edits
from nnplay.project.storage.file import open_bytes
from nnplay.project.sweep import Sweep
from nnplay.runs.sweeps.executors import InThisProcess
from nnplay.runs.sweeps.result import CellResult
from nnplay.runs.sweeps.sweeping import SweepNews, run_sweep

REPEATS = (5, 20)
"""How many other starts a person can ask for."""


@dataclass(frozen=True, eq=False)
class Luck:
    """The same run with several seeds.

    Attributes
    ----------
    epochs
        (k,) the epochs at which all runs were measured.
    losses
        (n, k) test losses, or training losses if nothing is kept to test with; NaN after a run has diverged. The first
        row has the run's own seeds.
    n_failed
        How many diverged.
    """

    epochs: NDArray[np.float64]
    losses: NDArray[np.float64]
    n_failed: int

    @property
    def last(self) -> NDArray[np.float64]:
        """(n,) the losses at the end; infinite where a run has diverged."""
        return np.where(np.isnan(self.losses[:, -1]), np.inf, self.losses[:, -1])

    @property
    def quartiles(self) -> NDArray[np.float64]:
        """(3, k) lower quartile, median and upper quartile of the losses; a diverged run counts as infinite."""
        losses = np.where(np.isnan(self.losses), np.inf, self.losses)
        return np.quantile(losses, (0.25, 0.5, 0.75), axis=0, method="nearest")

    @property
    def n_worse(self) -> int:
        """How many of the others ended worse than the run itself."""
        return int((self.last[1:] > self.last[0]).sum())


def luck_of(
    project: Project, run: Run, n_others: int, report: ReportProgress, should_cancel: ShouldCancel
) -> Luck | None:
    """Train a run of a project again with its own seeds and with others, from the start and for as many epochs.

    Networks of one shape learn side by side, so 20 others take much less time than 20 runs. Settings that were changed
    during the run are those of its end. None if it is cancelled.

    Raises
    ------
    SweepError
        If the run cannot be repeated.
    """
    n_epochs = max(1, round(float(run.history.epoch[-1]))) if len(run.history.epoch) else 1
    sweep = Sweep(run_edits.as_at(project, run), (), StopRules(n_epochs=n_epochs), n_repeats=1 + n_others)

    def publish(news: SweepNews) -> None:
        report(news.share, QT_TRANSLATE_NOOP("loading", "Training with other seeds"))

    results = run_sweep(sweep, InThisProcess(), publish=publish, should_stop=should_cancel)
    if not all(result.is_finished for result in results):
        return None
    return _luck(results, n_epochs)


def _luck(results: list[CellResult], n_epochs: int) -> Luck:
    epochs = np.arange(1.0, n_epochs + 1)
    losses = np.full((len(results), n_epochs), np.nan)
    for row, result in zip(losses, results, strict=True):
        if result.project:
            history = open_bytes(result.project, Path()).project.history
            row[:] = _loss_at(history, epochs)
    return Luck(epochs, losses, sum(isnan(loss) for loss in losses[:, -1]))


def _loss_at(history: History, epochs: NDArray[np.float64]) -> NDArray[np.float64]:
    """The losses at these epochs; NaN where the run had ended."""
    found = np.full(len(epochs), np.nan)
    places = np.searchsorted(history.epoch, epochs)
    is_there = places < len(history.epoch)
    is_there[is_there] = history.epoch[places[is_there]] == epochs[is_there]
    found[is_there] = history.judged_loss[places[is_there]]
    return found
