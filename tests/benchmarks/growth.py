"""Growth: microseconds an example against width, depth and batch size, over three decades each.

What it shows: an example costs calls plus arithmetic. A step is some five calls a layer of a quarter of a microsecond
each, whatever they work on, so the time an example falls as 1 / batch until the batch fills the processor (some hundred
examples), and grows in proportion to depth. With width nothing is seen up to some dozen units, where calls dominate;
then the products of the layers, width squared, take over, and from a few hundred units on the update of the weights as
well, which is paid once a step: large layers want large batches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import log10

import numpy as np

from nnplay import engine
from tests.benchmarks.timing import interleaved, seconds

Series = tuple[str, list[int], list[float]]
"""What is varied, its values, and microseconds an example for each."""


def series() -> Iterator[Series]:
    """The three series; what is not varied is 32 units (for depth 8), 2 layers, batch 32."""
    values = [1, 3, 10, 32, 100, 320, 1000]
    yield "width", values, _measure([(width, 2, 32) for width in values])
    yield "depth", values, _measure([(8, depth, 32) for depth in values])
    yield "batch", values, _measure([(32, 2, batch) for batch in values])


def plot(found: Iterable[Series]) -> str:
    """The curves as an SVG picture, both axes logarithmic."""
    colors = {"width": "#0877bd", "depth": "#f59322", "batch": "#5a8f29"}
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 420" font-family="sans-serif" font-size="13">',
        '<rect width="620" height="420" fill="white"/>',
    ]
    for power in range(4):
        x, y = _x(10**power), _y(10.0 ** (power - 1))
        parts.append(f'<path d="M{x} 40V380M60 {y}H540" stroke="#ddd"/>')
        parts.append(f'<text x="{x}" y="398" text-anchor="middle">{10**power}</text>')
        parts.append(f'<text x="54" y="{y + 4}" text-anchor="end">{10.0 ** (power - 1):g}</text>')
    parts.append('<text x="60" y="24">microseconds an example against width, depth and batch size</text>')
    for name, values, times in found:
        points = [(_x(value), _y(time)) for value, time in zip(values, times, strict=True)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colors[name]}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colors[name]}"/>' for x, y in points]
        parts.append(
            f'<text x="{points[-1][0] + 8:.1f}" y="{points[-1][1] + 4:.1f}" fill="{colors[name]}">{name}</text>'
        )
    return "\n".join([*parts, "</svg>", ""])


def _x(value: float) -> float:
    return round(60 + 160 * log10(value), 1)


def _y(time: float) -> float:
    return round(380 - 100 * (log10(time) + 1), 1)


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
        n_steps = max(4, 60_000 // (batch * depth * max(1, width * width // 256)))

        def measure(trainer: engine.Trainer = trainer, n_steps: int = n_steps, batch: int = batch) -> float:
            last = trainer.step + n_steps

            def train() -> None:
                while trainer.step < last:
                    trainer.advance(last - trainer.step)

            return 1e6 * seconds(train) / n_steps / batch

        contestants[str((width, depth, batch))] = measure
    return list(interleaved(contestants, 3).values())
