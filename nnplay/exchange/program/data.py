"""The first step of every program: the data, as NumPy arrays.

Points and people are made in the program itself by the very formulas of ``nnplay.data``, digits of IDX files are read
from their folder; any other data lie beside the program in one .npz file.
"""

from __future__ import annotations

import ast

import numpy as np

from nnplay import resources
from nnplay.data import TOY_SETS, BodyMeasuresChoice, Dataset, IdxFolderChoice, RowsChoice, Task, ToyChoice, load
from nnplay.engine import Examples
from nnplay.exchange.program.text import Call, Code, Line, assign, lines_of, quoted
from nnplay.exchange.program.writing import LOAD, Writing
from nnplay.exchange.scaling import has_scaling, shift_and_scale
from nnplay.exchange.tensors import Array
from nnplay.project import Project

_MOST_ROWS = 20
"""So many rows that were typed in stand in the program itself."""

_FEATURES = {
    "x1": "x1",
    "x2": "x2",
    "x1_squared": "x1 * x1",
    "x2_squared": "x2 * x2",
    "x1_x2": "x1 * x2",
    "sin_x1": "np.sin(x1)",
    "sin_x2": "np.sin(x2)",
}


def snippet(*parts: str) -> list[Line]:
    """The definitions of a piece of program that ships with nnplay, without the line that says what the file is."""
    text = resources.path("programs", *parts).read_text(encoding="utf-8")
    return lines_of(text.split("\n", 1)[1].strip("\n"))


def has_snippet(*parts: str) -> bool:
    """Whether there is such a piece."""
    return resources.path("programs", *parts).is_file()


def data_blocks(writing: Writing) -> tuple[list[Line], list[Line]]:
    """Definitions, and the statements that end with ``x_train`` and ``y_train``.

    Where some data are kept back there are ``x_test`` and ``y_test`` too, and where a table's columns are scaled, the
    ``shift`` and ``scale`` of each input: the network sees ``(x - shift) / scale``.
    """
    choice = writing.project.data
    heading = [*writing.comment(LOAD), *writing.column_lines()]
    if needs_file(writing.project):
        return [], [*heading, *_file_lines(writing)]
    if isinstance(choice, ToyChoice):
        return snippet("data", _file_of(choice)), [*heading, *_point_lines(writing, choice)]
    if isinstance(choice, BodyMeasuresChoice):
        return [], [*heading, *_people_lines(writing, choice)]
    if isinstance(choice, RowsChoice):
        return [], [*heading, *_row_lines(choice)]
    assert isinstance(choice, IdxFolderChoice)
    text = (
        f"folder = Path({quoted(choice.folder)})\n"
        'x_train, y_train = read_digits(folder, "train")\n'
        'x_test, y_test = read_digits(folder, "t10k")'
    )
    return snippet("data", "idx.py"), [*heading, *lines_of(text)]


def import_lines(writing: Writing, *libraries: str, standard: tuple[str, ...] = ()) -> list[Line]:
    """The import block: what is of Python itself, then the libraries' own statements."""
    reads_digits = isinstance(writing.project.data, IdxFolderChoice) and not needs_file(writing.project)
    own = [*standard, *(("import gzip", "from pathlib import Path") if reads_digits else ())]
    own.sort(key=lambda line: (line.startswith("from"), line))
    return lines_of("\n".join((*own, *([""] if own else []), *libraries)))


def needs_file(project: Project) -> bool:
    """Whether the program reads its data from a file beside it."""
    choice = project.data
    if choice.is_balanced:
        return True
    if isinstance(choice, ToyChoice):
        return not has_snippet("data", _file_of(choice)) or not set(choice.features) <= set(_FEATURES)
    if isinstance(choice, RowsChoice):
        return len(choice.rows) > _MOST_ROWS
    return not (isinstance(choice, BodyMeasuresChoice) or (isinstance(choice, IdxFolderChoice) and choice.folder))


def one_hot_lines(writing: Writing, call: str) -> list[Line]:
    """Statements that make rows of 0 and 1 of class numbers, where the loss asks for them; ``call`` has ``{y}``."""
    if not writing.is_one_hot:
        return []
    parts = ("train", "test") if writing.has_test else ("train",)
    return [Line(f"y_{part} = {call.format(y=f'y_{part}')}") for part in parts]


