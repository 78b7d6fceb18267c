"""How many of a network's weights an edit of its structure has kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine import initial_parameters, transfer
from nnplay.project.project import Project


@dataclass(frozen=True)
class KeptWeights:
    """Of ``n_all`` weights that the network has now, ``n_kept`` are those that it had before."""

    n_kept: int
    n_all: int

    @property
    def is_worth_saying(self) -> bool:
        """Whether something was kept and something else was not."""
        return 0 < self.n_kept < self.n_all


def kept_weights(before: Project, after: Project) -> KeptWeights:
    """Count what a structural edit has carried over."""
    # What is carried over from nothing but gaps is a gap; what is drawn is a number.
    gaps = np.full(before.network.n_parameters, np.nan, np.float32)
    carried = transfer(before.network, gaps, after.network, after.seeds.generator("weights"))
    return KeptWeights(int(np.isnan(carried).sum()), after.network.n_parameters)


def is_at_start(project: Project) -> bool:
    """Whether the weights are still those that were drawn first: nothing is lost when others are drawn."""
    start = initial_parameters(project.network, project.seeds.generator("weights"))
    return project.history.is_empty and np.array_equal(start, project.parameters)
