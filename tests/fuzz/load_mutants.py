"""Load mutated files in a process that may have 2 GB and touch nothing but the file: ``load_mutants.py N [SEED]``.

Prints one line of JSON: how many were refused and loaded, and the list of everything that went wrong.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from nnplay.project import Project, ProjectFileError
from nnplay.project.storage.file import Opened, open_bytes, open_project, to_bytes
from tests.fuzz.mutations import Mutant, mutants

_MEMORY = 2 << 30
_SLOW_S = 2.0
_FORBIDDEN = ("socket.", "subprocess.", "os.", "shutil.", "ctypes.", "urllib.", "pickle.")
_ALLOWED = ("os.fspath", "os.putenv")


class Watch:
    """An audit hook that notes every file, socket and process that is touched while it is on."""

    def __init__(self) -> None:
        self.path = ""
        self.is_on = False
        self.touched: list[str] = []

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.is_on:
            return
        if event == "open" and (str(arguments[0]) == self.path or isinstance(arguments[0], int)):
            return
        if event == "open" or (event.startswith(_FORBIDDEN) and event not in _ALLOWED):
            self.touched.append(f"{event} {arguments[:1]}")


def main(n: int, seed: int) -> dict[str, object]:
    every = mutants(seed, n)
    descriptor = os.memfd_create("mutant")
    path = Path(f"/proc/self/fd/{descriptor}")
    watch = Watch()
    watch.path = str(path)
    load_content(descriptor, path, every[0].original, watch)  # what is imported late is imported now
    sys.addaudithook(watch)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    wrong: list[str] = []
    counts = {"refused": 0, "loaded": 0, "mended": 0}
    slowest = 0.0
    for number, mutant in enumerate(every):
        start = perf_counter()
        try:
            opened = load_content(descriptor, path, mutant.content, watch)
        except ProjectFileError as error:
            counts["refused"] += 1
            opened = None
            str(error)
        except BaseException as error:
            wrong.append(f"{number} {mutant.kind}: {type(error).__name__} {error!s:.100}")
            opened = None
        took = perf_counter() - start
        slowest = max(slowest, took)
        if took > _SLOW_S:
            wrong.append(f"{number} {mutant.kind}: {took:.1f} s")
        if opened is not None:
            counts["mended" if opened.missing else "loaded"] += 1
            wrong += [f"{number} {mutant.kind}: {reason}" for reason in _faults(opened, mutant)]
    wrong += sorted({f"touched {what}" for what in watch.touched})
    return {**counts, "slowest_s": round(slowest, 3), "wrong": wrong}


def load_content(descriptor: int, path: Path, content: bytes, watch: Watch) -> Opened:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, content, 0)
    watch.is_on = True
    try:
        return open_project(path)
    finally:
        watch.is_on = False


def _faults(opened: Opened, mutant: Mutant) -> list[str]:
    """What is wrong with a project loaded from a mutant: it must be the original, or say what the file says."""
    project = opened.project
    if not mutant.is_sealed and not opened.missing and to_bytes(project) != mutant.original:
        return ["a silent wrong load"]
    before = open_bytes(mutant.original, Path("original")).project
    if not mutant.is_sealed and opened.missing and not _weights(project) <= _weights(before):
        return ["wrong weights"]
    if not all(np.isfinite(each.parameters).all() for each in (project, *project.runs)):
        return ["weights that are no numbers"]
    return []


def _weights(project: Project) -> set[tuple[int, bytes]]:
    """The weights of the network, as 0, and of each earlier run by its number."""
    runs = {(run.number, run.parameters.tobytes()) for run in project.runs}
    return {(0, project.parameters.tobytes())} | runs


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)))
