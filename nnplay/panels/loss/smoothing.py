"""Smoothing: the mean of each point and its neighbours, which shows the trend of a noisy curve."""

from __future__ import annotations

import numpy as np


def smoothed(values: np.ndarray, window: int) -> np.ndarray:
    """Return the mean over ``window`` points around each; near the ends, over as many as there are on both sides.

    Parameters
    ----------
    values
        (n,); unknown values (NaN) are left out of the means and stay unknown.
    window
        An odd number; 1 gives ``values`` themselves.
    """
    n = len(values)
    if window <= 1 or not n:
        return values
    is_known = np.isfinite(values)
    sums = np.concatenate(([0.0], np.cumsum(np.where(is_known, values, 0.0))))
    counts = np.concatenate(([0], np.cumsum(is_known)))
    at = np.arange(n)
    reach = np.minimum(np.minimum(at, n - 1 - at), window // 2)
    first, last = at - reach, at + reach + 1
    with np.errstate(invalid="ignore"):
        means = (sums[last] - sums[first]) / (counts[last] - counts[first])
    return np.where(is_known, means, values)
