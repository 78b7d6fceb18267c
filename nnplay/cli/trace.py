"""``nnplay trace``: one example forward, through the loss, backward and into new weights, with every number."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping
from itertools import islice
from math import isfinite, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.source import load_data, open_source
from nnplay.engine import Examples, NetworkSpec, Trace, trace
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project import ProjectError

_MOST_ROWS = 16
"""Rows of a layer's table on a terminal; --json has them all."""

Array = NDArray[Any]


def run(options: Namespace) -> int:
    """Print what one step would do with one example of the training data."""
    project = open_source(options.source, options.data)
    with Interrupt() as interrupt:
        examples = load_data(project, interrupt).train
    if options.example >= len(examples):
        raise ProjectError(
            QT_TRANSLATE_NOOP("errors", "There is no example {number}: the training data are numbered 0 to {last}."),
            number=options.example,
            last=len(examples) - 1,
        )
    x = examples.inputs(slice(options.example, options.example + 1))[0]
    y = examples.y[options.example]
    result = trace(project.network, project.parameters, x, y, project.training, muted=project.muted)
    if options.json:
        print(json.dumps(_as_json(options.example, result)))
    else:
        print("\n".join(_as_text(options.example, examples, project.network, result)))
    return 0


def _as_json(number: int, result: Trace) -> dict[str, object]:
    return {
        "example": number,
        "target": _numbers(result.target),
        "loss": _numbers(result.loss),
        "new_loss": _numbers(result.new_loss),
        "learning_rate": result.learning_rate,
        "layers": [
            {
                "name": name,
                **{field: _numbers(getattr(node, field)) for field in ("z", "a", "slope", "da", "dz")},
                "parameters": {
                    parameter: {field: _numbers(getattr(values, field)) for field in ("value", "gradient", "new_value")}
                    for parameter, values in node.parameters.items()
                },
            }
            for name, node in result.nodes.items()
        ],
    }


def _numbers(values: Any) -> Any:
    """Nested lists of numbers; JSON has no word for infinite ones, which become null."""
    if isinstance(values, np.ndarray) and values.ndim:
        return [_numbers(value) for value in values]
    return None if values is None or not isfinite(values) else float(values)


def _as_text(number: int, examples: Examples, network: NetworkSpec, result: Trace) -> Iterator[str]:
    label = examples.y[number]
    yield f"example {number}: target {label if examples.has_classes else _vector(label)}"
    for name, node in result.nodes.items():
        layer = network.node(name).layer
        yield ""
        yield f"{name} ({layer.kind}{', ' + layer.activation_name if node.z is not None else ''})"
        units = {"z": node.z, "a": node.a, "f'(z)": node.slope, "dL/da": node.da, "dL/dz": node.dz}
        yield from _table("unit", {title: values for title, values in units.items() if values is not None})
        for parameter, values in node.parameters.items():
            yield from _table(parameter, {"w": values.value, "dL/dw": values.gradient, "new w": values.new_value})
    yield ""
    rate, loss, new_loss = (_number(value) for value in (result.learning_rate, result.loss, result.new_loss))
    yield f"loss {loss}, after one step at rate {rate}: {new_loss}"


def _table(index_title: str, columns: Mapping[str, Array]) -> Iterator[str]:
    """The arrays, which have one shape, side by side: a row for each index."""
    shape = next(iter(columns.values())).shape
    rows = [[index_title, *columns]]
    for index in islice(np.ndindex(shape), _MOST_ROWS):
        rows.append([",".join(map(str, index)), *(_number(values[index]) for values in columns.values())])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  " + "  ".join(text.rjust(width) for text, width in zip(row, widths, strict=True))
    if prod(shape) > _MOST_ROWS:
        yield f"  ... {prod(shape) - _MOST_ROWS} more, all of them with --json"


def _vector(values: Array) -> str:
    return ", ".join(_number(value) for value in values)


def _number(value: Any) -> str:
    return f"{value:.6g}" if isfinite(value) else str(value)
