"""The lean loop: the least NumPy that trains a chain of tanh layers by plain gradient descent; no engine, no checks.

It shows what the engine pays for being general. All the tricks of the engine are here: one buffer for all activations
with rows of ones, one vector of parameters, prebound calls.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


class LeanChain:
    """A chain of tanh layers with squared error, (batch, ...) given by the caller's table.

    Parameters
    ----------
    sizes
        Units of the input and of each layer.
    x, y
        (n, sizes[0]) and (n, sizes[-1]).
    """

    def __init__(self, sizes: tuple[int, ...], x: Array, y: Array, rate: float, batch_size: int) -> None:
        f, rng = np.float32, np.random.default_rng(0)
        self._table = np.ascontiguousarray(np.column_stack((x, np.ones(len(x)), y)).T, f)
        self._record = np.ones((len(self._table), batch_size), f)
        order = self._order = np.arange(len(x))
        self._rows = [order[start : start + batch_size] for start in range(0, len(x) - batch_size + 1, batch_size)]
        self._rng = rng
        shapes = [(n_in + 1, n_out) for n_in, n_out in pairwise(sizes)]
        w = rng.uniform(-0.5, 0.5, sum(a * b for a, b in shapes)).astype(f)
        g, moved = np.zeros_like(w), np.zeros_like(w)
        a = np.ones((sum(sizes[1:]) + len(shapes), batch_size), f)
        d, dz = np.zeros_like(a), np.zeros_like(a)
        self.total = np.zeros((), f)
        self.calls: list[tuple[Callable[..., object], tuple[Any, ...]]] = []
        inputs, layers, row, at = self._record[: sizes[0] + 1], [], 0, 0
        for n_in, n_out in shapes:
            kernel, slope = (v[at : at + n_in * n_out].reshape(n_in, n_out) for v in (w, g))
            part = slice(row, row + n_out)
            self.calls += [(kernel.T.dot, (inputs, a[part])), (np.tanh, (a[part], a[part]))]
            layers.append((inputs, kernel, slope, part))
            inputs, row, at = a[row : row + n_out + 1], row + n_out + 1, at + n_in * n_out
        last = layers[-1][-1]
        error = dz[last]
        one, mean, step = (np.asarray(value, f) for value in (1, 1 / batch_size, rate))
        self.calls += [
            (np.subtract, (a[last], self._record[sizes[0] + 1 :], error)),
            (error.reshape(-1).dot, (error.reshape(-1), self.total)),
            (np.multiply, (error, mean, error)),
            (np.multiply, (a, a, d)),
            (np.subtract, (one, d, d)),
        ]
        for number in range(len(layers) - 1, -1, -1):
            inputs, kernel, slope, part = layers[number]
            self.calls += [(np.multiply, (dz[part], d[part], dz[part])), (inputs.dot, (dz[part].T, slope))]
            if number:
                self.calls.append((kernel[:-1].dot, (dz[part], dz[layers[number - 1][-1]])))
        self.calls += [(np.multiply, (g, step, moved)), (np.subtract, (w, moved, w))]

    def train(self, n_steps: int) -> float:
        """Take ``n_steps`` steps and more, to the end of an epoch; the last loss, summed over the batch."""
        take, record, calls, total, taken = self._table.take, self._record, self.calls, self.total, 0
        loss = 0.0
        while taken < n_steps:
            self._rng.shuffle(self._order)
            for rows in self._rows:
                take(rows, 1, record, "clip")
                for function, arguments in calls:
                    function(*arguments)
                loss = total.item() / 2
                if not loss < np.inf:
                    raise FloatingPointError
            taken += len(self._rows)
        return loss
