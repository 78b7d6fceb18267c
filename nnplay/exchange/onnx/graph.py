"""An ONNX file as a checked table of operators and arrays: nothing else is believed, and no other file is read."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.onnx.library import find_onnx
from nnplay.exchange.tensors import Array

_MAX_FILE_SIZE = 1 << 28
_MAX_OPERATORS = 300
_MAX_ARRAYS = 1000
_MAX_NUMBERS = 20_000_000
_MAX_AXES = 5


@dataclass(frozen=True)
class Operator:
    """One operator: its kind, the names of what it takes, and its settings."""

    kind: str
    inputs: tuple[str, ...]
    settings: dict[str, Any]


@dataclass(frozen=True)
class Graph:
    """Operators by what they make, arrays by name, and both ends; ``shape`` is that of one example."""

    operators: dict[str, Operator]
    arrays: dict[str, Array]
    input: str
    shape: tuple[int, ...]
    output: str

    def made_by(self, name: str, kind: str) -> Operator | None:
        """The operator that makes a value, if it is of this kind."""
        operator = self.operators.get(name)
        return operator if operator is not None and operator.kind == kind else None

    def number(self, name: str) -> float | None:
        """A constant that is one number."""
        array = self.arrays.get(name)
        return float(array.reshape(-1)[0]) if array is not None and array.size == 1 else None


def read_graph(path: Path) -> Graph:
    """Read an ONNX file.

    Raises
    ------
    ExchangeError
        If the package ``onnx`` is missing, the file cannot be read, is no such model, or is beyond the limits.
    """
    onnx = find_onnx()
    try:
        if path.stat().st_size > _MAX_FILE_SIZE:
            raise _refused(path, ExchangeError(QT_TRANSLATE_NOOP("errors", "it is too large")))
        content = path.read_bytes()
    except OSError as error:
        raise _refused(path, reason_of(error)) from error
    try:
        return _graph(onnx, onnx.load_model_from_string(content).graph)
    except ExchangeError as error:
        raise _refused(path, error) from error
    except Exception as error:  # whatever the parser makes of bytes that are no model
        raise _refused(path, ExchangeError(QT_TRANSLATE_NOOP("errors", "it is no ONNX model"))) from error


def _refused(path: Path, reason: object) -> ExchangeError:
    return ExchangeError(
        QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read as a model: {reason}."), file=path.name, reason=reason
    )


def _graph(onnx: Any, graph: Any) -> Graph:
    if len(graph.node) > _MAX_OPERATORS or len(graph.initializer) > _MAX_ARRAYS:
        raise ExchangeError(QT_TRANSLATE_NOOP("errors", "it has more operators than any network here"))
    arrays = {}
    n_numbers = 0
    for tensor in graph.initializer:
        n_numbers += prod(tensor.dims)
        arrays[tensor.name] = _array(onnx, tensor, n_numbers)
    operators = {}
    for node in graph.node:
        settings = {each.name: onnx.helper.get_attribute_value(each) for each in node.attribute}
        if node.op_type == "Constant" and len(node.output) == 1 and hasattr(settings.get("value"), "dims"):
            n_numbers += prod(settings["value"].dims)
            arrays[node.output[0]] = _array(onnx, settings["value"], n_numbers)
        elif node.op_type == "Identity" and node.input and node.input[0] in arrays:
            arrays[node.output[0]] = arrays[node.input[0]]
        elif node.output:
            operators[node.output[0]] = Operator(node.op_type if not node.domain else "", tuple(node.input), settings)
    names = [name for node in graph.node for name in (node.op_type, *node.input, *node.output)]
    if not all(isinstance(name, str) for name in names):  # the parser lets pass what is no text
        raise ExchangeError(QT_TRANSLATE_NOOP("errors", "it has a name that is no text"))
    inputs = [value for value in graph.input if value.name not in arrays]
    if len(inputs) != 1 or len(graph.output) != 1:
        raise ExchangeError(QT_TRANSLATE_NOOP("errors", "it has more than one input or output"))
    shape = tuple(axis.dim_value for axis in inputs[0].type.tensor_type.shape.dim)[1:]
    return Graph(operators, arrays, inputs[0].name, shape, graph.output[0].name)


def _array(onnx: Any, tensor: Any, n_numbers: int) -> Array:
    if tensor.data_location == onnx.TensorProto.EXTERNAL or tensor.external_data:
        raise ExchangeError(QT_TRANSLATE_NOOP("errors", "its weights are in another file"))
    if n_numbers > _MAX_NUMBERS or len(tensor.dims) > _MAX_AXES or any(n < 0 for n in tensor.dims):
        raise ExchangeError(QT_TRANSLATE_NOOP("errors", "it has more weights than any network here"))
    array: Array = onnx.numpy_helper.to_array(tensor)
    return array
