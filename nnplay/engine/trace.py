"""Trace: one example all the way forward, through the loss, backward and into new weights, with every number kept.

For people to read, so in float64; computed by the same calls as training, in a workspace that keeps everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from nnplay.engine.calls import Array, run
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
    parameters
        The layer's parameters by name.
    """

    a: Array
    z: Array | None
    slope: Array | None
    da: Array | None
    dz: Array | None
    parameters: Mapping[str, ParameterTrace]


@dataclass(frozen=True, eq=False)
class Trace:
    """What became of one example.

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
    """Trace one example through one training step.

    The optimizer starts afresh, as in the first step of a run; everything else, from penalty to clipping, is as set.

    Parameters
    ----------
    parameters
        (n_parameters,) the weights; they are not changed.
    x, y
        One example, (*input_shape) and (k,) or a class number.
    rng
        Source of dropout masks; by default freshly seeded with 0, so that calls repeat.
    muted
        Parts of the network that are muted.

    Raises
    ------
    ShapeError, DataError
        If the example does not fit the network or the loss.
    """
    network = Network(spec, np.float64)
    network.parameters[...] = parameters
    network.mute(muted)
    target = np.asarray(y)[np.newaxis]
    find_loss(settings.loss).check_targets(target)
    rng = rng or np.random.default_rng(0)
    random_state = rng.bit_generator.state

    def pass_through() -> Workspace:
        rng.bit_generator.state = random_state
        workspace = network.workspace(1, rng, settings.loss, keeps_all=True)
        workspace.x[:-1] = inputs_as_rows(spec, np.asarray(x)[np.newaxis]).T
        workspace.target[...] = targets_as_rows(target, len(workspace.target)).T
        run(workspace.forward)
        run(workspace.backward)
        return workspace

    with np.errstate(all="ignore"):
        before = network.unmuted_parameters()
        workspace = pass_through()
        gradients, moved = network.gradients.copy(), network.parameters[spec.n_trainable :].copy()
        update = Update(spec, network.parameters, network.gradients, lambda: pass_through().mean_loss)
        calls = update.calls(settings, muted_weights(spec, network.muted))
        update.rate[()] = settings.optimizer.learning_rate * settings.schedule.factor(0, Watch())
        run(calls)
        new_loss = pass_through().mean_loss
    # Running statistics follow every pass: what counts is the one pass of a training step.
    network.parameters[spec.n_trainable :] = moved
    after = network.unmuted_parameters()
    nodes = {node.name: _node(spec, workspace, node.name, before, gradients, after) for node in spec.nodes}
    return Trace(nodes, workspace.target[:, 0], workspace.mean_loss, new_loss, float(update.rate), after)


def _node(spec: NetworkSpec, workspace: Workspace, name: str, *vectors: Array) -> NodeTrace:
    def shaped(arrays: Mapping[str, Array]) -> Array | None:
        return arrays[name].reshape(spec.shapes[name]) if name in arrays else None

    return NodeTrace(
        a=workspace.outputs[name].reshape(spec.shapes[name]),
        z=shaped(workspace.pre_activations),
        slope=shaped(workspace.slopes),
        da=shaped(workspace.output_gradients),
        dz=shaped(workspace.pre_activation_gradients),
        parameters={
            slot.name: ParameterTrace(*(vector[slot.span].reshape(slot.shape) for vector in vectors))
            for slot in spec.node_slots(name)
        },
    )
