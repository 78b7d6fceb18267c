"""Splits examples into a training and a test part."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.intp]


def split(
    n: int, train_share: float, rng: np.random.Generator, labels: NDArray[np.floating | np.integer] | None = None
) -> tuple[Rows, Rows]:
    """Return the shuffled row numbers of both parts; without a test part, all rows in their own order.

    Parameters
    ----------
    labels
        (n,) the class of each row, for a stratified split; None for a plain random split.
    """
    if train_share >= 1:
        return np.arange(n), np.arange(0)
    order = rng.permutation(n)
    is_train = np.zeros(n, bool)
    if labels is None:
        is_train[: max(1, round(n * train_share))] = True
    else:
        for label in np.unique(labels):
            places = np.flatnonzero(labels[order] == label)
            is_train[places[: max(1, round(len(places) * train_share))]] = True
    return order[is_train], order[~is_train]
