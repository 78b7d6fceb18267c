"""TensorFlow Playground's training step in plain Python, written from its published behaviour, not from nnplay.

One hidden layer and one output, both tanh; per-example gradients are summed, then each weight moves by
``learning_rate / n`` times its sum, and the regularization of the weight before the step follows: L2 is ½w², L1 is |w|,
and a weight that L1 carries across 0 becomes 0. Biases are not regularized.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import tanh

Weights = list[list[float]]
"""One list a neuron: the weights of its inputs, then its bias."""


def step(
    hidden: Weights,
    output: list[float],
    batch: Sequence[tuple[Sequence[float], float]],
    rate: float,
    rule: str,
    strength: float,
) -> float:
    """Move the weights by one batch, in place; the loss before, ½(o - t)² in the mean."""
    d_hidden, d_output = [[0.0] * len(neuron) for neuron in hidden], [0.0] * len(output)
    loss = 0.0
    for inputs, target in batch:
        x = [*inputs, 1.0]
        h = [tanh(sum(w * v for w, v in zip(neuron, x, strict=True))) for neuron in hidden]
        o = tanh(sum(w * v for w, v in zip(output, [*h, 1.0], strict=True)))
        loss += 0.5 * (o - target) ** 2 / len(batch)
        dz = (o - target) * (1 - o * o)
        for j, v in enumerate([*h, 1.0]):
            d_output[j] += dz * v
        for j, neuron in enumerate(d_hidden):
            dz_j = dz * output[j] * (1 - h[j] * h[j])
            for i, v in enumerate(x):
                neuron[i] += dz_j * v
    for neuron, gradient in [*zip(hidden, d_hidden, strict=True), (output, d_output)]:
        for i in range(len(neuron)):
            sign = (neuron[i] > 0) - (neuron[i] < 0)
            slope = 0.0 if i == len(neuron) - 1 else {"L1": sign, "L2": neuron[i], "none": 0.0}[rule]
            moved = neuron[i] - rate / len(batch) * gradient[i]
            pulled = moved - rate * strength * slope
            neuron[i] = 0.0 if rule == "L1" and moved * pulled < 0 else pulled
    return loss
