"""Gradient check: backpropagation beside central differences, weight by weight, in float64."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array
from nnplay.engine.losses import Loss
from nnplay.engine.network import Network
from nnplay.engine.objective import Objective
from nnplay.engine.parts import Part
from nnplay.engine.regularization import Regularization
from nnplay.engine.specs import NetworkSpec


@dataclass(frozen=True, eq=False)
class GradientCheck:
    """The two gradients of one loss.

    Attributes
    ----------
    indices
        (k,) positions in the flat vector.
    backpropagation, differences
        (k,) float64: dL/dw by the chain rule, and by moving w.
    errors
        (k,) their difference relative to the largest magnitude among all of them.
    """

    indices: Array
    backpropagation: Array
    differences: Array

    @property
    def errors(self) -> Array:
        greatest = max(np.abs(self.backpropagation).max(initial=0), np.abs(self.differences).max(initial=0))
        distance: Array = np.abs(self.backpropagation - self.differences)
        return distance / (greatest or 1)

    @property
    def worst(self) -> float:
        """The largest error."""
        return float(self.errors.max(initial=0))


def gradient_check(
    spec: NetworkSpec,
    parameters: Array,
    x: Array,
    y: Array,
    loss: str | Loss,
    *,
    regularization: Regularization | None = None,
    indices: Array | None = None,
    step: float = 6e-6,
    is_two_sided: bool = True,
    muted: Iterable[Part] = (),
) -> GradientCheck:
    """Compare the gradients of the mean loss (with its penalty) over a batch.

    Parameters
    ----------
    parameters
        (n_parameters,) flat vector; only copies of it are moved.
    x, y
        (n, *input_shape) inputs and (n, k) targets or (n,) class numbers.
    indices
        Which weights to check; by default all that are trained.
    step
        How far each weight is moved both ways: (L(w + step) - L(w - step)) / (2 step). The default is near the cube
        root of float64's precision, where rounding and curvature harm equally little (Press et al., "Numerical
        Recipes", 5.7).
    is_two_sided
        Without it each weight is moved up only, (L(w + step) - L(w)) / step: what the definition of a derivative says,
        and less exact, because curvature then counts.
    muted
        Muted parts.
    """
    network = Network(spec, np.float64)
    network.load(parameters, muted)
    objective = Objective(network, x, y, loss, regularization or Regularization())
    chosen = np.arange(spec.n_trainable) if indices is None else np.asarray(indices)
    here = objective.evaluate()
    backpropagation = network.gradients[chosen].copy()
    differences = np.empty(len(chosen))
    for place, index in enumerate(chosen):
        value = network.parameters[index]
        network.parameters[index] = value + step
        above, below, distance = objective.evaluate(), here, step
        if is_two_sided:
            network.parameters[index] = value - step
            below, distance = objective.evaluate(), 2 * step
        network.parameters[index] = value
        differences[place] = (above - below) / distance
    return GradientCheck(chosen, backpropagation, differences)
