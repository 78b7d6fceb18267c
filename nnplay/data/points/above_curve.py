"""Points above and below a curve y = f(x) typed by the user."""

from __future__ import annotations

import numpy as np

from nnplay.data.dataset import Task
from nnplay.data.formula import Formula, compile_formula
from nnplay.data.points.toy_set import Array, Sample, ToySet

FIRST_FORMULA = "2 sin(x)"

_EXTENT = 6.0


def curve_formula(text: str) -> Formula:
    """Return the f of y = f(x); FormulaError if the text is not a formula."""
    return compile_formula(text, ("x",))


def above_curve(text: str) -> Sample:
    """Return the function that samples points for a formula: label 1 above the curve, else -1, also where f has no
    value.

    Noise moves a point before it is labelled; the position that is shown stays clean.
    """
    formula = curve_formula(text)

    def sample(n: int, noise: float, rng: np.random.Generator) -> tuple[Array, Array]:
        points = rng.uniform(-_EXTENT, _EXTENT, (n, 2))
        x, y = (points + noise * rng.uniform(-_EXTENT, _EXTENT, (n, 2))).T
        return points, np.where(y > formula(x=x), 1.0, -1.0)

    return sample


ABOVE_CURVE = "above-curve"

ABOVE_CURVE_SET = ToySet(ABOVE_CURVE, Task.BINARY, 600, above_curve(FIRST_FORMULA))
