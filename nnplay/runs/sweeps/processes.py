"""Worker processes on this machine: each trains one task after another, with one BLAS thread.

If a worker dies, its task is tried once more. When this process ends, however it ends, the workers end too.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait as wait_for

from nnplay.runs.order import ShouldStop
from nnplay.runs.sweeps.executors import Done, Work
from nnplay.runs.sweeps.plan import Task
from nnplay.runs.sweeps.result import CRASHED
from nnplay.runs.sweeps.work import Answer, failure, work

_LOOK_S = 0.1
"""Seconds between two checks whether to stop."""

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


class Processes:
    """``count`` worker processes.

    Parameters
    ----------
    count
        The number of processes; more than there are processors bring nothing.
    """

    def __init__(self, count: int) -> None:
        self._count = count

    def run(self, tasks: Iterable[Work], publish: Callable[[float], None], should_stop: ShouldStop) -> Iterator[Done]:
        """See ``Executor``."""
        for name in _THREADS:
            os.environ.setdefault(name, "1")  # the workers inherit it, before they import NumPy
        waiting = iter(tasks)
        lost: list[Work] = []
        is_more = True
        while is_more and not should_stop():
            is_more = False
            yield from self._until_one_dies(waiting, self._count, lost, should_stop)
            # It is unknown which task killed its worker, so each task under way is tried once more by itself.
            for one in lost:
                if should_stop():
                    return
                again: list[Work] = []
                yield from self._until_one_dies(iter([one]), 1, again, should_stop)
                if again:
                    yield one[0], _given_up(one[0])
            is_more, lost = bool(lost), []

    def _until_one_dies(
        self, tasks: Iterator[Work], count: int, lost: list[Work], should_stop: ShouldStop
    ) -> Iterator[Done]:
        """Perform tasks until all are done or a worker dies; ``lost`` then holds those that were under way."""
        # Not forked: a fork copies the locks of Qt's and BLAS's threads, but not the threads that would release them.
        pool = ProcessPoolExecutor(count, get_context("spawn"), _begin)
        under_way: dict[Future[list[Answer]], Work] = {}
        try:
            while not should_stop():
                while len(under_way) < count and (one := next(tasks, None)) is not None:
                    under_way[pool.submit(work, one[1]())] = one
                if not under_way:
                    return
                done, _ = wait(under_way, _LOOK_S, FIRST_COMPLETED)
                for future in done:
                    answers = future.result()
                    yield under_way.pop(future)[0], answers
        except BrokenProcessPool:
            lost += under_way.values()
        finally:
            _end(pool)


def _given_up(task: Task) -> list[Answer]:
    return [failure(number, CRASHED, "its worker process died twice") for number in task.numbers]


def _end(pool: ProcessPoolExecutor) -> None:
    """End a pool at once, without waiting for its workers."""
    # The pool has no public way to stop a task that is running.
    processes = list((getattr(pool, "_processes", None) or {}).values())
    for process in processes:
        process.kill()
    pool.shutdown(cancel_futures=True)  # its threads notice that the processes are gone


def _begin() -> None:
    """In a worker: leave Ctrl+C to the parent, and exit when the parent does, even if it was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None

    # In a thread of its own, because the main thread is busy training.
    def follow() -> None:
        wait_for([parent.sentinel])
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
