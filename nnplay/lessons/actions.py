"""Actions: what solves a step, written down so that "Show me" can do it and a test can go through it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace

from nnplay.data import DataChoice
from nnplay.engine import Layer
from nnplay.engine.optimizers import Optimizer
from nnplay.project import Project, edits


@dataclass(frozen=True)
class Action:
    """Something that the user does."""


@dataclass(frozen=True)
class Train(Action):
    """Train for a number of epochs."""

    epochs: int


@dataclass(frozen=True)
class Experiment(Action):
    """Train the network with several values of a control, or with an empty name only with other starts."""

    axis: str
    values: tuple[int | float | str, ...]
    starts: int
    epochs: int


@dataclass(frozen=True)
class Edit(Action, ABC):
    """A change to the project."""

    @abstractmethod
    def edit(self, project: Project) -> Project:
        """Return the changed project, or raise an EditError."""


@dataclass(frozen=True)
class Reset(Edit):
    """Return to the initial weights."""

    def edit(self, project: Project) -> Project:
        return edits.reset(project)


@dataclass(frozen=True)
class SetWeight(Edit):
    """Set one weight or bias."""

    node: str
    parameter: str
    index: tuple[int, ...]
    value: float

    def edit(self, project: Project) -> Project:
        return edits.set_parameter(project, self.node, self.parameter, self.index, self.value)


@dataclass(frozen=True)
class ReplaceLayer(Edit):
    """Change the settings of a layer: units, activation function, rate."""

    node: str
    layer: Layer

    def edit(self, project: Project) -> Project:
        return edits.replace_layer(project, self.node, self.layer)


@dataclass(frozen=True)
class AddLayer(Edit):
    """Insert a layer between two others."""

    layer: Layer
    between: tuple[str, str]

    def edit(self, project: Project) -> Project:
        return edits.insert_layer(project, self.layer, between=self.between)


@dataclass(frozen=True)
class RemoveLayer(Edit):
    """Remove a layer."""

    node: str

    def edit(self, project: Project) -> Project:
        return edits.remove_layer(project, self.node)


@dataclass(frozen=True)
class SetTraining(Edit):
    """Change the training settings; None leaves a setting unchanged."""

    optimizer: Optimizer | None = None
    learning_rate: float | None = None
    batch_size: int | None = None
    loss: str | None = None

    def edit(self, project: Project) -> Project:
        settings = project.training
        optimizer = self.optimizer or settings.optimizer
        if self.learning_rate is not None:
            optimizer = replace(optimizer, learning_rate=self.learning_rate)
        changed = replace(
            settings,
            optimizer=optimizer,
            batch_size=self.batch_size or settings.batch_size,
            loss=self.loss or settings.loss,
        )
        return edits.set_training(project, changed)


@dataclass(frozen=True)
class SetData(Edit):
    """Choose other data."""

    choice: DataChoice

    def edit(self, project: Project) -> Project:
        return edits.set_data(project, self.choice)


ACTIONS: tuple[type[Action], ...] = (
    Train,
    Experiment,
    Reset,
    SetWeight,
    ReplaceLayer,
    AddLayer,
    RemoveLayer,
    SetTraining,
    SetData,
)
