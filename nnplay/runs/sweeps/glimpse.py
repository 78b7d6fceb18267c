"""A glimpse of cells that are learning: for whoever wants to see a sweep before its results are there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import Network, Stack
from nnplay.project import Project
from nnplay.runs.scores import Scores


@dataclass(frozen=True, eq=False)
class Glimpse:
    """The cells of one task at this moment. It shows living networks: valid only during the call that receives it.

    Attributes
    ----------
    project
        Of the first cell; all have the same kind of data.
    epoch
        Finished epochs of those that still learn.
    scores
        Of each cell, as last measured.
    is_out
        (K,) whether each has ended or diverged.
    networks
        Of each cell, with its present weights.
    stack
        The stack that they are trained in; None for a single network.
    """

    project: Project
    epoch: int
    scores: Sequence[Scores]
    is_out: NDArray[np.bool_]
    networks: Sequence[Network]
    stack: Stack | None = None

    def predict(self, x: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what all networks say about the same examples, (K, n, n_outputs): one forward pass for a stack."""
        if self.stack is None:
            return np.stack([network.predict(x).reshape(len(x), -1) for network in self.networks])
        found = self.stack.predict(x).reshape(len(self.networks), len(x), -1)
        # The row of a network that is out holds weights of 0; it has its own ones elsewhere.
        for number in np.flatnonzero(self.is_out).tolist():
            found[number] = self.networks[number].predict(x).reshape(len(x), -1)
        return found


Watch = Callable[[Glimpse], None]
"""Called every few milliseconds between two steps; it returns at once unless it is time to look."""
