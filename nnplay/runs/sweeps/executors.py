"""Executors do the work of a sweep. They share one interface, and the results do not depend on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol

from nnplay.runs.order import ShouldStop
from nnplay.runs.sweeps.glimpse import Glimpse
from nnplay.runs.sweeps.plan import Task
from nnplay.runs.sweeps.work import Answer, Payload, work

Work = tuple[Task, Callable[[], Payload]]
"""A task, and the function that makes its payload when needed: a thousand projects at once would fill the memory."""

Done = tuple[Task, list[Answer]]


class Executor(Protocol):
    """Performs the tasks of a sweep, in any order, and yields the answers of each as soon as they are there."""

    def run(self, tasks: Iterable[Work], publish: Callable[[float], None], should_stop: ShouldStop) -> Iterator[Done]:
        """Perform the tasks.

        Parameters
        ----------
        publish
            Called with the number of finished cells of the present task, if the executor knows it.
        should_stop
            Called repeatedly; tasks that are not finished when it returns True are dropped.
        """


class InThisProcess:
    """One task after another, in the caller's thread.

    Parameters
    ----------
    watch
        Sees the cells of the present task while they learn: their numbers, and a glimpse of their networks.
    """

    def __init__(self, watch: Callable[[tuple[int, ...], Glimpse], None] | None = None) -> None:
        self._watch = watch

    def run(self, tasks: Iterable[Work], publish: Callable[[float], None], should_stop: ShouldStop) -> Iterator[Done]:
        """See ``Executor``."""
        for task, make in tasks:
            if should_stop():
                return
            watch = None if self._watch is None else partial(self._watch, task.numbers)
            yield task, work(make(), partial(_tell, publish, len(task.numbers)), should_stop, watch)


def _tell(publish: Callable[[float], None], n_cells: int, share: float) -> None:
    publish(share * n_cells)
