"""The first step of every program: the data, as four NumPy arrays.

Points are made in the program itself by the very formulas of ``nnplay.data.points``, digits of IDX files read from
their folder; any other data lie beside the program in one .npz file.
"""

from __future__ import annotations

from nnplay import resources
from nnplay.data import TOY_SETS, Dataset, IdxFolderChoice, Task, ToyChoice
from nnplay.exchange.program.text import Code, Line, assign, lines_of, quoted
from nnplay.project import Project

DATA_FILE = "data.npz"
WEIGHTS_FILE = "weights.npz"

_FEATURES = {
    "x1": "x1",
    "x2": "x2",
    "x1_squared": "x1 * x1",
    "x2_squared": "x2 * x2",
    "x1_x2": "x1 * x2",
    "sin_x1": "np.sin(x1)",
    "sin_x2": "np.sin(x2)",
}
_ONE_HOT_FREE = ("sparse_categorical_crossentropy", "categorical_crossentropy")


def snippet(*parts: str) -> list[Line]:
    """The definitions of a piece of program that ships with nnplay, without the line that says what the file is."""
    text = resources.path("programs", *parts).read_text(encoding="utf-8")
    return lines_of(text.split("\n", 1)[1].strip("\n"))


def has_snippet(*parts: str) -> bool:
    """Whether there is such a piece."""
    return resources.path("programs", *parts).is_file()


def data_blocks(project: Project) -> tuple[list[Line], list[Line]]:
    """Definitions, and the statements that end with ``x_train``, ``y_train``, ``x_test`` and ``y_test``."""
    choice = project.data
    heading = Line("# 1. Load the data.")
    if needs_file(project):
        text = (
            f"with np.load({quoted(DATA_FILE)}) as data:\n"
            '    x_train, y_train = data["x_train"], data["y_train"]\n'
            '    x_test, y_test = data["x_test"], data["y_test"]'
        )
        return [], [heading, *lines_of(text), *_one_hot_lines(project)]
    if isinstance(choice, ToyChoice):
        return snippet("data", _file_of(choice)), [heading, *_point_lines(project, choice)]
    assert isinstance(choice, IdxFolderChoice)
    text = (
        f"folder = Path({quoted(choice.folder)})\n"
        'x_train, y_train = read_digits(folder, "train")\n'
        'x_test, y_test = read_digits(folder, "t10k")'
    )
    return snippet("data", "idx.py"), [heading, *lines_of(text), *_one_hot_lines(project)]


def import_lines(project: Project, *libraries: str) -> list[Line]:
    """The import block: what the data ask for, then the libraries' own statements."""
    reads_digits = isinstance(project.data, IdxFolderChoice) and not needs_file(project)
    return lines_of("\n".join((*(("import gzip", "from pathlib import Path", "") if reads_digits else ()), *libraries)))


def needs_file(project: Project) -> bool:
    """Whether the program reads its data from a file beside it."""
    choice = project.data
    if choice.is_balanced:
        return True
    if isinstance(choice, ToyChoice):
        return not has_snippet("data", _file_of(choice)) or not set(choice.features) <= set(_FEATURES)
    return not (isinstance(choice, IdxFolderChoice) and choice.folder)


def needs_one_hot(project: Project) -> bool:
    """Whether class numbers have to become rows of 0 and 1: all losses but one for class numbers ask for it."""
    loss = project.training.loss
    is_plain = (loss if isinstance(loss, str) else loss.name) in _ONE_HOT_FREE and not getattr(
        loss, "label_smoothing", 0
    )
    return project.data.task is Task.MULTICLASS and not is_plain


def _one_hot_lines(project: Project) -> list[Line]:
    if not needs_one_hot(project):
        return []
    n = project.data.n_outputs
    names = ("y_train", "y_test")
    return [Line(f'{name} = np.eye({n}, dtype="float32")[{name}]  # a row of 0 and 1') for name in names]


def data_arrays(dataset: Dataset) -> dict[str, object]:
    """What ``DATA_FILE`` holds: pictures scaled to floating point numbers, as the network sees them.

    Where nothing is kept back for a test, the program measures itself on what it learned from.
    """
    test = dataset.test if len(dataset.test) else dataset.train
    return {
        "x_train": dataset.train.inputs(),
        "y_train": dataset.train.y,
        "x_test": test.inputs(),
        "y_test": test.y,
    }


def _point_lines(project: Project, choice: ToyChoice) -> list[Line]:
    n_points = choice.n_points or TOY_SETS[choice.kind].n_points
    n_train = round(n_points * choice.train_share)
    columns = ", ".join(_FEATURES[name] for name in choice.features)
    noise, seeds = float(choice.noise), project.seeds
    return [
        Line(f"rng = np.random.default_rng([0, {seeds.data}])"),
        Line(f"points, labels = make_points({n_points}, {noise}, rng)"),
        Line(f"order = np.random.default_rng([1, {seeds.split}]).permutation({n_points})"),
        Line('x1, x2 = points[order].astype("float32").T'),
        *assign("x", Code(f"np.column_stack(({columns}{',' if len(choice.features) == 1 else ''}))")),
        Line('y = labels[order].astype("float32").reshape(-1, 1)'),
        Line(f"x_train, x_test = x[:{n_train}], x[{n_train}:]"),
        Line(f"y_train, y_test = y[:{n_train}], y[{n_train}:]"),
    ]


def _file_of(choice: ToyChoice) -> str:
    return f"{choice.kind.replace('-', '_')}.py"
