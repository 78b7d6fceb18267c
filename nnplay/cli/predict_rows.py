"""``nnplay predict --rows``: a table in, the same table with the network's predictions out."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import numpy as np

from nnplay.asking import AskedRows, ask_rows
from nnplay.cli.interrupt import Interrupt
from nnplay.cli.messages import progress, say
from nnplay.cli.source import load_data
from nnplay.cli.status_line import StatusLine
from nnplay.data import TableChoice
from nnplay.data.table.reader import TableSource
from nnplay.disk.writing import write_file
from nnplay.engine import DataError, NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.metrics import accuracy
from nnplay.engine.reasons import reason_of
from nnplay.languages import translate
from nnplay.languages.columns import aligned_right, width
from nnplay.project import Project

_MOST_PROBLEMS = 3
"""More of them are only in the table."""


def answer_rows(project: Project, path: Path, output: str | None, *, is_json: bool) -> int:
    """Ask about every row of a file, write or print the table, and say how good the answers are if that is known."""
    with Interrupt() as interrupt:
        # Only a table is prepared by what its training data are like.
        dataset = load_data(project, interrupt) if isinstance(project.data, TableChoice) else None
        with StatusLine() as line:
            asked = ask_rows(
                TableSource(str(path)),
                project.data,
                dataset,
                project.network,
                project.parameters,
                project.muted,
                translate,
                lambda *done: line.show(progress(*done)),
                interrupt.is_set,
            )
    text = asked.csv_text(_sentence)
    if output is not None:
        _write(Path(output), text)
    if is_json:
        print(json.dumps(_summary(asked, project.data.class_names)))
    elif output is None:
        print(text.replace("\r\n", "\n"), end="")
    if not is_json:
        for number, error in list(asked.problems.items())[:_MOST_PROBLEMS]:
            text = translate("cli", "row {row} has no answer: {problem}")
            say(text.format(row=asked.numbers[number], problem=_sentence(error)))
        for summary in _summary_lines(asked):
            say(summary)
        if output is not None:
            say(translate("cli", "wrote {file}").format(file=output))
    return 0


def _sentence(error: NnplayError) -> str:
    return error.sentence(partial(translate, "errors"))


def _write(path: Path, text: str) -> None:
    try:
        write_file(path, text.encode())
    except OSError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be written: {reason}."), file=path, reason=reason_of(error)
        ) from error


def _summary(asked: AskedRows, class_names: tuple[str, ...]) -> dict[str, object]:
    confusion, error = asked.confusion(), asked.mean_error()
    return {
        "rows": len(asked.rows),
        "answered": len(asked.answered),
        "known": len(asked.known),
        "accuracy": None if confusion is None else accuracy(confusion),
        "confusion": None if confusion is None else confusion.tolist(),
        "mean_absolute_error": error,
        "classes": list(class_names),
        "outputs": asked.answer.outputs.tolist(),
    }


def _summary_lines(asked: AskedRows) -> list[str]:
    """Return what is known about the answers, in words and as a confusion matrix."""
    confusion, error = asked.confusion(), asked.mean_error()
    lines = [
        translate("cli", "rows answered: {answered} of {rows}").format(
            answered=len(asked.answered), rows=len(asked.rows)
        )
    ]
    if error is not None:
        lines.append(translate("cli", "mean absolute error: {error:.4g}").format(error=error))
    if confusion is not None:
        right = int(np.trace(confusion))
        text = translate("cli", "{right} of {known} answers correct (accuracy {share:.4f})")
        lines.append(text.format(right=right, known=len(asked.known), share=accuracy(confusion)))
        lines.append(translate("cli", "actual classes in rows, predicted classes in columns:"))
        names = asked.answer.meaning.classes
        columns = max(width(text) for text in (*names, *map(str, confusion.reshape(-1).tolist()))) + 2
        for name, counts in zip(("", *names), (names, *confusion.tolist()), strict=True):
            lines.append("".join(aligned_right(str(cell), columns) for cell in (name, *counts)))
    return lines
