"""Points drawn by the user in the plane, each with any class or value; they are stored in the project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.data.checks import check_share, is_number
from nnplay.data.choice import DataChoice
from nnplay.data.dataset import Dataset, Task
from nnplay.data.features import check_features, feature_labels
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.data.points.plane import plane_dataset, two_classes
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.seeds import generator

MAX_DRAWN = 5_000
MAX_DRAWN_CLASSES = 10
MAX_COORDINATE = 1e6


@dataclass(frozen=True)
class DrawnChoice(DataChoice):
    """Given points in the plane.

    Attributes
    ----------
    points
        1 to ``MAX_DRAWN`` pairs of coordinates.
    labels
        One per point: -1 or 1, 0 or 1, a class number, or any value, depending on ``goal``.
    goal
        What is to be predicted.
    classes
        Names of the classes if the goal is one of several; else empty.
    features
        Keys of ``FEATURES``: the network's inputs.
    train_share
        Share of the points to train on, 0.1 to 1. They are chosen so that adding a point moves at most one other point
        between training and test.

    Raises
    ------
    DataError
        If one of them is not valid.
    """

    is_quick: ClassVar[bool] = True

    points: tuple[tuple[float, float], ...]
    labels: tuple[float, ...]
    goal: Task = Task.BINARY
    classes: tuple[str, ...] = ()
    features: tuple[str, ...] = ("x1", "x2")
    train_share: float = 1.0

    def __post_init__(self) -> None:
        if not 1 <= len(self.points) <= MAX_DRAWN or len(self.labels) != len(self.points):
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{points} points with {labels} labels are not valid data: 1 to {most} points "
                    "are allowed, each with a label.",
                ),
                points=len(self.points),
                labels=len(self.labels),
                most=MAX_DRAWN,
            )
        for place in self.points:
            if len(place) != 2 or not all(is_number(each) and abs(each) <= MAX_COORDINATE for each in place):
                raise DataError(
                    QT_TRANSLATE_NOOP(
                        "errors", "{point} is not a point: a point is two numbers, at most {most} in size."
                    ),
                    point=place,
                    most=MAX_COORDINATE,
                )
        check_labels(self.labels, self.goal, self.classes)
        check_features(self.features)
        check_share(self.train_share, most=1)

    @property
    def task(self) -> Task:
        return self.goal

    @property
    def input_shape(self) -> tuple[int, ...]:
        return (len(self.features),)

    @property
    def n_outputs(self) -> int:
        return max(1, len(self.classes))

    @property
    def class_names(self) -> tuple[str, ...]:
        return self.classes or two_classes(self.goal)

    @property
    def input_names(self) -> tuple[str, ...]:
        return feature_labels(self.features)

    def load(self, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel) -> Dataset:
        points, labels = np.array(self.points, np.float32), np.array(self.labels, np.float32)
        n_train = max(1, round(len(points) * self.train_share))
        if n_train < len(points):
            order = np.argsort(generator("split", seed_split).random(len(points)), kind="stable")
            points, labels = points[order], labels[order]
        return plane_dataset("drawn", self.goal, self.class_names, self.features, points, labels, n_train)


def check_labels(labels: tuple[float, ...], goal: Task, classes: tuple[str, ...]) -> None:
    """Raise DataError unless each label is valid for the goal."""
    n_classes = len(classes)
    if (goal is Task.MULTICLASS) != (n_classes > 0) or n_classes == 1 or n_classes > MAX_DRAWN_CLASSES:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "Data of several classes must name them, 2 to {most}; all others must not."),
            most=MAX_DRAWN_CLASSES,
        )
    allowed = {Task.BINARY: {-1, 1}, Task.YES_NO: {0, 1}, Task.MULTICLASS: set(range(n_classes))}.get(goal)
    for label in labels:
        if not is_number(label) or (allowed is not None and label not in allowed):
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "{label} is not a valid label here."),
                label=label,
            )
