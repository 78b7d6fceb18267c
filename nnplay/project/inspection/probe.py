"""The probe: what every neuron of a network gives all over the plane, one forward pass for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np
from numpy.typing import NDArray

from nnplay.data import feature_matrix
from nnplay.engine import Grid, Network, NetworkSpec, Part

Floats = NDArray[np.float32]

EXTENT = 6.0
MAX_PLANES = 256
"""Most neurons of one layer that get a plane: more than anybody looks at, and layers may have thousands."""

_MAX_NUMBERS = 4_000_000
"""Most activations computed at a time."""


class Probe:
    """Looks at a network over points in the plane; what it finds is kept until the weights change.

    Attributes
    ----------
    network
        The network's description.
    features
        Names of its inputs, keys of ``FEATURES``.
    """

    def __init__(self, network: NetworkSpec, features: Sequence[str]) -> None:
        self.network = network
        self.features = tuple(features)
        self._running = Network(network)
        self._parameters: Floats | None = None
        self._muted: tuple[Part, ...] = ()
        self._planes: dict[tuple[int, float], dict[str, Floats]] = {}
        self._inputs: dict[tuple[int, float], Floats] = {}
        self._grids: dict[tuple[int, float], Grid] = {}
        self._n_numbers = sum(prod(shape) for shape in network.shapes.values())

    def set_parameters(self, vector: Floats, muted: tuple[Part, ...] = ()) -> None:
        """Use these weights (n_parameters,) and mute these parts from now on.

        The array is copied, and asked for by identity.
        """
        is_remuted = muted != self._muted
        if vector is self._parameters and not is_remuted:
            return
        self._parameters, self._muted = vector, muted
        self._running.load(vector, muted)
        self._planes.clear()
        if is_remuted:
            self._grids.clear()

    def planes_of(self, node: str, n: int = 100, extent: float = EXTENT) -> Floats:
        """One node's outputs over the same grid, (units, n, n): a new array, and nothing else is kept or copied."""
        inputs = self._grid(n, extent)
        if self._is_small(n):
            outputs = self._bound(n, extent).outputs(self._running.parameters)[node][:MAX_PLANES].copy()
        else:
            outputs = self._compute(inputs, n)[node]
        return outputs.reshape(-1, n, n)

    def plane(self, n: int = 100, extent: float = EXTENT) -> dict[str, Floats]:
        """Each node's output over a square grid that reaches from -extent to extent, corners included.

        Returns
        -------
        By node name (units, n, n) float32, of at most the first ``MAX_PLANES`` units; row 0 is x2 = extent (the top),
        column 0 is x1 = -extent. The arrays are shared by all callers and read-only.
        """
        key = (n, extent)
        if key not in self._planes:
            if self._is_small(n):
                outputs = self._bound(n, extent).outputs(self._running.parameters)
                self._planes[key] = {name: _frozen(output[:MAX_PLANES].copy(), n) for name, output in outputs.items()}
            else:
                self._planes[key] = self._compute(self._grid(n, extent), n)
        return self._planes[key]

    def predict(self, points: Floats) -> Floats:
        """The network's output for points (k, 2): (k, n_outputs)."""
        return self._running.predict(feature_matrix(points, self.features))

    def _grid(self, n: int, extent: float) -> Floats:
        key = (n, extent)
        if key not in self._inputs:
            axis = np.linspace(-extent, extent, n, dtype=np.float32)
            x1, x2 = np.meshgrid(axis, axis[::-1])
            self._inputs[key] = feature_matrix(np.column_stack((x1.ravel(), x2.ravel())), self.features)
        return self._inputs[key]

    def _is_small(self, n: int) -> bool:
        """Whether all activations of all points may be in memory at once: then nothing has to be copied together."""
        return self._n_numbers * n * n <= _MAX_NUMBERS

    def _bound(self, n: int, extent: float) -> Grid:
        key = (n, extent)
        if key not in self._grids:
            self._grids[key] = Grid(self.network, self._grid(n, extent), muted=self._muted)
        return self._grids[key]

    def _compute(self, inputs: Floats, n: int) -> dict[str, Floats]:
        sizes = {name: prod(shape) for name, shape in self.network.shapes.items()}
        planes = {name: np.empty((min(size, MAX_PLANES), n * n), np.float32) for name, size in sizes.items()}
        at_a_time = max(1, _MAX_NUMBERS // sum(sizes.values()))
        for start in range(0, n * n, at_a_time):
            part = slice(start, min(start + at_a_time, n * n))
            for name, activations in self._running.activations(inputs[part]).items():
                planes[name][:, part] = activations.reshape(len(activations), -1)[:, :MAX_PLANES].T
        return {name: _frozen(plane, n) for name, plane in planes.items()}


def _frozen(plane: Floats, n: int) -> Floats:
    plane.flags.writeable = False
    return plane.reshape(-1, n, n)
