"""Activation functions among ONNX operators: those that are one, and those that are made of several."""

from __future__ import annotations

from collections.abc import Mapping

from nnplay.exchange.onnx.graph import Graph, Operator
from nnplay.exchange.onnx.write import OPERATORS
from nnplay.exchange.tensors import Array

_DEFAULTS: dict[str, dict[str, object]] = {"LeakyRelu": {"alpha": 0.01}, "Elu": {"alpha": 1.0}, "Softmax": {"axis": -1}}


def single(operator: Operator, arrays: Mapping[str, Array]) -> str | None:
    """The name of the activation function that an operator is, with the settings that it has here."""
    if operator.kind == "PRelu" and len(operator.inputs) == 2 and operator.inputs[1] in arrays:
        return "prelu"
    if operator.kind == "Gelu" and operator.settings.get("approximate", b"none") == b"none":
        return "gelu"
    given = _DEFAULTS.get(operator.kind, {}) | operator.settings
    for name, (kind, wanted) in OPERATORS.items():
        if kind == operator.kind and all(_is_near(given.get(key), value) for key, value in wanted.items()):
            return name
    return None


def composed(graph: Graph, name: str) -> tuple[str, str] | None:
    """The activation function that ends in the value of this name, and the value that it is given."""
    return _gated(graph, name) or _gaussian(graph, name) or _step(graph, name) or _gelu(graph, name)


def _is_near(found: object, wanted: object) -> bool:
    return isinstance(found, int | float) and isinstance(wanted, int | float) and abs(found - wanted) < 1e-6


def _gated(graph: Graph, name: str) -> tuple[str, str] | None:
    """z σ(z)."""
    product = graph.made_by(name, "Mul")
    for z, gate in () if product is None else (product.inputs, product.inputs[::-1]):
        sigmoid = graph.made_by(gate, "Sigmoid")
        if sigmoid is not None and sigmoid.inputs == (z,):
            return "silu", z
    return None


def _gaussian(graph: Graph, name: str) -> tuple[str, str] | None:
    """exp(-z²)."""
    exp = graph.made_by(name, "Exp")
    negative = None if exp is None else graph.made_by(exp.inputs[0], "Neg")
    square = None if negative is None else graph.made_by(negative.inputs[0], "Mul")
    if square is None or square.inputs[0] != square.inputs[1]:
        return None
    return "gaussian", square.inputs[0]


def _step(graph: Graph, name: str) -> tuple[str, str] | None:
    """1 where z ≥ 0."""
    cast = graph.made_by(name, "Cast")
    is_on = None if cast is None else graph.made_by(cast.inputs[0], "GreaterOrEqual")
    return None if is_on is None or graph.number(is_on.inputs[1]) != 0 else ("step", is_on.inputs[0])


def _gelu(graph: Graph, name: str) -> tuple[str, str] | None:
    """z (1 + erf(z / √2)) / 2, with the half at either end."""
    product = graph.made_by(name, "Mul")
    if product is None:
        return None
    z, gate = product.inputs
    if _is_near(graph.number(gate), 0.5):
        whole = graph.made_by(z, "Mul")
        z, gate = whole.inputs if whole is not None else ("", "")
    else:
        half = graph.made_by(gate, "Mul")
        gate = half.inputs[0] if half is not None and _is_near(graph.number(half.inputs[1]), 0.5) else ""
    one = graph.made_by(gate, "Add")
    erf = None if one is None or graph.number(one.inputs[1]) != 1 else graph.made_by(one.inputs[0], "Erf")
    return ("gelu", z) if erf is not None and _is_by_root_of_two(graph, erf.inputs[0], z) else None


def _is_by_root_of_two(graph: Graph, name: str, z: str) -> bool:
    for kind, factor in (("Mul", 0.5**0.5), ("Div", 2**0.5)):
        scaled = graph.made_by(name, kind)
        if scaled is not None and scaled.inputs[0] == z:
            return _is_near(graph.number(scaled.inputs[1]), factor)
    return False
