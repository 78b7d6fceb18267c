"""The values behind a page of examples: columns by number, the target first, then the inputs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnplay.data import Dataset
from nnplay.engine import Examples
from nnplay.engine.metrics import classifier

ANSWER = 0
"""The number of the target's column; the inputs follow."""


@dataclass(frozen=True, eq=False)
class PartValues:
    """One part of a data set, as columns of numbers.

    Attributes
    ----------
    input_names
        Names for people; empty for pictures, whose pixels are not columns.
    classes
        Names for people; empty for quantities.
    """

    dataset: Dataset
    examples: Examples
    input_names: tuple[str, ...]
    classes: tuple[str, ...]

    @property
    def has_pictures(self) -> bool:
        """Whether each example can be drawn, in grey or colours."""
        shape = self.dataset.input_shape
        return len(shape) == 3 and shape[2] in (1, 3)

    @property
    def n_columns(self) -> int:
        """The number of columns: the target and the inputs."""
        return 1 + len(self.input_names)

    def class_numbers(self) -> NDArray[np.int64] | None:
        """Return the class of each example, (n,); None for quantities."""
        if not self.classes:
            return None
        y = self.examples.y
        if y.ndim == 1:
            return y
        classes = classifier(y)
        return None if classes is None else np.asarray(classes(y), np.int64)

    def column(self, number: int) -> NDArray[np.float64]:
        """Return the values of one column, (n,); classes as their numbers."""
        if number == ANSWER:
            classes = self.class_numbers()
            values = self.examples.y.reshape(len(self.examples), -1)[:, 0] if classes is None else classes
            return np.asarray(values, np.float64)
        x = self.examples.x.reshape(len(self.examples), -1)
        return np.asarray(x[:, number - 1], np.float64) * self.examples.scale

    def sorted_rows(self, number: int, *, is_falling: bool) -> NDArray[np.int64]:
        """Return the numbers of the examples sorted by one column, (n,); equal values keep their order."""
        values = self.column(number)
        return np.argsort(-values if is_falling else values, kind="stable")
