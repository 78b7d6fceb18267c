"""The moments of a run that are kept, so that one can look back and go on from there."""

from __future__ import annotations

from bisect import bisect_right

from nnplay.engine import NetworkSpec
from nnplay.runs.snapshot import Snapshot

MOST_BYTES = 64 << 20
"""The moments of a session take at most this much memory."""

MOST_MOMENTS = 4_000
"""There are never more moments than this: small networks would otherwise be kept in millions."""

_DENSE = 256
"""The first moments are never thinned: there a network changes most."""


class Film:
    """Snapshots of one network, in the order of their steps: all of the first ones, later ones thinned as time goes on.

    Attributes
    ----------
    network
        The network whose moments these are; None before the first.
    """

    def __init__(self, most_bytes: int = MOST_BYTES, most_moments: int = MOST_MOMENTS) -> None:
        self._most_bytes = most_bytes
        self._most_moments = most_moments
        self._moments: list[Snapshot] = []
        self.network: NetworkSpec | None = None

    def __len__(self) -> int:
        return len(self._moments)

    @property
    def moments(self) -> tuple[Snapshot, ...]:
        """All of them."""
        return tuple(self._moments)

    @property
    def last_step(self) -> int:
        """The step of the newest moment; -1 if there is none."""
        return self._moments[-1].step if self._moments else -1

    def restart(self, network: NetworkSpec) -> None:
        """Begin with another network or run."""
        self._moments.clear()
        self.network = network

    def note(self, moment: Snapshot) -> None:
        """Keep a moment, unless nothing was learned since the last one."""
        if moment.step <= self.last_step:
            return
        self._moments.append(moment)
        size = max(1, n_bytes(moment))  # a network may have no weights
        most = min(self._most_moments, max(2, self._most_bytes // size))
        if len(self._moments) > most:
            self._thin(most)

    def cut(self, step: int) -> None:
        """Drop all moments after a step."""
        self._moments = [moment for moment in self._moments if moment.step <= step]

    def at(self, epoch: float) -> Snapshot | None:
        """Return the last moment up to an epoch; the first one if all are later, None if there is none."""
        if not self._moments:
            return None
        place = bisect_right(self._moments, epoch, key=lambda moment: moment.position)
        return self._moments[max(0, place - 1)]

    def _thin(self, most: int) -> None:
        """Drop every second moment behind the first ones; the newest stays."""
        dense = min(_DENSE, most // 2)
        later = self._moments[dense:]
        self._moments[dense:] = later[::-2][::-1]


def n_bytes(moment: Snapshot) -> int:
    """The memory that a moment takes: its weights, and what the optimizer had gathered."""
    return moment.parameters.nbytes + (0 if moment.trainer is None else moment.trainer.n_bytes)
