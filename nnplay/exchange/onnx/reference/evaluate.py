"""A graph computed operator by operator; which of its values depend on what enters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.onnx.graph import RESULT, Graph
from nnplay.exchange.onnx.reference.arrays import ON_ARRAYS
from nnplay.exchange.onnx.reference.call import Budget, Call, Compute, UndefinedError
from nnplay.exchange.onnx.reference.elementwise import ELEMENTWISE
from nnplay.exchange.onnx.reference.shapes import likely_shape
from nnplay.exchange.onnx.reference.stand_in import StandIn
from nnplay.exchange.onnx.reference.windows import ON_PICTURES
from nnplay.exchange.tensors import Array

OPERATORS: Mapping[str, Compute] = {**ELEMENTWISE, **ON_ARRAYS, **ON_PICTURES}
"""What is known of ONNX: for any other operator only the shape of what it gives may be known."""

_CONTROL_FLOW = ("If", "Loop", "Scan", "SequenceMap")
_ROOM_OF_UNKNOWN = 10
"""A number of which only the shape is known takes as much room as this many: its stand-in is a network of its own."""

_UNDEFINED = (ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError, ZeroDivisionError)
"""What comes of shapes and settings of which the definitions say nothing."""


@dataclass(frozen=True)
class Trace:
    """What a graph computes.

    Attributes
    ----------
    values
        Every array by name, constants among them; zeros where only the shape is known.
    fed
        Names of those that depend on the numbers of the input; all others are the same for any input.
    unknown
        Names of those of which only the shape is known.
    """

    values: Mapping[str, Array]
    fed: frozenset[str]
    unknown: frozenset[str]


def evaluate(
    graph: Graph, x: Array, names: Sequence[str], replaced: Mapping[str, tuple[str, ...]] | None = None
) -> Trace:
    """Compute the values ``names`` of the input ``x`` (examples first); they stand in the graph's own order.

    Parameters
    ----------
    replaced
        Values that a ``StandIn`` gives, each with the values that it takes.

    Raises
    ------
    UndefinedError
        If an operator makes no sense for what it is given, or would need too much room or time.
    """
    values = {name: _as_double(array) for name, array in graph.arrays.items()}
    values[graph.input] = _as_double(x)
    fed, unknown = {graph.input}, set()
    budget = Budget()
    for name in names:
        operator = graph.operators[name]
        taken = [values[each] if each else None for each in operator.inputs]
        is_fed = operator.kind != "Shape" and any(each in fed for each in operator.inputs)
        call = Call(operator, graph.version, taken, budget)
        shape = likely_shape(graph, operator, taken, len(x)) if is_fed else None
        found = _value(call, is_needed=shape is None)
        if found is None:
            budget.spend(_ROOM_OF_UNKNOWN * prod(shape or ()))
            found = np.zeros(shape or ())
            unknown.add(name)
        values[name] = found
        sources = (replaced or {}).get(name)
        if sources is not None:
            given = [values[each] for each in sources]
            shape = values[name].shape
            stand_in = StandIn.of([each.shape[1:] for each in given], shape[1:])
            values[name] = stand_in(*given).reshape(shape)
        budget.spend(values[name].size)
        if is_fed:
            fed.add(name)
    return Trace(values, frozenset(fed), frozenset(unknown))


def _value(call: Call, *, is_needed: bool) -> Array | None:
    """What an operator gives; where its definition says nothing, None, or an error if it is needed."""
    kind = call.operator.kind
    if kind in _CONTROL_FLOW:
        raise UndefinedError(
            QT_TRANSLATE_NOOP(
                "errors", "The model has the operator {kind}: nnplay's networks have no loops or branches."
            ),
            kind=kind,
        )
    try:
        with np.errstate(all="ignore"):
            return OPERATORS[kind](call)
    except _UNDEFINED as error:
        if not is_needed:
            return None
        if kind in OPERATORS:
            text = QT_TRANSLATE_NOOP("errors", "The model uses the operator {kind} in a way that nnplay does not know.")
        else:
            text = QT_TRANSLATE_NOOP(
                "errors",
                "nnplay has no operator {kind}, and the file does not say the shape of what it gives, so it cannot"
                " even become a placeholder.",
            )
        raise UndefinedError(text, kind=f"{kind.partition(RESULT)[0]:.60}") from error


def _as_double(array: Array) -> Array:
    return array.astype(np.float64) if array.dtype.kind == "f" else array
