"""Trace: examples followed forward, through the loss, backward and into new weights, keeping every number.

For people to read, hence float64; computed by the same calls as training, in a workspace that keeps everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, run
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DataError
from nnplay.engine.losses import find_loss
from nnplay.engine.muting import muted_weights
from nnplay.engine.network import Network, inputs_as_rows, targets_as_rows
from nnplay.engine.parts import Part
from nnplay.engine.schedules import Watch
from nnplay.engine.settings import TrainingSettings
from nnplay.engine.specs import NetworkSpec
from nnplay.engine.update import Update
from nnplay.engine.workspace import Workspace


@dataclass(frozen=True, eq=False)
class ParameterTrace:
    """One parameter array: its value, dL/dw, and what one step makes of it, each in the array's shape."""

    value: Array
    gradient: Array
    new_value: Array


@dataclass(frozen=True, eq=False)
class NodeTrace:
    """One layer's numbers, in the shape of one example's output.

    Attributes
    ----------
    z, a
        Before and after the activation function.
    slope
        f'(z); for softmax the diagonal da_i/dz_i.
    da, dz
        dL/da and dL/dz. These four are None for the input and for layers that pass their input on as it is.
    mask
        By what dropout multiplied each number; None for other layers, and where nothing is dropped.
    parameters
        The layer's parameters by name.
    """

    a: Array
    z: Array | None
    slope: Array | None
    da: Array | None
    dz: Array | None
    mask: Array | None
    parameters: Mapping[str, ParameterTrace]


@dataclass(frozen=True, eq=False)
class Trace:
    """The trace of one example, see ``trace_batch``.

    Attributes
    ----------
    nodes
        By node name, in the network's order.
    target
        (n_outputs,); a class number comes one-hot.
    loss, new_loss
        Before and after the step, without penalty.
    learning_rate
        Of the step.
    new_parameters
        The whole flat vector after the step, (n_parameters,).
    """

    nodes: Mapping[str, NodeTrace]
    target: Array
    loss: float
    new_loss: float
    learning_rate: float
    new_parameters: Array


def trace(
    spec: NetworkSpec,
    parameters: Array,
    x: Array,
    y: Array,
    settings: TrainingSettings,
    *,
    rng: np.random.Generator | None = None,
    muted: Iterable[Part] = (),
) -> Trace:
    """Trace one example through one training step of its own; see ``trace_batch``.

    Parameters
    ----------
    x, y
        One example, (*input_shape) and (k,) or a class number.
    """
    batch = np.asarray(x)[np.newaxis], np.asarray(y)[np.newaxis]
    return trace_batch(spec, parameters, *batch, settings, rng=rng, muted=muted)[0]


def trace_batch(
    spec: NetworkSpec,
    parameters: Array,
    x: Array,
    y: Array,
    settings: TrainingSettings,
    *,
    rng: np.random.Generator | None = None,
    muted: Iterable[Part] = (),
) -> tuple[Trace, ...]:
    """Trace the examples of a batch through one training step on all of them.

    The optimizer starts afresh, as in the first step of a run; everything else, from penalty to clipping, is as set.

    Parameters
    ----------
    parameters
        (n_parameters,) the weights; they are not changed.
    x, y
        (n, *input_shape) inputs and (n, k) targets or (n,) class numbers.
    rng
        Source of dropout masks; by default freshly seeded with 0, so that calls repeat.
    muted
        Parts of the network that are muted.

    Returns
    -------
    A trace for each example. Losses and the derivatives by units are the example's own; the gradients of parameters
    and their new values are those of the whole batch, whose loss is the mean of the examples'.

    Raises
    ------
    ShapeError, DataError
        If the examples do not fit the network or the loss, or there are none.
    """
    network = Network(spec, np.float64)
    network.parameters[...] = parameters
    network.mute(muted)
    x, y = np.asarray(x), np.asarray(y)
    if not len(x):
        raise DataError(QT_TRANSLATE_NOOP("errors", "There are no examples to measure on."))
    loss = find_loss(settings.loss)
    loss.check_targets(y)
    rng = rng or np.random.default_rng(0)
    random_state = rng.bit_generator.state

    def pass_through() -> Workspace:
        rng.bit_generator.state = random_state
        workspace = network.workspace(len(x), rng, settings.loss, keeps_all=True)
        workspace.x[:-1] = inputs_as_rows(spec, x).T
        workspace.target[...] = targets_as_rows(y, len(workspace.target)).T
        run(workspace.forward)
        run(workspace.backward)
        return workspace

    def losses(workspace: Workspace) -> Array:
        # What is computed from z is more exact than from a probability; for one example the workspace has it.
        if len(x) == 1:
            return np.array([workspace.mean_loss])
        return loss.per_example(workspace.prediction.T, workspace.target.T)

    with np.errstate(all="ignore"):
        before = network.unmuted_parameters()
        workspace = pass_through()
        gradients, moved = network.gradients.copy(), network.parameters[spec.n_trainable :].copy()
        update = Update([spec], network.parameters, network.gradients, lambda: pass_through().mean_loss)
        calls = update.calls([settings], muted_weights(spec, network.muted))
        update.rate[()] = settings.optimizer.learning_rate * settings.schedule.factor(0, Watch())
        run(calls)
        old_losses, new_losses = losses(workspace), losses(pass_through())
    # Running statistics follow every pass: what counts is the one pass of a training step.
    network.parameters[spec.n_trainable :] = moved
    after = network.unmuted_parameters()
    parameter_traces = {
        node.name: {
            slot.name: ParameterTrace(*(slot.view(vector) for vector in (before, gradients, after)))
            for slot in spec.node_slots(node.name)
        }
        for node in spec.nodes
    }
    return tuple(
        Trace(
            {name: _node(spec, workspace, name, row, parameters) for name, parameters in parameter_traces.items()},
            workspace.target[:, row],
            float(old_losses[row]),
            float(new_losses[row]),
            float(update.rate),
            after,
        )
        for row in range(len(x))
    )


def _node(
    spec: NetworkSpec, workspace: Workspace, name: str, row: int, parameters: Mapping[str, ParameterTrace]
) -> NodeTrace:
    def shaped(arrays: Mapping[str, Array], factor: int = 1) -> Array | None:
        return arrays[name][:, row].reshape(spec.shapes[name]) * factor if name in arrays else None

    # The workspace differentiates the mean loss: an example's own is that many times as large.
    n = workspace.batch_size
    return NodeTrace(
        a=workspace.outputs[name][:, row].reshape(spec.shapes[name]),
        z=shaped(workspace.pre_activations),
        slope=shaped(workspace.slopes),
        da=shaped(workspace.output_gradients, n),
        dz=shaped(workspace.pre_activation_gradients, n),
        mask=shaped(workspace.masks),
        parameters=parameters,
    )
