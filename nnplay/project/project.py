"""The project as one frozen value: a network with its weights, its data, how it is trained, and how far it is.

Its parts are shared between the versions that edits make, so "this part changed" is an identity test. A project is
always ready to train: its network takes what its data give and gives what they ask for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from nnplay.data import DataChoice
from nnplay.engine import NetworkSpec, TrainerState, TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.parts import Part, check_parts
from nnplay.project.classroom import Classroom
from nnplay.project.controls import LOCKABLE
from nnplay.project.errors import ProjectError
from nnplay.project.experiment import KeptExperiment
from nnplay.project.fitting import check_fit
from nnplay.project.history import NO_HISTORY, History, read_only
from nnplay.project.lesson_place import LessonPlace
from nnplay.project.run import Run, check_weights
from nnplay.project.seeds import Seeds
from nnplay.project.stop_rules import StopRules

Positions = Mapping[str, tuple[float, float]]

MAX_TITLE_LENGTH = 200
MAX_NAME_LENGTH = 60


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
    run
        How the network came to be what it is; None before its first training.
    runs
        The runs that a reset, a new start or other data have ended, oldest first.
    experiments
        What has been found by training it with other settings, oldest first.

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
    muted: tuple[Part, ...] = ()
    locked: tuple[str, ...] = ()
    trainer: TrainerState | None = None
    lesson: LessonPlace | None = None
    classroom: Classroom = field(default_factory=Classroom)
    stop: StopRules = field(default_factory=StopRules)
    run: Run | None = None
    runs: tuple[Run, ...] = ()
    experiments: tuple[KeptExperiment, ...] = ()

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
        check_weights(self.network, self.parameters)
        check_parts(self.network, self.training.frozen)
        check_parts(self.network, self.muted)
        if unknown := set(self.locked) - set(LOCKABLE):
            raise ProjectError(
                QT_TRANSLATE_NOOP("errors", "A project locks “{name}”, which is none of: {choices}."),
                name=min(unknown),
                choices=", ".join(LOCKABLE),
            )
        check_fit(self.network, self.data, self.training.loss)

    @property
    def history(self) -> History:
        """The curves of the present run."""
        return NO_HISTORY if self.run is None else self.run.history

    def _check_positions(self) -> None:
        if set(self.positions) != set(self.network.shapes):
            raise ProjectError(QT_TRANSLATE_NOOP("errors", "Each layer of a project needs one place on the canvas."))
        for name, (x, y) in self.positions.items():
            if not (isfinite(x) and isfinite(y)):
                raise ProjectError(
                    QT_TRANSLATE_NOOP("errors", "The place of the layer “{layer}” is not a finite number."), layer=name
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
