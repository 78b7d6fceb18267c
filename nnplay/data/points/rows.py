"""A few rows of numbers typed in, such as the example of a calculation by hand; they are stored in the project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnplay.data.checks import is_number
from nnplay.data.choice import DataChoice
from nnplay.data.dataset import Dataset, Task
from nnplay.data.loading import ReportProgress, ShouldCancel
from nnplay.data.points.drawn import check_labels
from nnplay.data.points.plane import targets, two_classes
from nnplay.engine import DataError, Examples
from nnplay.engine.errors import QT_TRANSLATE_NOOP

MAX_ROWS = 1_000
MAX_COLUMNS = 100


@dataclass(frozen=True)
class RowsChoice(DataChoice):
    """Rows that are all training examples; there is no test data.

    Attributes
    ----------
    inputs
        Names of the inputs.
    rows
        The inputs of each example.
    answers
        The target of each example: one or more quantities, or one label, depending on ``goal``.
    goal
        What is to be predicted.
    classes
        Names of the classes if the goal is one of several; else empty.

    Raises
    ------
    DataError
        If the lengths differ, or something is not a number.
    """

    is_quick: ClassVar[bool] = True
    are_names_translated: ClassVar[bool] = True

    inputs: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]
    answers: tuple[tuple[float, ...], ...]
    goal: Task = Task.REGRESSION
    classes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= len(self.rows) <= MAX_ROWS or not 1 <= len(self.inputs) <= MAX_COLUMNS:
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors", "Between 1 and {rows} rows can be typed in, with 1 to {columns} numbers each."
                ),
                rows=MAX_ROWS,
                columns=MAX_COLUMNS,
            )
        if len(self.answers) != len(self.rows):
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors", "There are {inputs} inputs but {targets} targets: each example needs both."
                ),
                inputs=len(self.rows),
                targets=len(self.answers),
            )
        for number, (row, answer) in enumerate(zip(self.rows, self.answers, strict=True), 1):
            has_lengths = len(row) == len(self.inputs) and len(answer) == len(self.answers[0]) >= 1
            if not has_lengths or not all(map(is_number, (*row, *answer))):
                raise DataError(
                    QT_TRANSLATE_NOOP(
                        "errors", "Row {row} is not as long as the others, or has something that is not a number."
                    ),
                    row=number,
                )
        if self.goal is Task.REGRESSION and len(self.answers[0]) <= MAX_COLUMNS:
            return
        if len(self.answers[0]) != 1:
            raise DataError(QT_TRANSLATE_NOOP("errors", "A class is one number: each row needs exactly one answer."))
        check_labels(tuple(answer[0] for answer in self.answers), self.goal, self.classes)

    @property
    def task(self) -> Task:
        return self.goal

    @property
    def input_shape(self) -> tuple[int, ...]:
        return (len(self.inputs),)

    @property
    def n_outputs(self) -> int:
        return len(self.classes) or len(self.answers[0])

    @property
    def class_names(self) -> tuple[str, ...]:
        return self.classes or two_classes(self.goal)

    @property
    def input_names(self) -> tuple[str, ...]:
        return self.inputs

    def load(self, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel) -> Dataset:
        x, answers = np.array(self.rows, np.float32), np.array(self.answers, np.float32)
        y = answers if self.goal is Task.REGRESSION else targets(answers[:, 0], self.goal)
        return Dataset(
            name="rows",
            task=self.goal,
            train=Examples(x, y),
            test=Examples(x[:0], y[:0]),
            input_shape=self.input_shape,
            classes=self.class_names,
            features=self.inputs,
        )
