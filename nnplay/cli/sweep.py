"""``nnplay sweep``: train one network with many settings, and say which did best."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.messages import say
from nnplay.cli.source import check_named, open_source
from nnplay.cli.status_line import StatusLine, bar
from nnplay.cli.train import checked_output, rules_of
from nnplay.disk.csv_text import csv_text
from nnplay.disk.writing import write_file
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of
from nnplay.languages import translate
from nnplay.languages.columns import padded, width
from nnplay.project import Project
from nnplay.project.sweep import Combination, Sweep, SweepError, parse_axis, swept_controls
from nnplay.runs.sweeps import (
    CANCELLED,
    CellResult,
    Executor,
    InThisProcess,
    Processes,
    SweepFolder,
    SweepNews,
    estimate,
    plan,
    run_sweep,
)
from nnplay.runs.sweeps.summary import Spread, SummaryRow, judged, summarize

_FAR = 100
"""Cells from which on it is said beforehand how long a sweep will take."""

_MOST_LINES = 200
"""Cells up to which each has a line."""

_MOST_ROWS = 20
"""Rows of the table that are printed; files have them all."""


def run(options: Namespace) -> int:
    """Sweep and report; after Ctrl+C what is finished is reported all the same."""
    project = open_source(options.source, options.data, options.scale, allows_data=options.allow_data)
    if options.axes:
        return _list_axes(project, is_json=options.json)
    sweep = _sweep(options, project)
    _check_outputs(options)
    sweep.check()
    check_named(project)
    folder = None if options.output is None else SweepFolder(Path(options.output), sweep)
    with Interrupt() as interrupt, _executor(options) as executor, StatusLine() as line:
        _say_size(sweep, options, folder, line)
        printer = _Printer(line, sweep.n_cells)
        results = run_sweep(sweep, executor, folder, printer.show, interrupt.is_set)
        is_cut = interrupt.is_set()
        names = [axis.name for axis in sweep.axes]
        if options.baselines:
            from nnplay.runs.sweeps.baselines import METHOD, with_baselines

            line.show(translate("cli", "the baselines"))
            results, names = with_baselines(sweep, results, interrupt.is_set), [METHOD, *names]
    rows = summarize(results)
    if options.csv is not None:
        _write(Path(options.csv), _csv(names, results))
    if options.plot is not None:
        from nnplay.runs.sweeps.picture import picture

        _write(Path(options.plot), picture(names, rows))
    if options.json:
        print(json.dumps(_report(results, rows)))
    else:
        print(_table(names, rows))
    if is_cut:
        n_done = sum(result.ending != CANCELLED for result in results)
        say(
            translate("cli", "interrupted: {done} of {count} networks are trained").format(
                done=n_done, count=len(results)
            )
        )
        return interrupt.status
    return 0


def _sweep(options: Namespace, project: Project) -> Sweep:
    controls = swept_controls(project)
    axes = tuple(parse_axis(text, controls) for text in options.over)
    combination, n_drawn = Combination.GRID, 1
    if options.random is not None:
        combination, n_drawn = Combination.RANDOM, options.random
    elif options.sobol is not None:
        combination, n_drawn = Combination.SOBOL, options.sobol
    if not axes and options.seeds == 1:
        raise SweepError(
            QT_TRANSLATE_NOOP(
                "errors", "Nothing is swept: add --over NAME=VALUES, or --seeds N; --axes lists the names."
            )
        )
    return Sweep(
        project,
        axes,
        rules_of(options, project),
        combination,
        n_drawn,
        options.seeds,
        most_cells=options.most_cells,
    )


@contextmanager
def _executor(options: Namespace) -> Iterator[Executor]:
    if options.dask is not None:
        from nnplay.runs.sweeps.dask_cluster import DaskCluster

        cluster = DaskCluster(options.dask)
        try:
            yield cluster
        finally:
            cluster.close()
    elif options.workers is not None:
        yield Processes(options.workers)
    else:
        yield InThisProcess()


def _say_size(sweep: Sweep, options: Namespace, folder: SweepFolder | None, line: StatusLine) -> None:
    tasks = plan(sweep)
    done = set() if folder is None else set(folder.load())
    if done:
        text = translate("cli", "{done} of {count} networks are there already")
        say(text.format(done=len(done), count=sweep.n_cells))
    left = [task for task in tasks if not set(task.numbers) <= done]
    if sweep.n_cells - len(done) >= _FAR and options.dask is None:
        line.show(translate("cli", "a second's trial"))
        seconds = estimate(sweep, left)
        if seconds is not None:
            text = translate("cli", "{count} networks in {tasks} runs, about {time}")
            time = duration(seconds / (options.workers or 1))
            line.clear()
            say(text.format(count=sweep.n_cells - len(done), tasks=len(left), time=time))


class _Printer:
    """A bar with the time left, and a line for each cell of a sweep that has not too many."""

    def __init__(self, line: StatusLine, n_cells: int) -> None:
        self._line = line
        self._has_lines = n_cells <= _MOST_LINES

    def show(self, news: SweepNews) -> None:
        """Print what is new."""
        for result in news.results:
            if self._has_lines and result.ending != CANCELLED:
                self._line.clear()
                print(_line(result, news.n_cells), flush=True)
        left = "" if news.seconds_left is None else f" - {duration(news.seconds_left)}"
        self._line.show(f"{bar(news.share)} {news.n_done}/{news.n_cells}{left}")


def _line(result: CellResult, n_cells: int) -> str:
    loss, accuracy = judged(result.scores)
    parts = [f"{result.number + 1}/{n_cells}", result.name]
    if loss == loss:
        parts.append(translate("cli", "loss: {value:.4f}").format(value=loss))
    if accuracy is not None:
        parts.append(translate("cli", "accuracy: {value:.4f}").format(value=accuracy))
    parts.append(ending_text(result.ending, result.n_epochs))
    if result.reason:
        parts.append(result.reason)
    return " - ".join(parts)


def ending_text(ending: str, n_epochs: int) -> str:
    """How a cell's run has ended, in words."""
    texts = {
        "epochs": translate("cli", "{epochs} epochs"),
        "loss": translate("cli", "loss reached after {epochs} epochs"),
        "early_stopping": translate("cli", "stopped early after {epochs} epochs"),
        "diverged": translate("cli", "diverged after {epochs} epochs"),
        "crashed": translate("cli", "failed"),
        "cancelled": translate("cli", "cancelled"),
    }
    return texts[ending].format(epochs=n_epochs)


