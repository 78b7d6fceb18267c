"""Orders: in which order each network of a stack goes through its examples, and the batches that makes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnplay.engine.calls import Array


class Orders:
    """The orders of the present epoch, divided into batches, and how far they have been gone through.

    Parameters
    ----------
    n_examples
        Of each network.
    batch_size
        Examples in one step.
    rngs
        One for each network, or a single one that all share: the rows of a batch then have no axis for the networks.
        Networks with the same generator get the same order.
    firsts
        Where each network's examples begin in the table that all are in.

    Attributes
    ----------
    position
        Steps taken.
    n_seen
        Examples they took.
    """

    def __init__(
        self, n_examples: int, batch_size: int, rngs: Sequence[np.random.Generator], firsts: Sequence[int]
    ) -> None:
        self._batch_size = min(batch_size, n_examples)
        self._rngs = list(dict.fromkeys(rngs))
        self._orders = np.tile(np.arange(n_examples), (len(self._rngs), 1))
        self._of_network = [self._rngs.index(rng) for rng in rngs]
        self._firsts = np.array(firsts)[:, None]
        n_full, n_left = divmod(n_examples, self._batch_size)
        networks = () if len(rngs) == 1 else (len(rngs),)
        # Contiguous, or ``take`` would copy each batch's row numbers first.
        self._full = np.empty((n_full, *networks, self._batch_size), np.intp)
        self._last = np.empty((1, *networks, n_left), np.intp) if n_left else None
        self._rows = [*self._full, *(() if self._last is None else self._last)]
        self.position = self.n_seen = 0

    @property
    def n_steps(self) -> int:
        """Steps of an epoch."""
        return len(self._rows)

    @property
    def is_over(self) -> bool:
        """Whether all steps of the epoch have been taken."""
        return self.position == self.n_steps

    @property
    def batch_sizes(self) -> set[int]:
        """How many examples the batches have."""
        return {rows.shape[-1] for rows in (self._rows[0], self._rows[-1])}

    def begin(self) -> None:
        """Begin a new epoch with new orders."""
        for rng, order in zip(self._rngs, self._orders, strict=True):
            rng.shuffle(order)
        orders = self._orders[self._of_network] + self._firsts
        n = self._full.shape[0] * self._batch_size
        by_step = orders[:, :n].reshape(len(orders), -1, self._batch_size).swapaxes(0, 1)
        self._full[...] = by_step.reshape(self._full.shape)
        if self._last is not None:
            self._last[0] = orders[:, n:].reshape(self._last.shape[1:])
        self.position = self.n_seen = 0

    def upcoming(self, max_steps: int) -> list[list[Array]]:
        """The rows of up to ``max_steps`` steps, an array a step, in runs of one size: full batches, a short one."""
        rows = self._rows[self.position : self.position + max_steps]
        if not rows:
            return []
        return [rows] if rows[-1].shape == rows[0].shape else [rows[:-1], rows[-1:]]

    def count(self, n_steps: int, n_examples: int) -> None:
        """Note steps that have been taken, and how many examples a network saw in them."""
        self.position += n_steps
        self.n_seen += n_examples
