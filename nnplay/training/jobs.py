"""What the GUI thread asks of the worker: frozen values, with a flag to stop each."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event

import numpy as np
from numpy.typing import NDArray

from nnplay.data import DataChoice, Dataset
from nnplay.engine import Loss, NetworkSpec, TrainingSettings
from nnplay.training.mailbox import Mailbox


@dataclass(frozen=True, eq=False)
class RunPlan:
    """All that decides how a run goes: the same plan gives the same weights, bit for bit.

    Attributes
    ----------
    parameters
        (n_parameters,) the weights to start from; not written to.
    shuffle_seed
        Seed of the batches' order and of dropout.
    step, epoch
        How much the network was trained before; counting goes on from there.
    """

    network: NetworkSpec
    parameters: NDArray[np.float32]
    dataset: Dataset
    settings: TrainingSettings
    shuffle_seed: int
    step: int
    epoch: int


@dataclass(frozen=True, eq=False)
class RunJob:
    """Train for some epochs.

    Attributes
    ----------
    plan
        The run to begin, or None to go on with the paused one.
    n_epochs
        Epoch ends to pass before the run pauses by itself; infinity to go on until it is stopped.
    live_settings, live_pace
        The ways into the run, while it lasts, for new settings and for another limit of epochs a second.
    """

    id: int
    plan: RunPlan | None
    n_epochs: float
    live_settings: Mailbox[TrainingSettings] = field(default_factory=Mailbox)
    live_pace: Mailbox[float] = field(default_factory=Mailbox)
    stop: Event = field(default_factory=Event)


@dataclass(frozen=True, eq=False)
class ScoreJob:
    """Measure a network that does not train."""

    id: int
    network: NetworkSpec
    parameters: NDArray[np.float32]
    dataset: Dataset
    loss: str | Loss
    stop: Event = field(default_factory=Event)


@dataclass(frozen=True, eq=False)
class LoadJob:
    """Load a data set."""

    id: int
    choice: DataChoice
    data_seed: int
    split_seed: int
    stop: Event = field(default_factory=Event)


Job = RunJob | ScoreJob | LoadJob
