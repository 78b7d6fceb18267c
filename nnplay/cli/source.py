"""What a command works on: a preset or a project file, with the data that the command line names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.status_line import StatusLine
from nnplay.data import Dataset, IdxFolderChoice, load
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project import Project, ProjectError, file
from nnplay.project.presets import PRESETS, preset


def open_source(name: str, data: str | None = None) -> Project:
    """The preset of that name, or the project in that file, reading digits from the folder ``data`` if there is one.

    Raises
    ------
    ProjectError
        If there is neither, or the network does not learn from digits.
    ProjectFileError
        If the file is no project.
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
    if data is None:
        return project
    if not project.data.has_pictures:
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors", "“{name}” learns from points, not from digits: leave out --data, or choose mnist-mlp."
            ),
            name=name,
        )
    return replace(project, data=IdxFolderChoice(str(Path(data).absolute())))


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
    with StatusLine() as line:
        return load(
            project.data,
            project.seeds.data,
            project.seeds.split,
            lambda fraction, text: line.show(f"{text} {fraction:.0%}"),
            interrupt.is_set,
        )
