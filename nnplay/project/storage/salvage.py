"""What becomes of a project's file of which a part is damaged: that part is as at first, and a sentence says so.

Weights, network, data and settings have to be whole. The rest is let go of rather than all of the person's work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import TypeVar

import numpy as np

from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.project.storage.experiment_memory import PREFIX as EXPERIMENTS_PREFIX
from nnplay.project.storage.run_memory import PREFIX as RUNS_PREFIX
from nnplay.project.storage.tensor_file import Array
from nnplay.project.storage.trainer_memory import PREFIX as TRAINER_PREFIX

_Part = TypeVar("_Part")

HISTORY_PREFIX = "history."  # a parameter's name always has a slash, so the two cannot be confused

_WHOLE = "sha256"
_SUMS = {
    "sha256.curves": HISTORY_PREFIX,
    "sha256.trainer": TRAINER_PREFIX,
    "sha256.runs": RUNS_PREFIX,
    "sha256.experiments": EXPERIMENTS_PREFIX,
}
_CORE = "sha256.core"
"""Of the description and all arrays that no other sum is about."""

TRAINER = QT_TRANSLATE_NOOP("errors", "What the optimizer had gathered is damaged: training goes on with a fresh one.")
CURVES_LOST = QT_TRANSLATE_NOOP("errors", "The curves are damaged: they begin anew.")
POSITIONS = QT_TRANSLATE_NOOP("errors", "The places of the layers are damaged: they are laid out anew.")
LESSON = QT_TRANSLATE_NOOP("errors", "Which step of a lesson it was at is damaged.")
CLASSROOM = QT_TRANSLATE_NOOP("errors", "What a class is shown is damaged: everything is shown.")
RUNS = QT_TRANSLATE_NOOP("errors", "The earlier runs are damaged: the network and its curves are whole.")
EXPERIMENTS = QT_TRANSLATE_NOOP("errors", "The experiments are damaged: the network and its runs are whole.")
STOP = QT_TRANSLATE_NOOP("errors", "The rules for ending a run are damaged: they are as at first.")


class Salvage:
    """Reads parts, and notes those that cannot be read.

    Attributes
    ----------
    missing
        A sentence for each part that was let go of.
    """

    def __init__(self) -> None:
        self.missing: list[NnplayError] = []

    def lose(self, sentence: str, cause: Exception) -> None:
        """Note a part that is damaged, and what is wrong with it."""
        error = NnplayError(sentence)
        error.__cause__ = cause
        self.missing.append(error)

    def part(self, sentence: str, read: Callable[[], _Part], otherwise: _Part) -> _Part:
        """Read a part; if that fails, note it and give what there is otherwise."""
        if any(error.template == sentence for error in self.missing):
            return otherwise
        try:
            return read()
        except (NnplayError, ValueError) as error:
            self.lose(sentence, error)
            return otherwise

    def check(self, metadata: Mapping[str, str], description: str, tensors: dict[str, Array]) -> None:
        """Compare the check sums; DamagedError unless at least description and weights are what was written."""
        if metadata.get(_WHOLE) == _sum(description, tensors):
            return
        sums = check_sums(description, tensors)
        if metadata.get(_CORE) != sums[_CORE]:
            raise _other_sum()
        for name, sentence in zip(_SUMS, (CURVES_LOST, TRAINER, RUNS, EXPERIMENTS), strict=True):
            # Older files have no sum of their runs and experiments, because they have none.
            if metadata.get(name, _sum("", {})) != sums[name]:
                self.lose(sentence, _other_sum())


def _other_sum() -> DamagedError:
    return DamagedError(QT_TRANSLATE_NOOP("errors", "its check sum is another"))


def check_sums(description: str, tensors: Mapping[str, Array]) -> dict[str, str]:
    """A sum over all that a file says, and one for each part that can be damaged by itself."""
    parts = {name: {key: tensors[key] for key in tensors if key.startswith(prefix)} for name, prefix in _SUMS.items()}
    core = {key: tensors[key] for key in tensors if not key.startswith(tuple(_SUMS.values()))}
    sums = {name: _sum("", part) for name, part in parts.items()}
    return {_WHOLE: _sum(description, tensors), _CORE: _sum(description, core)} | sums


def _sum(description: str, tensors: Mapping[str, Array]) -> str:
    checksum = sha256(description.encode())
    for name, array in sorted(tensors.items()):
        checksum.update(f"{name} {array.dtype} {array.shape}".encode())
        checksum.update(np.ascontiguousarray(array).data)
    return checksum.hexdigest()
