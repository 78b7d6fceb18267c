"""An ONNX model as the network of a project: the operators that the layers here are made of, nothing else.

The walk goes from the output to the input, a value at a time. Pictures of most models have their channels first; each
value remembers the order of its axes, and weights are put into the order that is used here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from nnplay.engine import (
    Activation,
    Add,
    AveragePooling2D,
    BatchNormalization,
    Concatenate,
    Conv2D,
    Dense,
    Flatten,
    GlobalAveragePooling2D,
    Input,
    Layer,
    LayerNormalization,
    MaxPooling2D,
    NetworkSpec,
    Node,
    Reshape,
    free_name,
    initial_parameters,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.onnx.activations import composed, single
from nnplay.exchange.onnx.graph import Graph, Operator, read_graph
from nnplay.exchange.tensors import Array
from nnplay.project import History, Project, layout
from nnplay.project.editing import edit
from nnplay.project.restructuring import with_frozen

_PASSED = ("Identity", "Dropout")
_WINDOWED = {"MaxPool": MaxPooling2D, "AveragePool": AveragePooling2D}
_TO_LAST, _TO_FIRST = [0, 2, 3, 1], [0, 3, 1, 2]
_VARIANCE = 1.0 - 0.001


@edit
def with_onnx(project: Project, path: Path) -> Project:
    """The project with the network and the weights of a model, which must fit its data; nothing trained.

    Raises
    ------
    EditError
        If the model cannot be read, has something that is not here, or does not fit the data.
    """
    graph = read_graph(path)
    reader = _Reader(graph, project.data.input_shape)
    try:
        reader.read(graph.output)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        # Settings and shapes that the format has never heard of: which, is of no interest to a person.
        raise _odd(path.name) from error
    network = NetworkSpec(tuple(reader.nodes.values()))
    parameters = initial_parameters(network, project.seeds.generator("weights")).copy()
    for slot in network.slots:
        values = reader.weights.get(f"{slot.node}/{slot.name}")
        if values is not None:
            if values.size != slot.size:
                raise _odd(slot.node)
            parameters[slot.span] = values.astype(np.float32).reshape(-1)
    return replace(
        project,
        network=network,
        positions=layout(network),
        parameters=parameters,
        training=with_frozen(project.training, ()),
        history=History(),
        muted=(),
    )


@dataclass(frozen=True)
class _Value:
    """What a node gives: ``is_first`` while its channels come first; the picture's shape after it was flattened so."""

    node: str
    is_first: bool = False
    flattened: tuple[int, ...] | None = None


