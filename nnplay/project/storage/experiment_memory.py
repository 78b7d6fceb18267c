"""The experiments of a project in its file: what is known of each network as JSON, their contents as one array."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.project.experiment import MOST_EXPERIMENTS, KeptCell, KeptExperiment
from nnplay.project.storage.codec import decode, encode
from nnplay.project.storage.tensor_file import Array

PREFIX = "experiments."


def described(experiments: Sequence[KeptExperiment]) -> list[dict[str, Any]]:
    """Return what a file's description says about experiments."""
    return [
        {
            "axes": list(each.axes),
            "cells": [encode(replace(cell, content=b"")) for cell in each.cells],
            "sizes": [len(cell.content) for cell in each.cells],
        }
        for each in experiments
    ]


def tensors(experiments: Sequence[KeptExperiment]) -> dict[str, Array]:
    """Return the contents of their networks, an array for each experiment."""
    return {
        f"{PREFIX}{place}": np.frombuffer(b"".join(cell.content for cell in each.cells), np.uint8)
        for place, each in enumerate(experiments)
    }


def experiments_from(data: object, arrays: dict[str, Array]) -> tuple[KeptExperiment, ...]:
    """Return the experiments of a file, and take their arrays out of ``arrays``.

    Raises
    ------
    DamagedError, ProjectError
        If the description is none, or does not fit the arrays.
    """
    if not isinstance(data, list) or len(data) > MOST_EXPERIMENTS:
        raise _damaged()
    return tuple(_experiment(each, arrays.pop(f"{PREFIX}{place}", None)) for place, each in enumerate(data))


def _experiment(data: object, content: Array | None) -> KeptExperiment:
    if not isinstance(data, dict) or set(data) != {"axes", "cells", "sizes"}:
        raise _damaged()
    axes = decode(data["axes"], tuple[str, ...])
    sizes = decode(data["sizes"], tuple[int, ...])
    if not isinstance(data["cells"], list) or len(data["cells"]) != len(sizes):
        raise _damaged()
    cells = [decode(each, KeptCell, (KeptCell,)) for each in data["cells"]]
    is_whole = content is not None and content.dtype == np.uint8 and content.ndim == 1
    if content is None or not is_whole or min(sizes, default=0) < 0 or sum(sizes) != content.size:
        raise _damaged()
    if any({name for name, _ in cell.values} != set(axes) for cell in cells):
        raise _damaged()
    whole, start, kept = content.tobytes(), 0, []
    for cell, size in zip(cells, sizes, strict=True):
        kept.append(replace(cell, content=whole[start : start + size]))
        start += size
    return KeptExperiment(axes, tuple(kept))


def _damaged() -> DamagedError:
    return DamagedError(QT_TRANSLATE_NOOP("errors", "the description of an experiment is damaged"))
