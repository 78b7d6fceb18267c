"""Tandem: two runs that train in step in one thread, by turns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nnplay.runs.order import RunOrder, ShouldStop, never, nothing
from nnplay.runs.report import RunReport
from nnplay.runs.run import TrainingRun

Rider = tuple[TrainingRun, RunOrder, Callable[[RunReport], None]]
"""A run, what it should do, and who gets its reports."""


def advance_in_step(
    first: Rider, second: Rider, should_stop: ShouldStop = never, between: Callable[[], None] = nothing
) -> None:
    """Train two runs until both orders are carried out or ``should_stop`` returns True.

    It is always the turn of the one that has trained fewer epochs: after each epoch of a small network, or a few
    milliseconds of a large one. Each learns exactly as it would alone, bit for bit. (Two networks of one shape could
    train as a stack, but a stack rounds in another way, and neither could go on alone.) The final report of the first
    comes last: when it is there, both have ended. Until then, the first has news whenever the second has.
    """
    final: list[RunReport] = []

    def publish_first(report: RunReport) -> None:
        if report.is_final:
            final.append(replace(report, points=(), moments=()))
            report = replace(report, is_final=False, error=None, ending=None)
        first[2](report)

    def publish_second(report: RunReport) -> None:
        second[2](report)
        if final:
            first[2](replace(final[0], is_final=False, error=None, ending=None))

    turns = [
        first[0].advancing(first[1], publish_first, should_stop),
        second[0].advancing(second[1], publish_second, should_stop),
    ]
    epochs = [0.0, 0.0]
    waiting = [0, 1]
    while waiting:
        turn = min(waiting, key=epochs.__getitem__)
        try:
            epochs[turn] = next(turns[turn])
            between()
        except StopIteration:
            waiting.remove(turn)
    first[2](final[0])
