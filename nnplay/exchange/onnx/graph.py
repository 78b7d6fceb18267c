"""An ONNX file as a checked table of operators and arrays: nothing else is believed, and no other file is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import prod
from pathlib import Path
from typing import Any

import numpy as np

from nnplay.disk.reading import read_file
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.engine.reasons import reason_of
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.onnx.messages import (
    ATTRIBUTES,
    BOOL,
    DOUBLE,
    ELEMENTS,
    EXTERNAL,
    FLOAT,
    FLOAT16,
    SCALED_INPUT,
    TABLE,
)
from nnplay.exchange.onnx.wire import Message, decode
from nnplay.exchange.tensors import Array

_MAX_FILE_SIZE = 1 << 28
_MAX_OPERATORS = 1000
_MAX_ARRAYS = 2000
_MAX_NUMBERS = 20_000_000
_MAX_AXES = 8
_OLDEST = 7
"""The operator set of 2017, since when shapes are broadcast as in NumPy."""

RESULT = " → "

_STANDARD = ("", "ai.onnx")
_FLOATS = (FLOAT, FLOAT16, DOUBLE)


@dataclass(frozen=True)
class Operator:
    """One operator: its kind, the names of what it takes and of what it makes, and its settings.

    A kind that is not one of ONNX's own has its domain in front, such as ``ai.onnx.ml.Scaler``. Of several outputs each
    has an operator of its own, whose kind ends in ``RESULT`` and the output's number unless it is the first.
    """

    kind: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    settings: Mapping[str, Any]

    @property
    def output(self) -> str:
        """The name of what it makes."""
        return self.outputs[0]


@dataclass(frozen=True)
class Declared:
    """What the file says of a value: whether it is made of floating-point numbers, and its shape.

    A length that is left open is the name that the file gives it, or "".
    """

    is_float: bool
    shape: tuple[int | str, ...]


@dataclass(frozen=True)
class Graph:
    """Operators by what they make, in an order in which they can be computed; arrays by name; and both ends.

    Attributes
    ----------
    shape
        Shape of what enters, the examples first; 0 for a length that the file leaves open.
    version
        The version of the operator set.
    left_out
        Names of outputs that are no part of the network, such as the label that scikit-learn adds.
    declared
        What the file says of its values, the input among them; seldom of all.
    scaled_input
        The value that has the input's columns scaled, where nnplay itself wrote the file; "" in any other file.
    """

    operators: dict[str, Operator]
    arrays: Mapping[str, Array]
    input: str
    shape: tuple[int, ...]
    output: str
    version: int
    left_out: tuple[str, ...] = ()
    scaled_input: str = ""
    declared: Mapping[str, Declared] = field(default_factory=dict)

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
        If the file cannot be read, is no such model, or is beyond the limits.
    """
    try:
        return parse_graph(read_file(path, _MAX_FILE_SIZE))
    except (OSError, DamagedError) as error:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read as a model: {reason}."),
            file=path.name,
            reason=reason_of(error),
        ) from error


def parse_graph(content: bytes) -> Graph:
    """Read the content of an ONNX file.

    Raises
    ------
    DamagedError
        If it is no such model, or beyond the limits.
    """
    model = decode(content, "Model", TABLE)
    graph = model["graph"]
    if graph is None:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is no ONNX model, or a damaged one"))
    if len(graph["node"]) > _MAX_OPERATORS or len(graph["initializer"]) > _MAX_ARRAYS:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has more operators than nnplay's networks may have"))
    versions = [each["version"] or 0 for each in model["opset_import"] if (each["domain"] or "") in _STANDARD]
    if len(versions) != 1 or versions[0] < _OLDEST:
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "its version of ONNX's operators is {found}, which is before {oldest}"),
            found=versions[0] if versions else "?",
            oldest=_OLDEST,
        )
    arrays = dict(_arrays(graph["initializer"]))
    inputs = [value for value in graph["input"] if value["name"] not in arrays]
    if len(inputs) != 1:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has {n} inputs, not one"), n=len(inputs))
    (entrance,) = inputs
    if _element_type(entrance) not in ELEMENTS or _element_type(entrance) == BOOL:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "its input is not made of numbers"))
    known = {entrance["name"], *arrays}
    operators: dict[str, Operator] = {}
    made: set[str] = set()
    for node in graph["node"]:
        operator = _operator(node, known, arrays)
        for name in node["output"]:
            if not name:
                continue
            if name in known:
                raise DamagedError(QT_TRANSLATE_NOOP("errors", "two of its values have the name “{name}”"), name=name)
            known.add(name)
            made.add(name)
        if operator is not None:
            operators |= {each.output: each for each in _by_output(operator)}
    output, left_out = _output(graph["output"], operators)
    if output not in known:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "nothing makes its output “{name}”"), name=output)
    notes = {entry["key"]: entry["value"] or "" for entry in model["metadata_props"]}
    scaled_input = notes.get(SCALED_INPUT, "")
    shape = _shape(entrance)
    declared = {
        value["name"] or "": Declared(_element_type(value) in _FLOATS, _open_shape(value))
        for value in (*graph["value_info"], *graph["output"], entrance)
        if (value["type"] or {}).get("tensor_type")
    }
    name = entrance["name"] or ""
    return Graph(operators, arrays, name, shape, output, versions[0], left_out, scaled_input, declared)


