"""All toy sets by name, and the function that samples one."""

from __future__ import annotations

import numpy as np

from nnplay.data.features import Floats
from nnplay.data.points.above_curve import ABOVE_CURVE, ABOVE_CURVE_SET, above_curve
from nnplay.data.points.playground import PLAYGROUND_SETS
from nnplay.data.points.shapes import SHAPE_SETS
from nnplay.data.points.toy_set import ToySet

TOY_SETS: dict[str, ToySet] = {toy_set.name: toy_set for toy_set in (*PLAYGROUND_SETS, *SHAPE_SETS, ABOVE_CURVE_SET)}


def generate(kind: str, n: int, noise: float, rng: np.random.Generator, formula: str = "") -> tuple[Floats, Floats]:
    """Return points and labels of one toy set, not shuffled.

    Parameters
    ----------
    kind
        Key of ``TOY_SETS``.
    n
        Number of points; if it is odd, the first of two halves gets one less.
    noise
        0 to 0.5.
    formula
        For points above and below a curve: the curve, if not the default.

    Returns
    -------
    points
        (n, 2) float32.
    labels
        (n,) float32: -1 or 1 for two classes, a class number for more, a value for regression.
    """
    sample = above_curve(formula) if formula and kind == ABOVE_CURVE else TOY_SETS[kind].sample
    points, labels = sample(n, noise, rng)
    return points.astype(np.float32), labels.astype(np.float32)
