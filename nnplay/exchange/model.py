"""A network that came from another tool, what is to be said of it, and how it becomes part of a project."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import Loss, NetworkSpec, NnplayError, Optimizer, Part
from nnplay.project import History, Project, layout
from nnplay.project.editing import edit
from nnplay.project.fitting import can_judge


@dataclass(frozen=True)
class Training:
    """How the model was trained, as far as its file says; None where it says nothing."""

    loss: Loss | None = None
    optimizer: Optimizer | None = None
    clip_value: float | None = None
    clip_norm: float | None = None
    batch_size: int | None = None
    n_epochs: int | None = None


@dataclass(frozen=True)
class Taken:
    """One layer of the file: its name and kind there, and the layers that it became (none where it was left out)."""

    name: str
    kind: str
    nodes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Model:
    """What was read of a model.

    Attributes
    ----------
    parameters
        (network.n_parameters,) float32.
    frozen
        What has to stay as it is for the network to be the one in the file, such as the slope of a leaky ReLU.
    notes
        What a person should know: what came in as something else, or was left out.
    layers
        The layers of the file, in its order; empty where it has operators instead.
    n_in_file
        How many parameters the file has; 0 where it does not have any, as a listing.
    title
        The model's name in its file, which may be empty.
    """

    network: NetworkSpec
    parameters: NDArray[np.float32]
    frozen: tuple[Part, ...] = ()
    notes: tuple[NnplayError, ...] = ()
    training: Training = field(default_factory=Training)
    layers: tuple[Taken, ...] = ()
    n_in_file: int = 0
    title: str = ""


@edit
def with_model(project: Project, model: Model) -> Project:
    """The project with the network and the weights of a model, which must fit its data; nothing trained.

    The loss, optimizer and clipping of the model are taken over where it has them and the data allow.

    Raises
    ------
    EditError
        If the model does not fit the data.
    """
    training = project.training
    given = model.training
    if given.loss is not None and can_judge(given.loss, project.data.task):
        training = replace(training, loss=given.loss)
    if given.optimizer is not None:
        training = replace(training, optimizer=given.optimizer, clip_value=given.clip_value, clip_norm=given.clip_norm)
    if given.batch_size is not None:
        training = replace(training, batch_size=given.batch_size)
    stop = project.stop if given.n_epochs is None else replace(project.stop, n_epochs=given.n_epochs)
    return replace(
        project,
        network=model.network,
        positions=layout(model.network),
        parameters=model.parameters,
        training=replace(training, frozen=model.frozen),
        history=History(),
        muted=(),
        stop=stop,
    )