def _by_output(operator: Operator) -> Iterator[Operator]:
    """One operator for each output."""
    for number, name in enumerate(operator.outputs, 1):
        if name:
            kind = operator.kind if number == 1 else f"{operator.kind}{RESULT}{number}"
            yield replace(operator, kind=kind, outputs=(name, *operator.outputs[1:]))


def _operator(node: Message, known: set[str], arrays: dict[str, Array]) -> Operator | None:
    """One operator; None where it is nothing but a constant, which is then among the arrays."""
    domain = node["domain"] or ""
    kind = node["op_type"] or "?"
    kind = kind if domain in _STANDARD else f"{domain}.{kind}"
    for name in node["input"]:
        if name and name not in known:
            raise DamagedError(
                QT_TRANSLATE_NOOP("errors", "its operator {kind} takes “{name}”, which nothing before it makes"),
                kind=kind,
                name=name,
            )
    if not any(node["output"]):
        return None
    output = node["output"][0]
    settings: dict[str, Any] = {}
    for attribute in node["attribute"]:
        field = ATTRIBUTES.get(attribute["type"])
        value = attribute[field] if field is not None else None
        settings[attribute["name"] or ""] = bytes(value).decode(errors="replace") if field == "s" and value else value
    if isinstance(settings.get("value"), dict) and kind in ("Constant", "ConstantOfShape"):
        settings["value"] = _array(settings["value"], 0)
    if kind == "Constant":
        arrays[output] = _constant(settings)
        return None
    if kind == "Identity" and node["input"] and node["input"][0] in arrays:
        arrays[output] = arrays[node["input"][0]]
        return None
    return Operator(kind, tuple(node["input"]), tuple(node["output"]), settings)


def _constant(settings: Mapping[str, Any]) -> Array:
    array = settings.get("value")
    if isinstance(array, np.ndarray):
        return array
    for name, dtype in (("value_float", "f4"), ("value_floats", "f4"), ("value_int", "i8"), ("value_ints", "i8")):
        if settings.get(name) is not None:
            return np.array(settings[name], dtype)
    raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has a constant that is no array of numbers"))


def _output(outputs: Sequence[Message], operators: Mapping[str, Operator]) -> tuple[str, tuple[str, ...]]:
    """The output that is the network's, and the others: scikit-learn adds the label to the probabilities."""
    names = [output["name"] or "" for output in outputs]
    if len(names) > 1:
        kinds = [operators[name].kind if name in operators else "" for name in names]
        names = [
            name
            for name, output, kind in zip(names, outputs, kinds, strict=True)
            if _element_type(output) in _FLOATS or kind == "ai.onnx.ml.ZipMap"
        ]
    if len(names) != 1:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has {n} outputs, not one"), n=len(outputs))
    (name,) = names
    left_out = tuple(output["name"] or "" for output in outputs if output["name"] != name)
    while name in operators and operators[name].kind == "ai.onnx.ml.ZipMap":
        name = operators[name].inputs[0]
    return name, left_out


def _element_type(value: Message) -> int:
    tensor = (value["type"] or {}).get("tensor_type") or {}
    return tensor.get("elem_type") or 0


def _open_shape(value: Message) -> tuple[int | str, ...]:
    shape = ((value["type"] or {}).get("tensor_type") or {}).get("shape") or {"dim": []}
    return tuple(axis["dim_value"] or axis["dim_param"] or "" for axis in shape["dim"])


def _shape(value: Message) -> tuple[int, ...]:
    lengths = tuple(length if isinstance(length, int) else 0 for length in _open_shape(value))
    if len(lengths) > _MAX_AXES or any(n < 0 for n in lengths):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "the shape of its input makes no sense"))
    return lengths


def _arrays(tensors: Sequence[Message]) -> Iterator[tuple[str, Array]]:
    n_numbers = 0
    for tensor in tensors:
        array = _array(tensor, n_numbers)
        n_numbers += array.size
        yield tensor["name"] or "", array


def _array(tensor: Message, n_before: int) -> Array:
    if tensor["data_location"] == EXTERNAL or tensor["external_data"]:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "its weights are in another file"))
    dims = tuple(tensor["dims"])
    if len(dims) > _MAX_AXES or any(n < 0 for n in dims) or n_before + prod(dims) > _MAX_NUMBERS:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has more weights than nnplay's networks may have"))
    element = ELEMENTS.get(tensor["data_type"])
    if element is None:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has an array that is not made of numbers"))
    dtype = np.dtype(element)
    if tensor["raw_data"] is not None:
        content = bytes(tensor["raw_data"])
        values = np.frombuffer(content, dtype) if len(content) == prod(dims) * dtype.itemsize else None
    else:
        values = _typed(tensor, dtype)
    if values is None or values.size != prod(dims):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "one of its arrays has not as many numbers as its shape says"))
    return values.reshape(dims)


def _typed(tensor: Message, dtype: np.dtype[Any]) -> Array:
    """Numbers in the field of their type; halves come as the integers that have their bits."""
    if dtype.kind == "f" and dtype.itemsize > 2:
        return np.array(tensor["float_data" if dtype.itemsize == 4 else "double_data"], dtype)
    field, widest = ("int64_data", np.int64) if dtype.itemsize == 8 else ("int32_data", np.int64)
    values = np.array(tensor[field], widest)
    if dtype.kind == "f":
        return values.astype(np.uint16).view(dtype)
    return values.astype(dtype)
