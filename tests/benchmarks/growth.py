"""Growth: microseconds an example against width, depth and batch size, over three decades each.

What it shows: an example costs calls plus arithmetic. A step is some five calls a layer of a quarter of a microsecond
each, whatever they work on, so the time an example falls as 1 / batch until the batch fills the processor (some hundred
examples), and grows in proportion to depth. With width nothing is seen up to some dozen units, where calls dominate;
then the products of the layers, width squared, take over, and from a few hundred units on the update of the weights as
well, which is paid once a step: large layers want large batches.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nnplay import engine
from tests.benchmarks.timing import interleaved, seconds


def series() -> Iterator[tuple[str, list[int], list[float]]]:
    """Name, values and microseconds an example of each series; what is not varied is 32 wide, 2 deep, batch 32."""
    widths, depths, batches = [1, 4, 16, 64, 256, 1024], [1, 3, 10, 30, 100, 300, 1000], [1, 4, 16, 64, 256, 1024]
    yield "width", widths, _measure([(width, 2, 32) for width in widths])
    yield "depth", depths, _measure([(8, depth, 32) for depth in depths])
    yield "batch", batches, _measure([(32, 2, batch) for batch in batches])


def _measure(cases: list[tuple[int, int, int]]) -> list[float]:
    contestants = {}
    for width, depth, batch in cases:
        layers = [engine.Dense(width, "tanh") for _ in range(depth)]
        network = engine.Network(engine.NetworkSpec.chain(engine.Input((width,)), *layers))
        network.initialize(np.random.default_rng(0))
        rng, n = np.random.default_rng(1), 4 * batch
        examples = engine.Examples(rng.normal(size=(n, width)), rng.normal(size=(n, width)))
        settings = engine.TrainingSettings("half_squared_error", engine.SGD(1e-4), batch)
        trainer = engine.Trainer(network, examples, settings, rng)
        n_steps = max(4, 100_000 // (batch * depth * max(1, width * width // 256)))

        def measure(trainer: engine.Trainer = trainer, n_steps: int = n_steps, batch: int = batch) -> float:
            last = trainer.step + n_steps

            def train() -> None:
                while trainer.step < last:
                    trainer.advance(last - trainer.step)

            return 1e6 * seconds(train) / n_steps / batch

        contestants[str((width, depth, batch))] = measure
    return list(interleaved(contestants, 3).values())
