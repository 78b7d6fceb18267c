"""The project of a command: a preset or a project file, with the data given on the command line."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.messages import progress, say, say_error
from nnplay.cli.status_line import StatusLine
from nnplay.data import (
    ArraysChoice,
    DataChoice,
    Dataset,
    IdxFolderChoice,
    LoadCancelledError,
    TableChoice,
    Task,
    load,
    open_data,
)
from nnplay.data.agreed import agree, is_agreed
from nnplay.data.table import Scaling
from nnplay.disk.reading import is_there
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of
from nnplay.exchange.opening import kind_of, read_model_file, title_of
from nnplay.exchange.placing import project_of, project_on
from nnplay.languages import translate
from nnplay.project import Project, ProjectError, ProjectFileError, edits
from nnplay.project.presets import PRESETS, preset
from nnplay.project.proposals import MisfitError, choose_data, proposals
from nnplay.project.storage import file


def open_source(
    name: str, data: str | None = None, scaling: str | None = None, *, allows_data: bool = False
) -> Project:
    """Return the preset of that name, or the project or model in that file, with the data at ``data`` if given.

    A project's network adapts its input and output to the data, or the best one proposed for them takes its place; a
    model must fit them as it is. ``scaling`` says how to scale a table's numbers. ``allows_data`` says that the person
    agrees to the files that the project names.

    Raises
    ------
    ProjectError
        If there is neither preset nor file, or no table to scale.
    ProjectFileError
        If the file is not a project.
    DataError
        If the data cannot be read.
    """
    if name not in PRESETS and not _is_there(name):
        raise ProjectError(
            QT_TRANSLATE_NOOP("errors", "“{name}” is neither a preset nor a file. The presets are: {choices}."),
            name=name,
            choices=", ".join(PRESETS),
        )
    if name not in PRESETS and kind_of(Path(name)) is not None:
        return _open_model(Path(name), data, scaling)
    project = preset(name) if name in PRESETS else open_saved(Path(name))
    if data is not None:
        project = _learning_from(project, _open_data(data, project.data))
    elif allows_data:
        agree(project.data.location)
    return project if scaling is None else edits.set_data(project, _scaled(project.data, scaling))


def _learning_from(project: Project, choice: DataChoice) -> Project:
    """Return the project with other data, and say so if they need another network."""
    try:
        return choose_data(project, choice)
    except MisfitError as error:
        best = proposals(project, choice)[0]
        text = translate("cli", "{reason} Another network is used: {title}. {why}")
        title, why = (translate("proposals", each).format(**best.values) for each in (best.title, best.reason))
        say(text.format(reason=error.sentence(partial(translate, "errors")), title=title, why=why))
        return best.project


def _open_model(path: Path, data: str | None, scaling: str | None) -> Project:
    """Return a new project for a model, which must fit the data."""
    model = read_model_file(path)
    title = title_of(model, path)
    project, placed = project_of(model, title)
    if data is not None:
        choice = _open_data(data, project.data)
        choice = choice if scaling is None else _scaled(choice, scaling)
        _check_fit(project, choice)
        project, placed = project_on(model, title, choice)
    elif scaling is not None:
        _scaled(project.data, scaling)
    for note in placed.notes:
        say_error(note)
    return project


def _open_data(data: str, present: DataChoice) -> DataChoice:
    with StatusLine() as line:
        choice = open_data(Path(data), present, lambda *done: line.show(progress(*done)))
    agree(choice.location)
    return choice


def _scaled(choice: DataChoice, scaling: str) -> DataChoice:
    if not isinstance(choice, TableChoice):
        raise ProjectError(QT_TRANSLATE_NOOP("errors", "Only the numbers of a table can be scaled. Leave out --scale."))
    return choice.scaled(Scaling(scaling))


def open_saved(path: Path) -> Project:
    """The project in a file; what of it was damaged is said."""
    opened = file.open_project(path)
    for error in opened.missing:
        say_error(error)
    return opened.project


def _is_there(name: str) -> bool:
    try:
        return is_there(Path(name))
    except OSError as error:
        raise ProjectFileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be opened: {reason}."), file=name, reason=reason_of(error)
        ) from error


def _check_fit(project: Project, choice: DataChoice) -> None:
    """Raise ProjectError if the data do not fit a model, which does not adapt to them."""
    network = project.network
    found, output = network.shapes[network.input.name], network.shapes[network.output.name]
    if found == choice.input_shape and output == (2,) and choice.task in (Task.BINARY, Task.YES_NO):
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The model has an output for each of two classes; for these data nnplay tells two classes by one"
                " output. Give the answers as two columns of 0 and 1, in an .npz file with X and y.",
            )
        )
    if found != choice.input_shape or output != (choice.n_outputs,):
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The model takes examples of shape {found} and outputs {outputs} number(s); the data have {expected}"
                " and {targets}.",
            ),
            found=found,
            outputs=output[-1],
            expected=choice.input_shape,
            targets=choice.n_outputs,
        )


def load_data(project: Project, interrupt: Interrupt) -> Dataset:
    """Return the project's data; a status line shows progress while they are read or generated.

    Raises
    ------
    DataError
        If they cannot be read.
    ProjectError
        As ``check_named``.
    LoadCancelledError
        After Ctrl+C.
    """
    check_named(project)
    with StatusLine() as line:
        dataset = load(
            project.data,
            project.seeds.data,
            project.seeds.split,
            lambda *done: line.show(progress(*done)),
            interrupt.is_set,
        )
    if interrupt.is_set():  # after the last time that loading looked
        raise LoadCancelledError
    return dataset


def check_named(project: Project) -> None:
    """Raise ProjectError if the project learns from files that nobody has named, or that the person never agreed to."""
    if isinstance(project.data, IdxFolderChoice) and not project.data.folder:
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors", "This network reads digits from files: add --data FOLDER, with the four MNIST files."
            )
        )
    if isinstance(project.data, TableChoice) and not project.data.path:
        raise ProjectError(
            QT_TRANSLATE_NOOP("errors", "This network learns from a table: add --data FILE, with the CSV file.")
        )
    if isinstance(project.data, ArraysChoice) and not project.data.path:
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors",
                "This model came without data: add --data FILE with data that fit it (inputs: {inputs}, outputs:"
                " {outputs}).",
            ),
            inputs=" × ".join(map(str, project.data.input_shape)),
            outputs=project.data.n_outputs,
        )
    if not is_agreed(project.data.location):
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The project wants to read “{file}”, which you have not opened with nnplay before. If you trust the"
                " project, add --allow-data; or name the data yourself with --data.",
            ),
            file=project.data.location,
        )
