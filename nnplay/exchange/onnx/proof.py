"""A network held against the graph that it was made of: the same inputs, the same numbers, or it is refused."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from nnplay.engine import Network
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.layers import Shape
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.model import Model
from nnplay.exchange.onnx.graph import Graph
from nnplay.exchange.onnx.order import Value
from nnplay.exchange.onnx.reference.evaluate import Trace
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


def prove(model: Model, graph: Graph, trace: Trace, values: Mapping[str, Value], entrance: Array) -> None:
    """See to it that the network gives every value that the graph has.

    Parameters
    ----------
    values
        Where the values lie that are compared.
    entrance
        Where the numbers that the graph takes lie in one example of the network.

    Raises
    ------
    ExchangeError
        If it does not; the sentence says where they part.
    """
    network = Network(model.network, np.float64)
    network.load(model.parameters.astype(np.float64))
    given = trace.values[graph.input]
    x = np.empty((len(given), entrance.size))
    x[:, entrance.reshape(-1)] = given.reshape(len(given), -1)
    outputs = network.activations(x.reshape(-1, *model.network.shapes[model.network.input.name]))
    for name in (graph.input, *graph.operators):
        value = values.get(name)
        if value is None:
            continue
        found = outputs[value.node].reshape(len(x), -1)[:, value.order.reshape(-1)]
        expected = trace.values[name].reshape(len(x), -1)
        is_near = np.abs(found - expected) <= _TOLERANCE * (1 + np.abs(expected))
        if found.shape != expected.shape or not is_near.all():
            raise ExchangeError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "A network of the layers here would not give the model's numbers: they part at {kind} (“{name}”).",
                ),
                kind=graph.operators[name].kind if name in graph.operators else "Input",
                name=f"{name:.60}",
            )
