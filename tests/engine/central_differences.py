"""Central differences: slopes measured by moving weights a little, to hold backpropagation against."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nnplay.engine import Loss, Network, NetworkSpec
from nnplay.engine.calls import Array, run
from nnplay.engine.network import targets_as_rows

STEP = 1e-6


def random_network(spec: NetworkSpec, seed: int = 1) -> Network:
    """A float64 network whose weights, biases and slopes are all random, so that none is special."""
    network = Network(spec, np.float64)
    rng = np.random.default_rng(seed)
    network.initialize(rng)
    network.parameters[: spec.n_trainable] += rng.uniform(-0.3, 0.3, spec.n_trainable)
    return network


class Passes:
    """Passes of one batch through a network, all with the same random numbers."""

    def __init__(self, network: Network, x: Array, y: Array, loss: str | Loss) -> None:
        self._network = network
        self._rng = np.random.default_rng(5)
        self._random_state = self._rng.bit_generator.state
        self._workspace = network.workspace(len(x), self._rng, loss)
        self._workspace.x[:-1] = x.reshape(len(x), -1).T
        self._workspace.target[...] = targets_as_rows(y, len(self._workspace.target)).T

    def loss(self) -> float:
        """Mean loss; leaves the gradient in the network."""
        self._rng.bit_generator.state = self._random_state
        run(self._workspace.forward)
        run(self._workspace.backward)
        return float(self._workspace.total) * self._workspace.total_factor / self._workspace.batch_size

    def slope(self, direction: Array) -> float:
        """The measured slope of the loss along a direction (n_trainable,)."""
        weights = self._network.parameters[: len(direction)]
        start = weights.copy()
        weights += STEP * direction
        above = self.loss()
        weights[...] = start - STEP * direction
        below = self.loss()
        weights[...] = start
        return (above - below) / (2 * STEP)

    def gradient(self) -> Array:
        """What backpropagation says: (n_trainable,)."""
        self.loss()
        return self._network.gradients[: self._network.spec.n_trainable].copy()


def error_by_weight(network: Network, x: Array, y: Array, loss: str | Loss) -> float:
    """The greatest error of backpropagation over all weights, relative to the greatest gradient."""
    passes = Passes(network, x, y, loss)
    exact = passes.gradient()
    measured = np.array([passes.slope(one) for one in np.eye(len(exact))])
    return _relative(exact, measured)


def error_by_direction(network: Network, x: Array, y: Array, loss: str | Loss, n_directions: int = 3) -> float:
    """The same along a few random directions in the space of all weights: much faster, and hardly less sharp."""
    passes = Passes(network, x, y, loss)
    gradient = passes.gradient()
    directions = list(_unit_directions(len(gradient), n_directions))
    return _relative(np.array([gradient @ one for one in directions]), np.array(list(map(passes.slope, directions))))


def _unit_directions(n: int, n_directions: int) -> Iterator[Array]:
    rng = np.random.default_rng(7)
    for _ in range(n_directions):
        direction = rng.standard_normal(n)
        yield direction / np.linalg.norm(direction)


def _relative(exact: Array, measured: Array) -> float:
    greatest = max(np.abs(measured).max(initial=0), 1e-3)
    return float(np.abs(exact - measured).max(initial=0) / greatest)
