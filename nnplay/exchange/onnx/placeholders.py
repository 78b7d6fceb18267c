"""Placeholders for ONNX operators that cannot become layers of nnplay.

An operator may give what is no list of examples, such as the steps of an LSTM with the steps first. It is then held
back with those that follow, until one gives examples again: all of them become one placeholder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from nnplay.engine import Placeholder
from nnplay.engine.layers import Shape
from nnplay.exchange.missing import placeholder
from nnplay.exchange.onnx.building import Building
from nnplay.exchange.onnx.graph import RESULT, Graph, Operator
from nnplay.exchange.onnx.layers import LAYERS
from nnplay.exchange.onnx.order import Value, channels_first, straight
from nnplay.exchange.onnx.reference.evaluate import OPERATORS, Trace
from nnplay.exchange.onnx.refusal import OperatorError, title_of
from nnplay.exchange.onnx.views import VIEWS
from nnplay.project import ProjectError
from nnplay.project.project import check_name

_WITH_LAYER = (*LAYERS, *VIEWS, "Softmax", "PRelu", "LeakyRelu")
MOST_AXES = 3
"""Axes of an example in nnplay, at most."""

_MOST_SHOWN = 4
"""Constants of at most this many numbers are listed among the settings."""


@dataclass(frozen=True)
class Held:
    """Operators that cannot become layers, up to one value.

    Attributes
    ----------
    names
        Names of what they give.
    sources
        Names of the values that they take, all of which layers give.
    operator
        The one that gives its name to the placeholder.
    error
        Why that one cannot become a layer.
    """

    names: tuple[str, ...]
    sources: tuple[str, ...]
    operator: Operator
    error: OperatorError


def held_back(before: Sequence[Held], sources: Sequence[str], operator: Operator, error: OperatorError) -> Held:
    """Hold an operator back, with those of ``before`` that it follows; ``sources`` is what else it takes.

    The placeholder gets the name of the last one that does more than move numbers; one that nnplay does not know at
    all comes first.
    """
    names = (*(name for each in before for name in each.names), operator.output)
    every = tuple(dict.fromkeys([*(name for each in before for name in each.sources), *sources]))
    first = next((each for each in before if each.operator.kind not in OPERATORS), before[0] if before else None)
    if first is not None and operator.kind in (VIEWS if first.operator.kind in OPERATORS else OPERATORS):
        operator, error = first.operator, first.error
    return Held(names, every, operator, error)


def takes_floats(graph: Graph) -> bool:
    """Whether the graph takes floating-point numbers: whole ones, such as those of words, are no quantities."""
    declared = graph.declared.get(graph.input)
    return declared is None or declared.is_float


def examples_shape(graph: Graph, traces: Sequence[Trace], name: str) -> Shape | None:
    """Return the shape of one example in a value; None where it is no list of examples that a layer can give."""
    declared = graph.declared.get(name)
    values = [trace.values[name] for trace in traces]
    counts = [len(trace.values[graph.input]) for trace in traces]
    shape = values[0].shape[1:]
    is_list = all(value.shape == (n, *shape) for value, n in zip(values, counts, strict=True))
    is_float = values[0].dtype.kind == "f" and (declared is None or declared.is_float)
    return shape if is_list and is_float and 1 <= len(shape) <= MOST_AXES and prod(shape) else None


def placed(graph: Graph, building: Building, held: Held, shape: Shape, *, is_last: bool) -> Value:
    """A placeholder for what is held, as a node of the network; ``shape`` is that of one example in the file."""
    sources = [building.values[name] for name in held.sources]
    order = straight(shape)
    if len(shape) == 3 and not is_last and not (len(sources[0].shape) == 3 and sources[0].is_straight):
        shape = (*shape[1:], shape[0])
        order = channels_first(shape)
    return Value(building.add_named(_name(held.operator), _layer(graph, building, held, shape), sources).node, order)


def _name(operator: Operator) -> str:
    """A name for its layer: its kind without the domain, if a layer may have such a name."""
    name = title_of(operator).rpartition(".")[2].lower()
    try:
        check_name(name)
    except ProjectError:
        return "placeholder"
    return name


def _layer(graph: Graph, building: Building, held: Held, shape: Shape) -> Placeholder:
    operator = held.operator
    settings = list(_settings(graph, operator))
    given = dict(settings)
    missing = ", ".join(f"{name} = {given[name]}" for name in held.error.settings if name in given)
    if not missing and operator.kind in _WITH_LAYER:
        shapes = (building.shape(name)[not building.is_constant(name) :] for name in operator.inputs if name)
        missing = f"input shapes = {', '.join(map(str, shapes))}"
    return placeholder(title_of(operator), shape, settings, missing)


def _settings(graph: Graph, operator: Operator) -> Iterator[tuple[str, str]]:
    """Settings and small constants as text."""
    result = operator.kind.partition(RESULT)[2]
    if result:
        yield "result", result
    for name, value in operator.settings.items():
        if isinstance(value, int | float | str):
            yield name, f"{value:.6g}" if isinstance(value, float) else str(value)
        elif isinstance(value, list | tuple | np.ndarray) and len(value):
            yield name, ", ".join(f"{n:.6g}" for n in np.asarray(value, float).reshape(-1)[:100])
    for number, name in enumerate(operator.inputs, 1):
        array = graph.arrays.get(name)
        if array is not None:
            shown = (
                ", ".join(f"{float(n):.6g}" for n in array.reshape(-1))
                if array.size <= _MOST_SHOWN
                else str(array.shape)
            )
            yield f"input {number}", shown
