"""Statistics: the state of a network's layers, from one pass over some examples; cheap enough for every snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod

import numpy as np

from nnplay.engine.activations import ACTIVATIONS
from nnplay.engine.calls import Array, run
from nnplay.engine.examples import Examples
from nnplay.engine.losses import Loss
from nnplay.engine.network import Network, inputs_as_rows, targets_as_rows
from nnplay.engine.parts import Part
from nnplay.engine.specs import NetworkSpec

MAX_EXAMPLES = 256
"""Examples that are looked at: enough for a share to be right within a few per cent."""

_FLAT = 0.05
"""A neuron is saturated where its activation function is this many times less steep than at its steepest."""


@dataclass(frozen=True)
class LayerStatistics:
    """One layer's state.

    Attributes
    ----------
    activation_mean, activation_std, activation_max
        Mean, standard deviation and greatest magnitude of its outputs.
    gradient_rms
        Root mean square of dL/da over its outputs, L being the mean loss: how much of the error arrives.
    dead_share
        Share of its units whose slope is 0 for every example, so that nothing in front of them learns.
    saturated_share
        Share of all its outputs where the slope is below a twentieth of the function's steepest; for ReLU: that are
        off.
    weight_rms, weight_gradient_rms
        Root mean squares over its trainable parameters and over their gradients; None where it has none.
    update_ratio
        Length of an average step's change divided by the length of the weights; near 0.001 learning goes well. None
        without weights or without an earlier vector.
    """

    activation_mean: float
    activation_std: float
    activation_max: float
    gradient_rms: float
    dead_share: float
    saturated_share: float
    weight_rms: float | None
    weight_gradient_rms: float | None
    update_ratio: float | None


@dataclass(frozen=True, eq=False)
class LayerValues:
    """One layer's numbers, flat: its outputs, its trainable weights and their gradients (None without), and the places
    of these weights in the flat vector."""

    activations: Array
    weights: Array | None
    gradients: Array | None
    spans: tuple[slice, ...]


class Statistics:
    """Measures a network on the same examples each time.

    Parameters
    ----------
    spec
        The network.
    examples
        The first ``MAX_EXAMPLES`` of them are used.
    loss
        The loss that gradients belong to.
    muted
        Muted parts. A muted neuron's own numbers are those that it would output if it were not muted.
    """

    def __init__(self, spec: NetworkSpec, examples: Examples, loss: str | Loss, muted: Iterable[Part] = ()) -> None:
        part = slice(0, MAX_EXAMPLES)
        self._spec = spec
        self._muted = tuple(muted)
        self._network = Network(spec)
        self._network.mute(self._muted)
        self._rng = np.random.default_rng(0)
        self._random_state = self._rng.bit_generator.state
        n_outputs = prod(spec.shapes[spec.output.name])
        inputs, targets = inputs_as_rows(spec, examples.inputs(part)), targets_as_rows(examples.y[part], n_outputs)
        self._workspace = self._network.workspace(len(inputs), self._rng, loss, keeps_all=True)
        self._workspace.x[:-1] = inputs.T
        self._workspace.target[...] = targets.T
        self._steepest = {node.name: _steepest(node.layer.activation_name) for node in spec.nodes}

    def look(self, parameters: Array, earlier: Array | None = None, n_steps: int = 1) -> Mapping[str, LayerStatistics]:
        """Statistics by node name, of every layer that computes something.

        Parameters
        ----------
        parameters
            (n_parameters,) the present weights.
        earlier, n_steps
            The weights ``n_steps`` steps ago, for the update ratios.
        """
        network, workspace = self._network, self._workspace
        network.load(parameters, self._muted)
        self._rng.bit_generator.state = self._random_state
        with np.errstate(all="ignore"):
            run(workspace.forward)
            run(workspace.backward)
            change = None if earlier is None else (parameters - earlier) / max(n_steps, 1)
            return {name: self._layer(name, change) for name in workspace.slopes if name in self._spec.shapes}

    def pre_activations(self, name: str) -> Array:
        """A layer's weighted sums z at the last look: (n_features, n_examples), changed by the next one."""
        return self._workspace.pre_activations[name]

    def values(self, name: str) -> LayerValues:
        """The numbers of a layer at the last look; copies."""
        spans = tuple(slot.span for slot in self._spec.node_slots(name) if slot.spec.is_trainable)
        weights, gradients = (
            np.concatenate([vector[span] for span in spans]) if spans else None
            for vector in (self._network.parameters, self._network.gradients)
        )
        return LayerValues(self._workspace.outputs[name].ravel(), weights, gradients, spans)

    def _layer(self, name: str, change: Array | None) -> LayerStatistics:
        workspace = self._workspace
        a, slopes = workspace.outputs[name], np.abs(workspace.slopes[name])
        steepest = self._steepest[name]
        units = self._spec.shapes[name][-1]
        is_flat = slopes.reshape(-1, units, slopes.shape[-1]) == 0
        found = self.values(name)
        weights, gradients, spans = found.weights, found.gradients, found.spans
        moved = None if change is None or not spans else np.concatenate([change[span] for span in spans])
        return LayerStatistics(
            activation_mean=float(a.mean()),
            activation_std=float(a.std()),
            activation_max=float(np.abs(a).max()),
            gradient_rms=_rms(workspace.output_gradients[name]),
            dead_share=float(is_flat.all(axis=(0, 2)).mean()) if steepest else 0.0,
            saturated_share=float((slopes < _FLAT * steepest).mean()) if steepest else 0.0,
            weight_rms=None if weights is None else _rms(weights),
            weight_gradient_rms=None if gradients is None else _rms(gradients),
            update_ratio=None if moved is None or weights is None else _ratio(moved, weights),
        )


def _rms(values: Array) -> float:
    return float(np.sqrt(np.square(values, dtype=np.float64).mean()))


def _ratio(change: Array, weights: Array) -> float:
    length = float(np.linalg.norm(weights))
    return float(np.linalg.norm(change)) / length if length else 0.0


def _steepest(activation: str) -> float:
    """The greatest slope of an activation function; 0 where saturation has no meaning."""
    function = ACTIVATIONS[activation]
    if activation == "linear" or not function.has_gradient or not function.is_elementwise:
        return 0.0
    return float(np.abs(function.derivative(np.linspace(*function.plot_range, 1001))).max())
