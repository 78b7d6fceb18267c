"""The work of a sweep: takes some cells and returns their results, as bytes and plain values.

The same function runs in this process, in a worker process and on another machine; of our own types, only projects go
in and out, as the content of their files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from nnplay import __version__
from nnplay.data import DataChoice, Dataset, load, with_fewer_examples
from nnplay.engine import Network, NnplayError, TrainingDivergedError
from nnplay.project import Project
from nnplay.project.storage import file
from nnplay.runs.headless import Trained, train
from nnplay.runs.order import ShouldStop, never
from nnplay.runs.report import RunReport
from nnplay.runs.sweeps.glimpse import Glimpse, Watch
from nnplay.runs.sweeps.result import CANCELLED, CRASHED, DIVERGED
from nnplay.runs.sweeps.stack_run import train_together

Payload = dict[str, Any]
"""``version``, and ``cells``: the ``number`` of each, its ``project`` as bytes, and ``examples`` (None: all)."""

Answer = dict[str, Any]
"""For one cell: its ``number``, ``ended``, ``reason``, ``scores`` (four), counts, ``seconds``, and ``project``."""


def work(
    payload: Payload,
    publish: Callable[[float], None] | None = None,
    should_stop: ShouldStop = never,
    watch: Watch | None = None,
) -> list[Answer]:
    """Train the cells of a payload, as one stack if there are several; failures are answers, too.

    Parameters
    ----------
    publish
        Called from time to time with the finished share.
    watch
        Called every few milliseconds with a glimpse of the cells of a stack, and at every report of a single network.
    """
    cells = payload["cells"]
    if payload["version"] != __version__:
        reason = f"nnplay {__version__} cannot train cells of nnplay {payload['version']}"
        return [failure(cell["number"], CRASHED, reason) for cell in cells]
    try:
        projects = [file.open_bytes(cell["project"], Path(f"cell {cell['number'] + 1}")).project for cell in cells]
        datasets = _datasets(projects, [cell["examples"] for cell in cells])
        if len(cells) > 1 and _are_alike(datasets):
            found = train_together(projects, datasets, publish, should_stop, watch)
        else:
            found = [
                _train_alone(project, data, publish, should_stop, watch if len(cells) == 1 else None)
                for project, data in zip(projects, datasets, strict=True)
            ]
    except NnplayError as error:
        if len(cells) > 1:
            # One cell that cannot be trained must not take the others with it.
            alone = ({**payload, "cells": [cell]} for cell in cells)
            return [answer for one in alone for answer in work(one, publish, should_stop)]
        return [failure(cells[0]["number"], CRASHED, str(error))]
    except MemoryError:
        return [failure(cell["number"], CRASHED, "out of memory") for cell in cells]
    return [
        _answer(cell["number"], trained, len(data.train))
        for cell, trained, data in zip(cells, found, datasets, strict=True)
    ]


def _train_alone(
    project: Project,
    dataset: Dataset,
    publish: Callable[[float], None] | None,
    should_stop: ShouldStop,
    watch: Watch | None,
) -> Trained:
    n_epochs = project.stop.n_epochs
    network = Network(project.network) if watch is not None else None

    def tell(report: RunReport) -> None:
        snapshot = report.snapshot
        if snapshot is None:
            return
        if publish is not None and n_epochs:
            publish(snapshot.position / n_epochs)
        if watch is not None and network is not None:
            network.load(snapshot.parameters, project.muted)
            watch(Glimpse(project, snapshot.epoch, [snapshot.scores], np.zeros(1, bool), [network]))

    return train(project, dataset, project.stop, tell, should_stop)


def _datasets(projects: Sequence[Project], examples: Sequence[int | None]) -> list[Dataset]:
    """Return the data of each cell; equal choices with equal seeds are one object, so that a stack recognises them."""
    found: dict[tuple[object, ...], Dataset] = {}
    for project, n in zip(projects, examples, strict=True):
        key = project.data, project.seeds.data, project.seeds.split, n
        if key not in found:
            whole = _load(project.data, project.seeds.data, project.seeds.split)
            found[key] = whole if n is None else with_fewer_examples(whole, n, project.seeds.split)
    keys = (
        (project.data, project.seeds.data, project.seeds.split, n)
        for project, n in zip(projects, examples, strict=True)
    )
    return [found[key] for key in keys]


@lru_cache(maxsize=4)
def _load(choice: DataChoice, seed_data: int, seed_split: int) -> Dataset:
    return load(choice, seed_data, seed_split)


def _are_alike(datasets: Sequence[Dataset]) -> bool:
    first = datasets[0]
    return all((len(data.train), len(data.test)) == (len(first.train), len(first.test)) for data in datasets[1:])


def _answer(number: int, trained: Trained, n_examples: int) -> Answer:
    error = trained.error
    if trained.ending is not None:
        ended = trained.ending.reason.value
    elif error is not None:
        ended = DIVERGED if isinstance(error, TrainingDivergedError) else CRASHED
    else:
        ended = CANCELLED
    scores = trained.end.scores
    return {
        "number": number,
        "ended": ended,
        "reason": "" if error is None else str(error),
        "scores": (scores.train_loss, scores.test_loss, scores.train_accuracy, scores.test_accuracy),
        "epochs": trained.n_epochs,
        "steps": trained.end.step - trained.start.step,
        "parameters": trained.project.network.n_parameters,
        "examples": n_examples,
        "seconds": trained.learning_s,
        # The optimizer's state is left out: a cell is a result, not a run to resume.
        "project": file.to_bytes(replace(trained.project, trainer=None)),
    }


def failure(number: int, ended: str, reason: str) -> Answer:
    """Return the answer for a cell without a result."""
    unknown = (float("nan"), float("nan"), None, None)
    counts = dict.fromkeys(("epochs", "steps", "parameters", "examples"), 0)
    return {
        "number": number,
        "ended": ended,
        "reason": reason,
        "scores": unknown,
        **counts,
        "seconds": 0.0,
        "project": b"",
    }
