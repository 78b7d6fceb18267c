"""Every neuron's output over fixed points, such as the grid of a picture, recomputed for new weights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from nnplay.engine.calls import Array, run
from nnplay.engine.errors import QT_TRANSLATE_NOOP, ShapeError
from nnplay.engine.layers import Dense, Flatten, Input
from nnplay.engine.muting import mute_outputs
from nnplay.engine.network import inputs_as_rows
from nnplay.engine.parts import Part
from nnplay.engine.specs import NetworkSpec, Node
from nnplay.engine.workspace import Workspace


class Grid:
    """A network bound to points.

    Parameters
    ----------
    spec
        The network.
    points
        (n, *input_shape) inputs, or (n, k) values for ``inputs`` alone.
    inputs, base
        Two or more of the network's inputs, by their numbers in the flattened input, and one example (*input_shape)
        that gives all others. What the others contribute is added up once for each set of weights, so that a grid
        through two of 784 inputs costs as much as for a network with two. All layers after the input must be Dense.
    muted
        Parts of the network that are muted.

    Raises
    ------
    ShapeError
        If points, base and network do not fit.
    """

    def __init__(
        self,
        spec: NetworkSpec,
        points: Array,
        *,
        inputs: tuple[int, ...] | None = None,
        base: Array | None = None,
        muted: Iterable[Part] = (),
    ) -> None:
        self._spec = spec
        self._inputs = inputs
        if inputs is not None:
            base = np.zeros(spec.shapes[spec.input.name]) if base is None else base
            self._base = inputs_as_rows(spec, base[np.newaxis])[0].copy()
            self._base[list(inputs)] = 0
        self._running = spec if inputs is None else _through(spec, len(inputs))
        self._parameters = np.zeros(self._running.n_parameters, np.float32)
        rng = np.random.default_rng(0)  # predicting draws nothing
        muting = mute_outputs(self._running, muted)
        self._workspace = Workspace(muting, self._parameters, self._parameters, len(points), rng)
        self._workspace.x[:-1] = inputs_as_rows(self._running, points).T

    def outputs(self, parameters: Array) -> Mapping[str, Array]:
        """Return every node's output for weights (n_parameters,): (n_features, n) float32 by node name.

        The arrays belong to the grid and change with the next call.
        """
        if self._inputs is None:
            self._parameters[...] = parameters
        else:
            self._gather(parameters, self._inputs)
        with np.errstate(all="ignore"):
            run(self._workspace.forward)
        return self._workspace.outputs

    def _gather(self, parameters: Array, inputs: tuple[int, ...]) -> None:
        first = set(_first_dense(self._spec))
        for slot in self._running.slots:
            source = {old.name: old for old in self._spec.node_slots(slot.node)}
            target = slot.view(self._parameters)
            values = {name: old.view(parameters) for name, old in source.items()}
            if slot.node not in first:
                target[...] = values[slot.name]
            elif slot.name == "kernel":
                target[...] = values["kernel"][list(inputs)]
            elif slot.name == "bias":
                target[...] = self._base @ values["kernel"] + values.get("bias", 0)
            else:
                target[...] = values[slot.name]


def _first_dense(spec: NetworkSpec) -> list[str]:
    """Return the layers that the input feeds, looking through Flatten."""
    found, waiting = [], list(spec.consumers(spec.input.name))
    while waiting:
        node = spec.node(waiting.pop())
        if isinstance(node.layer, Flatten):
            waiting += spec.consumers(node.name)
        elif isinstance(node.layer, Dense):
            found.append(node.name)
        else:
            raise ShapeError(
                QT_TRANSLATE_NOOP(
                    "errors", "A map of single inputs needs Dense layers after the input; “{name}” is {kind}."
                ),
                name=node.name,
                kind=node.layer.kind,
            )
    return found


def _through(spec: NetworkSpec, n_inputs: int) -> NetworkSpec:
    """The network with ``n_inputs`` inputs, each first layer with a bias for what all the others contribute."""
    first = set(_first_dense(spec))
    nodes: list[Node] = []
    for node in spec.nodes:
        layer = node.layer
        if isinstance(layer, Input):
            layer = Input((n_inputs,))
        elif isinstance(layer, Dense) and node.name in first:
            layer = replace(layer, use_bias=True)
        nodes.append(replace(node, layer=layer))
    return NetworkSpec(tuple(nodes))
