"""The folder of a sweep: one record per cell, written atomically, so that the same sweep resumes where it stopped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from nnplay.disk.reading import is_there, read_file
from nnplay.disk.writing import write_file
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of
from nnplay.project.storage import file, strict_json
from nnplay.project.storage.codec import encode
from nnplay.project.sweep import Interval, Sweep, SweepError
from nnplay.runs.sweeps.result import CellResult

DESCRIPTION = "sweep.json"
MOST_TEXT = 1 << 24
_VERSION = 1
_MOST_PROJECT = 1 << 29


class SweepFolder:
    """The folder with the results of one sweep.

    ``sweep.json`` identifies the sweep. A finished cell is ``cell-0001.json``, its row of the table, and
    ``cell-0001.nnplay`` beside it, the trained project, which the window can open.

    Raises
    ------
    SweepError
        If the folder contains another sweep's results or anything else, or cannot be written.
    """

    def __init__(self, path: Path, sweep: Sweep) -> None:
        self.path = path
        self._sweep = sweep
        description = _described(sweep)
        try:
            path.mkdir(parents=True, exist_ok=True)
            named = path / DESCRIPTION
            if not is_there(named):
                if any(path.iterdir()):
                    raise SweepError(
                        QT_TRANSLATE_NOOP(
                            "errors",
                            "“{folder}” contains other files: choose a new folder, or the folder of this sweep.",
                        ),
                        folder=path,
                    )
                write_file(named, strict_json.dumps(description).encode())
            elif read_file(named, MOST_TEXT) != strict_json.dumps(description).encode():
                raise SweepError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "“{folder}” contains the results of another sweep: other axes, another project or other"
                        " rules. Choose a new folder.",
                    ),
                    folder=path,
                )
        except OSError as error:
            raise self._refused(error) from error

    def load(self) -> dict[int, CellResult]:
        """Return the finished cells by number; damaged records are ignored."""
        found: dict[int, CellResult] = {}
        for path, result in records(self.path):
            number = result.number
            if self._path(number, ".json") == path and 0 <= number < self._sweep.n_cells:
                found[number] = replace(result, name=self._sweep.cell(number).name)
        return found

    def save(self, result: CellResult) -> None:
        """Write a finished cell: the project first, because the row says that it exists.

        Raises
        ------
        SweepError
            If it cannot be written, for example because the disk is full.
        """
        try:
            if result.project:
                write_file(self._path(result.number, ".nnplay"), result.project)
            row = json.dumps(result.row, ensure_ascii=False, indent=1)
            write_file(self._path(result.number, ".json"), row.encode())
        except OSError as error:
            raise self._refused(error) from error

    def _path(self, number: int, ending: str) -> Path:
        return self.path / f"cell-{number + 1:04}{ending}"

    def _refused(self, error: OSError) -> SweepError:
        return SweepError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Cannot write to “{folder}”: {reason}. What is finished is kept; run the same command again to resume.",
            ),
            folder=self.path,
            reason=reason_of(error),
        )


def records(folder: Path) -> Iterator[tuple[Path, CellResult]]:
    """Return the finished cells in a folder, named by the files of their records; damaged ones are ignored."""
    for path in sorted(folder.glob("cell-*.json")):
        try:
            row = json.loads(read_file(path, MOST_TEXT))
            project = path.with_suffix(".nnplay")
            content = read_file(project, _MOST_PROJECT) if is_there(project) else b""
            yield path, CellResult.from_row(row, path.stem, content)
        except (OSError, KeyError, TypeError, ValueError):
            continue


def _described(sweep: Sweep) -> dict[str, Any]:
    """Return the sweep as JSON; equal sweeps give equal texts."""
    return {
        "version": _VERSION,
        "project": sha256(file.to_bytes(sweep.project)).hexdigest(),
        "title": sweep.project.title,
        "axes": [
            {
                "name": axis.name,
                "values": [axis.values.low, axis.values.high]
                if isinstance(axis.values, Interval)
                else list(axis.values),
                "is_interval": isinstance(axis.values, Interval),
            }
            for axis in sweep.axes
        ],
        "combination": sweep.combination.value,
        "drawn": sweep.n_drawn,
        "repeats": sweep.n_repeats,
        "rules": encode(sweep.rules),
        "seed": sweep.seed,
    }
