"""A data set as one frozen value: training examples, test examples, and what the numbers mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import DataError, Examples

if TYPE_CHECKING:
    from nnplay.data.table.preparation import Preparation


class Task(Enum):
    """What is to be predicted."""

    REGRESSION = "regression"
    """A quantity."""

    BINARY = "binary"
    """One of two classes, as one number: -1 or 1."""

    YES_NO = "yes_no"
    """One of two classes, as the probability of the second: 0 or 1."""

    MULTICLASS = "multiclass"
    """One of several classes, as one probability for each."""


@dataclass(frozen=True, eq=False)
class Dataset:
    """Examples to train on and examples to test on.

    Attributes
    ----------
    name
        The toy set's name, or the kind of data, such as ``digits`` or ``mnist``.
    input_shape
        Shape of one example's input, without the batch axis.
    classes
        Names of the classes in the order of their numbers; empty for regression.
    points_train, points_test
        (n, 2) float32, the coordinates from which the features of points in the plane are computed; None for all other
        data.
    features
        Names of the inputs: keys of ``FEATURES`` for points in the plane, column names for tables; empty for pictures.
    preparation
        What was done to a table's columns; None for all other data.
    skipped
        A sentence for each file that could not be read.
    rows_train, rows_test
        (n,) for a table, the row of the file that each example comes from, counted from 1 with the header; None for all
        other data.
    n_shared
        Number of rows of a table's test part that are in its training part as well; 0 for all other data.
    """

    name: str
    task: Task
    train: Examples
    test: Examples
    input_shape: tuple[int, ...]
    classes: tuple[str, ...] = ()
    points_train: NDArray[np.float32] | None = None
    points_test: NDArray[np.float32] | None = None
    features: tuple[str, ...] = ()
    preparation: Preparation | None = None
    rows_train: NDArray[np.int64] | None = None
    rows_test: NDArray[np.int64] | None = None
    skipped: tuple[DataError, ...] = ()
    n_shared: int = 0
