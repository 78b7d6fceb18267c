"""What the GUI thread asks of the worker: frozen values, each with a flag to stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

import numpy as np
from numpy.typing import NDArray

from nnplay.data import DataChoice, Dataset
from nnplay.engine import Loss, NetworkSpec, Part
from nnplay.project import Project, Setup, StopRules
from nnplay.runs import Mailbox, RunOrder, RunPlan, RunReport, Speed
from nnplay.runs.report import merge_reports

MayRead = Callable[[DataChoice], bool]
"""Whether data outside the project may be opened. If not, it asks the user and calls `reload` if allowed."""


@dataclass(frozen=True, eq=False)
class TwinJob:
    """Train a second run in step with a ``RunJob``.

    Attributes
    ----------
    plan
        As in ``RunJob``.
    reports
        Where its news go.
    """

    order: RunOrder
    plan: RunPlan | None
    reports: Mailbox[RunReport] = field(default_factory=lambda: Mailbox(merge_reports))


@dataclass(frozen=True, eq=False)
class RunJob:
    """Train.

    Attributes
    ----------
    plan
        The run to start, or None to resume the paused one.
    twin
        The run that is trained in step with it, if there is one.
    """

    order: RunOrder
    plan: RunPlan | None
    twin: TwinJob | None = None
    stop: Event = field(default_factory=Event)

    @property
    def id(self) -> int:
        """The id that its reports carry."""
        return self.order.run_id

    @property
    def _orders(self) -> tuple[RunOrder, ...]:
        return (self.order,) if self.twin is None else (self.order, self.twin.order)

    def put_speed(self, speed: Speed) -> None:
        """Limit it, and its twin, to a speed."""
        for order in self._orders:
            order.live_speed.put(speed)

    def put_rules(self, rules: StopRules) -> None:
        """Have other rules end it, and its twin, unless it was told how far to go."""
        for order in self._orders:
            if order.is_ruled:
                order.live_rules.put(rules)


@dataclass(frozen=True, eq=False)
class ScoreJob:
    """Measure a network that is not training."""

    id: int
    network: NetworkSpec
    parameters: NDArray[np.float32]
    dataset: Dataset
    loss: str | Loss
    muted: tuple[Part, ...] = ()
    stop: Event = field(default_factory=Event)

    @classmethod
    def of(cls, job_id: int, project: Project, parameters: NDArray[np.float32], dataset: Dataset) -> ScoreJob:
        """Return the job that measures a project's network with these weights."""
        return cls(job_id, project.network, parameters, dataset, project.training.loss, project.muted)


@dataclass(frozen=True, eq=False)
class LoadJob:
    """Load a data set."""

    id: int
    choice: DataChoice
    data_seed: int
    split_seed: int
    stop: Event = field(default_factory=Event)


def data_key(project: Project | Setup) -> tuple[DataChoice, int, int]:
    """Return what decides which examples there are."""
    return project.data, project.seeds.data, project.seeds.split


Job = RunJob | ScoreJob | LoadJob