def duration(seconds: float) -> str:
    """A length of time in the greatest two units that fit: ``1:02:03``, ``2:03`` or ``4 s``."""
    whole = max(1, round(seconds))
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _table(names: Sequence[str], rows: Sequence[SummaryRow]) -> str:
    heads = [
        *names,
        translate("cli", "accuracy"),
        translate("cli", "loss"),
        translate("cli", "networks"),
        translate("cli", "ended"),
    ]
    lines = [heads]
    for row in rows[:_MOST_ROWS]:
        values = [_short(value) for value in row.values.values()]
        ended = ", ".join(f"{ending_name(ending)} {n}" for ending, n in row.endings.items())
        lines.append([*values, _spread(row.accuracy), _spread(row.loss), str(sum(row.endings.values())), ended])
    if all(line[len(names)] == "-" for line in lines[1:]):
        lines = [line[: len(names)] + line[len(names) + 1 :] for line in lines]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    text = "\n".join(
        "  ".join(padded(part, size) for part, size in zip(line, widths, strict=True)).rstrip() for line in lines
    )
    if len(rows) > _MOST_ROWS:
        text += "\n" + translate("cli", "… and {count} more").format(count=len(rows) - _MOST_ROWS)
    return text


def ending_name(ending: str) -> str:
    """One word for how runs ended."""
    names = {
        "epochs": translate("cli", "all epochs"),
        "loss": translate("cli", "loss reached"),
        "early_stopping": translate("cli", "early"),
        "diverged": translate("cli", "diverged"),
        "crashed": translate("cli", "failed"),
        "cancelled": translate("cli", "cancelled"),
    }
    return names[ending]


def _spread(spread: Spread | None) -> str:
    if spread is None:
        return "-"
    if spread.least == spread.most:
        return f"{spread.median:.4f}"
    return f"{spread.median:.4f} ({spread.least:.4f} - {spread.most:.4f})"


def _short(value: object) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _csv(names: Sequence[str], results: Sequence[CellResult]) -> bytes:
    """A line a cell: its number, the value of each axis, its scores, how it ended."""
    first = list(results[0].row)
    lines: list[list[object]] = [[name for key in first for name in (names if key == "values" else [key])]]
    for result in results:
        row = result.row
        values = list(row["values"].values())
        lines.append([part for key in first for part in (values if key == "values" else [row[key]])])
    return csv_text(lines).encode()


def _report(results: Sequence[CellResult], rows: Sequence[SummaryRow]) -> dict[str, Any]:
    return {
        "cells": [result.row for result in results],
        "table": [
            {
                "values": row.values,
                "loss": None if row.loss is None else row.loss.__dict__,
                "accuracy": None if row.accuracy is None else row.accuracy.__dict__,
                "ended": row.endings,
                "best_cell": row.best + 1,
            }
            for row in rows
        ],
    }


def _list_axes(project: Project, *, is_json: bool) -> int:
    """Print what can be swept, its present value, and what it may be."""
    found = [control for control in swept_controls(project).values() if not control.is_idle]
    if is_json:
        print(json.dumps([{"name": each.name, "value": each.present, "range": each.range} for each in found]))
        return 0
    lines = [[each.name, "-" if each.present is None else _short(each.present), each.range] for each in found]
    widths = [max(width(line[column]) for line in lines) for column in (0, 1)]
    for name, present, limits in lines:
        print(f"{padded(name, widths[0])}  {padded(present, widths[1])}  {limits}".rstrip())
    return 0


def _check_outputs(options: Namespace) -> None:
    for name in (options.csv, options.plot):
        if name is not None:
            checked_output(Path(name))
    if options.plot is not None and not options.plot.endswith(".svg"):
        raise SweepError(QT_TRANSLATE_NOOP("errors", "A picture of a sweep is an SVG file: name it FILE.svg."))


def _write(path: Path, content: bytes) -> None:
    try:
        write_file(path, content)
    except OSError as error:
        raise SweepError(
            QT_TRANSLATE_NOOP("errors", "“{file}” was not saved: {reason}. What was there before is unchanged."),
            file=path,
            reason=reason_of(error),
        ) from error
