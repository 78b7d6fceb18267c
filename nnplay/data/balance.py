"""Balance: repeat the training examples of rare classes until all classes are equally frequent."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nnplay.data.dataset import Dataset
from nnplay.engine.metrics import classifier


def class_counts(dataset: Dataset) -> NDArray[np.intp] | None:
    """Return the number of training examples of each class, (n_classes,); None where there are no classes."""
    numbers = _class_numbers(dataset)
    return None if numbers is None else np.bincount(numbers, minlength=len(dataset.classes))


def balanced(dataset: Dataset) -> Dataset:
    """Return the data set with every class as frequent in its training part as the most frequent one.

    Examples are repeated as evenly as possible (oversampling without randomness). The test part is unchanged, so that
    its scores keep their meaning. Quantities and data of a single class are unchanged.
    """
    numbers, counts = _class_numbers(dataset), class_counts(dataset)
    if numbers is None or counts is None or not len(numbers):
        return dataset
    most = int(counts.max())
    rows = np.sort(np.concatenate([np.resize(np.flatnonzero(numbers == c), most) for c in np.flatnonzero(counts)]))
    points, places = dataset.points_train, dataset.rows_train
    return replace(
        dataset,
        train=dataset.train.take(rows),
        points_train=None if points is None else points[rows],
        rows_train=None if places is None else places[rows],
    )


def _class_numbers(dataset: Dataset) -> NDArray[np.intp] | None:
    y = dataset.train.y
    classes = classifier(y) if dataset.classes and len(y) else None
    if classes is None:
        return None
    numbers: NDArray[np.intp] = y.astype(np.intp) if y.ndim == 1 else classes(y).astype(np.intp)
    return numbers
