"""What a command works on: a preset or a project file, with the data that the command line names."""

from __future__ import annotations

from pathlib import Path

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.messages import progress
from nnplay.cli.status_line import StatusLine
from nnplay.data import Dataset, IdxFolderChoice, TableChoice, load, open_data
from nnplay.data.table import Scaling
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project import Project, ProjectError, edits
from nnplay.project.presets import PRESETS, preset
from nnplay.project.storage import file


def open_source(name: str, data: str | None = None, scaling: str | None = None) -> Project:
    """The preset of that name, or the project in that file, with the data at the path ``data`` if there is one.

    The network's input and output follow the data; ``scaling`` is what happens to a table's numbers.

    Raises
    ------
    ProjectError
        If there is neither preset nor file, or no table to be scaled.
    ProjectFileError
        If the file is no project.
    DataError
        If the data cannot be read.
    """
    if name in PRESETS:
        project = preset(name)
    elif Path(name).exists():
        project = file.load(Path(name))
    else:
        raise ProjectError(
            QT_TRANSLATE_NOOP("errors", "“{name}” is neither a preset nor a file. The presets are: {choices}."),
            name=name,
            choices=", ".join(PRESETS),
        )
    if data is not None:
        with StatusLine() as line:
            choice = open_data(Path(data), project.data, lambda *done: line.show(progress(*done)))
        project = edits.set_data(project, choice)
    if scaling is not None:
        if not isinstance(project.data, TableChoice):
            raise ProjectError(QT_TRANSLATE_NOOP("errors", "Only a table's numbers are scaled: leave out --scale."))
        project = edits.set_data(project, project.data.scaled(Scaling(scaling)))
    return project


def load_data(project: Project, interrupt: Interrupt) -> Dataset:
    """The project's data, with a line on the terminal while they are read or written.

    Raises
    ------
    DataError
        If they cannot be read.
    LoadCancelledError
        After Ctrl+C.
    """
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
    with StatusLine() as line:
        return load(
            project.data,
            project.seeds.data,
            project.seeds.split,
            lambda *done: line.show(progress(*done)),
            interrupt.is_set,
        )
