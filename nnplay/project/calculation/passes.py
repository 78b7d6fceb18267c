"""Passes: the examples of a calculation, traced forward, backward and into new weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nnplay.data import Task
from nnplay.engine import BatchNormalization, Examples, NetworkSpec, Trace, TrainingSettings, trace_batch
from nnplay.project.project import Project

Array = NDArray[np.float32] | NDArray[np.int64]

_MOST_READ = 20_000
"""Weights that are taken as people read them."""


@dataclass(frozen=True, eq=False)
class Passes:
    """What becomes of one example, or of each example of a batch whose mean makes the step.

    Attributes
    ----------
    rows
        Numbers of the examples in the training data.
    traces
        One for each of them.
    chosen
        Which of them the numbers of single units are from.
    is_own
        Whether it is an example of the person's own, which has no number in the training data.
    has_target
        Whether the true answer is known; without it, only the way forward has a meaning.
    """

    network: NetworkSpec
    settings: TrainingSettings
    parameters: NDArray[np.float64]
    rows: tuple[int, ...]
    traces: tuple[Trace, ...]
    chosen: int = 0
    is_own: bool = False
    has_target: bool = True

    @property
    def trace(self) -> Trace:
        """The trace of the chosen example."""
        return self.traces[self.chosen]

    @property
    def loss(self) -> float:
        """The mean loss of the examples before the step."""
        return float(np.mean([trace.loss for trace in self.traces]))

    @property
    def new_loss(self) -> float:
        """The mean loss of the same examples after the step."""
        return float(np.mean([trace.new_loss for trace in self.traces]))

    @property
    def is_batch(self) -> bool:
        """Whether gradients are means over several examples."""
        return len(self.traces) > 1

    @property
    def is_coupled(self) -> bool:
        """Whether the examples of a batch change each other's numbers, as batch normalization makes them do."""
        return self.is_batch and any(isinstance(node.layer, BatchNormalization) for node in self.network.nodes)


def passes_of(project: Project, examples: Examples, rows: Sequence[int], chosen: int = 0) -> Passes:
    """Trace some of the examples through one step of the project's network.

    Raises
    ------
    ShapeError, DataError
        If the examples do not fit the network or the loss.
    """
    places = np.asarray(rows, np.intp)
    parameters = as_read(project.parameters)
    x, y = examples.inputs(places), examples.y[places]
    if y.ndim > 1:
        y = as_read(y)
    x = as_read(x) if examples.scale == 1 else x
    traces = trace_batch(project.network, parameters, x, y, project.training, muted=project.muted)
    return Passes(project.network, project.training, parameters, tuple(int(row) for row in rows), traces, chosen)


def passes_of_own(project: Project, x: NDArray[np.float32], target: Array | None) -> Passes:
    """Trace an example of the person's own through one step of the project's network.

    Parameters
    ----------
    x
        (*input_shape) its input.
    target
        One row of targets, a class number or (k,) numbers; None if it is not known.

    Raises
    ------
    ShapeError, DataError
        If the example does not fit the network or the loss.
    """
    is_class = project.data.task is Task.MULTICLASS
    unknown = np.zeros((), np.int64) if is_class else np.zeros(project.data.n_outputs, np.float32)
    y = np.asarray(unknown if target is None else target)[np.newaxis]
    passes = passes_of(project, Examples(x[np.newaxis], y), (0,))
    return replace(passes, is_own=True, has_target=target is not None)


def as_read(values: NDArray[np.floating]) -> NDArray[np.float64]:
    """Single-precision numbers as float64, each the shortest decimal that says the same: 0.8, as a person means it."""
    if values.dtype != np.float32 or values.size > _MOST_READ:
        return values.astype(np.float64)
    return values.astype(str).astype(np.float64)
