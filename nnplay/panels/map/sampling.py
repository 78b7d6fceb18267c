"""The resolution of a map, and the range of values of its colours."""

from __future__ import annotations

from functools import lru_cache
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


def sharpened(plane: np.ndarray, times: int) -> np.ndarray:
    """Return a plane (n, n) with that many times as many samples along each side, interpolated linearly."""
    fine = interpolation(len(plane), times * len(plane))
    interpolated: np.ndarray = fine @ plane @ fine.T
    return interpolated


@lru_cache(maxsize=4)
def interpolation(n_samples: int, n_wanted: int) -> np.ndarray:
    """Return the (n_wanted, n_samples) matrix that interpolates linearly over the same interval."""
    at = np.linspace(0, n_samples - 1, n_wanted)
    weights: np.ndarray = np.maximum(0, 1 - np.abs(at[:, np.newaxis] - np.arange(n_samples)))
    return weights.astype(np.float32)