def data_arrays(project: Project, dataset: Dataset) -> dict[str, Array]:
    """What the file with the data holds.

    Pictures are scaled to floating point numbers, as the network sees them. A table's numbers are as they stand in the
    table, beside the ``shift`` and ``scale`` that the network applies to them.
    """
    parts = {"train": dataset.train, "test": dataset.test} if len(dataset.test) else {"train": dataset.train}
    arrays: dict[str, Array] = {}
    if has_scaling(project.data):
        arrays["shift"], arrays["scale"] = shift_and_scale(dataset)
    for name, part in parts.items():
        arrays[f"x_{name}"] = raw_inputs(project, dataset, part)
        arrays[f"y_{name}"] = np.asarray(part.y)
    if dataset.features:
        arrays["columns"] = np.array(project.data.input_names)
    return arrays


def raw_inputs(project: Project, dataset: Dataset, part: Examples) -> Array:
    """Inputs as a program is given them: a table's before they are scaled, anything else as the network sees it."""
    x: Array = part.inputs()
    if not has_scaling(project.data):
        return x
    shift, scale = shift_and_scale(dataset)
    return (x.astype(np.float64) * scale + shift).astype(np.float32)


def _file_lines(writing: Writing) -> list[Line]:
    lines = [f"with np.load({quoted(writing.data_file)}) as data:"]
    for part in ("train", "test") if writing.has_test else ("train",):
        lines.append(f'    x_{part}, y_{part} = data["x_{part}"], data["y_{part}"]')
    if writing.is_scaled:
        lines.append('    shift, scale = data["shift"], data["scale"]')
    return lines_of("\n".join(lines))


def _point_lines(writing: Writing, choice: ToyChoice) -> list[Line]:
    n_points = choice.n_points or TOY_SETS[choice.kind].n_points
    n_train = round(n_points * choice.train_share)
    columns = ", ".join(_FEATURES[name] for name in choice.features)
    noise, seeds = float(choice.noise), writing.project.seeds
    is_classes = choice.task is Task.MULTICLASS
    return [
        Line(f"rng = np.random.default_rng([0, {seeds.data}])"),
        Line(f"points, labels = make_points({n_points}, {noise}, rng)"),
        Line(f"order = np.random.default_rng([1, {seeds.split}]).permutation({n_points})"),
        Line('x1, x2 = points[order].astype("float32").T'),
        *assign("x", Code(f"np.column_stack(({columns}{',' if len(choice.features) == 1 else ''}))")),
        Line(
            'y = labels[order].astype("int64")' if is_classes else 'y = labels[order].astype("float32").reshape(-1, 1)'
        ),
        Line(f"x_train, x_test = x[:{n_train}], x[{n_train}:]"),
        Line(f"y_train, y_test = y[:{n_train}], y[{n_train}:]"),
    ]


def _people_lines(writing: Writing, choice: BodyMeasuresChoice) -> list[Line]:
    """Body measures, by the formulas of ``BodyMeasuresChoice``."""
    n, half, seeds = choice.n_people, choice.n_people // 2, writing.project.seeds
    n_train, male = round(n * choice.train_share), 0 if choice.is_male_first else 1
    lines = [
        f"rng = np.random.default_rng([0, {seeds.data}])",
        f"x = rng.standard_normal(({n}, 3))",
        f"x[:{half}] += (1, 1, -1)",
        f"y = np.array([{male}] * {half} + [{1 - male}] * {n - half})",
        f"order = np.random.default_rng([1, {seeds.split}]).permutation({n})",
    ]
    if writing.has_test:
        lines.append('x, y = x[order].astype("float32"), y[order]')
        lines += [f"x_train, x_test = x[:{n_train}], x[{n_train}:]", f"y_train, y_test = y[:{n_train}], y[{n_train}:]"]
    else:
        lines.append('x_train, y_train = x[order].astype("float32"), y[order]')
    return lines_of("\n".join(lines))


def _row_lines(choice: RowsChoice) -> list[Line]:
    """Rows that were typed in, digit by digit."""
    train = load(choice, 0, 0).train
    lines = []
    for name, values in (("x_train", train.inputs()), ("y_train", np.asarray(train.y))):
        # As short as they were typed: 0.1 is 0.10000000149011612 once it is a Python float.
        shortest = np.array([ast.literal_eval(str(value)) for value in values.ravel()]).reshape(values.shape)
        lines += assign(name, Call("np.array", (shortest.tolist(), values.dtype.name)))
    return lines


def _file_of(choice: ToyChoice) -> str:
    return f"{choice.kind.replace('-', '_')}.py"
