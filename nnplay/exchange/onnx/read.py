"""An ONNX model as the network of a project: read from its operators, and believed only when it gives their numbers.

First the graph is computed as it is, on random inputs, which tells all shapes and which values are constants. Then
layers are made of the operators, from the input to the output; a placeholder stands for those that nnplay does not
have. Last the network is asked about the same inputs, and every value that both have must agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import ShapeError
from nnplay.engine.errors import QT_TRANSLATE_NOOP, SettingError
from nnplay.engine.layers import Shape
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.missing import consequence, remark
from nnplay.exchange.model import Model, Taken
from nnplay.exchange.onnx.activations import CONSTANTS, complement, composed, input_scaling, single
from nnplay.exchange.onnx.building import Building
from nnplay.exchange.onnx.graph import Graph, Operator
from nnplay.exchange.onnx.layers import LAYERS, leaky, softmax
from nnplay.exchange.onnx.normalization import layer_normalization
from nnplay.exchange.onnx.order import Value, channels_first, straight
from nnplay.exchange.onnx.placeholders import MOST_AXES, Held, examples_shape, held_back, placed, takes_floats
from nnplay.exchange.onnx.proof import batch_of, prove
from nnplay.exchange.onnx.reference.evaluate import OPERATORS, Trace, evaluate
from nnplay.exchange.onnx.refusal import OperatorError, no_layer, refusal, title_of
from nnplay.exchange.onnx.views import VIEWS

_TRAINING = {"BatchNormalization": ("training_mode",), "Dropout": ("input 3",)}
"""Where operators say that they are training, which nnplay's layers do not do while they predict."""

_TO_FIRST = [0, 3, 1, 2]


def read_model(graph: Graph, shape: Shape | None = None) -> Model:
    """Make a network of a graph.

    Parameters
    ----------
    shape
        What one example of the data is, in our order, for a model that takes the same numbers in another shape; None
        for the shape that the file has.

    Raises
    ------
    ExchangeError
        If it cannot be read even with placeholders, or the network would not give the graph's numbers.
    """
    model, end, _ = read_ends(graph, shape)
    if not end.is_straight:
        raise ExchangeError(
            QT_TRANSLATE_NOOP(
                "errors", "The model gives its numbers with the channels first: nnplay has no layer that does this."
            )
        )
    return model


def read_ends(graph: Graph, shape: Shape | None = None) -> tuple[Model, Value, NDArray[np.intp]]:
    """The same, with where the graph's output lies in the network, and where its input lies in one example."""
    try:
        reading = _Reading(graph, shape)
        model = reading.model()
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError) as error:
        # Settings and shapes that the format has never heard of: which, is of no interest to a person.
        raise ExchangeError(QT_TRANSLATE_NOOP("errors", "The model has settings that make no sense.")) from error
    return model, reading.end, reading.entrance


@dataclass(frozen=True)
class _Step:
    """An operator to become a layer, or to end an activation function that is made of several."""

    operator: Operator
    whole: tuple[str, str] | None
    scaling: tuple[str, str] | None = None

    @property
    def taken(self) -> tuple[str, ...]:
        if self.scaling is not None:
            return ()
        return self.operator.inputs if self.whole is None else (self.whole[1],)


