"""Measuring what the doctor needs to know of a network: one pass over some examples, and one trial step."""

from __future__ import annotations

from math import nan

import numpy as np
from numpy.typing import NDArray

from nnplay.data import Dataset
from nnplay.engine import Examples, Statistics, TrainingDivergedError, find_loss, next_steps
from nnplay.engine.network import targets_as_rows
from nnplay.engine.statistics import MAX_EXAMPLES
from nnplay.project.doctor.diagnosis import LONG, Evidence
from nnplay.project.history import History
from nnplay.project.project import Project


def measure(
    project: Project,
    dataset: Dataset,
    history: History,
    parameters: NDArray[np.float32],
    *,
    earlier: NDArray[np.float32] | None = None,
    n_steps: int = 1,
    diverged: TrainingDivergedError | None = None,
) -> Evidence:
    """Look at a network through some of its training examples.

    Parameters
    ----------
    parameters
        (n_parameters,) its weights now.
    earlier, n_steps
        The weights so many steps ago, where they are known.
    """
    examples = sample(dataset.train)
    if not len(examples):
        return Evidence(project, dataset, history, diverged=diverged)
    settings = project.training
    layers = Statistics(project.network, examples, settings.loss, project.muted).look(parameters, earlier, n_steps)
    step, long_step = next_steps(project.network, parameters, examples, settings, (1.0, LONG), project.muted)
    is_known = np.isfinite(step.loss)
    return Evidence(
        project,
        dataset,
        history,
        layers,
        loss=step.loss if is_known else nan,
        loss_after_step=step.new_loss if is_known else nan,
        loss_after_long_step=long_step.new_loss if is_known else nan,
        constant_loss=_constant_loss(project, examples),
        diverged=diverged,
    )


def sample(examples: Examples) -> Examples:
    """At most ``MAX_EXAMPLES`` of them, from all over: files may be sorted by class."""
    if len(examples) <= MAX_EXAMPLES:
        return examples
    return examples.take(np.linspace(0, len(examples) - 1, MAX_EXAMPLES).astype(np.intp))


def _constant_loss(project: Project, examples: Examples) -> float:
    targets = targets_as_rows(examples.y, project.data.n_outputs)
    answers = np.broadcast_to(targets.mean(axis=0, dtype=np.float64), targets.shape)
    with np.errstate(all="ignore"):
        return float(find_loss(project.training.loss).per_example(answers, targets).mean(dtype=np.float64))
