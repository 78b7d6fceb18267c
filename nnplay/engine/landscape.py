"""The loss as a landscape: along one weight, or over a plane of two weights or two random directions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, run
from nnplay.engine.examples import Examples
from nnplay.engine.losses import Loss
from nnplay.engine.muting import muted_weights
from nnplay.engine.network import Network
from nnplay.engine.parts import Part
from nnplay.engine.regularization import kernels
from nnplay.engine.schedules import Watch
from nnplay.engine.settings import TrainingSettings
from nnplay.engine.specs import NetworkSpec
from nnplay.engine.update import Update

NoteShare = Callable[[float], None]
"""Called with the share of the work done, 0 to 1; an exception from it ends the work."""


@dataclass(frozen=True, eq=False)
class NextStep:
    """The step that an optimizer would take now, on some examples at once.

    Attributes
    ----------
    loss, new_loss
        Mean loss before and after, without penalty; infinite where it is beyond float64.
    gradient
        (n_parameters,) of the mean loss, without penalty: the slope along each weight; 0 for one that is muted.
    new_parameters
        (n_parameters,) the weights after it.
    """

    loss: float
    new_loss: float
    gradient: Array
    new_parameters: Array


def next_step(
    spec: NetworkSpec,
    parameters: Array,
    examples: Examples,
    settings: TrainingSettings,
    muted: Iterable[Part] = (),
) -> NextStep:
    """One training step in float64 from these weights (n_parameters,), which are not changed.

    The optimizer starts fresh, without momentum from earlier steps; penalty, clipping and freezing are as set. Muted
    parts have no effect, and muted weights do not move.
    """
    return next_steps(spec, parameters, examples, settings, (1.0,), muted)[0]


def next_steps(
    spec: NetworkSpec,
    parameters: Array,
    examples: Examples,
    settings: TrainingSettings,
    lengths: Sequence[float],
    muted: Iterable[Part] = (),
) -> list[NextStep]:
    """What ``next_step`` returns for each of some learning rates, for which the gradient is computed once.

    Parameters
    ----------
    lengths
        The learning rates, as multiples of the one in ``settings``.
    """
    muted = tuple(muted)
    network = Network(spec, np.float64)
    network.load(parameters, muted)
    is_muted = muted_weights(spec, network.muted)
    inputs = examples.inputs()

    def measure() -> float:
        return network.loss_and_gradients(inputs, examples.y, settings.loss)

    steps = []
    with np.errstate(all="ignore"):
        loss = measure()
        slopes = network.gradients.copy()
        gradient = np.where(is_muted[: len(slopes)], 0, slopes)
        for length in lengths:
            network.load(parameters, muted)
            network.gradients[...] = slopes
            update = Update([spec], network.parameters, network.gradients, measure)
            calls = update.calls([settings], is_muted)
            update.rate[()] = length * settings.optimizer.learning_rate * settings.schedule.factor(0, Watch())
            run(calls)
            new_parameters = network.unmuted_parameters()
            new_parameters[spec.n_trainable :] = parameters[spec.n_trainable :]
            new_loss = network.training_loss(inputs, examples.y, settings.loss)
            steps.append(NextStep(loss, new_loss, gradient, new_parameters))
    return steps


def loss_along(
    spec: NetworkSpec,
    parameters: Array,
    examples: Examples,
    loss: str | Loss,
    index: int,
    values: Array,
    muted: Iterable[Part] = (),
    note_share: NoteShare | None = None,
) -> Array:
    """Mean loss for each of some values of one weight, the others staying as they are.

    Parameters
    ----------
    index
        Place of the weight in the flat vector.
    values
        (k,) values for it.
    muted
        Parts that the network does without: along a muted weight the loss is level.
    note_share
        See ``loss_over``.

    Returns
    -------
    ndarray
        (k,) float64.
    """
    direction = unit_direction(spec, index)
    start = np.array(parameters, np.float64)
    start[index] = 0
    directions = (direction, np.zeros_like(direction))
    losses = loss_over(spec, start, examples, loss, directions, values, np.zeros(1), muted, note_share)
    return losses.ravel()


def loss_over(
    spec: NetworkSpec,
    parameters: Array,
    examples: Examples,
    loss: str | Loss,
    directions: tuple[Array, Array],
    along_first: Array,
    along_second: Array,
    muted: Iterable[Part] = (),
    note_share: NoteShare | None = None,
) -> Array:
    """Mean loss over a plane through the weights, as the network predicts: without dropout and without penalty.

    Parameters
    ----------
    parameters
        (n_parameters,) the origin.
    directions
        Two vectors (n_parameters,), of ``unit_direction`` for two weights or of ``random_direction``.
    along_first, along_second
        (k,) and (m,) how far to go along each.
    muted
        Parts that the network does without.
    note_share
        Told after each place how much is done, 0 to 1; what it raises ends the work.

    Returns
    -------
    ndarray
        (m, k) float64: row by row along the first direction. A loss beyond float64 is infinite.
    """
    network = Network(spec, np.float64)
    muted = tuple(muted)
    losses = np.empty((len(along_second), len(along_first)))
    for row, second in enumerate(along_second):
        base = parameters + second * directions[1]
        for column, first in enumerate(along_first):
            network.load(base + first * directions[0], muted)
            losses[row, column] = network.evaluate(examples, loss).loss
            if note_share is not None:
                note_share((row * losses.shape[1] + column + 1) / losses.size)
    return losses


def unit_direction(spec: NetworkSpec, index: int) -> Array:
    """The direction of one weight: (n_parameters,), 1 at ``index`` and 0 elsewhere."""
    direction = np.zeros(spec.n_parameters)
    direction[index] = 1
    return direction


def random_direction(spec: NetworkSpec, parameters: Array, rng: np.random.Generator) -> Array:
    """A random direction in which every unit's weights are as long as they are now: (n_parameters,).

    Without this the picture would show how large the weights are, not how sharp the valley is. Biases stay.
    Source: Li et al., "Visualizing the Loss Landscape of Neural Nets", NeurIPS 2018, section 4.
    """
    direction = np.zeros(spec.n_parameters)
    for slot in kernels(spec):
        units = slot.shape[-1]
        weights = np.asarray(parameters[slot.span], np.float64).reshape(-1, units)
        drawn = rng.normal(size=weights.shape)
        lengths = np.linalg.norm(weights, axis=0) / np.maximum(np.linalg.norm(drawn, axis=0), np.finfo(float).tiny)
        direction[slot.span] = (drawn * lengths).ravel()
    return direction
