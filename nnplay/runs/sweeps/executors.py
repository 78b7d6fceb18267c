"""Executors: who does the work of a sweep. They have one interface, and the results do not depend on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol

from nnplay.runs.order import ShouldStop
from nnplay.runs.sweeps.plan import Task
from nnplay.runs.sweeps.work import Answer, Payload, work

Work = tuple[Task, Callable[[], Payload]]
"""A task, and what makes its payload when it is its turn: a thousand projects at once would fill the memory."""

Done = tuple[Task, list[Answer]]


class Executor(Protocol):
    """Does the tasks of a sweep, in any order, and gives the answers of each as soon as they are there."""

    def run(self, tasks: Iterable[Work], publish: Callable[[float], None], should_stop: ShouldStop) -> Iterator[Done]:
        """Do the tasks.

        Parameters
        ----------
        publish
            Told how many cells' worth of the present task is done, if the executor knows.
        should_stop
            Asked again and again; what is not done by then is not done.
        """


class InThisProcess:
    """One task after another, in the caller's thread."""

    def run(self, tasks: Iterable[Work], publish: Callable[[float], None], should_stop: ShouldStop) -> Iterator[Done]:
        """See ``Executor``."""
        for task, make in tasks:
            if should_stop():
                return
            yield task, work(make(), partial(_tell, publish, len(task.numbers)), should_stop)


def _tell(publish: Callable[[float], None], n_cells: int, share: float) -> None:
    publish(share * n_cells)
