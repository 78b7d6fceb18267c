"""The role and the preparation of each column of a table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from nnplay.data.table.dates import DatePart
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

MAX_CATEGORIES = 100


class Role(Enum):
    """The role of a column."""

    NUMBER = "number"
    """A numeric input."""

    ONE_HOT = "one_hot"
    """One input per category: 1 for the category of the row, 0 for the others (one-hot)."""

    ORDINAL = "ordinal"
    """One input: the category's position in their order, from 0."""

    TARGET = "target"
    """The column to predict."""

    IGNORE = "ignore"
    """Nothing."""


class Missing(Enum):
    """What happens to a row in which this column is empty."""

    DROP = "drop"
    MEAN = "mean"
    MEDIAN = "median"


class Scaling(Enum):
    """How numbers are scaled."""

    NONE = "none"
    STANDARDISE = "standardise"
    """Mean 0, standard deviation 1."""

    MIN_MAX = "min_max"
    """From 0 to 1."""


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes
    ----------
    categories
        For categories and for a target of classes: all of them in their order.
    is_zero_missing
        Whether 0 means that the number is unknown.
    is_word_missing
        Whether a cell that is not a number counts as empty.
    date_part
        The number that is made of a date; None for a column of numbers.
    missing, scaling
        For inputs; mean and median are for numbers only and are fitted on the training part.

    Raises
    ------
    DataError
        If these do not fit together.
    """

    name: str
    role: Role = Role.NUMBER
    categories: tuple[str, ...] = ()
    is_zero_missing: bool = False
    missing: Missing = Missing.DROP
    scaling: Scaling = Scaling.NONE
    is_word_missing: bool = False
    date_part: DatePart | None = None

    def __post_init__(self) -> None:
        if self.has_categories and not 1 <= len(self.categories) <= MAX_CATEGORIES:
            raise DataError(
                QT_TRANSLATE_NOOP("errors", "The column “{column}” has {found} categories; 1 to {most} can be used."),
                column=self.name,
                found=len(self.categories),
                most=MAX_CATEGORIES,
            )
        if len(set(self.categories)) < len(self.categories):
            raise DataError(QT_TRANSLATE_NOOP("errors", "“{column}” has a category twice."), column=self.name)
        if self.has_categories and self.missing is not Missing.DROP:
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The column “{column}” has no mean or median: rows without a category can only be left out.",
                ),
                column=self.name,
            )

    @property
    def has_categories(self) -> bool:
        """Whether it is a categorical input."""
        return self.role in (Role.ONE_HOT, Role.ORDINAL)

    @property
    def is_input(self) -> bool:
        """Whether it is an input of the network."""
        return self.role in (Role.NUMBER, Role.ONE_HOT, Role.ORDINAL)

    @property
    def input_names(self) -> tuple[str, ...]:
        """Names of the inputs made from this column."""
        if not self.is_input:
            return ()
        return tuple(f"{self.name}={each}" for each in self.categories) if self.role is Role.ONE_HOT else (self.name,)
