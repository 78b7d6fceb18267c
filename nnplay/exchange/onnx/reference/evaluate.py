"""A graph computed operator by operator; which of its values depend on what enters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.onnx.graph import Graph
from nnplay.exchange.onnx.reference.arrays import ON_ARRAYS
from nnplay.exchange.onnx.reference.call import Budget, Call, Compute, UndefinedError
from nnplay.exchange.onnx.reference.elementwise import ELEMENTWISE
from nnplay.exchange.onnx.reference.windows import ON_PICTURES
from nnplay.exchange.tensors import Array

OPERATORS: Mapping[str, Compute] = {**ELEMENTWISE, **ON_ARRAYS, **ON_PICTURES}
"""What is known of ONNX: an operator that is not here cannot be part of a network here."""


@dataclass(frozen=True)
class Trace:
    """What a graph computes.

    Attributes
    ----------
    values
        Every array by name, constants among them.
    fed
        Names of those that depend on the numbers of the input; all others are the same for any input.
    """

    values: Mapping[str, Array]
    fed: frozenset[str]


def evaluate(graph: Graph, x: Array, names: Sequence[str]) -> Trace:
    """Compute the values ``names`` of the input ``x`` (examples first); they stand in the graph's own order.

    Raises
    ------
    UndefinedError
        If an operator makes no sense for what it is given, or would need too much room or time.
    """
    values = {name: _as_double(array) for name, array in graph.arrays.items()}
    values[graph.input] = _as_double(x)
    fed = {graph.input}
    budget = Budget()
    for name in names:
        operator = graph.operators[name]
        taken = [values[each] if each else None for each in operator.inputs]
        try:
            with np.errstate(all="ignore"):
                values[name] = OPERATORS[operator.kind](Call(operator, graph.version, taken, budget))
        except (ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError, ZeroDivisionError) as error:
            # Shapes and settings of which the definitions say nothing.
            raise UndefinedError(
                QT_TRANSLATE_NOOP("errors", "The operator {kind} is used in a way that is not understood here."),
                kind=operator.kind,
            ) from error
        budget.spend(values[name].size)
        if operator.kind != "Shape" and any(each in fed for each in operator.inputs):
            fed.add(name)
    return Trace(values, frozenset(fed))


def _as_double(array: Array) -> Array:
    return array.astype(np.float64) if array.dtype.kind == "f" else array
