"""An epoch: all examples once, in its own order, divided into batches."""

from __future__ import annotations

import numpy as np

from nnplay.engine.calls import Array


class Epoch:
    """The order of the present epoch and the position in it.

    Attributes
    ----------
    order
        (n_examples,) whole numbers, shuffled in place.
    position
        Steps taken.
    n_seen
        Examples seen in them.
    """

    def __init__(self, n_examples: int) -> None:
        self.order = np.arange(n_examples)
        self.position = 0
        self.n_seen = 0
        self._n_before = 0
        self._rows: list[Array] = []

    @property
    def n_steps(self) -> int:
        """Steps in this epoch."""
        return self._n_before + len(self._rows)

    @property
    def is_over(self) -> bool:
        """Whether the epoch is finished."""
        return self.position == self.n_steps

    @property
    def batch_sizes(self) -> set[int]:
        """The sizes of the batches: the batch size, and the remainder for the last one."""
        return {len(rows) for rows in (self._rows[0], self._rows[-1])}

    def begin(self, rng: np.random.Generator, batch_size: int) -> None:
        """Start a new epoch with a new order."""
        rng.shuffle(self.order)
        self.position = self.n_seen = 0
        if self._n_before or not self._rows:
            self.divide(batch_size)

    def divide(self, batch_size: int) -> None:
        """Divide the rest of the epoch into batches; if nothing is left, the whole next epoch."""
        n = len(self.order)
        first = self.n_seen if self.n_seen < n else 0
        # Views of one vector that is shuffled in place: a batch costs no slice of its own.
        self._rows = [self.order[start : min(start + batch_size, n)] for start in range(first, n, batch_size)]
        self._n_before = self.position - (0 if first == self.n_seen else len(self._rows))

    def upcoming(self, max_steps: int) -> list[list[Array]]:
        """The rows of up to ``max_steps`` steps, an array a step, in runs of one size: full batches, a short one."""
        first = self.position - self._n_before
        rows = self._rows[first : first + max_steps]
        if not rows:
            return []
        return [rows] if len(rows[-1]) == len(rows[0]) else [rows[:-1], rows[-1:]]

    def count(self, n_steps: int, n_examples: int) -> None:
        """Record steps that have been taken."""
        self.position += n_steps
        self.n_seen += n_examples
