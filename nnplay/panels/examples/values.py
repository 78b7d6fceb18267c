"""The values behind a page of examples: columns by number, the answer first, then the inputs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.data import Dataset
from nnplay.engine import Examples
from nnplay.engine.metrics import classifier

ANSWER = 0
"""The number of the answer's column; the inputs follow."""


@dataclass(frozen=True, eq=False)
class PartValues:
    """One part of a data set, as columns of numbers.

    Attributes
    ----------
    input_names
        For people; empty for pictures, whose pixels are no columns.
    classes
        For people; empty for quantities.
    """

    dataset: Dataset
    examples: Examples
    input_names: tuple[str, ...]
    classes: tuple[str, ...]

    @property
    def has_pictures(self) -> bool:
        """Whether each example can be drawn: grey or coloured."""
        shape = self.dataset.input_shape
        return len(shape) == 3 and shape[2] in (1, 3)

    @property
    def n_columns(self) -> int:
        """The answer and the inputs."""
        return 1 + len(self.input_names)

    def class_numbers(self) -> NDArray[np.int64] | None:
        """(n,) the class of each example; None for quantities."""
        if not self.classes:
            return None
        y = self.examples.y
        if y.ndim == 1:
            return y
        classes = classifier(y)
        return None if classes is None else np.asarray(classes(y), np.int64)

    def column(self, number: int) -> NDArray[np.float64]:
        """(n,) the values of one column; classes by their number."""
        if number == ANSWER:
            classes = self.class_numbers()
            values = self.examples.y.reshape(len(self.examples), -1)[:, 0] if classes is None else classes
            return np.asarray(values, np.float64)
        x = self.examples.x.reshape(len(self.examples), -1)
        return np.asarray(x[:, number - 1], np.float64) * self.examples.scale

    def sorted_rows(self, number: int, *, is_falling: bool) -> NDArray[np.int64]:
        """(n,) the examples' numbers in the order of one column; equal ones stay as they stand."""
        values = self.column(number)
        return np.argsort(-values if is_falling else values, kind="stable")
