"""The results in a folder that `nnplay sweep -o` has written, for whoever only wants to see them."""

from __future__ import annotations

from pathlib import Path

from nnplay.disk.reading import read_file
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.storage import strict_json
from nnplay.project.sweep import SweepError
from nnplay.runs.sweeps.folder import DESCRIPTION, MOST_TEXT, records
from nnplay.runs.sweeps.result import CellResult


def read_sweep(path: Path) -> tuple[tuple[str, ...], list[CellResult]]:
    """Return the names of the axes and the finished cells in order; damaged records are ignored.

    Raises
    ------
    SweepError
        If the folder has no results of a sweep.
    """
    try:
        description = strict_json.loads(read_file(path / DESCRIPTION, MOST_TEXT).decode())
        axes = tuple(str(axis["name"]) for axis in description["axes"])
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise _none_in(path) from error
    found = [result for _, result in records(path) if set(result.values) == set(axes)]
    if not found:
        raise _none_in(path)
    return axes, sorted(found, key=lambda result: result.number)


def _none_in(path: Path) -> SweepError:
    return SweepError(
        QT_TRANSLATE_NOOP(
            "errors", "“{folder}” has no results: choose the folder that was given to “nnplay sweep” with -o."
        ),
        folder=path,
    )
