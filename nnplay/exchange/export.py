"""An export of a project for another tool: the format, its options, and writing the files.

An export is one file, or several that belong together: the first is the requested file, the others lie beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from nnplay.data import Dataset, LoadCancelledError
from nnplay.data.loading import ShouldCancel, never_cancel
from nnplay.disk.writing import write_files
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of
from nnplay.exchange.errors import ExchangeError
from nnplay.project import Project
from nnplay.project.presets import PRESETS

Translate = Callable[[str, str], str]
"""Translates an English text of a context into the reader's language."""

LoadData = Callable[[], Dataset]
"""Generates or reads the project's data; called only by exports that need them."""

DEFAULT_EPOCHS = 10


def untranslated(context: str, text: str) -> str:
    """Return the English text itself."""
    return text


ZOOMS = (1, 2, 4)
"""Pixels of a PNG per unit of length of the drawing."""

DEFAULT_ZOOM = 2


@dataclass(frozen=True)
class ExportOptions:
    """The options of an export.

    Attributes
    ----------
    n_epochs
        Number of epochs that a program trains.
    with_weights
        Whether a program starts from the project's weights.
    background
        Of a picture: a key of ``exchange.picture.PAPERS``.
    zoom
        Of a PNG: one of ``ZOOMS``.
    translate
        Translates the texts of a report and the comments of a program.
    stem
        Name of the chosen file without its ending, by which a program refers to the files beside it.
    """

    n_epochs: int = DEFAULT_EPOCHS
    with_weights: bool = False
    background: str = "white"
    zoom: int = DEFAULT_ZOOM
    translate: Translate = untranslated
    stem: str = "network"


Files = dict[str, Callable[[], bytes]]
"""Functions that make the contents of each file, by name. An empty name stands for the requested file; in the others,
``{stem}`` and ``{suffix}`` stand for the parts of its name. A preview of the first file does not pay for the others.
"""


class Option(Enum):
    """The options that some formats have: a field of ``ExportOptions``."""

    EPOCHS = "epochs"
    WEIGHTS = "weights"
    BACKGROUND = "background"
    ZOOM = "zoom"


GROUPS = {
    "program": QT_TRANSLATE_NOOP("exchange", "Program"),
    "model": QT_TRANSLATE_NOOP("exchange", "Model"),
    "table": QT_TRANSLATE_NOOP("exchange", "Table"),
    "picture": QT_TRANSLATE_NOOP("exchange", "Picture"),
    "paper": QT_TRANSLATE_NOOP("exchange", "For reading and printing"),
}
"""Titles of the groups of formats (context ``exchange``), in menu order."""


def _no_remarks(project: Project, options: ExportOptions) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Format:
    """A format for writing a project.

    Attributes
    ----------
    ending
        File ending, without a dot.
    group
        A key of ``GROUPS``.
    title, purpose
        The name, and what it is for (context ``exchange``).
    write
        Makes its files.
    options
        The options that it has.
    remarks
        What the user should know before writing, as sentences in the reader's language.
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
    agreed: Collection[Path] | None = (),
) -> list[Path]:
    """Write a project in a format, each file atomically, and return their paths.

    No file is written before the contents of all files are ready.

    Parameters
    ----------
    path
        The requested file, which is replaced if it is there.
    agreed
        Files beside it that the person has agreed to replace; None for all of them.

    Raises
    ------
    ExchangeError
        If the project cannot be written in this format, a required package is missing, or the name has the ending of
        the files beside it.
    WouldReplaceError
        If other files beside it are there with other contents; nothing has been written.
    DataError
        If the format needs the data, and they cannot be read.
    LoadCancelledError
        If it was cancelled; then nothing has been written.
    """
    files = form.write(project, replace(options, stem=path.stem), load_data)
    _check_ending(path, files, form)
    contents = {}
    for beside, make in files.items():
        target = path.parent / beside.format(stem=path.stem, suffix=path.suffix) if beside else path
        contents[target] = make()
        if should_cancel():
            raise LoadCancelledError
    try:
        write_files(contents, named=contents if agreed is None else {path, *agreed})
    except OSError as error:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "“{file}” was not written: {reason}."),
            file=path,
            reason=reason_of(error),
        ) from error
    return list(contents)


def _check_ending(path: Path, files: Iterable[str], form: Format) -> None:
    """Refuse a name that belongs to a file beside it: ``weights.npz`` for a program that reads its weights from one."""
    ending = path.suffix.lower()
    beside = [name.format(stem=path.stem, suffix=path.suffix) for name in files if ending and name.endswith(ending)]
    if beside:
        raise ExchangeError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Nothing was written: “{file}” has the ending of {beside}, which is written beside it. Choose a name"
                " that ends in .{ending}.",
            ),
            file=path.name,
            beside=[f"“{name}”" for name in beside],
            ending=form.ending,
        )


def epochs_so_far(project: Project) -> int:
    """Return the default number of epochs for a program: as many as the project has trained.

    An untrained project that is still called as the example that it comes from takes as many as that example.
    """
    epochs = project.history.epoch
    if len(epochs):
        return max(1, round(float(epochs[-1])))
    return next((each.n_epochs for each in PRESETS.values() if each.title == project.title), DEFAULT_EPOCHS)