class _Reader:
    """Makes nodes of operators; ``weights`` by ``node/array`` as in a project's file."""

    def __init__(self, graph: Graph, shape: tuple[int, ...]) -> None:
        self._graph = graph
        self._uses = [name for operator in graph.operators.values() for name in operator.inputs]
        first = (shape[2], *shape[:2]) if len(shape) == 3 else shape
        is_first = graph.shape == first and graph.shape != shape
        self.nodes = {"input": Node("input", Input(shape))}
        self.weights: dict[str, Array] = {}
        self._values = {graph.input: _Value("input", is_first)}
        kinds = sorted({operator.kind or "?" for operator in graph.operators.values()} - _KNOWN)
        if kinds:
            raise ExchangeError(
                QT_TRANSLATE_NOOP("errors", "The model has operators that are not here: {kinds}."),
                kinds=", ".join(kinds),
            )

    def read(self, name: str) -> _Value:
        """The value of this name, and all that it is made of."""
        if name in self._values:
            return self._values[name]
        operator = self._graph.operators.get(name)
        if operator is None:
            raise _odd(name)
        value = self._values[name] = self._made(name, operator)
        return value

    def _made(self, name: str, operator: Operator) -> _Value:
        whole = composed(self._graph, name)
        if whole is not None:
            return self._activation(whole[0], whole[1])
        kind = operator.kind
        activation = single(operator, self._graph.arrays)
        if activation is not None:
            return self._activation(activation, operator.inputs[0], operator.inputs[1:])
        if kind in _PASSED:
            return self.read(operator.inputs[0])
        if kind == "Transpose":
            return self._transposed(operator)
        if kind in ("MatMul", "Gemm"):
            return self._dense(operator)
        if kind in ("Add", "Mul"):
            return self._added(operator)
        if kind == "Sum":
            return self._joined(Add(), operator)
        if kind == "Concat":
            return self._concatenated(operator)
        if kind in ("Reshape", "Flatten"):
            return self._reshaped(operator)
        if kind in ("Conv", *_WINDOWED):
            return self._windowed(operator)
        if kind in ("GlobalAveragePool", "ReduceMean"):
            return self._averaged(operator)
        if kind in ("BatchNormalization", "LayerNormalization"):
            return self._normalized(operator)
        raise _odd(kind)

    # -- nodes --------------------------------------------------------------------------------------------------------

    def _new(self, layer: Layer, *sources: _Value, **weights: Array) -> _Value:
        name = free_name(layer.usual_name, list(self.nodes))
        self.nodes[name] = Node(name, layer, tuple(source.node for source in sources))
        self.weights.update({f"{name}/{key}": values for key, values in weights.items()})
        return replace(sources[0], node=name, flattened=None)

    def _constant(self, name: str) -> Array:
        array = self._graph.arrays.get(name)
        if array is None:
            raise _odd(name)
        return array

    def _activation(self, name: str, source: str, arrays: tuple[str, ...] = ()) -> _Value:
        value = self.read(source)
        alpha = {"alpha": self._constant(arrays[0])} if name == "prelu" else {}
        node = self.nodes[value.node]
        is_free = getattr(node.layer, "activation", "") == "linear" and self._uses.count(source) == 1
        if is_free and isinstance(node.layer, Dense | Conv2D):
            self.nodes[node.name] = replace(node, layer=replace(node.layer, activation=name))
            self.weights.update({f"{node.name}/{key}": values for key, values in alpha.items()})
            return value
        return self._new(Activation(name), value, **alpha)

    def _transposed(self, operator: Operator) -> _Value:
        value, order = self.read(operator.inputs[0]), list(operator.settings.get("perm", ()))
        if order not in (_TO_LAST, _TO_FIRST) or value.is_first != (order == _TO_LAST):
            raise _odd("Transpose")
        return replace(value, is_first=not value.is_first)

    def _dense(self, operator: Operator) -> _Value:
        value, kernel = self.read(operator.inputs[0]), self._constant(operator.inputs[1])
        settings = operator.settings
        if settings.get("alpha", 1.0) != 1 or settings.get("beta", 1.0) != 1 or settings.get("transA", 0):
            raise _odd("Gemm")
        if settings.get("transB", 0):
            kernel = kernel.T
        if kernel.ndim != 2:
            raise _odd(operator.kind)
        if value.flattened is not None:
            kernel = kernel.reshape(*value.flattened, -1).transpose(1, 2, 0, 3).reshape(kernel.shape)
        bias = {"bias": self._constant(operator.inputs[2])} if len(operator.inputs) > 2 else {}
        return self._new(Dense(kernel.shape[1], use_bias=bool(bias)), value, kernel=kernel, **bias)

    def _added(self, operator: Operator) -> _Value:
        source, other = operator.inputs
        if source in self._graph.arrays:
            source, other = other, source
        if other not in self._graph.arrays:
            if operator.kind == "Mul":
                raise _odd("Mul")
            return self._joined(Add(), operator)
        array, value = self._constant(other), self.read(source)
        node = self.nodes[value.node]
        makes = self._graph.operators.get(source)
        if operator.kind == "Add" and makes is not None and makes.kind == "MatMul" and isinstance(node.layer, Dense):
            self.nodes[node.name] = replace(node, layer=replace(node.layer, use_bias=True))
            self.weights[f"{node.name}/bias"] = array
            return value
        if operator.kind == "Add" and makes is not None and makes.kind == "Mul":
            self.weights[f"{node.name}/beta"] = array
            return value
        # A scale, with or without a shift behind it, is a normalization that has learned its means already.
        n = array.size
        return self._new(
            BatchNormalization(),
            value,
            gamma=array if operator.kind == "Mul" else np.ones(n),
            beta=np.zeros(n) if operator.kind == "Mul" else array,
            moving_mean=np.zeros(n),
            moving_variance=np.full(n, _VARIANCE),
        )

    def _joined(self, layer: Layer, operator: Operator) -> _Value:
        values = [self.read(name) for name in operator.inputs]
        if len({(value.is_first, value.flattened) for value in values}) > 1 or values[0].flattened is not None:
            raise _odd(operator.kind)
        return self._new(layer, *values)

    def _concatenated(self, operator: Operator) -> _Value:
        axis = int(operator.settings.get("axis", -1))
        if self.read(operator.inputs[0]).is_first:
            axis = {1: 3, 2: 1, 3: 2, -3: 3, -2: 1, -1: 2}.get(axis, axis)
        return self._joined(Concatenate(axis), operator)

    def _reshaped(self, operator: Operator) -> _Value:
        value = self.read(operator.inputs[0])
        shape = self._shape(value)
        if operator.kind == "Flatten":
            target = [0, -1] if operator.settings.get("axis", 1) == 1 else []
        else:
            target = [int(n) for n in self._constant(operator.inputs[1]).reshape(-1)]
        if len(target) < 2 or (value.is_first and len(target) != 2):
            raise _odd(operator.kind)
        if len(target) > 2:
            return self._new(Reshape(tuple(target[1:])), value)
        if len(shape) == 1:
            return value
        flat = self._new(Flatten(), value)
        picture = (shape[2], *shape[:2]) if value.is_first else None
        return replace(flat, is_first=False, flattened=picture)

    def _shape(self, value: _Value) -> tuple[int, ...]:
        return NetworkSpec(self._ancestors(value.node)).shapes[value.node]

    def _ancestors(self, name: str) -> tuple[Node, ...]:
        needed = {name}
        for node in reversed(self.nodes.values()):
            if node.name in needed:
                needed.update(node.inputs)
        return tuple(node for node in self.nodes.values() if node.name in needed)

    def _windowed(self, operator: Operator) -> _Value:
        value = self.read(operator.inputs[0])
        settings: dict[str, Any] = operator.settings
        if not value.is_first or settings.get("group", 1) != 1 or set(settings.get("dilations", [1])) != {1}:
            raise _odd(operator.kind)
        if settings.get("auto_pad", b"NOTSET") != b"NOTSET" or settings.get("ceil_mode", 0):
            raise _odd(operator.kind)
        kernel = self._constant(operator.inputs[1]).transpose(2, 3, 1, 0) if operator.kind == "Conv" else None
        size = tuple(settings["kernel_shape"]) if kernel is None else kernel.shape[:2]
        strides = tuple(settings.get("strides", (1, 1)))
        pads = list(settings.get("pads", (0, 0, 0, 0)))
        padding = "same" if any(pads) else "valid"
        if kernel is None:
            if operator.kind == "AveragePool" and any(pads) and settings.get("count_include_pad", 0):
                raise _odd(operator.kind)
            layer: Any = _WINDOWED[operator.kind](size, strides, padding)
            result = self._new(layer, value)
        else:
            bias = {"bias": self._constant(operator.inputs[2])} if len(operator.inputs) > 2 else {}
            layer = Conv2D(kernel.shape[3], size, strides, padding, use_bias=bool(bias))
            result = self._new(layer, value, kernel=kernel, **bias)
        (above, below), (left, right) = layer.windows.margins(self._shape(value))
        if pads != [above, left, below, right]:
            raise _odd(operator.kind)
        return result

    def _averaged(self, operator: Operator) -> _Value:
        value = self.read(operator.inputs[0])
        settings = operator.settings
        if operator.kind == "ReduceMean":
            given = settings.get("axes") if len(operator.inputs) < 2 else self._constant(operator.inputs[1])
            axes = sorted(int(n) % 4 for n in ([] if given is None else given))
            if axes != ([2, 3] if value.is_first else [1, 2]) or settings.get("keepdims", 1):
                raise _odd("ReduceMean")
            return replace(self._new(GlobalAveragePooling2D(), value), is_first=False)
        if not value.is_first:
            raise _odd(operator.kind)
        # Its two axes of length 1 go when it is flattened; only that makes sense behind it.
        return replace(self._new(GlobalAveragePooling2D(), value), is_first=False)

    def _normalized(self, operator: Operator) -> _Value:
        value = self.read(operator.inputs[0])
        arrays = [self._constant(name) for name in operator.inputs[1:]]
        epsilon = float(operator.settings.get("epsilon", 1e-5))
        if operator.kind == "LayerNormalization":
            if operator.settings.get("axis", -1) != -1 or value.is_first or len(arrays) != 2:
                raise _odd(operator.kind)
            return self._new(LayerNormalization(epsilon=epsilon), value, gamma=arrays[0], beta=arrays[1])
        if len(arrays) != 4:
            raise _odd(operator.kind)
        names = ("gamma", "beta", "moving_mean", "moving_variance")
        return self._new(BatchNormalization(epsilon=epsilon), value, **dict(zip(names, arrays, strict=True)))


_KNOWN = {
    *("MatMul", "Gemm", "Add", "Mul", "Sum", "Concat", "Reshape", "Flatten", "Transpose", "Conv", "GlobalAveragePool"),
    *("ReduceMean", "BatchNormalization", "LayerNormalization", "Neg", "Exp", "Erf", "Div", "GreaterOrEqual", "Cast"),
    *("Sigmoid", "Tanh", "Atan", "Softsign", "Relu", "LeakyRelu", "Elu", "Selu", "Softplus", "Mish", "Sin", "Softmax"),
    *("PRelu", "Gelu", *_PASSED, *_WINDOWED),
}


def _odd(what: str) -> ExchangeError:
    return ExchangeError(
        QT_TRANSLATE_NOOP("errors", "The model uses “{what}” in a way that no layer here has."), what=f"{what:.60}"
    )
