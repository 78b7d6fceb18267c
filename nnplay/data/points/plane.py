"""Points in the plane as a data set: features, labels in the form that the task needs, and the split."""

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
    """Return a data set of points that are already shuffled.

    Parameters
    ----------
    classes
        Names of the classes; empty for quantities.
    points, labels
        (n, 2) and (n,) float32; the first ``n_train`` are the training examples.
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
    """Return labels (n,) as targets: class numbers (n,) for several classes, else (n, 1)."""
    return labels.astype(np.int64) if task is Task.MULTICLASS else labels.reshape(-1, 1)


def two_classes(task: Task) -> tuple[str, ...]:
    """Return the names of the classes of a task with two; empty for all others."""
    return {Task.BINARY: SIGN_CLASSES, Task.YES_NO: YES_NO_CLASSES}.get(task, ())
