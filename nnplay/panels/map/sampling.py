"""The resolution of a map, and the range of values of its colours."""

from __future__ import annotations

from math import isfinite, sqrt

import numpy as np

from nnplay.data import Dataset, Task
from nnplay.engine import NetworkSpec
from nnplay.panels.map.map_frame import ValueRange
from nnplay.panels.plots.round_numbers import round_up

_SAMPLES = (25, 100)
"""Minimum and maximum number of samples along each side of the map."""

_PRODUCTS = 60_000_000
"""Most multiplications for a picture: a large network gets fewer samples, so that the window stays responsive."""


def n_samples(network: NetworkSpec) -> int:
    """Return the number of samples along each side of the map."""
    fewest, most = _SAMPLES
    return min(most, max(fewest, int(sqrt(_PRODUCTS / max(1, network.n_parameters)))))


def label_range(dataset: Dataset | None) -> ValueRange:
    """Return the labels of the two classes, or a symmetric range around the target quantities."""
    if dataset is None or not len(dataset.train):
        return ValueRange()
    low, high = float(dataset.train.y.min()), float(dataset.train.y.max())
    if dataset.task is Task.MULTICLASS:  # the planes are probabilities
        return ValueRange(0.0, 1.0)
    if dataset.classes and low < high:
        return ValueRange(low, high)
    return plane_range(dataset.train.y)


def plane_range(values: np.ndarray) -> ValueRange:
    """Return -1..1, or a wider range of round numbers if values lie outside it."""
    greatest = float(np.abs(values).max())
    half = round_up(greatest) if isfinite(greatest) and greatest > 1 else 1.0
    return ValueRange(-half, half)
