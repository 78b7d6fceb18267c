"""``nnplay trace``: every number of a training step: forward, loss, backward, new weights."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice
from math import isfinite, prod
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.source import load_data, open_source
from nnplay.disk.writing import write_files
from nnplay.engine import Examples
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.languages import translate
from nnplay.languages.columns import aligned_right
from nnplay.languages.columns import width as columns_of
from nnplay.project import ProjectError
from nnplay.project.calculation import (
    Calculation,
    Narrator,
    NumberFormat,
    Passes,
    calculation_csv,
    calculation_latex,
    calculation_text,
    passes_of,
    phases,
)
from nnplay.project.calculation.calculation import Place
from nnplay.project.calculation.worksheet import TITLES, worksheet_pages, worksheet_svg

FORMS = ("table", "formulas", "matrices", "latex", "csv")

_MOST_ROWS = 16
"""Rows of a layer's table on a terminal; --json prints all of them."""

Array = NDArray[Any]


def run(options: Namespace) -> int:
    """Print what one step would do with one training example, or with several at once."""
    numbers = NumberFormat(options.numbers, options.digits)
    project = open_source(options.source, options.data, options.scale, allows_data=options.allow_data)
    with Interrupt() as interrupt:
        examples = load_data(project, interrupt).train
    last = options.example + options.batch - 1
    if last >= len(examples):
        raise ProjectError(
            QT_TRANSLATE_NOOP("errors", "There is no example {number}. Training examples are numbered 0 to {last}."),
            number=last,
            last=len(examples) - 1,
        )
    passes = passes_of(project, examples, range(options.example, last + 1))
    calculation = Calculation(passes)
    if options.worksheet is not None:
        _write_worksheets(options, project.title, calculation, numbers)
    elif options.json:
        print(json.dumps(_as_json(calculation, numbers, options.place)))
    elif options.form == "table":
        print("\n".join(_as_tables(examples, passes, numbers)))
    elif options.form == "csv":
        print(calculation_csv(calculation.everything(is_whole=True)), end="")
    elif options.form == "latex":
        print(calculation_latex(calculation.everything(), numbers), end="")
    else:
        print("\n".join(_as_formulas(calculation, numbers, options.place, by_matrices=options.form == "matrices")))
    return 0


def _write_worksheets(options: Namespace, title: str, calculation: Calculation, numbers: NumberFormat) -> None:
    path = Path(options.worksheet)
    contents = {}
    for has_answers in (False, True):
        pages = worksheet_pages(
            calculation,
            numbers,
            translate("presets", title),
            has_answers=has_answers,
            translate=partial(translate, "worksheet"),
        )
        target = path.parent / f"{path.stem}-answers{path.suffix}" if has_answers else path
        contents[target] = worksheet_svg(pages).encode()
    write_files(contents, named=contents if options.replace else [path])
    for target in contents:
        print(target)


def _as_json(calculation: Calculation, numbers: NumberFormat, place: Place) -> dict[str, object]:
    passes, narrator = calculation.passes, Narrator(calculation, numbers)
    trace = passes.trace
    return {
        "example": passes.rows[0],
        "examples": list(passes.rows),
        "target": _numbers(trace.target),
        "loss": _numbers(passes.loss),
        "new_loss": _numbers(passes.new_loss),
        "learning_rate": trace.learning_rate,
        "layers": [
            {
                "name": name,
                **{field: _numbers(getattr(node, field)) for field in ("z", "a", "slope", "da", "dz")},
                "parameters": {
                    parameter: {field: _numbers(getattr(values, field)) for field in ("value", "gradient", "new_value")}
                    for parameter, values in node.parameters.items()
                },
            }
            for name, node in trace.nodes.items()
        ],
        "phases": [
            {
                "kind": phase.kind.value,
                "layer": phase.node,
                "text": " ".join(map(str, narrator.phase(phase, place))),
                "equations": calculation_text(calculation.of_phase(phase, place=place), numbers).splitlines(),
            }
            for phase in phases(passes.network)
        ],
    }


def _numbers(values: Any) -> Any:
    """Return nested lists of numbers; infinite ones become null, because JSON cannot express them."""
    if isinstance(values, np.ndarray) and values.ndim:
        return [_numbers(value) for value in values]
    return None if values is None or not isfinite(values) else float(values)


def _as_formulas(calculation: Calculation, numbers: NumberFormat, place: Place, *, by_matrices: bool) -> Iterator[str]:
    """Yield phase by phase: the explanation in words, then the equations."""
    narrator = Narrator(calculation, numbers)
    for number, phase in enumerate(phases(calculation.passes.network), start=1):
        if number > 1:
            yield ""
        yield f"{number}. {translate('worksheet', TITLES[phase.kind]).format(layer=phase.node)}"
        for sentence in narrator.phase(phase, place):
            yield f"   {translate('narration', sentence.template).format(**sentence.values)}"
        text = calculation_text(calculation.of_phase(phase, by_matrices=by_matrices, place=place), numbers)
        yield from (f"     {line}" for line in text.splitlines())


def _as_tables(examples: Examples, passes: Passes, numbers: NumberFormat) -> Iterator[str]:
    number, result, network = passes.rows[0], passes.trace, passes.network
    label = examples.y[number]
    target = label if examples.has_classes else ", ".join(numbers.plain(float(value)) for value in label)
    if passes.is_batch:
        head = translate("cli", "examples {number} to {last}: the first has the target {target}")
    else:
        head = translate("cli", "example {number}: target {target}")
    yield head.format(number=number, last=passes.rows[-1], target=target)
    for name, node in result.nodes.items():
        layer = network.node(name).layer
        yield ""
        yield f"{name} ({layer.kind}{', ' + layer.activation_name if node.z is not None else ''})"
        units = {"z": node.z, "a": node.a, "f'(z)": node.slope, "dL/da": node.da, "dL/dz": node.dz}
        yield from _table(
            translate("cli", "unit"), {title: values for title, values in units.items() if values is not None}, numbers
        )
        for parameter, values in node.parameters.items():
            columns = {"w": values.value, "dL/dw": values.gradient, translate("cli", "new w"): values.new_value}
            yield from _table(parameter, columns, numbers)
    yield ""
    rate, loss, new_loss = map(numbers.plain, (result.learning_rate, passes.loss, passes.new_loss))
    if passes.is_batch:
        end = translate("cli", "mean loss {loss}, after one step at rate {rate}: {new_loss}")
    else:
        end = translate("cli", "loss {loss}, after one step at rate {rate}: {new_loss}")
    yield end.format(loss=loss, rate=rate, new_loss=new_loss)


def _table(index_title: str, columns: Mapping[str, Array], numbers: NumberFormat) -> Iterator[str]:
    """Yield the rows of a table of arrays of the same shape, side by side, with a row for each index."""
    shape = next(iter(columns.values())).shape
    rows = [[index_title, *columns]]
    for index in islice(np.ndindex(shape), _MOST_ROWS):
        rows.append([",".join(map(str, index)), *(numbers.plain(float(values[index])) for values in columns.values())])
    widths = [max(map(columns_of, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  " + "  ".join(aligned_right(text, width) for text, width in zip(row, widths, strict=True))
    if prod(shape) > _MOST_ROWS:
        more = translate("cli", "... {count} more, all of them with --json")
        yield f"  {more.format(count=prod(shape) - _MOST_ROWS)}"
