"""The project as one frozen value: a network with its weights, its data, how it is trained, and how far it is.

Its parts are shared between the versions that edits make, so "this part changed" is an identity test. A project is
always ready to train: its network takes what its data give and gives what they ask for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from types import MappingProxyType
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnplay.data import DataChoice
from nnplay.engine import NetworkSpec, TrainerState, TrainingSettings
from nnplay.engine.checks import check_choice, check_number, check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.parts import Part, check_parts
from nnplay.engine.seeds import MAX_SEED, PURPOSES, Purpose, generator
from nnplay.project.classroom import Classroom
from nnplay.project.controls import LOCKABLE
from nnplay.project.errors import ProjectError
from nnplay.project.fitting import check_fit
from nnplay.project.lesson_place import LessonPlace
from nnplay.project.stop_rules import StopRules

Positions = Mapping[str, tuple[float, float]]

MAX_TITLE_LENGTH = 200
MAX_NAME_LENGTH = 60

_Scalar = TypeVar("_Scalar", np.float32, np.float64)


@dataclass(frozen=True)
class Seeds:
    """The four sources of chance: making data, splitting them, drawing weights, and shuffling (with dropout)."""

    data: int = 1
    split: int = 1
    weights: int = 1
    shuffle: int = 1

    def __post_init__(self) -> None:
        for name in PURPOSES:
            check_whole(f"seed of {name}", getattr(self, name), 0, MAX_SEED)

    def generator(self, purpose: Purpose) -> np.random.Generator:
        """The random generator for one of the four purposes, at its start; SettingError for any other."""
        check_choice("purpose of the generator", purpose, PURPOSES)
        return generator(purpose, getattr(self, purpose))


def _no_numbers() -> NDArray[np.float64]:
    return read_only([], np.float64)


@dataclass(frozen=True, eq=False)
class History:
    """The curves of a network's training since its start.

    Attributes
    ----------
    epoch
        (k,) float64, read-only as all of them: how many epochs had been trained at each point.
    train_loss, test_loss
        (k,) mean losses; NaN where unknown.
    train_accuracy, test_accuracy
        (k,) shares classified right; NaN where there are no classes.
    step
        Steps trained in all.
    seconds
        How long that took in the window, without pauses; headless commands leave it, so that their files repeat.
    """

    epoch: NDArray[np.float64] = field(default_factory=_no_numbers)
    train_loss: NDArray[np.float64] = field(default_factory=_no_numbers)
    test_loss: NDArray[np.float64] = field(default_factory=_no_numbers)
    train_accuracy: NDArray[np.float64] = field(default_factory=_no_numbers)
    test_accuracy: NDArray[np.float64] = field(default_factory=_no_numbers)
    step: int = 0
    seconds: float = 0.0

    def __post_init__(self) -> None:
        check_whole("number of steps", self.step, 0, MAX_SEED)
        check_number("time", self.seconds, is_zero_allowed=True)
        for name in CURVES:
            object.__setattr__(self, name, read_only(getattr(self, name), np.float64))
        if len({getattr(self, name).shape for name in CURVES}) != 1 or self.epoch.ndim != 1:
            raise ProjectError(QT_TRANSLATE_NOOP("errors", "The curves of a training history differ in length."))

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been trained since the start."""
        return self.step == 0 and not len(self.epoch)


CURVES = ("epoch", "train_loss", "test_loss", "train_accuracy", "test_accuracy")


@dataclass(frozen=True, eq=False)
class Project:
    """Everything that a project file holds.

    Attributes
    ----------
    positions
        Middle of each node's card on the canvas, in pixels of the scene at 100 %, y downwards.
    parameters
        (network.n_parameters,) float32, read-only: all weights, in the layout of ``network.slots``.
    muted
        Layers, neurons and weights that the network does without for now; their weights stay what they are.
    locked
        Which of ``controls.LOCKABLE`` are closed to changes.
    trainer
        What the optimizer had gathered when these weights were trained last; None where training begins afresh.
    lesson
        Where in a lesson the project was when it was saved.
    classroom
        What of the window is shown to a class.
    stop
        When a run ends by itself.

    Raises
    ------
    ProjectError, SettingError
        If the parts do not fit together; the sentence says which.
    """

    title: str
    network: NetworkSpec
    positions: Positions
    parameters: NDArray[np.float32]
    data: DataChoice
    training: TrainingSettings
    seeds: Seeds = field(default_factory=Seeds)
    history: History = field(default_factory=History)
    muted: tuple[Part, ...] = ()
    locked: tuple[str, ...] = ()
    trainer: TrainerState | None = None
    lesson: LessonPlace | None = None
    classroom: Classroom = field(default_factory=Classroom)
    stop: StopRules = field(default_factory=StopRules)

    def __post_init__(self) -> None:
        if not isinstance(self.positions, MappingProxyType):
            object.__setattr__(self, "positions", MappingProxyType(dict(self.positions)))
        object.__setattr__(self, "parameters", read_only(self.parameters, np.float32))
        if len(self.title) > MAX_TITLE_LENGTH or not self.title.isprintable():
            raise ProjectError(
                QT_TRANSLATE_NOOP("errors", "A title is one line of at most {most} printable characters."),
                most=MAX_TITLE_LENGTH,
            )
        for name in self.network.shapes:
            check_name(name)
        self._check_positions()
        self._check_parameters()
        check_parts(self.network, self.training.frozen)
        check_parts(self.network, self.muted)
        if unknown := set(self.locked) - set(LOCKABLE):
            raise ProjectError(
                QT_TRANSLATE_NOOP("errors", "A project locks “{name}”, which is none of: {choices}."),
                name=min(unknown),
                choices=", ".join(LOCKABLE),
            )
        check_fit(self.network, self.data, self.training.loss)

    def _check_positions(self) -> None:
        if set(self.positions) != set(self.network.shapes):
            raise ProjectError(QT_TRANSLATE_NOOP("errors", "Each layer of a project needs one place on the canvas."))
        for name, (x, y) in self.positions.items():
            if not (isfinite(x) and isfinite(y)):
                raise ProjectError(
                    QT_TRANSLATE_NOOP("errors", "The place of the layer “{layer}” is not a finite number."), layer=name
                )

    def _check_parameters(self) -> None:
        if self.parameters.shape != (self.network.n_parameters,):
            raise ProjectError(
                QT_TRANSLATE_NOOP("errors", "The network has {expected} weights, but {found} are given."),
                expected=self.network.n_parameters,
                found=self.parameters.size,
            )
        if not np.isfinite(self.parameters).all():
            place = int(np.argmin(np.isfinite(self.parameters)))
            slot = next(slot for slot in self.network.slots if slot.offset <= place < slot.offset + slot.size)
            raise ProjectError(
                QT_TRANSLATE_NOOP("errors", "The layer “{layer}” has a weight that is not a finite number."),
                layer=slot.node,
            )


def check_name(name: str) -> None:
    """Raise ProjectError unless a layer can be called so; a slash parts its name from its weights' in a file."""
    if not name.strip() or len(name) > MAX_NAME_LENGTH or not name.isprintable() or "/" in name:
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors", "“{name}” cannot be a layer's name: choose 1 to {most} printable characters without “/”."
            ),
            name=name,
            most=MAX_NAME_LENGTH,
        )


def read_only(values: ArrayLike, dtype: type[_Scalar]) -> NDArray[_Scalar]:
    """The very array if it is read-only and of the type already, otherwise a read-only copy."""
    if isinstance(values, np.ndarray) and values.dtype == dtype and not values.flags.writeable:
        return values
    array = np.array(values, dtype)
    array.flags.writeable = False
    return array
