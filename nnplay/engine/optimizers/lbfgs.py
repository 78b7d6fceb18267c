"""L-BFGS: a quasi-Newton method on all examples at once, SciPy's implementation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.engine.calls import Call
from nnplay.engine.checks import check_whole
from nnplay.engine.optimizers.base import Optimizer, UpdateSite

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]


@dataclass(frozen=True)
class LBFGS(Optimizer):
    """One step runs up to ``max_iterations`` iterations of L-BFGS-B, each with a line search, from the present weights.

    The curvature is learned anew in each step, so that every setting may change between two steps and nothing but the
    weights needs saving. ``learning_rate`` is the share of the way to the found point that is taken: 1 takes it all.
    Clipping does not apply: a line search needs the true gradient.
    Source: Liu and Nocedal, "On the limited memory BFGS method for large scale optimization", Mathematical Programming
    45 (1989); names and defaults as PyTorch's ``LBFGS``, with its history of 10.
    """

    learning_rate: float = 1.0
    max_iterations: int = 20
    history_size: int = 10

    is_full_batch: ClassVar[bool] = True

    def __post_init__(self) -> None:
        super().__post_init__()
        check_whole("max iterations", self.max_iterations, 1, 10_000)
        check_whole("history size", self.history_size, 1, 1_000)

    def calls(self, site: UpdateSite) -> list[Call]:
        return [(self._minimize, (site,))]

    def _minimize(self, site: UpdateSite) -> None:
        from scipy.optimize import minimize  # imported here: it costs 0.4 s, and most runs never need it

        def objective(point: Vector) -> tuple[float, Vector]:
            site.parameters[...] = point
            return site.evaluate(), site.gradients.astype(np.float64)

        start: Vector = site.parameters.astype(np.float64)
        found = minimize(
            objective,
            start,
            jac=True,
            method="L-BFGS-B",
            options={"maxiter": self.max_iterations, "maxcor": self.history_size, "ftol": 0.0, "gtol": 0.0},
        ).x
        site.parameters[...] = start + site.rate.item() * (found - start)
        # Loss and gradients now belong to the weights that were kept, not to the last ones tried.
        site.evaluate()
