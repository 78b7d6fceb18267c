"""Terrain: the loss around a network's weights, measured on some of its training examples; for the landscape panel.

The step that is shown is the optimizer's own, with the penalty, clipping and freezing that are set, over these examples
at once and without momentum from earlier steps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

_MOST_WIDENINGS = 5
"""How often a range is widened in search of a wall; some losses have none."""

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
    start, start_loss
        Where the run began, and the loss there along this slice.
    best
        The lowest place and its loss; None if the curve is lowest at an end, where it may go on falling.
    """

    values: Floats
    losses: Floats
    value: float
    loss: float
    slope: float
    next_value: float
    next_loss: float
    n_examples: int
    start: float
    start_loss: float
    best: tuple[float, float] | None

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
    start: float | None = None,
) -> Slice:
    """Measure the loss along the weight at ``index`` of the flat vector.

    Parameters
    ----------
    shown
        The range of the picture before: it stays as long as the weight lies well inside.
    start
        Where the run began; without it, here. The range holds it, and walls on both sides that are as high.
    """
    examples = sample(dataset.train)
    network, loss = project.network, project.training.loss
    step = next_step(network, parameters, examples, project.training, project.muted)
    value, next_value = float(parameters[index]), float(step.new_parameters[index])
    start = value if start is None else start

    def measured(values: Floats, note: NoteShare | None = None) -> Floats:
        losses: Floats = loss_along(network, parameters, examples, loss, index, values, project.muted, note)
        return losses

    low, high = _range_holding(measured, value, next_value, start, shown)
    n_points = _n_fitting(project, examples, _POINTS)
    places = np.array([value, start, next_value])
    places = places[np.isfinite(places)]
    values = np.unique(np.concatenate([np.linspace(low, high, n_points), places]))
    losses = measured(values, note_share)

    def at(place: float) -> float:
        return float(losses[np.searchsorted(values, place)]) if np.isfinite(place) else np.inf

    return Slice(
        values,
        losses,
        value,
        at(value),
        float(step.gradient[index]),
        next_value,
        at(next_value),
        len(examples),
        start,
        at(start),
        _lowest(measured, values, losses),
    )


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


Measure = Callable[[Floats], Floats]


def _range_holding(measured: Measure, value: float, next_value: float, start: float, shown: Range | None) -> Range:
    """The range shown before, or one around the place, the next step and the start, up to walls as high as these."""
    if shown is not None:
        edge = _INSIDE * (shown[1] - shown[0])
        if all(shown[0] + edge <= place <= shown[1] - edge for place in (value, start)):
            return shown
    step = abs(next_value - value) if np.isfinite(next_value) else 0.0
    half = max(1.0, 0.6 * abs(value), min(2 * step, 10 * max(1.0, abs(value))))
    low, high = min(value, start) - half, max(value, start) + half
    level = float(measured(np.array([value, start])).max())
    for _ in range(_MOST_WIDENINGS):
        left, right = (float(loss) for loss in measured(np.array([low, high])))
        if not (left < level or right < level):
            break
        wider = (high - low) / 3
        low, high = low - wider * (left < level), high + wider * (right < level)
    return low, high


def _lowest(measured: Measure, values: Floats, losses: Floats) -> tuple[float, float] | None:
    """The lowest place between the samples: the vertex of the parabola through the lowest sample and its neighbours."""
    if not np.isfinite(losses).any():
        return None
    place = int(np.nanargmin(np.where(np.isfinite(losses), losses, np.nan)))
    if not 0 < place < len(values) - 1 or not np.isfinite(losses[place - 1 : place + 2]).all():
        return None
    x, y = values[place - 1 : place + 2], losses[place - 1 : place + 2]
    bend, tilt, _ = np.polyfit(x - x[1], y, 2)
    vertex = x[1] if bend <= 0 else float(np.clip(x[1] - tilt / (2 * bend), x[0], x[2]))
    deepest = float(measured(np.array([vertex]))[0])
    return (float(vertex), deepest) if deepest <= y[1] else (float(x[1]), float(y[1]))


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