class _Reading:
    """One walk through a graph."""

    def __init__(self, graph: Graph, shape: Shape | None) -> None:
        self._graph = graph
        self._output = complement(graph, graph.output) or graph.output
        self._names = _ancestors(graph, self._output)
        self.entrance, ours = _entrance(graph, shape)
        self._traces = self._evaluate({})
        if self._output not in self._traces[0].fed:
            raise ExchangeError(
                QT_TRANSLATE_NOOP("errors", "What the model gives does not depend on the numbers that it takes.")
            )
        self._steps = _steps(graph, self._output, self._names)
        uses = Counter([name for step in self._steps for name in step.taken] + [self._output])
        self._building = Building(self._traces[0], uses, ours)
        self._building.values[graph.input] = self._building.as_row(Value("input", self.entrance))
        self._held: dict[str, Held] = {}
        self._replaced: dict[str, tuple[str, ...]] = {}
        self._became: dict[str, tuple[str, ...]] = {}

    def model(self) -> Model:
        building = self._building
        steps = [step for step in self._steps if not building.is_constant(step.operator.output)]
        for step in steps:
            self._take(step)
        if self._output in self._held:
            raise self._held[self._output].error
        model = building.model(self.end)
        for trace in self._evaluate(self._replaced) if self._replaced else self._traces:
            prove(model, self._graph, trace, building.values, self.entrance, self._replaced)
        operators = [step.operator for step in steps]
        layers = (Taken(f"{each.output:.60}", title_of(each), self._became[each.output]) for each in operators)
        notes = (*model.notes, *consequence(model.network))
        n_in_file = _n_parameters(self._graph, self._names)
        return replace(model, notes=notes, layers=tuple(layers), n_in_file=n_in_file)

    @property
    def end(self) -> Value:
        """Where the graph's output lies."""
        return self._building.values[self._output]

    def _evaluate(self, replaced: Mapping[str, tuple[str, ...]]) -> tuple[Trace, ...]:
        """What the graph computes for two batches."""
        batches = (batch_of(self.entrance.shape, self._graph.shape, seed) for seed in range(2))
        return tuple(evaluate(self._graph, x, self._names, replaced) for x in batches)

    def _take(self, step: _Step) -> None:
        operator = step.operator
        try:
            value = self._made(step)
        except OperatorError as error:
            self._hold(step, error)
        except (ShapeError, SettingError) as error:
            self._hold(step, OperatorError(operator, error))
        except (ValueError, TypeError, LookupError, AttributeError):
            # A setting that no layer knows, or numbers where a layer has weights.
            self._hold(
                step, refusal(operator, QT_TRANSLATE_NOOP("errors", "nnplay has no layer that takes these inputs"))
            )
        else:
            self._building.values[operator.output] = value
            self._became[operator.output] = (value.node,)

    def _made(self, step: _Step) -> Value:
        building, operator = self._building, step.operator
        name = operator.output
        if step.scaling is not None:
            result = building.scale_input(building.values[self._graph.input], *step.scaling)
            building.note_end(name, result)
            return result
        fed = [each for each in step.taken if each and not building.is_constant(each)]
        if operator.kind not in OPERATORS:
            raise no_layer(operator)
        if any(each in self._held for each in fed):
            raise refusal(
                operator, QT_TRANSLATE_NOOP("errors", "the examples are not along the first axis of what it takes")
            )
        if name in self._traces[0].unknown:
            reason = QT_TRANSLATE_NOOP("errors", "it is used in a way that nnplay does not know")
            raise refusal(operator, reason, *_TRAINING.get(operator.kind, ()))
        values = [building.values[each] if each in fed else None for each in step.taken if each]
        if operator.kind in VIEWS and step.whole is None:
            value = values[0]
            if value is None:
                raise ValueError(name)
            result = VIEWS[operator.kind](building, operator, value)
            building.note_view(name, step.taken[0], result)
            return result
        result = self._layer(step, values)
        building.note_end(name, result)
        return result

    def _layer(self, step: _Step, values: list[Value | None]) -> Value:
        operator, building = step.operator, self._building
        activation = step.whole[0] if step.whole is not None else single(operator)
        value = values[0]
        if value is not None and activation is not None:
            return building.take_activation(step.taken[0], value, activation)
        if value is not None and operator.kind == "Softmax":
            return softmax(building, operator, value, self._graph.version)
        if value is not None and operator.kind in ("PRelu", "LeakyRelu"):
            return leaky(building, operator, value)
        if operator.kind in CONSTANTS:
            reason = QT_TRANSLATE_NOOP("errors", "nnplay's activation function of this name has other constants")
            raise refusal(operator, reason, *CONSTANTS[operator.kind])
        make = LAYERS.get(operator.kind)
        if make is None:
            raise no_layer(operator)
        return make(building, operator, values)

    def _hold(self, step: _Step, error: OperatorError) -> None:
        """Let a placeholder stand in the place of an operator, by itself or with those that follow."""
        building, name = self._building, step.operator.output
        fed = dict.fromkeys(each for each in step.taken if each and not building.is_constant(each))
        before = [self._held[each] for each in fed if each in self._held]
        sources = [each for each in fed if each not in self._held]
        if not takes_floats(self._graph) or any(each not in building.values for each in sources):
            raise error
        held = held_back(before, sources, step.operator, error)
        shape = examples_shape(self._graph, self._traces, name)
        self._became[name] = ()
        if shape is None:
            self._held[name] = held
            return
        value = placed(self._graph, building, held, shape, is_last=name == self._output)
        building.values[name] = value
        self._replaced[name] = held.sources
        self._became |= dict.fromkeys(held.names, (value.node,))
        building.notes.append(remark(value.node, held.error.reason))


