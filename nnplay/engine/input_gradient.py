"""The gradient with respect to the input: which numbers of an example support a class, and which oppose it.

Simonyan, Vedaldi and Zisserman, "Deep Inside Convolutional Networks", ICLR workshop 2014. Taken before the output's
activation function: a softmax that is sure has hardly any slope left. The network computes as in predicting.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from nnplay.engine.calls import Array, Call, run
from nnplay.engine.layers import Activation, BatchNormalization, Dropout, GaussianNoise, Layer
from nnplay.engine.layers.base import Site
from nnplay.engine.layers.normalization import ScaleAndShift, by_channel
from nnplay.engine.losses.base import Loss, LossSite
from nnplay.engine.network import Network, inputs_as_rows
from nnplay.engine.parts import Part
from nnplay.engine.specs import NetworkSpec, Node, free_name


@dataclass(frozen=True)
class _WeightedSum(Loss):
    """The outputs, each times its "target": the gradient is the targets."""

    name = "weighted_sum"
    formula = "L = Σ y a"

    def calls(self, site: LossSite) -> list[Call]:
        return [(np.copyto, (site.gradient, site.target)), (np.copyto, (site.total, np.zeros_like(site.total)))]


class _StandingNormalization(BatchNormalization):
    """A ``BatchNormalization`` that keeps to its moving averages."""

    def forward(self, site: Site) -> list[Call]:
        return super().forward(replace(site, is_training=False))

    def backward(self, site: Site) -> list[Call]:
        dx = site.input_gradients[0]
        if dx is None:
            return []
        inverse = 1 / np.sqrt(site.parameters["moving_variance"] + self.epsilon)
        slope = ScaleAndShift.of(site).gamma * inverse[:, None]
        return [(np.multiply, (by_channel(site.output_gradient, site), slope, by_channel(dx, site)))]


def input_gradient(spec: NetworkSpec, parameters: Array, x: Array, weights: Array, muted: Iterable[Part] = ()) -> Array:
    """The gradient of a weighted sum of the network's outputs, before a softmax or sigmoid there, by the input.

    Parameters
    ----------
    parameters
        (n_parameters,) the weights of the network; they are not changed.
    x
        (*input_shape) one example.
    weights
        (*output_shape) how much each output counts: 1 for a class and 0 for the others tells what speaks for it, 1 for
        one and -1 for another what would turn the one into the other.
    muted
        Parts that the network does without.

    Returns
    -------
    ndarray
        (*input_shape) float64.

    Raises
    ------
    ShapeError
        If the example does not fit the network.
    """
    copy = free_name("input_copy", tuple(spec.shapes))
    network = Network(_differentiable(spec, copy), np.float64)
    network.load(parameters, muted)
    workspace = network.workspace(1, np.random.default_rng(0), _WeightedSum(), keeps_all=True)
    workspace.x[:-1] = inputs_as_rows(spec, np.asarray(x)[np.newaxis]).T
    workspace.target[...] = np.asarray(weights).reshape(-1, 1)
    with np.errstate(all="ignore"):
        run(workspace.forward)
        run(workspace.backward)
    gradient: Array = workspace.output_gradients[copy].reshape(spec.shapes[spec.input.name]).copy()
    return gradient


def _differentiable(spec: NetworkSpec, copy: str) -> NetworkSpec:
    """The network as it predicts, ending before its last activation function, with a node that copies its input."""
    nodes = [spec.input, Node(copy, Activation("linear"), (spec.input.name,))]
    for node in spec.nodes[1:]:
        layer = _predicting(node.layer)
        if node is spec.output and layer.activation_name in ("softmax", "sigmoid"):
            layer = replace(layer, activation="linear")  # type: ignore[call-arg]  # whatever has one has this field
        inputs = tuple(copy if source == spec.input.name else source for source in node.inputs)
        nodes.append(Node(node.name, layer, inputs))
    return NetworkSpec(tuple(nodes))


def _predicting(layer: Layer) -> Layer:
    if isinstance(layer, Dropout | GaussianNoise):
        return Activation("linear")
    if isinstance(layer, BatchNormalization):
        return _StandingNormalization(layer.epsilon, layer.center, layer.scale, layer.momentum)
    return layer
