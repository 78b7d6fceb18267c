"""Film: the moments of a run that are kept, so that one can look back and go on from there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from nnplay.engine import NetworkSpec
from nnplay.project import Project
from nnplay.project.run import Frame
from nnplay.runs.snapshot import Snapshot

MOST_BYTES = 64 << 20
"""The moments of a session take at most this much memory."""

MOST_MOMENTS = 4_000
"""There are never more moments than this: small networks would otherwise be kept in millions."""

MOST_FRAMES = 100
MOST_FRAME_BYTES = 8 << 20
"""The frames that go into the project's file: at most this many, and this much memory."""

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
        self._n_bytes = 0
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

    @property
    def frames(self) -> tuple[Frame, ...]:
        """Some of the moments at the ends of epochs, evenly chosen, for the project's file."""
        whole = [moment for moment in self._moments if moment.position == moment.epoch]
        if not whole:
            return ()
        most = max(1, min(MOST_FRAMES, MOST_FRAME_BYTES // max(1, whole[0].parameters.nbytes)))
        places = np.unique(np.linspace(0, len(whole) - 1, min(most, len(whole))).round().astype(int))
        return tuple(Frame(each.step, each.epoch, each.parameters) for each in (whole[place] for place in places))

    def restart(self, network: NetworkSpec, moments: Iterable[Snapshot] = ()) -> None:
        """Begin with another network or run, of which some moments may be known."""
        self._moments.clear()
        self._n_bytes = 0
        self.network = network
        for moment in moments:
            self.note(moment)

    def note(self, moment: Snapshot) -> None:
        """Keep a moment, unless nothing was learned since the last one."""
        if moment.step <= self.last_step:
            return
        self._moments.append(moment)
        self._n_bytes += n_bytes(moment)
        if len(self._moments) > self._most_moments or (self._n_bytes > self._most_bytes and len(self._moments) > 2):
            self._thin()

    def cut(self, step: int) -> None:
        """Drop all moments after a step."""
        self._keep([moment for moment in self._moments if moment.step <= step])

    def at(self, epoch: float) -> Snapshot | None:
        """Return the last moment up to an epoch; the first one if all are later, None if there is none."""
        if not self._moments:
            return None
        place = bisect_right(self._moments, epoch, key=lambda moment: moment.position)
        return self._moments[max(0, place - 1)]

    def exact_at(self, epoch: float) -> Snapshot | None:
        """Return the last moment up to an epoch from which the run can be repeated; None if there is none."""
        for moment in reversed(self._moments):
            if moment.position <= epoch and moment.is_exact:
                return moment
        return None

    def _thin(self) -> None:
        """Drop every second moment behind the first ones; the newest stays."""
        dense = min(_DENSE, len(self._moments) // 2)
        self._keep(self._moments[:dense] + self._moments[dense:][::-2][::-1])

    def _keep(self, moments: list[Snapshot]) -> None:
        self._moments = moments
        self._n_bytes = sum(map(n_bytes, moments))


def n_bytes(moment: Snapshot) -> int:
    """The memory that a moment takes: its weights, and what the optimizer had gathered."""
    return moment.parameters.nbytes + (0 if moment.trainer is None else moment.trainer.n_bytes)


def moments_of(project: Project, latest: Snapshot) -> Iterator[Snapshot]:
    """The moments that a project has kept of its present run, and its end; ``latest`` is the project's network."""
    run = project.run
    if run is None or run.setup.network is not project.network:
        return
    for frame in run.frames:
        yield replace(latest, parameters=frame.parameters, step=frame.step, epoch=frame.epoch, trainer=None)
    if run.parameters is project.parameters:
        yield replace(latest, trainer=project.trainer)
