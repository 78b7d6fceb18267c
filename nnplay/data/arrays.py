"""Arrays X and y of a NumPy .npz file as a data set."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from nnplay.data.checks import check_share
from nnplay.data.choice import DataChoice, NoDataError
from nnplay.data.dataset import Dataset, Task
from nnplay.data.loading import ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.data.npz import Array, mismatch, read_npz
from nnplay.data.splitting import split
from nnplay.data.stored import check_unchanged, checksum_of
from nnplay.engine import DataError, Examples
from nnplay.engine.checks import check_whole
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.seeds import generator

MAX_CLASSES = 1_000

_WHITE = 255


@dataclass(frozen=True)
class ArraysChoice(DataChoice):
    """An .npz file with X and y; made by ``open_arrays``.

    Attributes
    ----------
    path, checksum
        The file, and the SHA-256 of its content; both empty for one still to be chosen.
    shape
        Of one example's input.
    goal
        What is to be predicted.
    n_classes
        How many classes there are, 0 for quantities.
    n_targets
        How many numbers an answer has, where it is a quantity.
    train_share
        Share of the examples to learn from, 0.1 to 1; a file that comes split stays so.
    n_rows
        How many examples there were when it was opened: to be shown, not relied on.
    """

    path: str
    checksum: str
    shape: tuple[int, ...]
    goal: Task
    n_classes: int = 0
    n_targets: int = 1
    train_share: float = 0.8
    n_rows: int = 0

    MAX_INPUTS: ClassVar[int] = 1_000_000

    def __post_init__(self) -> None:
        check_share(self.train_share, most=1)
        check_whole("number of classes", self.n_classes, 0, MAX_CLASSES)
        check_whole("number of targets", self.n_targets, 1, MAX_CLASSES)
        check_whole("number of examples", self.n_rows, 0, 1 << 40)
        is_shape = len(self.shape) in (1, 3) and all(1 <= n <= self.MAX_INPUTS for n in self.shape)
        is_goal = (self.goal is Task.REGRESSION) == (self.n_classes == 0)
        if not is_shape or not is_goal or prod(self.shape) > self.MAX_INPUTS:
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors", "A network cannot learn from inputs of shape {shape} with {classes} classes."
                ),
                shape=self.shape,
                classes=self.n_classes,
            )

    @property
    def task(self) -> Task:
        return self.goal

    @property
    def input_shape(self) -> tuple[int, ...]:
        return self.shape

    @property
    def n_outputs(self) -> int:
        return self.n_classes if self.goal is Task.MULTICLASS else self.n_targets

    @property
    def class_names(self) -> tuple[str, ...]:
        return tuple(map(str, range(self.n_classes)))

    @property
    def input_names(self) -> tuple[str, ...]:
        return tuple(f"x{i}" for i in range(1, self.shape[0] + 1)) if len(self.shape) == 1 else ()

    @property
    def location(self) -> str:
        return self.path

    def load(self, seed_data: int, seed_split: int, report: ReportProgress, should_cancel: ShouldCancel) -> Dataset:
        if not self.path:
            raise NoDataError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "This network came without data: choose data that fit it (inputs: {inputs}, outputs: {outputs}).",
                ),
                inputs=" × ".join(map(str, self.shape)),
                outputs=self.n_outputs,
            )
        check_unchanged(self.path, self.checksum, should_cancel)
        arrays = read_npz(Path(self.path), report, should_cancel)
        x, y = _inputs(self.path, arrays[0]), arrays[1]
        goal, n_classes, n_targets = _goal(self.path, y)
        if (x.shape[1:], goal, n_classes, n_targets) != (self.shape, self.goal, self.n_classes, self.n_targets):
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "“{file}” has changed since it was chosen: open it again."),
                file=self.path,
            )
        if len(arrays) == 4:
            test_x, test_y = _inputs(self.path, arrays[2]), arrays[3]
            if test_x.shape[1:] != self.shape:
                raise mismatch(self.path, x, test_x)
            train, test = self._examples(x, y), self._examples(test_x, test_y)
        else:
            labels = _class_numbers(y) if self.n_classes else None
            rows, others = split(len(x), self.train_share, generator("split", seed_split), labels)
            train, test = self._examples(x[rows], y[rows]), self._examples(x[others], y[others])
        return Dataset(
            name="arrays",
            task=self.goal,
            train=train,
            test=test,
            input_shape=self.shape,
            classes=self.class_names,
            features=self.input_names,
        )

    def _examples(self, x: Array, y: Array) -> Examples:
        scale = 1 / _WHITE if x.dtype == np.uint8 else 1.0
        if self.goal is Task.MULTICLASS:
            numbers = _class_numbers(y)
            if len(numbers) and not 0 <= numbers.min() <= numbers.max() < self.n_classes:
                raise DataError(
                    QT_TRANSLATE_NOOP(
                        "errors", "“{file}” has classes in its test part that are missing from its training part."
                    ),
                    file=self.path,
                )
            return Examples(x, numbers, scale)
        with np.errstate(over="ignore"):
            return Examples(x, y.reshape(len(y), prod(y.shape[1:])).astype(np.float32), scale)


def open_arrays(
    path: Path, report: ReportProgress = ignore_progress, should_cancel: ShouldCancel = never_cancel
) -> ArraysChoice:
    """The choice for an .npz file.

    Raises
    ------
    DataError
        If it has no X and y, or these are not examples.
    LoadCancelledError
        If ``should_cancel`` returned true.
    """
    arrays = read_npz(path, report, should_cancel)
    x = _inputs(path, arrays[0])
    goal, n_classes, n_targets = _goal(path, arrays[1])
    checksum = checksum_of(path, should_cancel)
    return ArraysChoice(
        str(path.absolute()), checksum, x.shape[1:], goal, n_classes, n_targets, n_rows=sum(map(len, arrays[::2]))
    )


def _inputs(path: Path | str, x: Array) -> Array:
    """The inputs as (n, k), or as pictures (n, height, width, channels)."""
    if x.ndim == 3:
        x = x[..., np.newaxis]
    if x.ndim not in (2, 4) or 0 in x.shape or (x.ndim == 4 and x.shape[3] > 4):
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}”: X has the shape {shape}; rows of numbers, or pictures of 1 to 4 channels, are expected.",
            ),
            file=path,
            shape=x.shape,
        )
    if x.ndim == 4 and x.dtype == np.uint8:
        return x
    with np.errstate(over="ignore"):  # an infinite number is refused later, with its row
        return x.astype(np.float32)


def _goal(path: Path | str, y: Array) -> tuple[Task, int, int]:
    """What the answers are, how many classes there are, and how many numbers an answer has."""
    if y.ndim not in (1, 2) or (y.ndim == 2 and not 1 <= y.shape[1] <= MAX_CLASSES):
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}”: y has the shape {shape}; an answer for each example is expected."),
            file=path,
            shape=y.shape,
        )
    n_targets = 1 if y.ndim == 1 else y.shape[1]
    if n_targets > 1:
        is_one_hot = bool(((y == 0) | (y == 1)).all() and (y.sum(axis=1) == 1).all())
        return (Task.MULTICLASS, n_targets, 1) if is_one_hot else (Task.REGRESSION, 0, n_targets)
    values = y.reshape(-1)
    is_class = y.dtype.kind in "bu" or bool((values == np.floor(values)).all() and values.min() >= 0)
    most = int(values.max()) if is_class else 0
    if not is_class or most >= MAX_CLASSES or (y.dtype.kind == "f" and most > 100):
        return Task.REGRESSION, 0, 1
    if most == 0:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}”: y has only one class; two or more are needed."), file=path
        )
    return (Task.YES_NO, 2, 1) if most == 1 else (Task.MULTICLASS, most + 1, 1)


def _class_numbers(y: Array) -> NDArray[np.int64]:
    return (y.argmax(axis=1) if y.ndim == 2 and y.shape[1] > 1 else y.reshape(-1)).astype(np.int64)
