"""What the GUI thread asks of the worker: frozen values, with a flag to stop each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from math import inf
from threading import Event

import numpy as np
from numpy.typing import NDArray

from nnplay.data import DataChoice, Dataset
from nnplay.engine import Loss, NetworkSpec, Part, TrainerState, TrainingSettings
from nnplay.project import Project, StopRules
from nnplay.training.mailbox import Mailbox
from nnplay.training.pace import Speed
from nnplay.training.snapshot import Snapshot

MayRead = Callable[[DataChoice], bool]
"""Whether data may be opened that lie outside of the project; if not, it asks, and `reload` follows if they may."""


class Stride(Enum):
    """What a run takes at least before it pauses."""

    EPOCHS = auto()
    BATCH = auto()
    """One step, of the batch that comes next in the present epoch."""
    SAMPLE = auto()
    """One step, of the one example that comes next; the rest of the epoch is divided into batches again."""


@dataclass(frozen=True, eq=False)
class RunPlan:
    """All that decides how a run goes: the same plan gives the same weights, bit for bit.

    Attributes
    ----------
    parameters
        (n_parameters,) the weights to start from; not written to.
    shuffle_seed
        Seed of the batches' order and of dropout.
    muted
        Parts that the network does without.
    step, epoch, seconds
        How much the network was trained before, and how long; counting goes on from there.
    trainer
        What the trainer had gathered by then; None to begin afresh.
    """

    network: NetworkSpec
    parameters: NDArray[np.float32]
    dataset: Dataset
    settings: TrainingSettings
    shuffle_seed: int
    step: int
    epoch: int
    muted: tuple[Part, ...] = ()
    trainer: TrainerState | None = None
    seconds: float = 0.0

    @classmethod
    def of(cls, project: Project, dataset: Dataset, snapshot: Snapshot, *, is_fresh: bool = False) -> RunPlan:
        """The run that a project begins, or goes on with unless it ``is_fresh``, when it is trained."""
        return cls(
            network=project.network,
            parameters=project.parameters,
            dataset=dataset,
            settings=project.training,
            shuffle_seed=project.seeds.shuffle,
            step=snapshot.step,
            epoch=snapshot.epoch,
            muted=project.muted,
            trainer=None if is_fresh else project.trainer,
            seconds=snapshot.elapsed_s,
        )


@dataclass(frozen=True, eq=False)
class RunJob:
    """Train for some epochs, or for one step.

    Attributes
    ----------
    plan
        The run to begin, or None to go on with the paused one.
    n_epochs
        Epoch ends to pass before the run pauses by itself; infinity to go on until it is stopped, or ends by its rules.
    stride
        Whether it is a matter of epochs at all.
    live_settings, live_speed, live_rules
        The ways into the run, while it lasts, for new settings, another limit of speed, and other rules for its end.
    """

    id: int
    plan: RunPlan | None
    n_epochs: float
    stride: Stride = Stride.EPOCHS
    live_settings: Mailbox[TrainingSettings] = field(default_factory=Mailbox)
    live_speed: Mailbox[Speed] = field(default_factory=Mailbox)
    live_rules: Mailbox[StopRules] = field(default_factory=Mailbox)
    stop: Event = field(default_factory=Event)

    def order(self, settings: TrainingSettings, speed: Speed, rules: StopRules) -> RunJob:
        """Give it what it begins with, the rules only if they decide on its end; returns the job."""
        self.live_settings.put(settings)
        self.live_speed.put(speed)
        if self.is_ruled:
            self.live_rules.put(rules)
        return self

    @property
    def is_ruled(self) -> bool:
        """Whether rules, rather than a number of epochs, decide on its end."""
        return self.n_epochs == inf


@dataclass(frozen=True, eq=False)
class ScoreJob:
    """Measure a network that does not train."""

    id: int
    network: NetworkSpec
    parameters: NDArray[np.float32]
    dataset: Dataset
    loss: str | Loss
    muted: tuple[Part, ...] = ()
    stop: Event = field(default_factory=Event)

    @classmethod
    def of(cls, job_id: int, project: Project, parameters: NDArray[np.float32], dataset: Dataset) -> ScoreJob:
        """Measure a project's network with these weights."""
        return cls(job_id, project.network, parameters, dataset, project.training.loss, project.muted)


@dataclass(frozen=True, eq=False)
class LoadJob:
    """Load a data set."""

    id: int
    choice: DataChoice
    data_seed: int
    split_seed: int
    stop: Event = field(default_factory=Event)


def data_key(project: Project) -> tuple[DataChoice, int, int]:
    """What decides which examples there are."""
    return project.data, project.seeds.data, project.seeds.split


Job = RunJob | ScoreJob | LoadJob
