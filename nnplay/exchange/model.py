"""A network from another tool, what people should know about it, and how it becomes part of a project."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import LOSSES, Loss, NetworkSpec, NnplayError, Node, Optimizer, Part
from nnplay.project import Project, layout
from nnplay.project.editing import edit
from nnplay.project.fitting import can_judge


def leading_to(end: str, nodes: dict[str, Node]) -> tuple[Node, ...]:
    """Return the nodes that the numbers of one node come from, and itself, in their order; others lead nowhere."""
    needed = {end}
    for node in reversed(nodes.values()):
        if node.name in needed:
            needed.update(node.inputs)
    return tuple(node for node in nodes.values() if node.name in needed)


@dataclass(frozen=True)
class Training:
    """How the model was trained, as far as its file says; None if it does not say."""

    loss: Loss | None = None
    optimizer: Optimizer | None = None
    clip_value: float | None = None
    clip_norm: float | None = None
    batch_size: int | None = None
    n_epochs: int | None = None


@dataclass(frozen=True)
class Taken:
    """One layer of the file: its name and kind there, and the layers that it became (none if it was left out)."""

    name: str
    kind: str
    nodes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Model:
    """The contents of a model's file.

    Attributes
    ----------
    parameters
        (network.n_parameters,) float32.
    frozen
        The parts that must stay as they are for the network to be that in the file, such as the slope of a leaky ReLU.
    notes
        What the person should know: what was replaced or left out.
    layers
        The layers of the file, in its order; empty if it has operators instead.
    n_in_file
        The number of parameters in the file; 0 if it has none, as a listing.
    title
        The model's name in its file; may be empty.
    scaling
        The first layer, if it is the model's own scaling of its input; empty if there is none.
    """

    network: NetworkSpec
    parameters: NDArray[np.float32]
    frozen: tuple[Part, ...] = ()
    notes: tuple[NnplayError, ...] = ()
    training: Training = field(default_factory=Training)
    layers: tuple[Taken, ...] = ()
    n_in_file: int = 0
    title: str = ""
    scaling: str = ""


@edit
def with_model(project: Project, model: Model) -> Project:
    """Return the project with the network and the weights of a model, which must fit its data; nothing is trained.

    The loss, optimizer and clipping of the model are used if it has them and the data allow it.

    Raises
    ------
    EditError
        If the model does not fit the data.
    """
    training = project.training
    given = model.training
    if given.loss is not None and can_judge(given.loss, project.data.task):
        is_usual = LOSSES.get(given.loss.name) == given.loss
        training = replace(training, loss=given.loss.name if is_usual else given.loss)
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
        run=None,
        muted=(),
        stop=stop,
    )
