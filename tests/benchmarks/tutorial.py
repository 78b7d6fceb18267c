"""Neural networks as tutorials write them in NumPy: clear, float64, a new array for every result."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


class TutorialChain:
    """A chain of tanh layers with squared error, trained by mini-batch gradient descent."""

    def __init__(self, sizes: tuple[int, ...]) -> None:
        rng = np.random.default_rng(0)
        self.weights = [rng.uniform(-0.5, 0.5, (n_in, n_out)) for n_in, n_out in pairwise(sizes)]
        self.biases = [np.full(n_out, 0.1) for n_out in sizes[1:]]

    def forward(self, x: Array) -> list[Array]:
        """The input and every layer's output."""
        activations = [x]
        for weights, bias in zip(self.weights, self.biases, strict=True):
            activations.append(np.tanh(activations[-1] @ weights + bias))
        return activations

    def train_batch(self, x: Array, y: Array, rate: float) -> float:
        """One step; the loss before it."""
        activations = self.forward(x)
        error = activations[-1] - y
        loss = 0.5 * np.mean(np.sum(error**2, axis=1))
        delta = error * (1 - activations[-1] ** 2)
        for layer in range(len(self.weights) - 1, -1, -1):
            weights_gradient = activations[layer].T @ delta / len(x)
            bias_gradient = np.mean(delta, axis=0)
            if layer > 0:
                delta = (delta @ self.weights[layer].T) * (1 - activations[layer] ** 2)
            self.weights[layer] -= rate * weights_gradient
            self.biases[layer] -= rate * bias_gradient
        return float(loss)

    def train(self, x: Array, y: Array, rate: float, batch_size: int, n_epochs: int) -> None:
        """Train on shuffled mini-batches."""
        for _ in range(n_epochs):
            order = np.random.permutation(len(x))  # noqa: NPY002 - as tutorials do
            for start in range(0, len(x), batch_size):
                rows = order[start : start + batch_size]
                self.train_batch(x[rows], y[rows], rate)
