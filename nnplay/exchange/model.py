"""A network that came from another tool, and the edit that gives it to a project."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import NetworkSpec, NnplayError, Part
from nnplay.project import History, Project, layout
from nnplay.project.editing import edit
from nnplay.project.restructuring import with_frozen


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
    """

    network: NetworkSpec
    parameters: NDArray[np.float32]
    frozen: tuple[Part, ...] = ()
    notes: tuple[NnplayError, ...] = ()


@edit
def with_model(project: Project, model: Model) -> Project:
    """The project with the network and the weights of a model, which must fit its data; nothing trained.

    Raises
    ------
    EditError
        If the model does not fit the data.
    """
    return replace(
        project,
        network=model.network,
        positions=layout(model.network),
        parameters=model.parameters,
        training=with_frozen(project.training, model.frozen),
        history=History(),
        muted=(),
    )
