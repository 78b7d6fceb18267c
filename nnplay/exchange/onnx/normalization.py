"""Layer normalization that is written out as several ONNX operators, as exporters did before it was one (opset 17)."""

from __future__ import annotations

from nnplay.exchange.onnx.graph import Graph, Operator


def layer_normalization(graph: Graph, name: str) -> Operator | None:
    """Return the LayerNormalization that ends in the value of this name, with its scale and shift; None if none does.

    That is ``(x - mean) / sqrt(variance + epsilon) * scale + shift``; either of the last two may be missing.
    """
    scaled, shift = _with_constant(graph, name, "Add")
    normal, scale = _with_constant(graph, scaled, "Mul")
    found = _normal(graph, normal)
    if found is None:
        return None
    x, axis, epsilon = found
    return Operator("LayerNormalization", (x, scale, shift), (name,), {"axis": axis, "epsilon": epsilon})


def _with_constant(graph: Graph, name: str, kind: str) -> tuple[str, str]:
    """Take a value apart that is another one joined with a constant; the value itself and "" if it is not."""
    joined = graph.made_by(name, kind)
    if joined is not None and len(joined.inputs) == 2:
        for value, constant in (joined.inputs, joined.inputs[::-1]):
            if constant in graph.arrays and value in graph.operators:
                return value, constant
    return name, ""


def _normal(graph: Graph, name: str) -> tuple[str, int, float] | None:
    """x, the first axis and epsilon of ``(x - mean) / sqrt(variance + epsilon)``."""
    for deviation, root in _quotients(graph, name):
        variance, epsilon = _root(graph, root)
        mean = graph.made_by(variance, "ReduceMean")
        square = None if mean is None else _base_of_square(graph, mean.inputs[0])
        x = _centred(graph, deviation)
        if mean is None or square is None or x is None or _centred(graph, square) != x:
            continue
        axis = _axis(graph, mean)
        if axis is not None:
            return x, axis, epsilon
    return None


def _quotients(graph: Graph, name: str) -> list[tuple[str, str]]:
    """What is divided, and by what: with one operator, or as a product with the reciprocal."""
    quotient = graph.made_by(name, "Div")
    if quotient is not None:
        return [(quotient.inputs[0], quotient.inputs[1])]
    product = graph.made_by(name, "Mul")
    found = []
    for value, factor in () if product is None else (product.inputs, product.inputs[::-1]):
        reciprocal = graph.made_by(factor, "Reciprocal")
        if reciprocal is not None:
            found.append((value, reciprocal.inputs[0]))
    return found


def _root(graph: Graph, name: str) -> tuple[str, float]:
    """The variance and epsilon of ``sqrt(variance + epsilon)``; "" and 0 if it is something else."""
    root = graph.made_by(name, "Sqrt")
    total = None if root is None else graph.made_by(root.inputs[0], "Add")
    for variance, constant in () if total is None else (total.inputs, total.inputs[::-1]):
        epsilon = graph.number(constant)
        if epsilon is not None and epsilon > 0:
            return variance, epsilon
    return "", 0.0


def _base_of_square(graph: Graph, name: str) -> str | None:
    power, product = graph.made_by(name, "Pow"), graph.made_by(name, "Mul")
    if power is not None and graph.number(power.inputs[1]) == 2:
        return power.inputs[0]
    return product.inputs[0] if product is not None and product.inputs[0] == product.inputs[1] else None


def _centred(graph: Graph, name: str) -> str | None:
    """The x of ``x - mean of x``."""
    difference = graph.made_by(name, "Sub")
    mean = None if difference is None else graph.made_by(difference.inputs[1], "ReduceMean")
    if difference is None or mean is None or mean.inputs[0] != difference.inputs[0]:
        return None
    return mean.inputs[0]


def _axis(graph: Graph, mean: Operator) -> int | None:
    """The first of the axes over which a mean is taken, if these are the last ones, counted from the end."""
    given = mean.settings.get("axes")
    if len(mean.inputs) > 1 and mean.inputs[1] in graph.arrays:
        given = graph.arrays[mean.inputs[1]].reshape(-1)
    axes = sorted(int(axis) for axis in (() if given is None else given))
    return axes[0] if axes and axes == list(range(-len(axes), 0)) else None
