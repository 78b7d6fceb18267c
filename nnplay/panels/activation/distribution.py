"""The distribution of a layer's weighted sums, and the share of saturated outputs, computed in the background."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnplay.engine import Examples, LayerStatistics, Loss, NetworkSpec, Part, Statistics

N_BINS = 60

Range = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Distribution:
    """The weighted sums z of one layer at one moment.

    Attributes
    ----------
    edges, shares
        (``N_BINS`` + 1,) and (``N_BINS``,): the share of all z between two edges.
    outside
        Share beyond the outermost edges.
    """

    layer: str
    edges: np.ndarray
    shares: np.ndarray
    outside: float
    statistics: LayerStatistics


class Observer:
    """Runs a network on the same examples each time; created in the GUI thread, used in the thread that answers
    questions.
    """

    def __init__(self, spec: NetworkSpec, examples: Examples, loss: str | Loss, muted: tuple[Part, ...] = ()) -> None:
        self.key = spec, examples, loss, muted
        self._statistics: Statistics | None = None

    def is_for(self, spec: NetworkSpec, examples: Examples, loss: str | Loss, muted: tuple[Part, ...] = ()) -> bool:
        """Return whether it uses these arguments."""
        return self.key[0] is spec and self.key[1] is examples and self.key[2:] == (loss, muted)

    def observe(self, parameters: np.ndarray, layer: str, span: Range) -> Distribution:
        """Return the distribution over ``span`` with the weights (n_parameters,)."""
        if self._statistics is None:
            self._statistics = Statistics(*self.key)
        found = self._statistics.look(parameters)[layer]
        z = self._statistics.pre_activations(layer)
        counts, edges = np.histogram(z, N_BINS, span)
        shares = counts / z.size
        return Distribution(layer, edges, shares, 1 - float(shares.sum()), found)
