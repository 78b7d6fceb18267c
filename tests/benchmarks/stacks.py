"""W1x64 and W2x64: steps a second of all networks of a stack, beside one network trained by itself; growth with K."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nnplay import engine
from tests.benchmarks.small_networks import RATE, W1, W2, SmallNetwork
from tests.benchmarks.timing import Contestant, interleaved, seconds

WORKLOADS = {"W1x64": W1, "W2x64": W2}
COUNTS = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)


def contestants(workload: SmallNetwork) -> dict[str, Contestant]:
    """Each gives steps a second: those of all 64 networks, and those of the single trainer."""
    return {
        "nnplay": stack(workload, 64),
        "its orders differ": stack(workload, 64, is_each=True),
        "single trainer": workload.contestants()["nnplay"],
    }


def growth(workload: SmallNetwork) -> Iterator[tuple[int, float]]:
    """How many times the steps of the single trainer K networks take together, for each K."""
    measured = {str(count): stack(workload, count) for count in COUNTS}
    found = interleaved({**measured, "single": workload.contestants()["nnplay"]}, 3)
    for count in COUNTS:
        yield count, found[str(count)] / found["single"]


def stack(workload: SmallNetwork, count: int, *, is_each: bool = False) -> Contestant:
    """Steps a second of ``count`` networks, which differ in their first weights and, if asked, in their orders."""
    layers = [engine.Dense(units, "tanh") for units in workload.sizes[1:]]
    spec = engine.NetworkSpec.chain(engine.Input(workload.sizes[:1]), *layers)
    networks = [engine.Network(spec) for _ in range(count)]
    for seed, network in enumerate(networks):
        network.initialize(np.random.default_rng(seed))
    settings = engine.TrainingSettings("half_squared_error", engine.SGD(RATE), workload.batch_size)
    rngs = [np.random.default_rng(seed if is_each else 0) for seed in range(count)]
    trainer = engine.StackTrainer(engine.Stack(networks), engine.Examples(workload.x, workload.y), settings, rngs)
    n_steps = max(500, 40_000 // count)

    def train() -> None:
        last = trainer.step + n_steps
        while trainer.step < last:
            assert max(progress.loss for progress in trainer.advance(1000)) < np.inf
        assert not trainer.errors

    return lambda: count * n_steps / seconds(train)
