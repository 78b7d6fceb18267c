"""Training settings: all that a run needs besides the network and the data, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field

from nnplay.engine.checks import check_kind, check_number, check_whole
from nnplay.engine.losses import Loss, find_loss
from nnplay.engine.optimizers import OPTIMIZERS, SGD, Optimizer
from nnplay.engine.parts import Part
from nnplay.engine.regularization import Regularization
from nnplay.engine.schedules import SCHEDULES, Constant, Schedule

MAX_BATCH_SIZE = 65_536
"""Most examples in one step."""


@dataclass(frozen=True)
class TrainingSettings:
    """How to train; every field may change while training runs.

    Attributes
    ----------
    loss
        Name of an entry of ``LOSSES``, or such an entry with fields of its own.
    batch_size
        Examples in one step: 1 steps through the examples one by one.
    clip_value, clip_norm
        Greatest magnitude of one gradient, and of all of them as one vector (Keras's ``global_clipnorm``); None for
        any.
    frozen
        Layers, neurons and weights that do not move.

    Raises
    ------
    SettingError
        If a name is unknown, a number outside its range, or a value of the wrong class.
    """

    loss: str | Loss
    optimizer: Optimizer = field(default_factory=SGD)
    batch_size: int = 32
    schedule: Schedule = field(default_factory=Constant)
    regularization: Regularization = field(default_factory=Regularization)
    clip_value: float | None = None
    clip_norm: float | None = None
    frozen: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        find_loss(self.loss)
        check_kind("optimizer", self.optimizer, Optimizer, OPTIMIZERS)
        check_kind("schedule", self.schedule, Schedule, SCHEDULES)
        check_kind("regularization", self.regularization, Regularization)
        check_kind("frozen", self.frozen, tuple)
        for part in self.frozen:
            check_kind("frozen part", part, Part)
        check_whole("batch size", self.batch_size, 1, MAX_BATCH_SIZE)
        for name, value in (("clip value", self.clip_value), ("clip norm", self.clip_norm)):
            if value is not None:
                check_number(name, value)
