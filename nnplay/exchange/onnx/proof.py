"""A network held against the graph that it was made of: the same inputs, the same numbers, or it is refused."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from nnplay.engine import Add, Dense, Network, NetworkSpec, Node, Reshape
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.layers import Shape
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.model import Model
from nnplay.exchange.onnx.graph import Graph
from nnplay.exchange.onnx.order import Value
from nnplay.exchange.onnx.reference.evaluate import Trace
from nnplay.exchange.onnx.reference.stand_in import StandIn
from nnplay.exchange.onnx.refusal import title_of
from nnplay.exchange.tensors import Array

_TOLERANCE = 1e-5
_SIZES = (3, 2)
"""Examples in the batches of a model that leaves it open: two sizes, so that what depends on it is noticed."""


def batch_of(shape: Shape, given: Shape, seed: int) -> Array:
    """Random examples (n, *shape), as many as the file says; some small, some large."""
    n = given[0] or _SIZES[seed]
    rng = np.random.default_rng(seed)
    scales = np.resize([1.0, 3.0, 0.3], n).reshape(-1, *[1] * len(shape))
    examples: Array = rng.normal(size=(n, *shape)) * scales
    return examples


def prove(
    model: Model,
    graph: Graph,
    trace: Trace,
    values: Mapping[str, Value],
    entrance: Array,
    replaced: Mapping[str, tuple[str, ...]],
) -> None:
    """See to it that the network gives every value that the graph has.

    What comes after a placeholder is proved, too: in both, a ``StandIn`` gives its numbers.

    Parameters
    ----------
    values
        Where the values lie that are compared, and all that placeholders take.
    entrance
        Where the numbers that the graph takes lie in one example of the network.
    replaced
        The values that placeholders give, each with the values that it takes.

    Raises
    ------
    ExchangeError
        If it does not; the sentence says where they part.
    """
    spec, parameters = _complete(model, values, replaced)
    network = Network(spec, np.float64)
    network.load(parameters)
    given = trace.values[graph.input]
    x = np.empty((len(given), entrance.size))
    x[:, entrance.reshape(-1)] = given.reshape(len(given), -1)
    outputs = network.activations(x.reshape(-1, *model.network.shapes[model.network.input.name]))
    for name in (graph.input, *graph.operators):
        value = values.get(name)
        if value is None or value.node not in outputs:
            continue
        found = outputs[value.node].reshape(len(x), -1)[:, value.order.reshape(-1)]
        expected = trace.values[name].reshape(len(x), -1)
        is_near = np.abs(found - expected) <= _TOLERANCE * (1 + np.abs(expected))
        if found.shape != expected.shape or not is_near.all():
            raise ExchangeError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "A network of nnplay's layers would not give the model's numbers: they part at {kind} (“{name}”).",
                ),
                kind=title_of(graph.operators[name]) if name in graph.operators else "Input",
                name=f"{name:.60}",
            )


def _complete(
    model: Model, values: Mapping[str, Value], replaced: Mapping[str, tuple[str, ...]]
) -> tuple[NetworkSpec, Array]:
    """The network with layers that compute what its placeholders' stand-ins do, and its parameters in float64."""
    places = {values[name].node: name for name in replaced}
    nodes: list[Node] = []
    arrays = {(slot.node, slot.name): slot.view(model.parameters) for slot in model.network.slots}
    for node in model.network.nodes:
        if node.name not in places:
            nodes.append(node)
            continue
        name = places[node.name]
        result, sources = values[name], [values[each] for each in replaced[name]]
        stand_in = StandIn.of([each.shape for each in sources], result.shape)
        sums = []
        for number, (source, weights) in enumerate(zip(sources, stand_in.weights, strict=True)):
            row, total = f"{node.name} row {number}", f"{node.name} sum {number}"
            nodes += [Node(row, Reshape((-1,)), (source.node,)), Node(total, Dense(1, use_bias=False), (row,))]
            arrays[total, "kernel"] = _placed(weights, source)[:, None]
            sums.append(total)
        if len(sums) > 1:
            nodes.append(Node(f"{node.name} sum", Add(), tuple(sums)))
            sums = [f"{node.name} sum"]
        spread = f"{node.name} spread"
        nodes += [Node(spread, Dense(result.order.size), tuple(sums))]
        arrays[spread, "kernel"], arrays[spread, "bias"] = (
            _placed(stand_in.slopes, result)[None],
            _placed(stand_in.offsets, result),
        )
        nodes.append(Node(node.name, Reshape(model.network.shapes[node.name]), (spread,)))
    network = NetworkSpec(tuple(nodes))
    parameters = np.empty(network.n_parameters)
    for slot in network.slots:
        parameters[slot.span] = arrays[slot.node, slot.name].reshape(-1)
    return network, parameters


def _placed(numbers: Array, value: Value) -> Array:
    """Numbers of a value in the order of its node."""
    placed = np.empty(value.order.size)
    placed[value.order.reshape(-1)] = numbers
    return placed
