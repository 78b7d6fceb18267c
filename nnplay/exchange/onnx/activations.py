"""Activation functions among ONNX operators: those that are one, and those that are made of several."""

from __future__ import annotations

from nnplay.exchange.onnx.graph import Graph, Operator

_PLAIN = {
    "Sigmoid": "sigmoid",
    "Tanh": "tanh",
    "Atan": "arctan",
    "Softsign": "softsign",
    "Relu": "relu",
    "Softplus": "softplus",
    "Mish": "mish",
    "Sin": "sine",
}
_SELU = {"alpha": 1.6732632, "gamma": 1.0507010}
_LEAST_THRESHOLD = 15.0
"""Above this z, ln(1 + eᶻ) and z differ by less than 4e-7: PyTorch's softplus takes z itself above 20."""


CONSTANTS = {"Gelu": ("approximate",), "Elu": ("alpha",), "Selu": ("alpha", "gamma")}
"""Settings of ONNX's activation functions that are fixed in nnplay's."""


def single(operator: Operator) -> str | None:
    """The name of the activation function that an operator is, if nnplay has it with these settings."""
    settings = operator.settings
    if operator.kind == "Gelu" and settings.get("approximate", "none") == "none":
        return "gelu"
    if operator.kind == "Elu" and _is_near(settings.get("alpha", 1.0), 1.0):
        return "elu"
    if operator.kind == "Selu" and all(_is_near(settings.get(name, n), n) for name, n in _SELU.items()):
        return "selu"
    return _PLAIN.get(operator.kind)


def composed(graph: Graph, name: str) -> tuple[str, str] | None:
    """The activation function that ends in the value of this name, and the value that it is given."""
    for find in (_gated, _softly_gated, _softplus, _gaussian, _step, _gelu):
        found = find(graph, name)
        if found is not None:
            return found
    return None


def input_scaling(graph: Graph, name: str) -> tuple[str, str] | None:
    """The names of shift and scale of the value (input - shift) / scale that nnplay's own models note."""
    quotient = graph.made_by(name, "Div") if name and name == graph.scaled_input else None
    difference = None if quotient is None else graph.made_by(quotient.inputs[0], "Sub")
    if quotient is None or difference is None or difference.inputs[0] != graph.input:
        return None
    return difference.inputs[1], quotient.inputs[1]


def complement(graph: Graph, name: str) -> str | None:
    """The probability p whose (1 - p, p) a value is: scikit-learn's answer for two classes."""
    pair = graph.made_by(name, "Concat")
    if pair is None or len(pair.inputs) != 2 or pair.settings.get("axis") not in (1, -1):
        return None
    rest = graph.made_by(pair.inputs[0], "Sub")
    is_one = rest is not None and graph.number(rest.inputs[0]) == 1 and rest.inputs[1] == pair.inputs[1]
    return pair.inputs[1] if is_one else None


def _is_near(found: object, wanted: float) -> bool:
    return isinstance(found, int | float) and abs(found - wanted) < 1e-6


def _gated(graph: Graph, name: str) -> tuple[str, str] | None:
    """z σ(z)."""
    product = graph.made_by(name, "Mul")
    for z, gate in () if product is None else (product.inputs, product.inputs[::-1]):
        sigmoid = graph.made_by(gate, "Sigmoid")
        if sigmoid is not None and sigmoid.inputs == (z,):
            return "silu", z
    return None


def _softly_gated(graph: Graph, name: str) -> tuple[str, str] | None:
    """z tanh(ln(1 + eᶻ)), before it was an operator of its own."""
    product = graph.made_by(name, "Mul")
    for z, gate in () if product is None else (product.inputs, product.inputs[::-1]):
        tanh = graph.made_by(gate, "Tanh")
        softplus = None if tanh is None else graph.made_by(tanh.inputs[0], "Softplus")
        if softplus is not None and softplus.inputs == (z,):
            return "mish", z
    return None


def _softplus(graph: Graph, name: str) -> tuple[str, str] | None:
    """ln(1 + eᶻ), or z itself above a threshold: what PyTorch makes of its softplus."""
    choice = graph.made_by(name, "Where")
    is_large = None if choice is None else graph.made_by(choice.inputs[0], "Greater")
    softplus = None if choice is None else graph.made_by(choice.inputs[2], "Softplus")
    if choice is None or is_large is None or softplus is None:
        return None
    z, threshold = choice.inputs[1], graph.number(is_large.inputs[1])
    is_whole = is_large.inputs[0] == z and softplus.inputs == (z,)
    return ("softplus", z) if is_whole and threshold is not None and threshold >= _LEAST_THRESHOLD else None


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
    """z (1 + erf(z / √2)) / 2, its three factors in any order."""
    product = graph.made_by(name, "Mul")
    if product is None:
        return None
    for whole, single_one in (product.inputs, product.inputs[::-1]):
        inner = graph.made_by(whole, "Mul")
        if inner is None:
            continue
        factors = [single_one, *inner.inputs]
        halves = [each for each in factors if _is_number(graph, each, 0.5)]
        gates = [each for each in factors if _error_function(graph, each)]
        rest = [each for each in factors if each not in halves and each not in gates]
        if len(halves) == len(gates) == len(rest) == 1 and _error_function(graph, gates[0]) == rest[0]:
            return "gelu", rest[0]
    return None


def _error_function(graph: Graph, name: str) -> str | None:
    """The z of 1 + erf(z / √2)."""
    one = graph.made_by(name, "Add")
    for erf_name, number in () if one is None else (one.inputs, one.inputs[::-1]):
        erf = graph.made_by(erf_name, "Erf")
        if erf is None or not _is_number(graph, number, 1.0):
            continue
        for kind, factor in (("Mul", 0.5**0.5), ("Div", 2**0.5)):
            scaled = graph.made_by(erf.inputs[0], kind)
            if scaled is not None and _is_number(graph, scaled.inputs[1], factor):
                return scaled.inputs[0]
    return None


def _is_number(graph: Graph, name: str, wanted: float) -> bool:
    return _is_near(graph.number(name), wanted)
