"""Perturbation: the gradient by nudging each weight and measuring the loss, beside the one by backpropagation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import Examples, GradientCheck, Part, gradient_check
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.calculation.naming import Naming
from nnplay.project.calculation.passes import as_read
from nnplay.project.calculation.text import symbol_text
from nnplay.project.errors import ProjectError
from nnplay.project.project import Project

NUDGES = 10.0 ** np.arange(-12.0, -0.75, 0.5)
"""From 1e-12 to 1e-1, two per decade."""

MOST_WEIGHTS = 12
_MOST_PARAMETERS = 5_000
_MOST_EXAMPLES = 100
"""Nudging takes a forward pass per weight; this many are done at once."""


@dataclass(frozen=True, eq=False)
class TwoGradients:
    """The gradient of the mean loss with respect to the first weights of a network, computed both ways.

    Attributes
    ----------
    parts, names
        The weights and their names.
    check
        Both gradients at the chosen nudge.
    errors
        For each of ``NUDGES`` the largest error of the nudged gradient, relative to the largest gradient.
    """

    parts: tuple[Part, ...]
    names: tuple[str, ...]
    check: GradientCheck
    errors: NDArray[np.float64]


def two_gradients(project: Project, examples: Examples, nudge: float, *, is_two_sided: bool = False) -> TwoGradients:
    """Compute both gradients over the training data (at most the first 100).

    Raises
    ------
    ProjectError
        If the network is too large.
    ShapeError, DataError
        If the examples do not fit the network or the loss.
    """
    network = project.network
    if network.n_parameters > _MOST_PARAMETERS:
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors", "Nudging each of {count} weights would take too long: use a network with at most {most}."
            ),
            count=network.n_parameters,
            most=_MOST_PARAMETERS,
        )
    weights, x, y = as_read(project.parameters), examples.inputs(slice(_MOST_EXAMPLES)), examples.y[:_MOST_EXAMPLES]
    chosen = np.arange(min(network.n_trainable, MOST_WEIGHTS))

    def check(step: float) -> GradientCheck:
        return gradient_check(
            network,
            weights,
            as_read(x),
            y if y.ndim == 1 else as_read(y),
            project.training.loss,
            regularization=project.training.regularization,
            indices=chosen,
            step=step,
            is_two_sided=is_two_sided,
            muted=project.muted,
        )

    errors = np.array([check(float(each)).worst for each in NUDGES])
    parts = tuple(_part(project, int(place)) for place in chosen)
    naming = Naming(network)
    names = tuple(symbol_text(naming.weight(part.node, part.parameter or "", part.index)) for part in parts)
    return TwoGradients(parts, names, check(nudge), errors)


def _part(project: Project, place: int) -> Part:
    slot = next(slot for slot in project.network.slots if slot.offset <= place < slot.offset + slot.size)
    index = np.unravel_index(place - slot.offset, slot.shape)
    return Part(slot.node, parameter=slot.name, index=tuple(int(axis) for axis in index))
