"""Central differences: gradients measured by moving each weight a little, to hold backpropagation against."""

from __future__ import annotations

import numpy as np

from nnplay.engine import Loss, Network, NetworkSpec
from nnplay.engine.calls import Array

STEP = 1e-6


def random_network(spec: NetworkSpec, seed: int = 1) -> Network:
    """A float64 network whose weights, biases and slopes are all random, so that none is special."""
    network = Network(spec, np.float64)
    rng = np.random.default_rng(seed)
    network.initialize(rng)
    network.parameters[: spec.n_trainable] += rng.uniform(-0.3, 0.3, spec.n_trainable)
    return network


def relative_error(network: Network, x: Array, y: Array, loss: str | Loss) -> float:
    """The greatest difference between backpropagation and central differences, relative to the greatest gradient."""
    network.loss_and_gradients(x, y, loss)
    exact = network.gradients[: network.spec.n_trainable].copy()
    measured = np.empty_like(exact)
    for index in range(len(exact)):
        middle = network.parameters[index]
        network.parameters[index] = middle + STEP
        above = network.loss_and_gradients(x, y, loss)
        network.parameters[index] = middle - STEP
        below = network.loss_and_gradients(x, y, loss)
        network.parameters[index] = middle
        measured[index] = (above - below) / (2 * STEP)
    return float(np.abs(exact - measured).max(initial=0) / max(np.abs(measured).max(initial=0), 1e-3))
