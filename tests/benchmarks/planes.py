"""W5: milliseconds for every neuron's output over a grid of 100 x 100 points."""

from __future__ import annotations

import numpy as np

from nnplay import engine
from tests.benchmarks.small_networks import W2
from tests.benchmarks.timing import Contestant, seconds
from tests.benchmarks.tutorial import TutorialChain

N_POINTS = 100 * 100


def contestants() -> dict[str, Contestant]:
    """W2's network."""
    layers = [engine.Dense(units, "tanh") for units in W2.sizes[1:]]
    spec = engine.NetworkSpec.chain(engine.Input(W2.sizes[:1]), *layers)
    x = np.random.default_rng(0).uniform(-6, 6, (N_POINTS, W2.sizes[0]))
    grid, parameters = engine.Grid(spec, x), _weights(spec)
    chain, single = TutorialChain(W2.sizes), TutorialChain(W2.sizes)
    single.weights = [weights.astype(np.float32) for weights in single.weights]
    single.biases = [bias.astype(np.float32) for bias in single.biases]
    x_single = x.astype(np.float32)
    return {
        "nnplay": lambda: 1e3 * min(seconds(lambda: grid.outputs(parameters)) for _ in range(20)),
        "tutorial NumPy": lambda: 1e3 * min(seconds(lambda: chain.forward(x)) for _ in range(20)),
        "tutorial NumPy, float32": lambda: 1e3 * min(seconds(lambda: single.forward(x_single)) for _ in range(20)),
    }


def contestants_through_two_inputs() -> dict[str, Contestant]:
    """784-128-10 through two chosen inputs, and the same as a whole picture for each point."""
    spec = engine.NetworkSpec.chain(engine.Input((784,)), engine.Dense(128, "relu"), engine.Dense(10, "softmax"))
    rng = np.random.default_rng(0)
    base, points, parameters = rng.random(784), rng.random((N_POINTS, 2)), _weights(spec)
    pictures = np.tile(base, (N_POINTS, 1))
    pictures[:, [300, 400]] = points
    grid, whole = engine.Grid(spec, points, inputs=(300, 400), base=base), engine.Grid(spec, pictures)
    return {
        "nnplay": lambda: 1e3 * min(seconds(lambda: grid.outputs(parameters)) for _ in range(3)),
        "nnplay, whole pictures": lambda: 1e3 * min(seconds(lambda: whole.outputs(parameters)) for _ in range(3)),
    }


def _weights(spec: engine.NetworkSpec) -> np.ndarray:
    return engine.initial_parameters(spec, np.random.default_rng(0))
