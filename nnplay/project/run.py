"""A run as a frozen value: how a network learned, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from nnplay.data import DataChoice
from nnplay.engine import NetworkSpec, Part, TrainerState, TrainingSettings
from nnplay.engine.checks import check_number, check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.parts import check_parts
from nnplay.engine.seeds import MAX_SEED
from nnplay.project.errors import ProjectError
from nnplay.project.history import CURVES, History, read_only
from nnplay.project.seeds import Seeds

MAX_RUN_NAME_LENGTH = 80

MOST_RUNS = 100
"""A project keeps at most this many earlier runs."""

MOST_BYTES = 64 << 20
"""The earlier runs of a project take at most this much memory, and as much in its file."""


@dataclass(frozen=True, eq=False)
class Setup:
    """Everything but the weights that decides how a network learns: the frozen parts of a project."""

    network: NetworkSpec
    training: TrainingSettings
    data: DataChoice
    seeds: Seeds
    muted: tuple[Part, ...] = ()

    def is_like(self, other: Setup) -> bool:
        """Return whether all parts are identical."""
        return all(getattr(self, each.name) is getattr(other, each.name) for each in fields(self))


@dataclass(frozen=True, eq=False)
class Event:
    """A change between two steps of a run; changes at the same moment are one event.

    Attributes
    ----------
    epoch
        When it happened, as a fractional epoch.
    has_new_weights
        Whether weights were edited, not only the network around them.
    """

    epoch: float
    before: Setup
    after: Setup
    has_new_weights: bool = False

    def __post_init__(self) -> None:
        check_number("epoch", self.epoch, is_zero_allowed=True)


@dataclass(frozen=True, eq=False)
class Frame:
    """A run's weights, (n_parameters,) float32 and read-only, at the end of an epoch; at its start for epoch 0."""

    step: int
    epoch: int
    parameters: NDArray[np.float32]

    def __post_init__(self) -> None:
        check_whole("step", self.step, 0, MAX_SEED)
        check_whole("epoch", self.epoch, 0, MAX_SEED)


@dataclass(frozen=True, eq=False)
class Run:
    """How a network has learned since its start.

    Attributes
    ----------
    number
        From 1, in the order in which the runs of a project began.
    setup
        What it learned with at its last step.
    parameters
        (setup.network.n_parameters,) float32, read-only: the weights after its last step.
    trainer
        What the optimizer had gathered then; None if the run had ended.
    events
        What was changed meanwhile, in order.
    name
        What the person calls it; "" if nothing.
    ended
        When it took its last step in the window: ISO 8601, UTC, to the second. "" on the command line, whose files
        repeat.
    frames
        Some of its moments, in order, by which one can look back at it after opening its file.

    Raises
    ------
    ProjectError, SettingError
        If the parts do not fit together.
    """

    number: int
    setup: Setup
    parameters: NDArray[np.float32]
    history: History
    trainer: TrainerState | None = None
    events: tuple[Event, ...] = ()
    name: str = ""
    is_starred: bool = False
    ended: str = ""
    frames: tuple[Frame, ...] = ()

    def __post_init__(self) -> None:
        check_whole("number of the run", self.number, 1, MAX_SEED)
        object.__setattr__(self, "parameters", read_only(self.parameters, np.float32))
        if len(self.name) > MAX_RUN_NAME_LENGTH or not self.name.isprintable():
            raise ProjectError(
                QT_TRANSLATE_NOOP("errors", "A run's name is one line of at most {most} printable characters."),
                most=MAX_RUN_NAME_LENGTH,
            )
        check_parts(self.setup.network, self.setup.muted)
        check_weights(self.setup.network, self.parameters)
        for frame in self.frames:
            check_weights(self.setup.network, frame.parameters)
        if any(later.step <= earlier.step for earlier, later in pairwise(self.frames)):
            raise ProjectError(QT_TRANSLATE_NOOP("errors", "The moments of a run are not in order."))

    @property
    def n_bytes(self) -> int:
        """How much memory its arrays take."""
        curves: int = sum(getattr(self.history, name).nbytes for name in CURVES)
        frames = sum(frame.parameters.nbytes for frame in self.frames)
        return self.parameters.nbytes + curves + frames + (0 if self.trainer is None else self.trainer.n_bytes)


def check_weights(network: NetworkSpec, parameters: NDArray[np.float32]) -> None:
    """Raise ProjectError unless these are all weights of a network, and finite numbers."""
    if parameters.shape != (network.n_parameters,):
        raise ProjectError(
            QT_TRANSLATE_NOOP("errors", "The network has {expected} weights, but {found} are given."),
            expected=network.n_parameters,
            found=parameters.size,
        )
    if not np.isfinite(parameters).all():
        place = int(np.argmin(np.isfinite(parameters)))
        slot = next(slot for slot in network.slots if slot.offset <= place < slot.offset + slot.size)
        raise ProjectError(
            QT_TRANSLATE_NOOP("errors", "The layer “{layer}” has a weight that is not a finite number."),
            layer=slot.node,
        )


def within_budget(runs: tuple[Run, ...], most_bytes: int = MOST_BYTES) -> tuple[Run, ...]:
    """The runs, oldest first, thinned until they are at most ``MOST_RUNS`` and take at most ``most_bytes``.

    The oldest ones first lose their frames, then what their optimizer had gathered, then the oldest runs go; starred
    ones are the last to go. The newest run always stays.
    """
    kept = {run.number: run for run in runs}
    order = sorted(runs[:-1], key=lambda run: run.is_starred)
    excess = sum(run.n_bytes for run in runs) - most_bytes
    for less in ({"frames": ()}, {"trainer": None}):
        for run in order:
            if excess > 0:
                before, kept[run.number] = kept[run.number], replace(kept[run.number], **less)
                excess -= before.n_bytes - kept[run.number].n_bytes
    for run in order:
        if excess > 0 or len(kept) > MOST_RUNS:
            excess -= kept.pop(run.number).n_bytes
    return tuple(kept.values())