def _ancestors(graph: Graph, output: str) -> list[str]:
    """Names of all that an output is made of, in the graph's order."""
    needed = {output}
    for name in reversed(graph.operators):
        if name in needed:
            needed.update(graph.operators[name].inputs)
    return [name for name in graph.operators if name in needed]


def _n_parameters(graph: Graph, names: list[str]) -> int:
    """How many numbers the arrays have that the operators take: not single ones, which are settings."""
    taken = {each for name in names for each in graph.operators[name].inputs}
    arrays = [array for name, array in graph.arrays.items() if name in taken]
    return sum(array.size for array in arrays if array.ndim and array.dtype.kind == "f")


def _steps(graph: Graph, output: str, names: list[str]) -> list[_Step]:
    """What is to be made, in order; what only helps to compute an activation function is left out."""
    needed = {output}
    steps = []
    for name in reversed(names):
        if name in needed:
            operator = layer_normalization(graph, name) or graph.operators[name]
            steps.append(_Step(operator, composed(graph, name), input_scaling(graph, name)))
            needed.update(steps[-1].taken)
    return steps[::-1]


def _entrance(graph: Graph, shape: Shape | None) -> tuple[NDArray[np.intp], Shape]:
    """Where the numbers that the graph takes lie in one example of ours, and the shape of that."""
    if len(graph.shape) < 2:
        raise ExchangeError(QT_TRANSLATE_NOOP("errors", "The model does not say how many numbers an example has."))
    given = graph.shape[1:]
    if len(given) > MOST_AXES:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "The model takes examples with {n} axes: nnplay's have at most {most}."),
            n=len(given),
            most=MOST_AXES,
        )
    if shape is None:
        if 0 in given:
            raise ExchangeError(
                QT_TRANSLATE_NOOP("errors", "The model leaves the shape of its input open: open it behind its data.")
            )
        if len(given) != 3 or _is_turned(graph):
            return straight(given), given
        ours = (*given[1:], given[0])
        return channels_first(ours), ours
    orders = [straight(shape)]
    if len(shape) == 3:
        orders.insert(0 if not _is_turned(graph) else 1, channels_first(shape))
        if shape[2] == 1:
            orders += [straight(shape[:2]), straight((shape[0] * shape[1],))]
    for order in orders:
        if len(order.shape) == len(given) and all(n in (0, m) for n, m in zip(given, order.shape, strict=True)):
            return order, shape
    raise ExchangeError(
        QT_TRANSLATE_NOOP("errors", "The model takes examples of the shape {found}, but the data have {expected}."),
        found=given,
        expected=shape,
    )


def _is_turned(graph: Graph) -> bool:
    """Whether the first thing that happens to a picture is that its channels are put first: so they were last."""
    turns = (each for each in graph.operators.values() if each.kind == "Transpose")
    return any(each.inputs[0] == graph.input and each.settings.get("perm") == _TO_FIRST for each in turns)
