"""Sweeping: an executor trains every cell of a sweep, and each result is saved before more work begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from time import perf_counter

from nnplay.project.sweep import Sweep
from nnplay.runs.order import ShouldStop, never
from nnplay.runs.scores import Scores
from nnplay.runs.sweeps.executors import Executor
from nnplay.runs.sweeps.folder import SweepFolder
from nnplay.runs.sweeps.plan import Task, payload, plan
from nnplay.runs.sweeps.result import CANCELLED, CellResult
from nnplay.runs.sweeps.work import Answer, work

_TRIAL_S = 1.0
"""Seconds for a trial, if it has reached the end of an epoch by then."""

_LONGEST_TRIAL_S = 5.0


@dataclass(frozen=True)
class SweepNews:
    """The progress of a sweep.

    Attributes
    ----------
    n_done, n_cells
        Finished cells, including those of an earlier sweep, and all cells.
    share
        Finished share of the work, 0 to 1, including the known part of what is under way.
    seconds_left
        Estimated time left at the present speed; None while unknown.
    results
        The results that have just been finished.
    """

    n_done: int
    n_cells: int
    share: float
    seconds_left: float | None
    results: tuple[CellResult, ...] = ()


def run_sweep(
    sweep: Sweep,
    executor: Executor,
    folder: SweepFolder | None = None,
    publish: Callable[[SweepNews], None] | None = None,
    should_stop: ShouldStop = never,
) -> list[CellResult]:
    """Train the unfinished cells, and return the results of all cells in order.

    Cells that are not finished when ``should_stop`` returns True are cancelled.

    Raises
    ------
    SweepError
        If a cell is impossible (then nothing has been started), or a result cannot be written.
    """
    sweep.check()
    results = {} if folder is None else {n: each for n, each in folder.load().items() if each.is_finished}
    tasks = [task for task in plan(sweep) if not set(task.numbers) <= results.keys()]
    n_before, start = len(results), perf_counter()
    n_left = sum(len(task.numbers) for task in tasks)

    def tell(n_under_way: float, new: tuple[CellResult, ...] = ()) -> None:
        if publish is None:
            return
        n_new = len(results.keys()) - n_before
        share = min(1.0, (n_new + n_under_way) / max(1, n_left))
        seconds = perf_counter() - start
        left = seconds / share * (1 - share) if share > 0 else None
        publish(SweepNews(len(results), sweep.n_cells, share, left, new))

    tell(0.0)
    jobs = ((task, partial(payload, sweep, task)) for task in tasks)
    for _, answers in executor.run(jobs, tell, should_stop):
        fresh = tuple(_result(sweep, answer) for answer in answers if answer["number"] not in results)
        for result in fresh:
            if result.is_finished:
                if folder is not None:
                    folder.save(result)
                results[result.number] = result
        tell(0.0, fresh)
    return [results.get(number) or _cancelled(sweep, number) for number in range(sweep.n_cells)]


def estimate(sweep: Sweep, tasks: Iterable[Task], should_stop: ShouldStop = never) -> float | None:
    """Estimate the seconds that the tasks take in one process, from a short trial of the first; None if unknown.

    The trial ends early, and nothing is known, when ``should_stop`` returns True.

    The estimate assumes that each network takes as long as one of the first task, and trains as long as its rules
    allow.
    """
    tasks = list(tasks)
    n_epochs = sweep.rules.n_epochs
    if not tasks or n_epochs is None:
        return None
    begun: list[float] = []
    shares: list[tuple[float, float]] = []

    def is_over() -> bool:
        now = perf_counter()
        if not begun:
            begun.append(now)  # the data are loaded
        return should_stop() or now - begun[0] > (_TRIAL_S if shares else _LONGEST_TRIAL_S)

    def note(share: float) -> None:
        if share > 0:  # a network that diverges in its first step gets nowhere
            shares.append((perf_counter(), share))

    work(payload(sweep, tasks[0]), note, is_over)
    if not shares or not begun or should_stop():
        return None
    end, share = shares[-1]
    n_cells = sum(len(task.numbers) for task in tasks)
    return (end - begun[0]) / share * n_cells / len(tasks[0].numbers)


def _result(sweep: Sweep, answer: Answer) -> CellResult:
    cell = sweep.cell(answer["number"])
    return CellResult(
        number=cell.number,
        name=cell.name,
        values=cell.values,
        repeat=cell.repeat,
        ending=answer["ended"],
        reason=answer["reason"],
        scores=Scores(*answer["scores"]),
        n_epochs=answer["epochs"],
        n_steps=answer["steps"],
        n_parameters=answer["parameters"],
        n_examples=answer["examples"],
        seconds=answer["seconds"],
        project=answer["project"],
    )


def _cancelled(sweep: Sweep, number: int) -> CellResult:
    cell = sweep.cell(number)
    return CellResult(number, cell.name, cell.values, cell.repeat, CANCELLED)
