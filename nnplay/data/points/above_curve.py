"""Points above and below a curve y = f(x) that a person types."""

from __future__ import annotations

import numpy as np

from nnplay.data.dataset import Task
from nnplay.data.formula import Formula, compile_formula
from nnplay.data.points.toy_set import Array, Sample, ToySet

FIRST_FORMULA = "2 sin(x)"

_EXTENT = 6.0


def curve_formula(text: str) -> Formula:
    """The f of y = f(x); FormulaError if the text is none."""
    return compile_formula(text, ("x",))


def above_curve(text: str) -> Sample:
    """The function that makes points for a formula: label 1 above the curve, -1 on it, below it, and where it has no y.

    The noise disturbs a point's place before it is judged; the place that is seen stays clean.
    """
    formula = curve_formula(text)

    def sample(n: int, noise: float, rng: np.random.Generator) -> tuple[Array, Array]:
        points = rng.uniform(-_EXTENT, _EXTENT, (n, 2))
        x, y = (points + noise * rng.uniform(-_EXTENT, _EXTENT, (n, 2))).T
        return points, np.where(y > formula(x=x), 1.0, -1.0)

    return sample


ABOVE_CURVE = "above-curve"

ABOVE_CURVE_SET = ToySet(ABOVE_CURVE, Task.BINARY, 600, above_curve(FIRST_FORMULA))
