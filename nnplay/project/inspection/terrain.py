"""Terrain: the loss around a network's weights, measured on some of its training examples; for the landscape panel.

The step that is shown is the optimizer's own, with the penalty, clipping and freezing that are set, over these examples
at once and without momentum from earlier steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod, sqrt

import numpy as np
from numpy.typing import NDArray

from nnplay.data import Dataset
from nnplay.engine import Examples, NoteShare, loss_along, loss_over, next_step
from nnplay.project.doctor.measuring import sample
from nnplay.project.project import Project

Floats = NDArray[np.float64]
Range = tuple[float, float]

_PRODUCTS = 1_000_000_000
"""Products that one picture may cost: about a second."""

_POINTS = (25, 121)
_SIDE = (9, 33)
"""Fewest and most samples of a slice, and along each side of a plane."""

_INSIDE = 0.1
"""Share of a range at each end where the present place asks for another range."""


@dataclass(frozen=True, eq=False)
class Slice:
    """The loss along one weight.

    Attributes
    ----------
    values, losses
        (k,) values of the weight, ascending, and the mean loss for each, the other weights staying as they are.
    value, loss, slope
        Where the weight is, the loss there, and its derivative.
    next_value, next_loss
        Where the next step takes the weight, and the loss there along this slice.
    n_examples
        On how many examples it was measured.
    """

    values: Floats
    losses: Floats
    value: float
    loss: float
    slope: float
    next_value: float
    next_loss: float
    n_examples: int

    @property
    def tangent(self) -> Floats:
        """(k,) the straight line through the present place with its slope."""
        line: Floats = self.loss + self.slope * (self.values - self.value)
        return line


@dataclass(frozen=True, eq=False)
class Plane:
    """The loss over a plane through the present weights.

    Attributes
    ----------
    first, second
        (k,) and (m,) coordinates along the two directions.
    losses
        (m, k) mean losses.
    place, next_place
        Where the weights are, and where the next step takes them.
    path
        (t, 2) where they have been, seen along the plane.
    """

    first: Floats
    second: Floats
    losses: Floats
    place: tuple[float, float]
    next_place: tuple[float, float]
    path: Floats
    n_examples: int


def slice_along(
    project: Project,
    dataset: Dataset,
    parameters: NDArray[np.float32],
    index: int,
    shown: Range | None = None,
    note_share: NoteShare | None = None,
) -> Slice:
    """Measure the loss along the weight at ``index`` of the flat vector.

    ``shown`` is the range of the picture before: it stays as long as the weight lies well inside.
    """
    examples = sample(dataset.train)
    network, loss = project.network, project.training.loss
    step = next_step(network, parameters, examples, project.training, project.muted)
    value, next_value = float(parameters[index]), float(step.new_parameters[index])
    low, high = _range_around(value, next_value, shown)
    n_points = _n_fitting(project, examples, _POINTS)
    ends = [value, next_value] if np.isfinite(next_value) else [value]
    values = np.unique(np.concatenate([np.linspace(low, high, n_points), ends]))
    losses = loss_along(network, parameters, examples, loss, index, values, project.muted, note_share)
    next_loss = float(losses[np.searchsorted(values, next_value)]) if len(ends) == 2 else np.inf
    here = float(losses[np.searchsorted(values, value)])
    return Slice(values, losses, value, here, float(step.gradient[index]), next_value, next_loss, len(examples))


def plane_over(
    project: Project,
    dataset: Dataset,
    parameters: NDArray[np.float32],
    directions: tuple[Floats, Floats],
    origin: Floats,
    path: Sequence[NDArray[np.float32]] = (),
    note_share: NoteShare | None = None,
) -> Plane:
    """Measure the loss over the plane through ``parameters`` along two directions.

    Coordinates count from ``origin`` (n_parameters,): zeros for two weights, whose values they then are.
    """
    examples = sample(dataset.train)
    step = next_step(project.network, parameters, examples, project.training, project.muted)
    basis = np.stack(directions)

    def project_onto(vectors: Floats) -> Floats:
        # Least squares, as the two directions need not be at right angles.
        found: Floats = np.linalg.lstsq(basis.T, (vectors - origin).T, rcond=None)[0].T.astype(np.float64)
        return found

    here = project_onto(np.asarray(parameters, np.float64)[np.newaxis])[0]
    ahead = project_onto(step.new_parameters[np.newaxis])[0] if np.isfinite(step.new_parameters).all() else here
    trail = project_onto(np.array(path, np.float64)) if len(path) else np.empty((0, 2))
    n = round(sqrt(_PRODUCTS / _cost(project, examples)))
    n = min(_SIDE[1], max(_SIDE[0], n))
    seen = np.concatenate([trail, here[np.newaxis], ahead[np.newaxis]])
    first, second = (np.linspace(*_span(seen[:, axis]), n) for axis in range(2))
    base = np.asarray(parameters, np.float64) - here @ basis
    network, loss = project.network, project.training.loss
    losses = loss_over(network, base, examples, loss, directions, first, second, project.muted, note_share)
    return Plane(first, second, losses, _pair(here), _pair(ahead), trail, len(examples))


def path_directions(path: Sequence[NDArray[np.float32]]) -> tuple[Floats, Floats] | None:
    """The two directions in which the weights have moved most, of length 1; None before they have moved.

    Source: Li et al., "Visualizing the Loss Landscape of Neural Nets", NeurIPS 2018, section 7: the principal
    components of the way, here around its last point.
    """
    if len(path) < 3:
        return None
    way = np.array(path[:-1], np.float64) - path[-1]
    _, sizes, components = np.linalg.svd(way, full_matrices=False)
    if len(sizes) < 2 or sizes[1] <= 1e-9 * max(sizes[0], 1e-30):
        return None
    return components[0], components[1]


def _range_around(value: float, next_value: float, shown: Range | None) -> Range:
    if shown is not None:
        edge = _INSIDE * (shown[1] - shown[0])
        if shown[0] + edge <= value <= shown[1] - edge:
            return shown
    step = abs(next_value - value) if np.isfinite(next_value) else 0.0
    half = max(1.0, 0.6 * abs(value), min(2 * step, 10 * max(1.0, abs(value))))
    return value - half, value + half


def _span(values: Floats) -> Range:
    """The range that holds the way and the place, with a margin; never less than 2."""
    low, high = float(values.min()), float(values.max())
    margin = max(0.25 * (high - low), 1.0)
    return low - margin, high + margin


def _cost(project: Project, examples: Examples) -> float:
    shapes = project.network.shapes
    # A kernel is used once for each place of the picture that the layer makes.
    places = [slot.size * prod(shapes[slot.node][:-1]) for slot in project.network.slots]
    return max(1.0, float(sum(places)) * len(examples))


def _n_fitting(project: Project, examples: Examples, bounds: tuple[int, int]) -> int:
    return min(bounds[1], max(bounds[0], int(_PRODUCTS / _cost(project, examples))))


def _pair(values: Floats) -> tuple[float, float]:
    return float(values[0]), float(values[1])
