"""What it is to write a project for another tool: a format, what can be chosen, and the files being written.

An export is one file, or several that belong together: the first is the one that was asked for, the others lie beside
it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from nnplay.data import Dataset, LoadCancelledError
from nnplay.data.loading import ShouldCancel, never_cancel
from nnplay.disk.writing import write_file
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of
from nnplay.exchange.errors import ExchangeError
from nnplay.project import Project

Translate = Callable[[str, str], str]
"""From a context and an English text to the reader's language."""

LoadData = Callable[[], Dataset]
"""Makes or reads the project's data; asked only by what needs them."""

DEFAULT_EPOCHS = 10


def untranslated(context: str, text: str) -> str:
    """Return the English text itself."""
    return text


ZOOMS = (1, 2, 4)
"""Pixels of a PNG for each unit of length of the drawing."""

DEFAULT_ZOOM = 2


@dataclass(frozen=True)
class ExportOptions:
    """What can be said about an export.

    Attributes
    ----------
    n_epochs
        How long a program trains.
    with_weights
        Whether a program starts from the project's weights.
    background
        Of a picture: a key of ``exchange.picture.PAPERS``.
    zoom
        Of a picture of pixels: one of ``ZOOMS``.
    translate
        For the words of a report and the comments of a program.
    stem
        The chosen file's name without its ending, by which a program calls the files beside it.
    """

    n_epochs: int = DEFAULT_EPOCHS
    with_weights: bool = False
    background: str = "white"
    zoom: int = DEFAULT_ZOOM
    translate: Translate = untranslated
    stem: str = "network"


Files = dict[str, Callable[[], bytes]]
"""What makes each file's content, by name; an empty name stands for the file that was asked for, and ``{stem}`` and
``{suffix}`` in another one for the parts of its name. Who wants to see the first file does not pay for the others."""


class Option(Enum):
    """What can be chosen for some formats: a field of ``ExportOptions``."""

    EPOCHS = "epochs"
    WEIGHTS = "weights"
    BACKGROUND = "background"
    ZOOM = "zoom"


GROUPS = {
    "program": QT_TRANSLATE_NOOP("exchange", "Program"),
    "model": QT_TRANSLATE_NOOP("exchange", "Model"),
    "table": QT_TRANSLATE_NOOP("exchange", "Table"),
    "picture": QT_TRANSLATE_NOOP("exchange", "Picture"),
    "paper": QT_TRANSLATE_NOOP("exchange", "To read and to print"),
}
"""Titles of the groups of formats (context ``exchange``), in the order in which they are offered."""


def _no_remarks(project: Project, options: ExportOptions) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Format:
    """One way to write a project.

    Attributes
    ----------
    ending
        Of the file, without a dot.
    group
        A key of ``GROUPS``.
    title, purpose
        Its name, and what it is and for whom (context ``exchange``).
    write
        What makes its files.
    options
        What can be chosen.
    remarks
        What is to be known before it is written, sentences in the reader's language.
    """

    ending: str
    group: str
    title: str
    purpose: str
    write: Callable[[Project, ExportOptions, LoadData], Files]
    options: tuple[Option, ...] = ()
    remarks: Callable[[Project, ExportOptions], tuple[str, ...]] = _no_remarks


def export(
    form: Format,
    project: Project,
    path: Path,
    options: ExportOptions,
    load_data: LoadData,
    should_cancel: ShouldCancel = never_cancel,
) -> list[Path]:
    """Write a project in a format, each file all or nothing, and return their paths.

    Nothing is written before every file's content is there.

    Raises
    ------
    ExchangeError
        If it cannot be written, or what it needs is not installed.
    DataError
        If the format needs the data, and they cannot be read.
    LoadCancelledError
        If it was called off; then nothing has been written.
    """
    contents = {}
    for beside, make in form.write(project, replace(options, stem=path.stem), load_data).items():
        target = path.parent / beside.format(stem=path.stem, suffix=path.suffix) if beside else path
        contents[target] = make()
        if should_cancel():
            raise LoadCancelledError
    try:
        for target, content in contents.items():
            write_file(target, content)
    except OSError as error:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "“{file}” was not written: {reason}."),
            file=path,
            reason=reason_of(error),
        ) from error
    return list(contents)


def epochs_so_far(project: Project) -> int:
    """How long a program trains unless somebody says so: as long as the project has."""
    epochs = project.history.epoch
    return max(1, round(float(epochs[-1]))) if len(epochs) else DEFAULT_EPOCHS
