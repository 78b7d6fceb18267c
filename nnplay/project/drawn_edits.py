"""Edits of points with the pen: whatever points the data had become points that the project itself holds.

As those of ``edits``: pure, and refused with an EditError.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnplay.data import Dataset, DrawnChoice, PlaneChoice, Task, load
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project import edits
from nnplay.project.errors import EditError
from nnplay.project.project import Project


def add_points(project: Project, dataset: Dataset, points: ArrayLike, label: float) -> Project:
    """Put further points (k, 2) of one class, or value, into the plane."""
    choice = as_drawn(project, dataset)
    added = tuple((float(x1), float(x2)) for x1, x2 in np.asarray(points, np.float64).reshape(-1, 2))
    return edits.set_data(
        project, replace(choice, points=choice.points + added, labels=choice.labels + (float(label),) * len(added))
    )


def erase_points(project: Project, dataset: Dataset, place: tuple[float, float], radius: float) -> Project:
    """Take all points within a circle away; the last one stays."""
    choice = as_drawn(project, dataset)
    kept = np.flatnonzero(~_is_near(choice, place, radius))
    if len(kept) == len(choice.points) or not len(kept):
        return project
    points, labels = tuple(choice.points[row] for row in kept), tuple(choice.labels[row] for row in kept)
    return edits.set_data(project, replace(choice, points=points, labels=labels))


def jitter_points(
    project: Project,
    dataset: Dataset,
    place: tuple[float, float],
    radius: float,
    strength: float,
    rng: np.random.Generator,
) -> Project:
    """Move all points within a circle at random, by a normal distance of ``strength`` along each axis."""
    choice = as_drawn(project, dataset)
    near = _is_near(choice, place, radius)
    if not near.any():
        return project
    moved = np.array(choice.points) + near[:, np.newaxis] * rng.normal(0, strength, (len(near), 2))
    return edits.set_data(project, replace(choice, points=tuple((float(x1), float(x2)) for x1, x2 in moved)))


def as_drawn(project: Project, dataset: Dataset) -> DrawnChoice:
    """The points of a project as drawn ones: those that it has already, or a copy of what its data are now."""
    choice = project.data
    if isinstance(choice, DrawnChoice):
        return choice
    if (
        isinstance(choice, PlaneChoice) and choice.is_balanced
    ):  # each point once, so that none is in both parts afterwards
        dataset = load(replace(choice, is_balanced=False), project.seeds.data, project.seeds.split)
    if not isinstance(choice, PlaneChoice) or dataset.points_train is None or dataset.points_test is None:
        raise EditError(QT_TRANSLATE_NOOP("errors", "Only points in the plane can be drawn: choose a point set first."))
    points = np.concatenate([dataset.points_train, dataset.points_test]).astype(float)
    labels = np.concatenate([dataset.train.y.ravel(), dataset.test.y.ravel()]).astype(float)
    return DrawnChoice(
        points=tuple((float(x1), float(x2)) for x1, x2 in points),
        labels=tuple(float(label) for label in labels),
        goal=choice.task,
        classes=choice.class_names if choice.task is Task.MULTICLASS else (),
        features=choice.features,
        train_share=min(1.0, max(0.1, len(dataset.points_train) / len(points))),
        is_balanced=choice.is_balanced,
    )


def _is_near(choice: DrawnChoice, place: tuple[float, float], radius: float) -> NDArray[np.bool_]:
    near: NDArray[np.bool_] = np.hypot(*(np.array(choice.points) - place).T) <= radius
    return near
