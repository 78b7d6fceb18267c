"""What the tests of the stack share: the same networks trained one by one and together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from nnplay import engine

Examples = engine.Examples | Sequence[engine.Examples]
Settings = engine.TrainingSettings | Sequence[engine.TrainingSettings]

_RNG = np.random.default_rng(5)
X = _RNG.uniform(-1, 1, (57, 3))
SIGNS = engine.Examples(X, np.sign((X**2).sum(axis=1, keepdims=True) - 0.8))
CLASSES = engine.Examples(X, _RNG.integers(0, 3, 57))
N_STEPS = 200


def spec(
    activation: str = "tanh", n_outputs: int = 1, output: str = "tanh", rate: float = 0.0, stddev: float = 0.0
) -> engine.NetworkSpec:
    """A graph with all that a stack takes: chains, a skip, Add, Concatenate, dropout and noise."""
    return engine.NetworkSpec(
        (
            engine.Node("in", engine.Input((3,))),
            engine.Node("first", engine.Dense(5, activation), ("in",)),
            engine.Node("dropout", engine.Dropout(rate), ("first",)),
            engine.Node("noise", engine.GaussianNoise(stddev), ("dropout",)),
            engine.Node("second", engine.Dense(4, activation, use_bias=False), ("noise",)),
            engine.Node("beside", engine.Dense(4, "relu"), ("in",)),
            engine.Node("add", engine.Add(), ("second", "beside")),
            engine.Node("join", engine.Concatenate(), ("add", "first", "in")),
            engine.Node("out", engine.Dense(n_outputs, output), ("join",)),
        )
    )


def networks(
    specs: Sequence[engine.NetworkSpec], dtype: Any = np.float64, muted: Sequence[engine.Part] = ()
) -> list[engine.Network]:
    """The networks with weights of their own."""
    made = []
    for seed, each in enumerate(specs):
        network = engine.Network(each, dtype)
        network.initialize(np.random.default_rng(100 + seed))
        network.mute(muted)
        made.append(network)
    return made


def alone(
    network: engine.Network, examples: engine.Examples, settings: engine.TrainingSettings, seed: int
) -> engine.Progress | engine.TrainingDivergedError:
    """Train one network by itself."""
    training = engine.Trainer(network, examples, settings, np.random.default_rng(seed))
    try:
        while training.step < N_STEPS:
            progress = training.advance(N_STEPS - training.step)
    except engine.TrainingDivergedError as error:
        return error
    return progress


def together(
    made: Sequence[engine.Network], examples: Examples, settings: Settings, seeds: Sequence[int], pace: int = N_STEPS
) -> tuple[engine.StackTrainer, list[engine.Progress]]:
    """Train them as one stack."""
    stack = engine.Stack(made)
    training = engine.StackTrainer(stack, examples, settings, [np.random.default_rng(seed) for seed in seeds])
    progress: list[engine.Progress] = []
    while training.step < N_STEPS and not training.is_out.all():
        progress = training.advance(min(pace, N_STEPS - training.step))
    return training, progress


def assert_equal_runs(
    specs: Sequence[engine.NetworkSpec],
    examples: Examples,
    settings: Settings,
    seeds: Sequence[int],
    dtype: Any = np.float64,
    muted: Sequence[engine.Part] = (),
) -> engine.StackTrainer:
    """The weights of each network, its loss and its accuracy, or its end, are those of a run by itself."""
    singles, stacked = networks(specs, dtype, muted), networks(specs, dtype, muted)
    training, progress = together(stacked, examples, settings, seeds)
    tolerance = 1e-9 if dtype is np.float64 else 1e-4
    for number, (single, other) in enumerate(zip(singles, stacked, strict=True)):
        own = examples if isinstance(examples, engine.Examples) else examples[number]
        mine = settings if isinstance(settings, engine.TrainingSettings) else settings[number]
        found = alone(single, own, mine, seeds[number])
        scale = np.abs(single.parameters).max()
        np.testing.assert_allclose(other.parameters, single.parameters, rtol=0, atol=tolerance * scale)
        if isinstance(found, engine.TrainingDivergedError):
            error = training.errors[number]
            assert (error.step, error.epoch, error.layer) == (found.step, found.epoch, found.layer)
        else:
            assert number not in training.errors
            np.testing.assert_allclose(progress[number].loss, found.loss, rtol=tolerance)
            assert progress[number].accuracy == found.accuracy
            assert (progress[number].step, progress[number].epoch) == (found.step, found.epoch)
            assert (progress[number].share, progress[number].step_in_epoch) == (found.share, found.step_in_epoch)
    return training
