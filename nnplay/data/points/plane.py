"""Points in the plane as a data set: features computed, labels in the form that their task asks for, split."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnplay.data.dataset import Dataset, Task
from nnplay.data.features import Floats, feature_matrix
from nnplay.engine import Examples

SIGN_CLASSES = ("−1", "+1")
YES_NO_CLASSES = ("0", "1")


def plane_dataset(
    name: str,
    task: Task,
    classes: tuple[str, ...],
    features: tuple[str, ...],
    points: Floats,
    labels: Floats,
    n_train: int,
) -> Dataset:
    """A data set of points that are shuffled already.

    Parameters
    ----------
    classes
        Names of the classes; empty for quantities.
    points, labels
        (n, 2) and (n,) float32; the first ``n_train`` are to learn from.
    """
    x, y = feature_matrix(points, features), targets(labels, task)
    return Dataset(
        name=name,
        task=task,
        train=Examples(x[:n_train], y[:n_train]),
        test=Examples(x[n_train:], y[n_train:]),
        input_shape=(len(features),),
        classes=classes,
        points_train=points[:n_train],
        points_test=points[n_train:],
        features=features,
    )


def targets(labels: Floats, task: Task) -> NDArray[np.float32] | NDArray[np.int64]:
    """Labels (n,) as targets: class numbers (n,) where there are several classes, else (n, 1)."""
    return labels.astype(np.int64) if task is Task.MULTICLASS else labels.reshape(-1, 1)


def two_classes(task: Task) -> tuple[str, ...]:
    """What the classes of a task with two of them are called; empty for all others."""
    return {Task.BINARY: SIGN_CLASSES, Task.YES_NO: YES_NO_CLASSES}.get(task, ())
