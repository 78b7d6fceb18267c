"""The plan of a run: where it starts, what it learns from, and by which settings."""

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
