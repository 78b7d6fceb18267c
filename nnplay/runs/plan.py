"""The plan of a run: its start, its data, and its settings."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.data import Dataset
from nnplay.engine import NetworkSpec, Part, TrainerState, TrainingSettings
from nnplay.project import Project
from nnplay.runs.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class RunPlan:
    """Everything that determines a run: the same plan gives the same weights, bit for bit.

    Attributes
    ----------
    parameters
        The initial weights, (n_parameters,); not written to.
    shuffle_seed
        Seed of the order of the batches and of dropout.
    muted
        Parts of the network that are muted.
    step, epoch, seconds
        How many steps, epochs and seconds the network was trained before; counting continues from there.
    trainer
        The trainer's state at that time; None to start fresh.
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
        """Return the run that training a project starts, or resumes unless ``is_fresh``."""
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
